"""Rules for a whole register that is about to be published, beyond those of its single records."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from ..checking.knowledge import Knowledge
from ..model.records import Answer, OfficialNumber, ReportedIndicator
from ..model.register import Register
from ..reading.links import LinkReader
from .faults import Fault, FaultKind
from .protected import Protected

_OLDEST = timedelta(days=366)
_TWO = 2


def lint_register(
    register: Register, links: LinkReader, protected: Protected, today: date
) -> Iterator[Fault]:
    """Yield what must be mended before the register may go out.

    The records keep their own rules already (canonical form, sources, nothing twice).
    """
    if register.as_of > today:
        yield Fault(FaultKind.FUTURE, "release.toml", register.as_of.isoformat())
    yield from _old(register, today)
    yield from _thin(register)
    yield from _contradictions(register, links, protected)


def _old(register: Register, today: date) -> Iterator[Fault]:
    rows = (
        *((each.key, each.gathered_on) for each in register.numbers),
        *((each.host, each.gathered_on) for each in register.domains),
        *((each.key, each.gathered_on) for each in register.reported),
    )
    for key, gathered_on in rows:
        if _last_day(gathered_on) < today - _OLDEST:
            yield Fault(FaultKind.OLD, key, gathered_on)


def _last_day(text: str) -> date:
    """Return the last day that "YYYY-MM" or "YYYY-MM-DD" can mean; records keep to these forms."""
    if len(text) > len("YYYY-MM"):
        return date.fromisoformat(text)
    year, month = map(int, text.split("-"))
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _thin(register: Register) -> Iterator[Fault]:
    """Yield rows that decide red alone, though nobody answers for them and no second source."""
    for each in register.reported:
        strong = any(source.source_class.is_answered_for for source in each.sources)
        if each.reviewed and not strong and len(each.sources) < _TWO:
            yield Fault(FaultKind.THIN_SOURCE, each.key)


def _contradictions(register: Register, links: LinkReader, protected: Protected) -> Iterator[Fault]:
    knowledge = Knowledge(register)
    for each in register.reported:
        if owner := _owner(each, knowledge, links) or _whole_site(each, links, protected):
            yield Fault(FaultKind.CONTRADICTION, each.key, owner)
    by_key: defaultdict[str, list[OfficialNumber]] = defaultdict(list)
    for number in register.numbers:
        by_key[number.key].append(number)
    for key, rows in by_key.items():
        for asked in ("calls_out", "sends_sms"):
            said = {getattr(row, asked) for row in rows}
            if {Answer.YES, Answer.NO} <= said:
                yield Fault(FaultKind.CONTRADICTION, key, asked)


def _owner(each: ReportedIndicator, knowledge: Knowledge, links: LinkReader) -> str:
    """Return who owns the host that is reported, "" for nobody or where anybody writes pages."""
    link = links.read_one(f"https://{each.key}")
    place = knowledge.place_of(link.host) if link else None
    if place is None or place.platform or not place.owners:
        return ""
    return place.owners[0].organization_id


def _whole_site(each: ReportedIndicator, links: LinkReader, protected: Protected) -> str:
    """Return why a site may not be reported whole, "" if it may or a single page is meant."""
    link = None if "/" in each.key else links.read_one(f"https://{each.key}/")
    return (protected.why_not_link(link) or "") if link else ""
