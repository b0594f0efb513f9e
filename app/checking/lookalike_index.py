"""Says which official host name another host name imitates, and how."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..model.indicator import Link
from ..model.records import OfficialDomain
from ..model.register import Register
from ..reading.skeleton import Skeletons
from .genuine_names import SHORTEST_NAME, SHORTEST_TYPO, GenuineNames
from .lookalike_words import LookalikeWords
from .slips import is_slip, shortened

_SHORTEST_BRAND = 4  # below that a brand needs a companion word
_SHORTEST_DIGITS = 5
_COUNTRY = 2
_LONGEST_LURE = 10
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


@dataclass(frozen=True, slots=True)
class Imitated:
    """Whom a host imitates: `host` as people type it."""

    imitation: Imitation
    organization_id: str
    host: str


_Found = tuple[Imitation, OfficialDomain]


class LookalikeIndex:
    """Built once from a register; immutable, safe to share between threads."""

    def __init__(self, register: Register, skeletons: Skeletons, words: LookalikeWords) -> None:
        self._skeletons = skeletons
        self._words = words
        self._beside = words.lures | words.companions
        self._names = GenuineNames(register, skeletons, words)

    def imitated(self, link: Link) -> Imitated | None:
        """Return whom an unlisted link imitates, the strongest likeness first; None if nobody."""
        registrable = link.registrable_domain
        if not registrable or registrable in self._names.registrable:
            return None
        shown = link.unicode_host
        if shown != link.host:
            registrable = ".".join(shown.split(".")[-registrable.count(".") - 1 :])
        label, _, suffix = registrable.partition(".")
        if suffix == "gov.cn":
            return None
        skeleton = self._skeletons.of(label)
        found = (
            self._by_shape(label, suffix, skeleton)
            or self._by_words(label, suffix, link)
            or self._by_slip(label, skeleton)
        )
        if found is None:
            return None
        imitation, genuine = found
        return Imitated(imitation, genuine.organization_id, _as_typed(genuine))

    def _by_shape(self, name: str, ending: str, skeleton: str) -> _Found | None:
        if not name.isascii():
            latin = self._skeletons.latin(name)
            if latin in self._names.by_label:
                return Imitation.HOMOGRAPH, self._names.by_label[latin]
        for twin in self._names.by_skeleton.get(skeleton, ()):
            label, _, suffix = twin.registrable_domain.partition(".")
            telling = len(label) >= _SHORTEST_BRAND or (
                len(label) >= SHORTEST_NAME and suffix == ending
            )
            if telling and label != name:
                return Imitation.HOMOGRAPH, twin
        return None

    def _by_words(self, label: str, suffix: str, link: Link) -> _Found | None:
        before = link.unicode_host[: -len(suffix) - 1]
        if found := self._embedded(before, link):
            return Imitation.EMBEDDED, found
        ordinary = self._is_ordinary(suffix)
        brand = self._names.by_brand.get(label)
        if brand and not ordinary and len(label) >= _SHORTEST_BRAND:
            return Imitation.SUFFIX, brand
        if found := self._brand(label, ordinary):
            return Imitation.BRAND, found
        return None

    def _by_slip(self, label: str, skeleton: str) -> _Found | None:
        for run in _LONG_RUN.findall(label) if not label.isalpha() else ():
            for shorter in shortened(run) if run != label else ():
                if shorter in self._names.by_label:
                    return Imitation.TYPO, self._names.by_label[shorter]
        if len(skeleton) < SHORTEST_TYPO - 1 or label in self._words.neighbours:
            return None
        keys = [skeleton, *shortened(skeleton)]
        for near in filter(None, map(self._names.by_shortened.get, keys)):
            for official, core, domain in near:
                if official != skeleton and _keeps(core, skeleton) and is_slip(official, skeleton):
                    return Imitation.TYPO, domain
        return None

    def _is_ordinary(self, suffix: str) -> bool:
        country = suffix.rpartition(".")[2]
        return suffix in self._words.ordinary_suffixes or (
            len(country) == _COUNTRY and suffix in (f"com.{country}", f"co.{country}")
        )

    def _brand(self, label: str, ordinary: bool) -> OfficialDomain | None:  # noqa: FBT001
        beside = self._words.lures if ordinary else self._beside
        if not label.isalpha():
            for run in _LONG_RUN.findall(label):
                if run != label and run in self._names.by_label:
                    return self._names.by_label[run]
            tokens = _TOKEN.findall(label)
            if len(tokens) > 1 and (found := self._among_tokens(tokens, beside, ordinary)):
                return found
        return self._glued(label.replace("-", ""), beside)

    def _among_tokens(
        self,
        tokens: list[str],
        beside: frozenset[str],
        ordinary: bool,  # noqa: FBT001
    ) -> OfficialDomain | None:
        for token in tokens:
            home = self._names.by_brand.get(token)
            if not home or len(token) < (_SHORTEST_DIGITS if token.isdigit() else SHORTEST_NAME):
                continue
            others = [each for each in tokens if each != token]
            is_long = len(token) >= _SHORTEST_BRAND
            telling = _is_long_number if is_long else _is_service_number
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
            for official, domain in self._names.by_first_word.get(flat.partition(".")[0], ()):
                if f"{flat}.".startswith(f"{official}."):
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


def _keeps(core: str, seen: str) -> bool:
    return seen.startswith(core) or seen.endswith(core)


def _as_typed(domain: OfficialDomain) -> str:
    return domain.host if domain.host.startswith("www.") else domain.registrable_domain
