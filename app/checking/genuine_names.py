"""The listed sites' names, laid out for finding their imitations."""

from collections.abc import Iterator

from msgspec import Struct

from ..model.records import HostRole, OfficialDomain, Organization
from ..model.register import Register
from ..reading.skeleton import Skeletons
from .lookalike_words import LookalikeWords
from .slips import shortened, spared

SHORTEST_NAME = 3
_SHORTEST_CORE = 2
_LONG_WORD = 6  # everyday words that long have hardly a neighbour one letter away
_LONG_NAME = 8  # a slip of so long a name is seen for what it is, wherever it happened
SHORTEST_TYPO = 5  # below that half of all short words are one letter apart


class GenuineName(Struct, frozen=True):
    """A listed site's first label as the slips of it are compared: no hyphens, plain letters.

    `core` is the part that a slip must leave alone; None if no slip of the name tells anything.
    """

    plain: str
    skeleton: str
    core: str | None
    domain: OfficialDomain


class GenuineNames:
    """Tables from a name to the listed site it belongs to; read only once built.

    `by_host` goes by registrable domain, `by_label` by its first label, `by_brand` by label or
    Latin alias, `by_first_word` by the first word of the flattened host (“sf.express.com”),
    `by_rough` by the rough skeleton, `by_shortened` by the plain label with a letter left out.
    `starts` and `ends` are what a slip spares of the latter, so that most hosts need no search.
    """

    def __init__(
        self,
        register: Register,
        skeletons: Skeletons,
        words: LookalikeWords,
        shortest_typo: int = SHORTEST_TYPO,
    ) -> None:
        self._shortest_typo = shortest_typo
        self._skeletons = skeletons
        self._words = words
        self.by_host: dict[str, OfficialDomain] = {}
        self.by_label: dict[str, OfficialDomain] = {}
        self.by_brand: dict[str, OfficialDomain] = {}
        self.by_first_word: dict[str, tuple[OfficialDomain, ...]] = {}
        self.by_rough: dict[str, tuple[GenuineName, ...]] = {}
        self.by_shortened: dict[str, tuple[GenuineName, ...]] = {}
        self.starts: set[str] = set()
        self.ends: set[str] = set()
        own = tuple(_own(register))
        for domain in sorted(own, key=_plainness):
            if domain.registrable_domain not in self.by_host:
                self._add(domain)
        homes = {each.organization_id: each for each in reversed(own)}
        for organization in register.organizations:
            if home := homes.get(organization.id):
                self._add_latin_names(organization, home)
        self.registrable = frozenset(each.registrable_domain for each in register.domains)

    def _add(self, domain: OfficialDomain) -> None:
        registrable = domain.registrable_domain
        label = registrable.partition(".")[0]
        self.by_host[registrable] = domain
        self.by_label.setdefault(label, domain)
        first_word = label.partition("-")[0]
        self.by_first_word[first_word] = (*self.by_first_word.get(first_word, ()), domain)
        if label not in self._words.generic:
            self.by_brand.setdefault(label.replace("-", ""), domain)
        rough = self._skeletons.rough(label)
        name = GenuineName(
            label.replace("-", ""), self._skeletons.of(label), self._core(label), domain
        )
        self.by_rough[rough] = (*self.by_rough.get(rough, ()), name)
        if name.core is not None and len(name.plain) >= self._shortest_typo:
            self._add_slips(name)

    def _add_slips(self, name: GenuineName) -> None:
        alone = (name,)  # one for all: nearly every spelling is nobody else's
        for shorter in {name.plain, *shortened(name.plain)}:
            there = self.by_shortened.get(shorter)
            self.by_shortened[shorter] = (*there, name) if there else alone
        length = len(name.plain)
        for count in {spared(length - 1), spared(length), spared(length + 1)}:
            self.starts.add(name.plain[:count])
            self.ends.add(name.plain[-count:])

    def _core(self, label: str) -> str | None:
        """Return the part of a name that a slip must leave alone, None if no slip tells anything.

        “zzbank” and “tzbank” are two banks, “zzbamk” is no other bank than zzbank.
        """
        rest = label.replace("-", "")
        if not rest.isalpha() or (label in self._words.generic and len(rest) < _LONG_WORD):
            return None
        if len(rest) >= _LONG_NAME:
            return ""
        for part in self._words.common_parts:
            rest = rest.replace(part, "", 1)
        if len(rest) < _SHORTEST_CORE:
            return None
        return "" if len(rest) >= SHORTEST_NAME else rest

    def _add_latin_names(self, organization: Organization, home: OfficialDomain) -> None:
        for alias in organization.aliases:
            name = alias.lower()
            if name.isascii() and name.isalpha() and name not in self._words.generic:
                self.by_brand.setdefault(name, home)


def _own(register: Register) -> Iterator[OfficialDomain]:
    """Yield the hosts whose registrable domain is the owner's alone, without short links."""
    short = {each.host for each in register.known_hosts if each.role is HostRole.SHORTENER}
    for domain in register.domains:
        registrable = domain.registrable_domain
        is_shared = registrable.endswith((".gov.cn", ".edu.cn")) or not registrable
        if registrable not in short and (
            not is_shared or domain.host.removeprefix("www.") == registrable
        ):
            yield domain


def _plainness(domain: OfficialDomain) -> tuple[bool, int]:
    return (domain.host.removeprefix("www.") != domain.registrable_domain, len(domain.host))
