"""What may be typed after `mingbian`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from ..model.language import Language
from ..model.submission import Channel
from ..version import VERSION

_EPILOG = """\
exit status:
  0    on the list, or no record (neither means harmless); with --jsonl: every line answered
  10   caution      20  danger      30  could not finish
  1    the program failed      2  wrong usage      3  lookup found nothing, or no feed
  4    sync: this program is too old for the feed
  130  interrupted
"""


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Read what was typed, the process's own arguments if none are given.

    `command` is None for the window. Ends the process after `--help`, or with wrong usage.
    """
    # The parsers of all the commands take as long to make as the window takes to be painted.
    return _typed_for_window(arguments) or argument_parser().parse_args(arguments)


def _typed_for_window(arguments: Sequence[str] | None) -> argparse.Namespace | None:
    """Read what the window knows; None if anything else was typed."""
    try:
        parsed, rest = _window_parser(exit_on_error=False).parse_known_args(arguments)
    except argparse.ArgumentError:
        return None
    return None if rest else parsed


def argument_parser() -> argparse.ArgumentParser:
    """Return the parser of everything; `command` is None for the window."""
    from .publish_arguments import add_publish  # noqa: PLC0415 -- as above
    from .sync_arguments import add_sync  # noqa: PLC0415

    parser = argparse.ArgumentParser(
        prog="mingbian",
        description="明辨: check a suspicious number, message or link, offline. "
        "Without a command it opens the window.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[_window_parser()],
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command")
    _add_check(commands)
    _add_lookup(commands)
    _add_allow(commands)
    _add_appeal(commands)
    _add_selftest(commands)
    add_publish(commands)
    add_sync(commands)
    _add_licences(commands)
    return parser


def _window_parser(*, exit_on_error: bool = True) -> argparse.ArgumentParser:
    """Return the parser of what the window knows, without help and without shortened names."""
    parser = argparse.ArgumentParser(
        prog="mingbian", add_help=False, allow_abbrev=False, exit_on_error=exit_on_error
    )
    parser.set_defaults(command=None)
    parser.add_argument("--version", action="version", version=f"mingbian {VERSION}")
    parser.add_argument("--home", type=Path, metavar="DIR", help="keep all your files in DIR")
    parser.add_argument(
        "--desk",
        metavar="NAME",
        default="",
        help="the window for a shared computer: case codes, wipes itself, counts a shift",
    )
    parser.add_argument(
        "--card",
        type=Path,
        nargs="?",  # a menu entry that is opened without a file leaves nothing after it
        metavar="FILE",
        help="open with this feed card, and show the words to compare before it is added",
    )
    _add_language(parser, None)
    return parser


def _add_check(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "check",
        help="check a number, a message or a link",
        description="Check TEXT, or what comes from standard input. Nothing leaves this computer.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("text", nargs="*", metavar="TEXT", help="what to check")
    parser.add_argument("--sender", help="who sent the SMS or called, as the phone shows it")
    parser.add_argument("--channel", choices=[each.value for each in Channel], help="how it came")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="answer as one JSON object")
    form.add_argument(
        "--jsonl",
        action="store_true",
        help='read {"id": …, "text": …, "sender": …} lines, answer each with one line',
    )
    parser.add_argument(
        "--file",
        type=Path,
        metavar="FILE",
        help="check every row of a table (csv, xlsx, xls, ods) or every line of a text file",
    )
    parser.add_argument(
        "--column", metavar="NAME", help="which column of FILE; the likeliest if not given"
    )
    parser.add_argument(
        "--out", type=Path, metavar="FILE.csv", help="where the answers of --file go"
    )
    _add_language(parser, argparse.SUPPRESS)


def _add_lookup(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "lookup",
        help="find an organisation's published numbers and sites",
        description="Show the register's rows of every organisation whose name contains NAME.",
    )
    parser.add_argument("name", nargs="+", metavar="NAME")
    _add_language(parser, argparse.SUPPRESS)


def _add_allow(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "allow",
        help="set a wrong mark of a list aside on this computer",
        description="Keep the big lists of reported numbers and sites silent about KEY. "
        "Every other check goes on as before.",
    )
    parser.add_argument("key", nargs="*", metavar="KEY", help="a number or a site")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--remove", action="store_true", help="have the lists speak of it again")
    form.add_argument("--show", action="store_true", help="show what is set aside")
    _add_language(parser, argparse.SUPPRESS)


def _add_appeal(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "appeal",
        help="print a page to appeal against being listed",
        description="Print which lists hold KEY, why, and where to complain.",
    )
    parser.add_argument("key", nargs="+", metavar="KEY", help="a number or a site")
    _add_language(parser, argparse.SUPPRESS)


def _add_selftest(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "selftest",
        help="build the register in a temporary folder and judge messages of our own",
        description="Check this installation. Reports each step; exit status 1 if one fails.",
    )
    _add_language(parser, argparse.SUPPRESS)


def _add_licences(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = commands.add_parser(
        "licences",
        help="whose software is inside, and under which terms",
        description="Print the licences of this program and of everything that came with it.",
    )
    _add_language(parser, argparse.SUPPRESS)


def _add_language(parser: argparse.ArgumentParser, default: str | None) -> None:
    choices = [each.value for each in Language]
    parser.add_argument("--lang", choices=choices, default=default, help="language of the answer")
