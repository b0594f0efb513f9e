"""What editors say of a list that others publish: `about.toml`, beside the list's versions."""

import codecs
import re
from datetime import date, datetime
from pathlib import Path

from msgspec import Struct

from ..feed.repository_layout import is_list_name
from ..feed.table_rows import Naming, Row, check_source, read_table, refuse_unknown, words
from ..model.feed_index import DailyTerms, ListKind, ListTerms
from ..model.source_note import SourceClass, SourceNote

_COUNTRY_CODE = re.compile(r"\+[1-9][0-9]{0,2}\Z")
_FIELDS = (
    *("name", "kind", "reviewed", "whole_domains", "reason", "source", "licence", "since"),
    *("lasts_days", "oldest_days", "appeal", "columns", "encoding", "country_code"),
)
_COLUMNS = ("key", "date")


class ListAbout(Struct, frozen=True):
    """What people are told of the list, and how its source is read.

    The source's date comes with each import. A version lasts `lasts_days` from that date.
    `whole_domains` widens a host to its registrable domain, except where strangers share it. Rows
    with a date of their own that is more than `oldest_days` old are left out; 0 keeps them all.
    `country_code` is for numbers as another place writes them; `key_column` and `date_column` are
    for tables.
    """

    told: ListTerms
    reviewed: bool
    whole_domains: bool
    lasts_days: int
    oldest_days: int
    key_column: str
    date_column: str
    encoding: str
    country_code: str = ""

    @property
    def daily_terms(self) -> DailyTerms:
        """What the editors sign of it where the daily role may fill it."""
        return DailyTerms(self.told, self.lasts_days)

    def source(self, dated: date) -> SourceNote:
        """Return the source as it was on a day."""
        told = self.told
        return SourceNote(
            told.source_title, told.source_address, dated.isoformat(), told.source_class
        )


def read_about(file: Path) -> ListAbout:
    """Read the description; InvalidTableError names the field that is missing or wrong."""
    row = read_table(file)
    with Naming(file.name, row.get("name", "?")):
        refuse_unknown(row, _FIELDS)
        source, columns = row["source"], row.get("columns", {})
        refuse_unknown(source, ("title", "address", "class"))
        refuse_unknown(columns, _COLUMNS)
        told = ListTerms(
            name=_filled(row, "name"),
            kind=ListKind(row["kind"]),
            reason=words(row["reason"]),
            source_title=_filled(source, "title"),
            source_address=_filled(source, "address"),
            source_class=SourceClass(source["class"]),
            licence=_filled(row, "licence"),
            since=_day(row, "since"),
            appeal=_filled(row, "appeal"),
        )
        about = ListAbout(
            told=told,
            reviewed=_truth(row, "reviewed"),
            whole_domains=_truth(row, "whole_domains"),
            lasts_days=_count(row, "lasts_days"),
            oldest_days=_count(row, "oldest_days", 0),
            key_column=str(columns.get("key", "")),
            date_column=str(columns.get("date", "")),
            encoding=str(row.get("encoding", "utf-8")),
            country_code=str(row.get("country_code", "")),
        )
        _check(about)
        return about


def _check(about: ListAbout) -> None:
    told = about.told
    if not is_list_name(told.name):
        raise ValueError("a list's name is lower-case letters, digits, - and _")
    if not (told.reason.zh and told.reason.en):
        raise ValueError("a reason is needed in every language")
    if told.source_class is SourceClass.NONE:
        raise ValueError("common knowledge alone is no source")
    if not about.lasts_days:
        raise ValueError("a list lasts a day at least")
    if about.country_code and not _COUNTRY_CODE.match(about.country_code):
        raise ValueError("a country code is + and up to three digits")
    check_source(about.source(told.since))
    try:
        codecs.lookup(about.encoding)
    except LookupError as error:
        raise ValueError(f"no character code {about.encoding}") from error


def _filled(row: Row, field: str) -> str:
    value = row[field]
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"{field} is a text, and not empty")
    return value


def _truth(row: Row, field: str) -> bool:
    value = row.get(field, False)
    if not isinstance(value, bool):
        raise TypeError(f"{field} is true or false")
    return value


def _day(row: Row, field: str) -> date:
    value = row[field]
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{field} is a date, written without quotation marks")
    return value


def _count(row: Row, field: str, default: int | None = None) -> int:
    value = row.get(field, default) if default is not None else row[field]
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise TypeError(f"{field} is a whole number of days")
    return value
