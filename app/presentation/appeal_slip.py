"""The page with which somebody who is listed wrongly asks the editors to look again."""

from collections.abc import Iterator, Sequence
from datetime import date

from ..model.feed_index import ReportedList
from .card_lines import source_line
from .catalog import Catalog
from .dialled_digits import dialled
from .plain_characters import one_line

_LIMIT = 400  # characters of what a list says of itself
_BLANK = "_" * 40


def appeal_slip(key: str, lists: Sequence[ReportedList], day: date, catalog: Catalog) -> str:
    """Return the page as plain text: who is listed where and why, with room for the person's words.

    `key` is canonical. Nothing is filled in for the person.
    """
    return "\n".join(_lines(key, lists, day, catalog)) + "\n"


def _lines(key: str, lists: Sequence[ReportedList], day: date, catalog: Catalog) -> Iterator[str]:
    yield from (catalog.text("appeal.title"), "")
    yield catalog.text("appeal.day", day=day.isoformat())
    yield catalog.text("appeal.subject", subject=one_line(dialled(key), _LIMIT))
    for number, listed in enumerate(lists, 1):
        yield ""
        yield from _list_lines(number, listed, catalog)
    yield from ("", catalog.text("appeal.why"), "", _BLANK * 2, "", _BLANK * 2, "")
    yield catalog.text("appeal.name", blank=_BLANK)
    yield catalog.text("appeal.contact", blank=_BLANK)
    yield from ("", catalog.text("appeal.foot"))


def _list_lines(number: int, listed: ReportedList, catalog: Catalog) -> Iterator[str]:
    degree = "reviewed" if listed.reviewed else "reported"
    name = one_line(listed.name, _LIMIT)
    yield f"{number}. " + catalog.text(f"appeal.{degree}", name=name, version=str(listed.version))
    reason = one_line(listed.reason.into(catalog.language), _LIMIT)
    yield "   " + catalog.text("appeal.reason", reason=reason)
    if line := source_line(listed.source, catalog):
        yield "   " + one_line(f"{line.text} {line.address}".strip(), _LIMIT)
    since, expires = listed.since.isoformat(), listed.expires.isoformat()
    yield "   " + catalog.text("appeal.dates", since=since, expires=expires)
    yield "   " + catalog.text("appeal.address", address=one_line(listed.appeal, _LIMIT))
