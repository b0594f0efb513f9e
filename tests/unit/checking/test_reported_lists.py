from datetime import date, timedelta

from app.checking.reported_lists import ReportedLists
from app.model.feed_index import ListKind
from tests.lists import a_small_list

ONE = a_small_list("+8613900000000", "12345678")
TWO = a_small_list("12345678", name="other")
SITES = a_small_list("bad.example", kind=ListKind.DOMAINS, name="sites")
EXPIRES = ONE.about.expires


def test_every_list_that_holds_a_key_is_named_in_order() -> None:
    lists = ReportedLists((TWO, ONE, SITES))
    found = lists.holding(ListKind.NUMBERS, ("12345678",), EXPIRES)
    assert found == (TWO.about, ONE.about)


def test_a_list_is_asked_about_its_own_kind_only() -> None:
    lists = ReportedLists((ONE, SITES))
    assert lists.holding(ListKind.NUMBERS, ("bad.example",), EXPIRES) == ()


def test_an_expired_list_is_not_asked() -> None:
    lists = ReportedLists((ONE,))
    assert lists.holding(ListKind.NUMBERS, ("12345678",), EXPIRES) != ()
    assert lists.holding(ListKind.NUMBERS, ("12345678",), EXPIRES + timedelta(1)) == ()


def test_no_lists_are_no_lists() -> None:
    assert not ReportedLists()
    assert ReportedLists((ONE,))
    assert ReportedLists().holding(ListKind.NUMBERS, ("1",), date(2026, 1, 1)) == ()


def test_what_is_set_free_may_change_while_it_runs() -> None:
    allowed: set[str] = set()
    lists = ReportedLists((ONE,), allowed)
    assert not lists.allows(("12345678",))
    allowed.add("12345678")
    assert lists.allows(("12345678",))
