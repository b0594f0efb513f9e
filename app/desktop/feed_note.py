"""What the list's screen says of the last thing that was asked of it."""

from ..model.errors import UserFacingError
from ..model.sync_report import SyncOutcome
from ..presentation.catalog import Catalog
from ..presentation.error_card import error_card
from ..presentation.feed_lines import outcome_lines

Said = UserFacingError | SyncOutcome | tuple[str, dict[str, str]]


def note_of(said: Said | None, words: Catalog) -> str:
    """Return the sentences, "" while nothing has been asked."""
    match said:
        case UserFacingError() as error:
            card = error_card(error, words)
            return f"{card.title}\n{card.next_step}"
        case SyncOutcome() as outcome:
            return "\n".join(outcome_lines(outcome, words))
        case (key, values):
            return words.filled(key, values.items())
    return ""
