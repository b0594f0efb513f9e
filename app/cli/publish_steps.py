"""The steps of `mingbian publish`, from what was typed to what is said."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from getpass import getpass
from itertools import chain, repeat
from pathlib import Path

from ..assembly import Application, GoldenTrial
from ..feed.feed_card import EXTENSION, fingerprint_words, write_card
from ..feed.voice_words import read_voice_words
from ..host.paths import Paths
from ..model.errors import UserFacingError
from ..model.language import Language, LocalizedText
from ..presentation.catalog import Catalog
from ..publishing.feed_config import FeedConfig
from ..publishing.importers.kinds import ImportKind
from ..publishing.importing import Source
from ..publishing.key_files import create_key
from ..publishing.linting import Judge, Program
from ..publishing.publisher import KeyChange, LockedKey, Publisher, begin
from ..publishing.workspace import write_at_once
from . import publish_words as words
from .exit_status import ExitStatus
from .selftest_command import judging
from .streams import say

_WORDS_IN_A_BREATH = 3
_LONG_STEPS = frozenset({"check", "build", "daily", "diff", "rehearse"})


def run_step(application: Application, parsed: argparse.Namespace, language: Language) -> int:
    """Run the step that was typed; errors as `Publisher`."""
    catalog = application.catalog(language)
    match parsed.step:
        case "key":
            return _key(parsed, catalog)
        case "init":
            return _init(application, parsed, catalog)
    with tempfile.TemporaryDirectory() as home:

        def judge_over(resources: Path) -> Judge:
            trial = Application(Paths(resources, Path(home)), application.clock)
            return judging(trial, language)

        resources = application.paths.resources
        program = Program(resources, judge_over, GoldenTrial(resources))
        publisher = Publisher(parsed.folder, program, application.clock.now())
        return _Steps(publisher, parsed, catalog, resources).run()


class _Steps:
    """The steps that need a feed's folder."""

    def __init__(
        self,
        publisher: Publisher,
        parsed: argparse.Namespace,
        catalog: Catalog,
        resources: Path,
    ) -> None:
        self._publisher = publisher
        self._parsed = parsed
        self._catalog = catalog
        self._resources = resources

    def run(self) -> int:
        steps = {
            "check": self._check,
            "build": self._build,
            "daily": self._daily,
            "diff": self._diff,
            "sign": self._sign,
            "refresh": self._refresh,
            "rotate": self._rotate,
            "rehearse": self._rehearse,
            "import": self._import,
            "card": self._card,
        }
        if self._parsed.step in _LONG_STEPS:
            say(self._catalog.text("publish.working"))
        return steps[self._parsed.step]()

    def _check(self) -> int:
        config = self._publisher.config
        if config.lists and not config.popular:
            say(self._catalog.text("publish.no_popular"))
        count = 0
        for count, fault in enumerate(self._publisher.check(), 1):  # noqa: B007 - told below
            print(words.fault(fault, self._catalog), flush=True)
        say(self._catalog.text("publish.checked", count=str(count)))
        return ExitStatus.FAILED if count else ExitStatus.ANSWERED

    def _build(self) -> int:
        built = self._publisher.build(_progress)
        if built is None:
            return _tell([self._catalog.text("publish.unchanged")])
        return _tell(words.built(built, self._catalog))

    def _daily(self) -> int:
        built = self._publisher.build_daily(_progress)
        return _tell(words.built(built, self._catalog, "publish.built_daily"))

    def _diff(self) -> int:
        return _tell(words.changes(self._publisher.changes(), self._catalog))

    def _sign(self) -> int:
        (passphrase,) = _passphrases(self._parsed, [self._parsed.key], self._catalog)
        standings = self._publisher.sign(LockedKey(self._parsed.key, passphrase))
        return _tell(words.standings(standings, self._catalog))

    def _refresh(self) -> int:
        files = [self._parsed.timestamp_key, self._parsed.snapshot_key]
        given = [each for each in files if each]
        passphrases = _passphrases(self._parsed, given, self._catalog)
        timestamp, *snapshot = map(LockedKey, given, passphrases)
        release = self._publisher.refresh(snapshot[0] if snapshot else None, timestamp)
        return _tell(words.release(release, self._catalog))

    def _rotate(self) -> int:
        if self._parsed.cancel:
            self._publisher.cancel_rotation()
            return _tell([self._catalog.text("publish.rotation_cancelled")])
        changes = [KeyChange(role, Path(old), Path(new)) for role, old, new in self._parsed.replace]
        editors_sign = self._publisher.rotate(changes)
        who = "publish.rotated_editors" if editors_sign else "publish.rotated"
        return _tell([self._catalog.text(who)])

    def _rehearse(self) -> int:
        return _tell(words.rehearsed(self._publisher.rehearse(), self._catalog))

    def _import(self) -> int:
        parsed = self._parsed
        source = Source(ImportKind(parsed.kind), parsed.file, parsed.about, parsed.dated)
        report = self._publisher.take_in(source, _progress, may_shrink=parsed.may_shrink)
        lines = words.imported(report, self._catalog)
        config = self._publisher.config
        if report.name not in (*config.lists, *config.daily.lists):
            lines.append(self._catalog.text("publish.not_named", name=report.name))
        return _tell(lines)

    def _card(self) -> int:
        card = self._publisher.card()
        file = self._parsed.file
        if file.suffix != EXTENSION:
            file = file.with_name(file.name + EXTENSION)
        write_at_once(file, write_card(card))
        spoken = fingerprint_words(card, read_voice_words(self._resources))
        return _tell(
            [self._catalog.text("publish.card", name=file.name), *map("  ".join, _breaths(spoken))]
        )


def _key(parsed: argparse.Namespace, catalog: Catalog) -> int:
    (passphrase,) = _passphrases(parsed, [parsed.new], catalog, twice=True)
    private, public = create_key(parsed.new, passphrase)
    return _tell([catalog.text("publish.key", private=private.name, public=public.name)])


def _init(application: Application, parsed: argparse.Namespace, catalog: Catalog) -> int:
    keys = {
        "root": parsed.root,
        "targets": parsed.editor,
        "snapshot": parsed.snapshot,
        "timestamp": parsed.timestamp,
    }
    name = LocalizedText(zh=parsed.name_zh, en=parsed.name_en)
    config = FeedConfig(name, parsed.url, tables=parsed.tables)
    try:
        standings = begin(parsed.folder, config, keys, application.clock.now())
    except ValueError as error:
        raise UserFacingError("bad-feed-name", cause=str(error)) from error
    return _tell([catalog.text("publish.begun"), *words.standings(standings, catalog)])


def _passphrases(
    parsed: argparse.Namespace, keys: Sequence[Path], catalog: Catalog, *, twice: bool = False
) -> list[str]:
    """Read one passphrase for each key, from files if they are named, else from the person."""
    files: list[Path] = parsed.passphrase_file
    if files:
        read = [each.read_text(encoding="utf-8").partition("\n")[0] for each in files]
        return [each for each, _ in zip(chain(read, repeat(read[-1])), keys, strict=False)]
    return [_asked(each.name, catalog, twice=twice) for each in keys]


def _asked(name: str, catalog: Catalog, *, twice: bool) -> str:
    passphrase = getpass(catalog.text("publish.passphrase", name=name))
    if twice and getpass(catalog.text("publish.passphrase_again")) != passphrase:
        raise UserFacingError("passphrase-differs")
    return passphrase


def _breaths(spoken: Sequence[LocalizedText]) -> Iterator[list[str]]:
    for start in range(0, len(spoken), _WORDS_IN_A_BREATH):
        yield [f"{each.zh} {each.en}" for each in spoken[start : start + _WORDS_IN_A_BREATH]]


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty() and total:
        print(f"\r{done * 100 // total} %", end="" if done < total else "\n", file=sys.stderr)


def _tell(lines: Sequence[str]) -> int:
    for line in lines:
        print(line)
    return ExitStatus.ANSWERED
