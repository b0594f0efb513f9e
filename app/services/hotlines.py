"""Finds the service line of a person's own bank, for freezing an account."""

from msgspec import Struct

from ..model.language import LocalizedText
from ..model.records import NumberKind, OfficialNumber, Sector, Standing
from .lookup_service import Entry, LookupService

_MOST = 4  # organisations; a frightened person reads no longer list
_MOST_NUMBERS = 2  # of one organisation
_HOLD_MONEY = (Sector.BANK, Sector.PAYMENT)
_KINDS = (NumberKind.HOTLINE, NumberKind.TWO_WAY)
_DOUBTFUL = (Standing.UNVERIFIED, Standing.POSSIBLY_OBSOLETE, Standing.CODE_HOLDER_ONLY)


class Hotline(Struct, frozen=True):
    """Whose line it is and the keys of its numbers, the best proven first."""

    owner: LocalizedText
    numbers: tuple[str, ...]


def find_hotlines(lookup: LookupService, name: str) -> tuple[Hotline, ...]:
    """Return banks and payment services called `name` that publish a line to dial."""
    found = (
        Hotline(entry.organization.names, numbers)
        for entry in lookup.find(name)
        if entry.organization.sector in _HOLD_MONEY and (numbers := _numbers(entry))
    )
    return tuple(found)[:_MOST]


def _numbers(entry: Entry) -> tuple[str, ...]:
    lines = sorted(filter(_can_be_dialled, entry.numbers), key=_proof)
    return tuple(dict.fromkeys(each.key for each in lines))[:_MOST_NUMBERS]


def _can_be_dialled(row: OfficialNumber) -> bool:
    return row.takes_calls and row.kind in _KINDS and row.standing not in _DOUBTFUL


def _proof(row: OfficialNumber) -> int:
    return list(Standing).index(row.standing)
