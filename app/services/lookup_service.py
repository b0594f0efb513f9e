"""Finds organisations of the register by name, with what they publish."""

from datetime import date

from msgspec import Struct

from ..checking.knowledge import Knowledge
from ..model.records import NeverStatement, OfficialDomain, OfficialNumber, Organization
from ..reading.folding import Folder

_MOST = 20


class Entry(Struct, frozen=True):
    """One organisation and its rows of the register, each with its sources."""

    organization: Organization
    numbers: tuple[OfficialNumber, ...]
    domains: tuple[OfficialDomain, ...]
    never: tuple[NeverStatement, ...]


class LookupService:
    """Answers "what is the number of …"; says nothing about anybody who calls from it."""

    def __init__(self, knowledge: Knowledge, folder: Folder) -> None:
        self._knowledge = knowledge
        self._folder = folder
        self._names = tuple(
            (tuple(self._fold(name) for name in _names(each)), each)
            for each in knowledge.register.organizations
        )

    @property
    def as_of(self) -> date:
        """The register's date."""
        return self._knowledge.as_of

    def find(self, name: str) -> tuple[Entry, ...]:
        """Return at most 20 organisations, an exact name first, then names that contain `name`.

        `name` may also be an organisation's id, or a number as it is listed, with or without
        dashes. Nothing is found for a blank name.
        """
        wanted = self._fold(name)
        if not wanted:
            return ()
        owners = self._owners(wanted)
        exact = [
            each
            for names, each in self._names
            if wanted in names or wanted == each.id or each.id in owners
        ]
        partly = [
            each
            for names, each in self._names
            if each not in exact and any(wanted in known for known in names)
        ]
        return tuple(self._entry(each) for each in (*exact, *partly)[:_MOST])

    def _owners(self, wanted: str) -> frozenset[str]:
        digits = wanted.replace("-", "")
        rows = self._knowledge.register.numbers if digits.isdecimal() else ()
        return frozenset(each.organization_id for each in rows if each.key == digits)

    def _fold(self, name: str) -> str:
        return "".join(self._folder.fold(name).text.split())

    def _entry(self, organization: Organization) -> Entry:
        return Entry(
            organization,
            self._knowledge.numbers_of(organization.id),
            self._knowledge.domains_of(organization.id),
            self._knowledge.never_of(organization.id),
        )


def _names(organization: Organization) -> tuple[str, ...]:
    return (organization.names.zh, organization.names.en, *organization.aliases)
