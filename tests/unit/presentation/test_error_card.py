"""Words for trouble."""

import pytest

from app.model.errors import InvalidTableError, RegisterUnavailableError, UserFacingError
from app.model.language import Language
from app.presentation.error_card import crash_card, error_card
from tests.shipped import shipped_words

ERRORS = (
    InvalidTableError("invalid-table", table="bank.toml", row="icbc", rule="no source"),
    RegisterUnavailableError("register-unavailable", cause="disk full"),
)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("error", ERRORS)
def test_every_error_has_a_title_and_a_next_step(
    error: UserFacingError, language: Language
) -> None:
    card = error_card(error, shipped_words(language))
    assert card.reference == error.reference
    assert card.title
    assert card.next_step
    said = card.title + card.next_step
    assert all(value in said for value in error.values.values())


def test_a_crash_does_not_blame_the_person() -> None:
    assert "不是您的错" in crash_card(shipped_words(Language.ZH)).title
