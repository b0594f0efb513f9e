"""What may be typed after `mingbian publish`."""

import argparse
from datetime import date
from pathlib import Path

from ..feed.repository_layout import TOP_ROLES
from ..model.language import Language

_KINDS = ("plain", "hosts", "csv", "taiwan-165", "urlhaus", "openphish")
_DESCRIPTION = """\
Make and sign a feed that programs follow. In this order: key (each person), init, sign (two root
keys), build, sign (two editors), refresh, rehearse, then upload FOLDER/public, timestamp.json last.
"""


def add_publish(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the program."""
    parser = commands.add_parser(
        "publish",
        help="sign and publish a feed of the register and of lists",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(title="steps", metavar="STEP", dest="step", required=True)
    _add_key(steps)
    _add_init(steps)
    _add_import(steps)
    _add_content(steps)
    _add_sign(steps)
    _add_refresh(steps)
    _add_rotate(steps)
    _add_card(steps)


def _step(
    steps: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, says: str
) -> argparse.ArgumentParser:
    parser = steps.add_parser(name, help=says, description=says)
    languages = [each.value for each in Language]
    parser.add_argument("--lang", choices=languages, default=argparse.SUPPRESS)
    return parser


def _add_key(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "key", "make one person's key: NEW.key.pem and its public NEW.pub.pem")
    parser.add_argument("new", type=Path, metavar="NEW", help="path without an ending")
    _add_passphrase(parser)


def _add_init(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "init", "begin a feed with the public parts of everybody's keys")
    _add_folder(parser)
    parser.add_argument("--name-zh", required=True, metavar="NAME")
    parser.add_argument("--name-en", required=True, metavar="NAME")
    parser.add_argument("--url", required=True, help="where public/ will lie, with a slash behind")
    parser.add_argument("--tables", default="", metavar="DIR", help="editors' tables, from FOLDER")
    for option, count in (("root", 3), ("editor", 2), ("snapshot", 1), ("timestamp", 1)):
        parser.add_argument(
            f"--{option}",
            nargs="+",
            type=Path,
            required=True,
            metavar="PUB",
            help=f"public parts, {count} or more",
        )


def _add_import(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "import", "take in a list that others publish")
    parser.add_argument("kind", choices=_KINDS, metavar="KIND", help=", ".join(_KINDS))
    parser.add_argument("file", type=Path, metavar="FILE")
    parser.add_argument("--feed", type=Path, required=True, metavar="FOLDER", dest="folder")
    parser.add_argument(
        "--about", type=Path, required=True, help="TOML: name, reason, source, licence and so on"
    )
    parser.add_argument(
        "--dated", type=date.fromisoformat, required=True, metavar="YYYY-MM-DD", help="day of FILE"
    )
    parser.add_argument(
        "--may-shrink", action="store_true", help="take it even if half of the list is gone"
    )


def _add_content(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    for name, says in (
        ("check", "look for faults in tables, patterns and lists"),
        ("build", "pack tables and lists, and lay them out to be signed"),
        ("daily", "lay out the lists that change every day, for the daily role to sign"),
        ("diff", "say what the laid out edition changes for people"),
        ("rehearse", "let real clients follow FOLDER/public before it is uploaded"),
    ):
        _add_folder(_step(steps, name, says))


def _add_sign(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "sign", "add one person's signature to what is laid out")
    _add_folder(parser)
    parser.add_argument("--key", type=Path, required=True, metavar="KEY")
    _add_passphrase(parser)


def _add_refresh(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "refresh", "publish what is signed; daily: sign a new timestamp")
    _add_folder(parser)
    parser.add_argument("--snapshot-key", type=Path, metavar="KEY")
    parser.add_argument("--timestamp-key", type=Path, required=True, metavar="KEY")
    _add_passphrase(parser)


def _add_rotate(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "rotate", "lay out a new root: with other keys, or only renewed")
    _add_folder(parser)
    parser.add_argument(
        "--replace",
        nargs=3,
        action="append",
        default=[],
        metavar=("ROLE", "OLD.pub.pem", "NEW.pub.pem"),
        help=f"ROLE is one of {', '.join(TOP_ROLES)}",
    )
    parser.add_argument("--cancel", action="store_true", help="take back a root not public yet")


def _add_card(steps: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    parser = _step(steps, "card", "write the feed card that people add, and say its words")
    _add_folder(parser)
    parser.add_argument("file", type=Path, metavar="FILE")


def _add_folder(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the feed's folder")


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file",
        type=Path,
        action="append",
        default=[],
        metavar="FILE",
        help="for scripts: its first line; one for each key, or one for all",
    )
