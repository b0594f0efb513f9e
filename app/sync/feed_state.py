"""The pointer to the edition in use: one small file, replaced in one step."""

import json
import re
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..feed.program_note_row import note_row, read_note
from ..model.sync_report import FeedState, NoteKind, SyncNote
from .disk import write_whole

POINTER = "current.json"
_LIMIT = 200_000  # bytes
_EDITION = re.compile(r"[a-z0-9][a-z0-9-]{0,80}\Z")


class BrokenStateError(Exception):
    """The pointer is there and cannot be used."""


def read_state(folder: Path) -> FeedState | None:
    """Return what `write_state` wrote, None if nothing was; BrokenStateError for anything else."""
    try:
        with (folder / POINTER).open("rb") as file:
            data = file.read(_LIMIT)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BrokenStateError(str(error)) from error
    try:
        return _state(json.loads(data.decode("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise BrokenStateError(str(error)) from error


def write_state(folder: Path, state: FeedState) -> None:
    """Point to another edition, or to the same with a fresher signature; raises OSError."""
    row: dict[str, object] = {
        "edition": state.edition,
        "feed": state.feed,
        "content": state.content,
        "as_of": state.as_of.isoformat(),
        "version": state.version,
        "daily_version": state.daily_version,
        "timestamp_version": state.timestamp_version,
        "verified_at": state.verified_at.isoformat(),
        "expires": state.expires.isoformat(),
        "newer_schema": state.newer_schema,
        "notes": [[each.kind.value, each.list_name, each.what] for each in state.notes],
    }
    if state.daily_until is not None:
        row["daily_until"] = state.daily_until.isoformat()
    if state.program is not None:
        row["program"] = note_row(state.program)
    text = json.dumps(row, ensure_ascii=False, indent=1) + "\n"
    write_whole(folder / POINTER, text.encode())


def _state(row: Mapping[str, Any]) -> FeedState:
    edition = row["edition"]
    if not _EDITION.match(edition):
        raise ValueError("no edition's name")
    return FeedState(
        edition=edition,
        feed=str(row["feed"]),
        content=str(row["content"]),
        as_of=date.fromisoformat(row["as_of"]),
        version=int(row["version"]),
        timestamp_version=int(row["timestamp_version"]),
        verified_at=_moment(row["verified_at"]),
        expires=_moment(row["expires"]),
        newer_schema=int(row["newer_schema"]),
        notes=tuple(SyncNote(NoteKind(k), str(n), str(w)) for k, n, w in row["notes"]),
        program=read_note(row["program"]) if "program" in row else None,
        daily_version=int(row.get("daily_version", 0)),
        daily_until=_moment(row["daily_until"]) if "daily_until" in row else None,
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without its zone")
    return moment
