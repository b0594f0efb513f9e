"""`mingbian selftest`: whether this installation works, line by line."""

import tempfile
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, time
from pathlib import Path

from ..assembly import Application
from ..feed.golden_messages import read_golden
from ..host.clock import MAINLAND, FixedClock
from ..host.paths import Paths
from ..model.errors import UserFacingError
from ..model.freshness import AgeLimits, freshness_of
from ..model.language import Language
from ..model.submission import Submission
from ..model.verdict import VerdictLevel
from ..presentation.plain_text import plain_text
from ..version import RELEASED_ON, VERSION
from .exit_status import ExitStatus
from .selftest_parts import Remark, parts_remarks, place_remarks, trust_remarks

TryScreens = Callable[[Application], Iterator[Remark]]


def run_selftest(
    application: Application, language: Language, try_screens: TryScreens | None = None
) -> int:
    """Report each step; stop at the first that makes the later ones senseless.

    A person's own files are left alone: all is built in a temporary folder.
    """
    print(f"mingbian {VERSION}")
    with tempfile.TemporaryDirectory() as folder:
        trial = Application(Paths(application.paths.resources, Path(folder)), application.clock)
        works = _report(place_remarks(application.paths))
        works &= _report(trust_remarks(application.paths, application.clock.today()))
        works &= _report(_remarks(trial, language))
        works &= _report(parts_remarks())
        if try_screens is not None:
            works &= _report(try_screens(trial))
    return ExitStatus.ANSWERED if works else ExitStatus.FAILED


def _report(remarks: Iterable[Remark]) -> bool:
    """Print each remark, and tell whether all of them are good."""
    good = True
    for works, line in remarks:
        print(f"{'ok  ' if works else 'FAIL'} {line}", flush=True)
        good = good and works
    return good


def _remarks(application: Application, language: Language) -> Iterator[Remark]:
    for step in (_resources, _register, _verdicts):
        try:
            yield from step(application, language)
        except UserFacingError as error:
            yield False, f"{error.reference} {error.values}"
            return


def _resources(application: Application, _: Language) -> Iterator[Remark]:
    for name in ("i18n", "advice", "register", "lists", "patterns", "numbering"):
        folder = application.paths.resources / name
        files = sum(1 for _ in folder.rglob("*.toml"))
        yield files > 0, f"resources/{name}: {files} files"


def _register(application: Application, _: Language) -> Iterator[Remark]:
    register = application.check_service().knowledge.register
    counts = (
        f"{len(register.organizations)} organisations, {len(register.numbers)} numbers, "
        f"{len(register.domains)} domains, {len(register.patterns)} patterns"
    )
    yield bool(register.numbers), f"register of {register.as_of}: {counts}"
    age = freshness_of(
        register.as_of, application.clock.today(), AgeLimits(), released_on=RELEASED_ON
    )
    yield True, f"list age: {age.value}"


def _verdicts(application: Application, language: Language) -> Iterator[Remark]:
    golden = read_golden(application.paths.resources / "selftest" / "golden.toml")
    judge = judging(application, language)
    for each in golden:
        level = judge(each.submission)
        yield level in each.levels, f"{each.name}: {level.value}"


def judging(application: Application, language: Language) -> Callable[[Submission], VerdictLevel]:
    """Return what judges a message, and has the verdict put into words as well."""
    # On the list's own day: the messages test the program, and the calendar has its own line.
    day = max(RELEASED_ON, application.check_service().knowledge.as_of)
    clock = FixedClock(datetime.combine(day, time(12), MAINLAND))
    service = Application(application.paths, clock).check_service()
    catalog = application.catalog(language)

    def judge(submission: Submission) -> VerdictLevel:
        report = service.check(submission)
        plain_text(service.card(report, language), catalog)
        return report.verdict.level

    return judge
