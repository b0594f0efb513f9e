"""`mingbian sync`: follow a feed, by net or by stick, and carry it on."""

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from ..assembly import Application
from ..model.language import Language
from ..model.sync_report import FeedStatus, SyncEnd, SyncOutcome, SyncProgress
from ..presentation.catalog import Catalog
from ..presentation.feed_lines import amount, outcome_lines, progress_line, status_lines
from ..services.sync_service import OfferedCard, SyncService
from ..sync.watching import SyncCancelledError, SyncWatcher
from .exit_status import ExitStatus
from .interrupts import calling_off
from .streams import say

T = TypeVar("T")


def run_sync(application: Application, arguments: argparse.Namespace, language: Language) -> int:
    """Do what the arguments say; raises UserFacingError."""
    service = application.sync_service()
    catalog = application.catalog(language)
    if arguments.add:
        return _add(service, arguments.add, catalog, asked=not arguments.yes)
    if arguments.status:
        _tell(status_lines(service.status(), catalog))
        return ExitStatus.ANSWERED
    if service.status().name is None:
        _tell(status_lines(service.status(), catalog))
        say(catalog.text("feed.how_to_add"))
        return ExitStatus.NOT_FOUND
    try:
        return _work(service, arguments, catalog)
    except (SyncCancelledError, KeyboardInterrupt):
        say("")
        say(catalog.text("feed.cancelled"))
        return ExitStatus.INTERRUPTED


def add_card(application: Application, file: Path, language: Language) -> int:
    """Offer a card with its words and add it by a yes only; raises UserFacingError."""
    return _add(application.sync_service(), file, application.catalog(language), asked=True)


def _work(service: SyncService, arguments: argparse.Namespace, catalog: Catalog) -> int:
    place, stick = arguments.place, arguments.make_stick
    if stick:
        size = _shown(catalog, lambda watcher: service.make_stick(stick, watcher))
        print(catalog.text("feed.stick_made", folder=str(stick), size=amount(size)))
        return ExitStatus.ANSWERED
    if place:
        outcome = _shown(catalog, lambda watcher: service.sync_from(place, watcher))
    else:
        outcome = _shown(catalog, service.sync)
    _tell(outcome_lines(outcome, catalog))
    return _status_of(outcome)


def _status_of(outcome: SyncOutcome) -> int:
    too_old = outcome.end is SyncEnd.UPDATE_PROGRAM
    return ExitStatus.PROGRAM_TOO_OLD if too_old else ExitStatus.ANSWERED


def _add(service: SyncService, file: Path, catalog: Catalog, *, asked: bool) -> int:
    offered = service.offered(file)
    _tell(_offer(offered, catalog))
    if asked and not _agreed(catalog):
        print(catalog.text("feed.not_added"))
        return ExitStatus.NOT_FOUND
    service.add(offered)
    print(catalog.text("feed.added"))
    return ExitStatus.ANSWERED


def _offer(offered: OfferedCard, catalog: Catalog) -> Iterator[str]:
    yield from status_lines(FeedStatus(offered.card.name, offered.card.url, offered.words), catalog)
    yield catalog.text("feed.compare")


def _agreed(catalog: Catalog) -> bool:
    """Ask; an end of the input is a no."""
    say(catalog.text("feed.ask_to_add"))
    return sys.stdin.readline().strip().lower() in ("y", "yes", "是", "好", "对")


def _shown(catalog: Catalog, work: Callable[[SyncWatcher], T]) -> T:
    """Run `work` and show how far it is: one line that is painted over, or lines in a log."""
    over = sys.stderr.isatty()
    last = ""

    def show(progress: SyncProgress) -> None:
        nonlocal last
        line = progress_line(progress, catalog)
        if over:
            sys.stderr.write(f"\r\x1b[K{line}")
            sys.stderr.flush()
        elif (name := catalog.text(f"feed.phase.{progress.phase.value}")) != last:
            last = name
            say(line)

    watcher = SyncWatcher(show)
    try:
        with calling_off(watcher):
            return work(watcher)
    finally:
        if over:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _tell(lines: Iterator[str]) -> None:
    for line in lines:
        print(line, flush=True)
