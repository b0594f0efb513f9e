"""Where the frozen program begins; the clone begins at app/__main__.py."""

import re
import sys
from collections.abc import Sequence

from app.__main__ import main

_TRACKER = re.compile(r"from multiprocessing\.resource_tracker import main;\s*main\((\d+)\)")


def work_if_started_for_it(arguments: Sequence[str]) -> None:
    """Be the helper, and do not return, if this program has started itself to have one.

    Python starts a process for work apart with a mark of its own, and, Windows apart, one that
    tidies up with a command for an interpreter. No other command is ever carried out.
    """
    if arguments[1:2] == ["--multiprocessing-fork"]:
        from multiprocessing.spawn import freeze_support  # noqa: PLC0415 -- the window needs it last

        freeze_support()
    elif arguments[-2:-1] == ["-c"] and (tracker := _TRACKER.fullmatch(arguments[-1])):
        from multiprocessing.resource_tracker import main as track  # noqa: PLC0415 -- the same

        track(int(tracker[1]))
        sys.exit(0)


if __name__ == "__main__":
    work_if_started_for_it(sys.argv)
    sys.exit(main())
