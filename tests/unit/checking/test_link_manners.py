"""How a link fits the text around it."""

import pytest

from app.checking.host_endings import load_host_endings
from app.checking.link_manners import MADE_UP, NAMELESS, RARE_ENDING, manners
from tests.builders import a_register, read
from tests.shipped import RESOURCES

NOTHING_LISTED = a_register()
ENDINGS = load_host_endings(RESOURCES)


def seen(text: str) -> set[str]:
    return set(manners(text, read(text, NOTHING_LISTED).links, ENDINGS))


@pytest.mark.parametrize(
    "text",
    [
        "Riverbend Dental: confirm at https://riverbenddental.com/c/4",
        "Riverbend: your visit is due, riverbend.booking.co.uk/x",
        "Your river-bend order has shipped, see riverbend.io",
        "Tickets of Splendid Strings are at tix.splendidmusic.com.au",
    ],
)
def test_a_firm_that_names_itself_in_both_has_nothing_odd(text: str) -> None:
    assert seen(text) == set()


@pytest.mark.parametrize(
    ("text", "oddity"),
    [
        ("Your parcel is held, see https://quietsea.com/a", NAMELESS),
        ("Riverbend: your parcel is held, see https://riverbend.top/a", RARE_ENDING),
        ("Riverbend: your parcel is held, see https://riverbend-help.com/a", MADE_UP),
        ("Riverbend: your parcel is held, see https://riverbend24.com/a", MADE_UP),
        ("Rvrbnd: your parcel is held, see https://rvrbnd.com/a", MADE_UP),
        ("held: https://riverbend.com/a and https://quietsea.com/b by Riverbend", NAMELESS),
    ],
)
def test_each_oddity_is_seen_by_itself(text: str, oddity: str) -> None:
    assert seen(text) == {oddity}


def test_the_link_itself_does_not_name_its_host() -> None:
    assert seen("https://riverbend.com/riverbend https://riverbend.com") == {NAMELESS}


def test_a_short_label_in_a_longer_word_names_nobody() -> None:
    assert seen("total is due: https://tal.com/a") == {NAMELESS}


def test_many_links_of_a_long_text_are_told_by_the_first() -> None:
    text = " ".join(f"https://quiet{chr(97 + n % 26)}{'a' * n}.com/a" for n in range(300))
    assert seen(text) == {NAMELESS}
