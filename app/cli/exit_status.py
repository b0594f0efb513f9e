"""What the command tells the shell."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """Documented in `--help`; scripts rely on these numbers."""

    ANSWERED = 0
    FAILED = 1
    USAGE = 2
    NOT_FOUND = 3
    PROGRAM_TOO_OLD = 4
    CAUTION = 10
    DANGER = 20
    UNFINISHED = 30
    INTERRUPTED = 130
