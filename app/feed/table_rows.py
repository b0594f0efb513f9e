"""What every editors' table has in common: how it is read and how a broken row is named."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import tomli

from ..model.errors import InvalidTableError
from ..model.language import LocalizedText
from ..model.source_note import SourceClass, SourceNote

_SOURCE_DATE = re.compile(r"undated\Z|\d{4}(?:-\d\d(?:-\d\d)?|/\d{4})?\Z")

Row = Mapping[str, Any]
Sources = Mapping[str, SourceNote]


class Naming:
    """Names the table and the row of whatever goes wrong inside it.

    KeyError (a field is missing), and what a wrong field raises, become InvalidTableError.
    """

    def __init__(self, table: str, row: object) -> None:
        self._table = table
        self._row = str(row)

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, KeyError):
            raise invalid(self._table, self._row, f"unknown or missing {error}") from error
        if isinstance(error, IndexError | ValueError | TypeError | AttributeError):
            raise invalid(self._table, self._row, str(error)) from error


def invalid(table: str, row: str, rule: str) -> InvalidTableError:
    """Return the error that says which rule a row of a table breaks."""
    return InvalidTableError("invalid-table", table=table, row=row, rule=rule)


def read_table(path: Path) -> Row:
    """Read one TOML file; raises InvalidTableError if it is missing, no UTF-8 or no TOML."""
    try:
        return tomli.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise invalid(path.name, "-", str(error)) from error


def refuse_strangers(folder: Path, known: Iterable[str]) -> None:
    """Raise InvalidTableError for a table that nobody reads: a slip in its name."""
    if strange := {path.stem for path in folder.glob("*.toml")} - set(known):
        raise invalid(f"{min(strange)}.toml", "-", "no table has this name")


def read_sources(table: Row, name: str) -> Sources:
    """Read the `[sources.X]` tables at the head of a file, by their short ids."""
    sources: dict[str, SourceNote] = {}
    for key, row in table.get("sources", {}).items():
        with Naming(name, key):
            refuse_unknown(row, ("title", "address", "date", "class"))
            note = SourceNote(row["title"], row["address"], row["date"], SourceClass(row["class"]))
            check_source(note)
            sources[key] = note
    return sources


def check_source(source: SourceNote) -> None:
    """Raise ValueError for a source nobody could look up: no title, odd address, odd date."""
    if not source.title:
        raise ValueError("a source has a title")
    if source.address and not source.address.startswith(("https://", "http://")):
        raise ValueError("an address begins with http or is empty")
    if not _SOURCE_DATE.match(source.date):
        raise ValueError(
            f"a source's date is undated, a year, month, day or span, not {source.date}"
        )


def refuse_unknown(row: Row, known: Iterable[str]) -> None:
    """Raise ValueError for a field nobody reads: most likely a slip of the pen."""
    if strange := row.keys() - set(known):
        raise ValueError(f"unknown field {min(strange)}")


def whole_number(value: object, least: int = 0) -> int:
    """Return a whole number as it stands; ValueError for anything else, true and false included."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise ValueError(f"a whole number from {least} on, not {value!r}")
    return value


def words(row: Row) -> LocalizedText:
    """Read `{ zh, en }`."""
    refuse_unknown(row, ("zh", "en"))
    return LocalizedText(zh=row["zh"], en=row["en"])


def each_in_words(rows: Iterable[Row]) -> tuple[LocalizedText, ...]:
    """Read a list of `{ zh, en }`."""
    return tuple(words(row) for row in rows)


def cited(row: Row, sources: Sources) -> tuple[SourceNote, ...]:
    """Return the sources a row names; KeyError names one that the head of the file lacks."""
    return tuple(sources[each] for each in row["sources"])
