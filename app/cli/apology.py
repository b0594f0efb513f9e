"""Says in one calm line what went wrong."""

from pathlib import Path

from ..model.errors import UserFacingError
from ..presentation.catalog import Catalog
from ..presentation.error_card import ErrorCard, crash_card, error_card
from .streams import say


def apologise(error: Exception, catalog: Catalog) -> None:
    """Say a UserFacingError in its own words, and of anything else that the mistake is ours.

    Of a bug only the place is told: its words and its traceback may hold what a person pasted.
    """
    if isinstance(error, UserFacingError):
        _tell(error_card(error, catalog))
    else:
        _tell(crash_card(catalog), _place_of(error))


def _tell(card: ErrorCard, place: str = "") -> None:
    say(f"{card.title} {card.next_step} [{card.reference}{place}]")


def _place_of(bug: BaseException) -> str:
    """Return where it happened, without the words of the error."""
    trace = bug.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return ""
    file = Path(trace.tb_frame.f_code.co_filename).name
    return f" {type(bug).__name__} {file}:{trace.tb_lineno}"
