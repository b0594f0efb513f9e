from datetime import date
from pathlib import Path

import pytest

from app.checking.knowledge import Knowledge
from app.feed.reader_canon import ReaderCanon
from app.host.allow_list import AllowList
from app.model.errors import UserFacingError
from app.model.feed_index import ListKind
from app.services.list_service import ListService
from tests.builders import the_links, the_numbers
from tests.lists import a_small_list
from tests.number_cases import REGISTER

NUMBERS = a_small_list("+8613900000000", "95588")
SITES = a_small_list("bad.example", kind=ListKind.DOMAINS, name="sites")


@pytest.fixture
def service(tmp_path: Path) -> ListService:
    allow_list = AllowList(tmp_path / "allowed.txt")
    knowledge = Knowledge(REGISTER, (NUMBERS, SITES), allow_list)
    canon = ReaderCanon(the_numbers(), the_links())
    return ListService(knowledge, canon, allow_list, lambda: date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("139 0000 0000", "+8613900000000"),
        ("Bad.Example", "bad.example"),
        ("https://www.bad.example/x?y", "www.bad.example"),
    ],
)
def test_a_key_is_read_as_people_write_it(service: ListService, text: str, key: str) -> None:
    assert service.key_of(text) == key
    assert service.allow(text) == key
    assert service.allowed == (key,)
    assert service.forget(text)
    assert not service.forget(text)


@pytest.mark.parametrize("text", ["", "  ", "你好", "95588 和 95555", "https://"])
def test_what_is_neither_number_nor_site_is_said_so(service: ListService, text: str) -> None:
    for action in (service.key_of, service.allow, service.forget, service.marks):
        with pytest.raises(UserFacingError) as caught:
            action(text)
        assert caught.value.reference == "no-such-key"


def test_marks_are_told_even_of_what_is_set_aside_or_official(service: ListService) -> None:
    service.allow("13900000000")
    assert service.marks("13900000000") == (NUMBERS.about,)
    assert service.marks("95588") == (NUMBERS.about,)
    assert service.marks("a.bad.example") == (SITES.about,)
    assert service.marks("13900000001") == ()


def test_a_disk_that_will_not_have_it_is_said_calmly(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    allow_list = AllowList(tmp_path / "file" / "allowed.txt")
    canon = ReaderCanon(the_numbers(), the_links())
    service = ListService(Knowledge(REGISTER), canon, allow_list, lambda: date(2026, 11, 22))
    with pytest.raises(UserFacingError) as caught:
        service.allow("13900000000")
    assert caught.value.reference == "allow-list-unwritable"
