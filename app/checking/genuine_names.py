"""The listed sites' names, laid out for finding their imitations."""

from collections import defaultdict
from collections.abc import Iterator

from ..model.records import HostRole, OfficialDomain, Organization
from ..model.register import Register
from ..reading.skeleton import Skeletons
from .lookalike_words import LookalikeWords
from .slips import shortened

SHORTEST_NAME = 3
SHORTEST_TYPO = 5  # below that half of all short words are one letter apart


class GenuineNames:
    """Tables from a name to the listed site it belongs to; read only once built.

    `by_host` goes by registrable domain, `by_label` by its first label, `by_brand` by label or
    Latin alias, `by_skeleton` by what the eye sees, `by_first_word` by the first word of the
    flattened host (“sf.express.com”), `by_shortened` by the skeleton with a letter left out, with
    that skeleton and the part of it that a slip must leave alone.
    """

    def __init__(self, register: Register, skeletons: Skeletons, words: LookalikeWords) -> None:
        self._skeletons = skeletons
        self._words = words
        self.by_host: dict[str, OfficialDomain] = {}
        self.by_label: dict[str, OfficialDomain] = {}
        self.by_brand: dict[str, OfficialDomain] = {}
        self.by_skeleton: defaultdict[str, list[OfficialDomain]] = defaultdict(list)
        self.by_first_word: defaultdict[str, list[tuple[str, OfficialDomain]]] = defaultdict(list)
        self.by_shortened: defaultdict[str, list[tuple[str, str, OfficialDomain]]] = defaultdict(
            list
        )
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
        skeleton = self._skeletons.of(label)
        self.by_skeleton[skeleton].append(domain)
        flat = registrable.replace("-", ".")
        self.by_first_word[flat.partition(".")[0]].append((flat, domain))
        if label not in self._words.generic:
            self.by_brand.setdefault(label.replace("-", ""), domain)
        core = self._core(label)
        if core is not None and len(skeleton) >= SHORTEST_TYPO:
            for shorter in {skeleton, *shortened(skeleton)}:
                self.by_shortened[shorter].append((skeleton, core, domain))

    def _core(self, label: str) -> str | None:
        """Return the part of a name that a slip must leave alone, None if no slip tells anything.

        “zzbank” and “tzbank” are two banks, “cmbchian” is no other bank than cmbchina.
        """
        rest = label.replace("-", "")
        for part in self._words.common_parts:
            rest = rest.replace(part, "", 1)
        if len(rest) < SHORTEST_NAME or not rest.isalpha():
            return None
        return "" if len(rest) >= SHORTEST_TYPO else self._skeletons.of(rest)

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
