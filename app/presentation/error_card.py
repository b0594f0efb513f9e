"""Words for trouble that a person can do something about."""

from msgspec import Struct

from ..model.errors import UserFacingError
from .catalog import Catalog


class ErrorCard(Struct, frozen=True):
    """`title` says what happened, `next_step` what to do, `reference` what to quote when asking."""

    reference: str
    title: str
    next_step: str


def error_card(error: UserFacingError, catalog: Catalog) -> ErrorCard:
    """Say the error in the catalog's language."""
    return _card(error.reference, dict(error.values), catalog)


def crash_card(catalog: Catalog) -> ErrorCard:
    """Say that the mistake is ours, without a word of what was pasted."""
    return _card("crash", {}, catalog)


def _card(reference: str, values: dict[str, str], catalog: Catalog) -> ErrorCard:
    key = f"error.{reference}"
    return ErrorCard(
        reference,
        catalog.filled(f"{key}.title", values.items()),
        catalog.filled(f"{key}.next_step", values.items()),
    )
