"""The command `mingbian`."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from ..assembly import Application, build_application
from ..model.language import Language
from .arguments import parse_arguments
from .exit_status import ExitStatus
from .streams import forget_output, say, speak_utf8

OpenWindow = Callable[[Application, Language | None, str, Path | None], int | None]
TryScreens = Callable[[Application], Iterator[tuple[bool, str]]]


def main(
    arguments: Sequence[str] | None = None,
    open_window: OpenWindow | None = None,
    try_screens: TryScreens | None = None,
) -> int:
    """Run the command and return its exit status. People never see a traceback.

    Without a command the window opens, or the terminal asks where `open_window` gives None.
    `try_screens` opens every screen for the self-test.
    """
    speak_utf8()
    parsed = parse_arguments(arguments)
    language = choose_language(parsed.lang, os.environ)
    application = build_application(parsed.home)
    try:
        if parsed.command:
            return _run(application, parsed, language, try_screens)
        asked = Language(parsed.lang) if parsed.lang else None

        def window() -> int | None:
            if open_window is None:
                return None
            return open_window(application, asked, parsed.desk, parsed.card)

        return _window_or_terminal(application, language, window, parsed.card)
    except KeyboardInterrupt:
        return ExitStatus.INTERRUPTED
    except BrokenPipeError:
        forget_output(sys.stdout)
        return ExitStatus.ANSWERED
    except Exception as error:  # noqa: BLE001 -- the last door
        from .apology import apologise  # noqa: PLC0415 -- the window starts before it is needed

        apologise(error, application.catalog(language))
        return ExitStatus.FAILED


def choose_language(asked: str | None, environment: Mapping[str, str]) -> Language:
    """Prefer what was asked for, then the computer's language; Chinese unless that is English."""
    if asked:
        return Language(asked)
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable):
            return Language.EN if value.startswith("en") else Language.ZH
    return Language.ZH


def _run(
    application: Application,
    parsed: argparse.Namespace,
    language: Language,
    try_screens: TryScreens | None,
) -> int:
    # Each command is imported only when called: the window starts before their parts are needed.
    match parsed.command:
        case "check":
            from .check_command import run_check  # noqa: PLC0415

            return run_check(application, parsed, language)
        case "lookup":
            from .lookup_command import run_lookup  # noqa: PLC0415

            return run_lookup(application, " ".join(parsed.name), language)
        case "licences":
            from .licences_command import run_licences  # noqa: PLC0415

            return run_licences(application, language)
        case "selftest":
            from .selftest_command import run_selftest  # noqa: PLC0415

            return run_selftest(application, language, try_screens)
        case _:
            return _run_about_lists(application, parsed, language)


def _run_about_lists(
    application: Application, parsed: argparse.Namespace, language: Language
) -> int:
    match parsed.command:
        case "sync":
            from .sync_command import run_sync  # noqa: PLC0415

            return run_sync(application, parsed, language)
        case "allow":
            from .allow_command import run_allow  # noqa: PLC0415

            return run_allow(application, parsed, language)
        case "appeal":
            from .appeal_command import run_appeal  # noqa: PLC0415

            return run_appeal(application, " ".join(parsed.key), language)
        case _:
            from .publish_command import run_publish  # noqa: PLC0415

            return run_publish(application, parsed, language)


def _window_or_terminal(
    application: Application,
    language: Language,
    open_window: Callable[[], int | None],
    card: Path | None,
) -> int:
    status = open_window()
    if status is not None:
        return status
    if card is not None:
        from .sync_command import add_card  # noqa: PLC0415

        return add_card(application, card, language)
    from .check_command import converse  # noqa: PLC0415

    say(application.catalog(language).text("cli.no_window"))
    return converse(application, language)
