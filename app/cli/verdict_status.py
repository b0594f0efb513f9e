"""The exit status of one check."""

from ..model.verdict import VerdictLevel
from .exit_status import ExitStatus

_OF_LEVEL = {
    VerdictLevel.DANGER: ExitStatus.DANGER,
    VerdictLevel.CAUTION: ExitStatus.CAUTION,
    VerdictLevel.UNFINISHED: ExitStatus.UNFINISHED,
}


def status_of(level: VerdictLevel) -> ExitStatus:
    """Return the status of one check; OFFICIAL and UNKNOWN are plain answers, and neither calms."""
    return _OF_LEVEL.get(level, ExitStatus.ANSWERED)
