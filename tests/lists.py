"""Lists of fingerprints for tests, the same in every run."""

from __future__ import annotations

import random
from array import array
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.lists.fingerprint_file import write_file
from app.lists.fingerprints import SPACE, fingerprint
from app.model.feed_index import DailyTerms, ListKind, ReportedList
from app.model.language import LocalizedText
from app.model.source_note import SourceClass, SourceNote


def some_fingerprints(entries: int, seed: int = 1) -> array[int]:
    """Return so many, ascending."""
    return array("Q", sorted(random.Random(seed).sample(range(SPACE), entries)))  # noqa: S311


def a_later_version(old: array[int], gone: int, come: int) -> array[int]:
    """Return `old` without `gone` of its entries and with `come` new ones."""
    kept = set(old) - set(random.Random(2).sample(list(old), gone))  # noqa: S311
    return array("Q", sorted(kept | set(some_fingerprints(come, seed=3))))


def a_list_file(path: Path, *keys: str) -> Path:
    """Write the list of these keys and return its path."""
    write_file(sorted({fingerprint(each) for each in keys}), path)
    return path


def names_in(folder: Path) -> list[str]:
    """Return what lies in the folder."""
    return sorted(each.name for each in folder.iterdir())


def a_reported_list(
    name: str = "numbers",
    kind: ListKind = ListKind.NUMBERS,
    *,
    reviewed: bool = False,
    version: int = 3,
    entries: int = 1,
    sha256: str = "0" * 64,
) -> ReportedList:
    """Return what a list says of itself."""
    return ReportedList(
        name=name,
        kind=kind,
        version=version,
        entries=entries,
        sha256=sha256,
        full_target=f"lists/{name}/{version}.full.zst",
        deltas=(),
        reviewed=reviewed,
        reason=LocalizedText("多人举报冒充客服。", "Many reports of fake support."),
        source=SourceNote(
            "某份名单", "https://example.com/list", "2026-11-01", SourceClass.COMMUNITY_LIST
        ),
        licence="CC0-1.0",
        since=date(2026, 11, 1),
        expires=date(2026, 12, 1),
        appeal="appeal@example.com",
    )


def the_daily_terms(listed: ReportedList, lasts_days: int = 30) -> DailyTerms:
    """Return the editors' terms for a list of just these words."""
    return DailyTerms(listed.terms, lasts_days)


@dataclass(frozen=True, slots=True)
class SmallList:
    """A list that is asked without a file."""

    about: ReportedList
    keys: frozenset[str]

    def holds(self, key: str) -> bool:
        return key in self.keys


def a_small_list(
    *keys: str, kind: ListKind = ListKind.NUMBERS, name: str = "numbers", reviewed: bool = False
) -> SmallList:
    """Return a list of these keys."""
    return SmallList(a_reported_list(name, kind, reviewed=reviewed), frozenset(keys))
