"""Says which of a set of genuine names a host name imitates, and how."""

import re
from collections.abc import Iterator
from enum import StrEnum

from msgspec import Struct

from ..model.indicator import Link
from ..model.records import OfficialDomain
from ..reading.skeleton import Skeletons
from .genuine_names import SHORTEST_NAME, SHORTEST_TYPO, GenuineName, GenuineNames
from .lookalike_words import LookalikeWords
from .slips import is_slip, shortened, spared

_SHORTEST_BRAND = 4  # below that a brand needs a companion word
_SHORTEST_DIGITS = 5
_LONGEST_LURE = 12
_LONG_NUMBER = 4
_SERVICE_NUMBER = (5, 6)
_LONG_RUN = re.compile(r"[0-9]{5,}")
_TOKEN = re.compile(r"[a-z]+|[0-9]+")


class Imitation(StrEnum):
    """How a host imitates; the values are the tails of the catalog keys."""

    HOMOGRAPH = "homograph"  # іcbc.com.cn, 1cbc.com.cn
    TYPO = "typo"  # cmbchlina.com
    SUFFIX = "suffix"  # icbc.cc
    BRAND = "brand"  # icbc-vip.cc
    EMBEDDED = "embedded"  # douyin.com.verify-kf.cn


class Imitated(Struct, frozen=True, gc=False):
    """Whom a host imitates, and how.

    `doubtful` where it might be the owner's own further site: the very name under a usual ending.
    """

    imitation: Imitation
    genuine: OfficialDomain
    doubtful: bool = False

    @property
    def organization_id(self) -> str:
        """The owner of the genuine site."""
        return self.genuine.organization_id

    @property
    def host(self) -> str:
        """The genuine host as people type it."""
        host = self.genuine.host
        return host if host.startswith("www.") else self.genuine.registrable_domain


class NameLikeness:
    """Likeness to one set of genuine names; immutable, safe to share between threads."""

    def __init__(self, names: GenuineNames, skeletons: Skeletons, words: LookalikeWords) -> None:
        self._names = names
        self._skeletons = skeletons
        self._words = words
        self._endings = words.endings
        self._beside = words.lures | words.companions

    def imitated(self, link: Link) -> Imitated | None:
        """Return whom a link imitates, the strongest likeness first; None if nobody."""
        registrable = link.registrable_domain
        if not registrable or registrable in self._names.registrable:
            return None
        shown = link.unicode_host
        if shown != link.host:
            registrable = ".".join(shown.split(".")[-registrable.count(".") - 1 :])
        label, _, suffix = registrable.partition(".")
        if suffix == "gov.cn":
            return None
        genuine = self._names.by_label.get(label)
        found = (
            self._by_ending(label, suffix, genuine) if genuine else self._by_shape(label, suffix)
        )
        return found or self._by_words(label, suffix, link)

    def _by_ending(self, label: str, ending: str, genuine: OfficialDomain) -> Imitated | None:
        """Tell whether the very name of a listed site is borrowed under another ending."""
        shortest = _SHORTEST_DIGITS if label.isdigit() else SHORTEST_NAME
        if len(label) < shortest or label in self._words.generic:
            return None
        if self._may_own(label, ending, genuine):
            return None
        return Imitated(Imitation.SUFFIX, genuine, doubtful=self._endings.are_ordinary(ending))

    def _may_own(self, label: str, ending: str, genuine: OfficialDomain) -> bool:
        """Tell whether the owner of a name, or a namesake, usually has it under this ending too."""
        home = genuine.registrable_domain.partition(".")[2]
        if home == "gov.cn" and len(label) <= _SHORTEST_BRAND:
            return self._endings.are_ordinary(ending)
        is_countrys = self._endings.are_of_a_country(ending)
        if label in self._words.abroad and (ending == "com" or is_countrys):
            return True
        return home == "com" and ending in self._words.twin_suffixes

    def _by_shape(self, label: str, ending: str) -> Imitated | None:
        """Find the listed name that this one is another word for, or is taken for."""
        if label in self._names.by_brand and not self._endings.are_ordinary(ending):
            if len(label) >= _SHORTEST_BRAND:
                return Imitated(Imitation.SUFFIX, self._names.by_brand[label])
            return None
        rough = self._skeletons.rough(label)
        plain = self._skeletons.latin(label).replace("-", "")
        for name in self._names.by_rough.get(rough, ()):
            if self._seems(name, label, plain, ending):
                strict = len(plain) == len(name.plain) or self._skeletons.of(label) == name.skeleton
                return Imitated(Imitation.HOMOGRAPH if strict else Imitation.TYPO, name.domain)
        if len(plain) < SHORTEST_TYPO - 1 or label in self._words.neighbours:
            return None
        return self._by_slip(plain)

    def _seems(self, name: GenuineName, label: str, plain: str, ending: str) -> bool:
        """Tell whether a name of the same rough skeleton is taken for the listed one."""
        length = len(name.plain)
        if length < SHORTEST_NAME or label in self._words.neighbours:
            return False
        if plain == name.plain or not label.isascii():
            return True
        if length >= SHORTEST_TYPO and name.core is not None:
            return True
        if name.domain.registrable_domain.partition(".")[2] == ending:
            return True
        return length >= _SHORTEST_BRAND and self._skeletons.of(label) == name.skeleton

    def _by_slip(self, plain: str) -> Imitated | None:
        length = len(plain)
        count = spared(length)
        starts, ends = plain[:count] in self._names.starts, plain[-count:] in self._names.ends
        if not starts and not ends:
            return None
        near = self._names.by_shortened
        if (names := near.get(plain)) and (found := _slipped(names, plain, plain)):
            return found
        # A start that no name has holds the slip, and so does such an end.
        for place in range(0 if ends else length - count - 1, length if starts else count + 1):
            rest = plain[:place] + plain[place + 1 :]
            names = near.get(rest)
            if names and (found := _slipped(names, plain, rest)):
                return found
        return None

    def _by_words(self, label: str, suffix: str, link: Link) -> Imitated | None:
        before = link.unicode_host[: -len(suffix) - 1]
        if found := self._embedded(before, link):
            return Imitated(Imitation.EMBEDDED, found)
        if found := self._brand(label, self._endings.are_ordinary(suffix)):
            return Imitated(Imitation.BRAND, found)
        if "." in before and (found := self._dotted(before)):
            return Imitated(Imitation.HOMOGRAPH, found)
        for run in _LONG_RUN.findall(label) if not label.isalpha() else ():
            for shorter in shortened(run) if run != label else ():
                if shorter in self._names.by_label:
                    return Imitated(Imitation.TYPO, self._names.by_label[shorter])
        return None

    def _dotted(self, before: str) -> OfficialDomain | None:
        """Find a listed name that a dot was put into: dou.yin.com."""
        joined = before.removeprefix("www.").replace(".", "")
        if len(joined) < SHORTEST_TYPO or before.endswith(joined):
            return None
        return self._names.by_brand.get(joined)

    def _brand(self, label: str, ordinary: bool) -> OfficialDomain | None:  # noqa: FBT001
        if not label.isalpha():
            for run in _LONG_RUN.findall(label):
                if run != label and run in self._names.by_label:
                    return self._names.by_label[run]
            tokens = _TOKEN.findall(label)
            if len(tokens) > 1 and (found := self._among_tokens(tokens, ordinary)):
                return found
        beside = self._words.lures if ordinary else self._beside
        return self._glued(label.replace("-", ""), beside)

    def _among_tokens(self, tokens: list[str], ordinary: bool) -> OfficialDomain | None:  # noqa: FBT001
        for token in tokens:
            home = self._names.by_brand.get(token)
            if not home or len(token) < (_SHORTEST_DIGITS if token.isdigit() else SHORTEST_NAME):
                continue
            others = [each for each in tokens if each != token]
            is_long = len(token) >= _SHORTEST_BRAND
            telling = _is_long_number if is_long else _is_service_number
            beside = self._beside if is_long or not ordinary else self._words.lures
            if any(each in beside or telling(each) for each in others):
                return home
            if not ordinary and is_long and others:
                return home
        return None

    def _glued(self, label: str, beside: frozenset[str]) -> OfficialDomain | None:
        """Find a brand with a word of `beside` glued to it (douyinkf, safealipay)."""
        brands = self._names.by_brand
        length = len(label)
        for cut in range(2, min(length - _SHORTEST_BRAND, _LONGEST_LURE) + 1):
            if label[:cut] in beside and label[cut:] in brands:
                return brands[label[cut:]]
        for cut in range(max(_SHORTEST_BRAND, length - _LONGEST_LURE), length - 1):
            if label[cut:] in beside and label[:cut] in brands:
                return brands[label[:cut]]
        return None

    def _embedded(self, before: str, link: Link) -> OfficialDomain | None:
        """Find an official host name inside the rest of the address, where it leads nowhere."""
        flat = before.replace("-", ".")
        while "." in flat:
            for domain in self._names.by_first_word.get(flat.partition(".")[0], ()):
                if f"{flat}.".startswith(f"{domain.registrable_domain.replace('-', '.')}."):
                    return domain
            flat = flat.partition(".")[2]
        if link.path == "/" and not link.has_userinfo:
            return None
        for text in _lures(link):
            for part in _hosts_upwards(text):
                if part in self._names.by_host:
                    return self._names.by_host[part]
        return None


def _lures(link: Link) -> Iterator[str]:
    """Yield what stands before an @ and first in the path, where hosts are shown to deceive."""
    if link.has_userinfo:
        yield link.url.partition("://")[2].partition("@")[0].partition(":")[0]
    first = link.path.lstrip("/").partition("/")[0]
    if "." in first:
        yield first.lstrip("@")


def _hosts_upwards(text: str) -> Iterator[str]:
    while "." in text:
        yield text
        text = text.partition(".")[2]


def _is_long_number(token: str) -> bool:
    return token.isdigit() and len(token) >= _LONG_NUMBER


def _is_service_number(token: str) -> bool:
    return (
        token.isdigit()
        and token.startswith(("95", "96", "123", "100"))
        and len(token) in _SERVICE_NUMBER
    )


def _slipped(names: tuple[GenuineName, ...], plain: str, rest: str) -> Imitated | None:
    """Return whose name was slipped; `rest` is `plain` or that with one letter left out."""
    for name in names:
        core = name.core
        if (name.plain == rest or is_slip(name.plain, plain)) and (
            not core or plain.startswith(core) or plain.endswith(core)
        ):
            return Imitated(Imitation.TYPO, name.domain)
    return None
