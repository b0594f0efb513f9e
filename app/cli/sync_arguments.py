"""What may be typed after `mingbian sync`."""

import argparse
from pathlib import Path

from ..model.language import Language


def add_sync(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "sync",
        help="fetch a newer list, by net or from a stick",
        description="Follow the feed whose card was added. Only its server is asked; nothing "
        "of what you check is ever sent. Exit status: 0 done or nothing new, 1 failed, 3 no feed "
        "was added, 4 this program is too old for the feed, 130 called off.",
    )
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--add", type=Path, metavar="CARD", help="follow the feed of this card")
    act.add_argument(
        "--from", type=Path, metavar="FOLDER|ZIP", dest="place", help="update from a stick"
    )
    act.add_argument(
        "--make-stick", type=Path, metavar="FOLDER", help="copy the feed for a computer offline"
    )
    act.add_argument("--status", action="store_true", help="tell which list is in use")
    parser.add_argument(
        "--yes", action="store_true", help="with --add: the words were compared, do not ask"
    )
    languages = [each.value for each in Language]
    parser.add_argument("--lang", choices=languages, default=argparse.SUPPRESS)
