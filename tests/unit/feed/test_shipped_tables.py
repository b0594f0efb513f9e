"""The editors' lint: every rule over the tables that ship, and what must be found in them."""

import re
from collections import Counter

import pytest
from msgspec.structs import replace

from app.checking.host_endings import load_host_endings
from app.checking.knowledge import Knowledge
from app.model.indicator import ShortCode
from app.model.language import LocalizedText
from app.model.records import (
    Answer,
    HostRole,
    NeverKind,
    NumberKind,
    OfficialNumber,
    Sector,
    Standing,
)
from app.model.register import Register
from app.model.text_span import Span
from tests.architecture.words import PROMISES
from tests.shipped import RESOURCES, shipped_register

QUOTED = re.compile("“安全账户”|国家安全|安全生产|“safe account”")


@pytest.fixture(scope="module")
def register() -> Register:
    return shipped_register()


@pytest.fixture(scope="module")
def numbers(register: Register) -> dict[str, OfficialNumber]:
    return {each.key: each for each in register.numbers}


def own_words(register: Register) -> list[LocalizedText]:
    return [
        *(each.note for each in register.organizations if each.note),
        *(each.note for each in register.numbers if each.note),
        *(each.statement for each in register.never_statements),
        *(each.note for each in register.reported),
        *(each.note for each in register.apps),
    ]


def test_all_517_organisations_are_there(register: Register) -> None:
    assert len(register.organizations) == 517


def test_all_801_numbers_are_there_and_the_one_that_closes_a_list(register: Register) -> None:
    assert len(register.numbers) == 801 + 1
    assert [each.organization_id for each in register.numbers if each.key == "021-95520"] == [
        "juneyao"
    ]


def test_all_413_domains_are_there(register: Register) -> None:
    assert len(register.domains) == 413


def test_all_61_statements_are_there(register: Register) -> None:
    assert len(register.never_statements) == 61
    assert len({each.organization_id for each in register.never_statements}) == 29


def test_every_sector_has_organisations(register: Register) -> None:
    assert {each.sector for each in register.organizations} == set(Sector)


def test_every_list_is_there(register: Register) -> None:
    assert len(register.known_hosts) == 43 + 48 - 4 + 2500  # four are in both of the first lists
    assert len(register.apps) == 6 + 14 + 9 + 8 - 4  # four fake ones are in two lists
    assert len(register.reported) == 11 + 12


def test_the_register_says_what_95152_is_and_since_when(
    numbers: dict[str, OfficialNumber],
) -> None:
    douyin = numbers["95152"]
    assert (douyin.organization_id, douyin.standing) == ("douyin", Standing.DOCUMENTED)
    assert (douyin.since, douyin.calls_out, douyin.sends_sms) == (
        "2025-12",
        Answer.YES,
        Answer.YES,
    )


@pytest.mark.parametrize("key", ["12308", "12367", "+864006700700", "+864008108866"])
def test_a_receive_only_line_never_calls_out(numbers: dict[str, OfficialNumber], key: str) -> None:
    assert numbers[key].calls_out is Answer.NO


def test_96110_and_12340_are_themselves_behind_any_area_code(register: Register) -> None:
    assert {each.key for each in register.numbers if each.area_codes} == {"96110", "12340"}
    code = ShortCode("96110", "0536-96110", Span(0, 10), "0536")
    assert [each.key for each in Knowledge(register).official_numbers(code)] == ["96110"]


@pytest.mark.parametrize("digits", ["121231200", "12110371"])
def test_a_code_with_its_place_digits_is_known(register: Register, digits: str) -> None:
    code = ShortCode(digits, digits, Span(0, len(digits)))
    (found,) = Knowledge(register).official_numbers(code)
    assert digits.startswith(found.key)


def test_110_behind_an_area_code_is_reported_and_not_reviewed(register: Register) -> None:
    reported = Knowledge(register).reported("0311-110")
    assert reported is not None
    assert not reported.reviewed


def test_every_documented_number_tells_what_it_does(register: Register) -> None:
    assert [
        each.key
        for each in register.numbers
        if each.standing is Standing.DOCUMENTED and each.note is None
    ] == []


def test_every_emergency_and_government_number_tells_what_it_does(register: Register) -> None:
    public = {each.id for each in register.organizations if each.sector is Sector.GOVERNMENT}
    assert [
        each.key
        for each in register.numbers
        if (each.kind is NumberKind.EMERGENCY or each.organization_id in public)
        and each.note is None
    ] == []


def test_a_code_holder_is_named_as_somebody_who_may_rent_it_out(register: Register) -> None:
    held = [each for each in register.numbers if each.standing is Standing.CODE_HOLDER_ONLY]
    assert len(held) == 39
    assert all(each.note and "转租" in each.note.zh for each in held)


def test_a_400_number_sends_no_sms(register: Register) -> None:
    assert {
        each.sends_sms for each in register.numbers if re.match(r"\+86[48]00\d{7}$", each.key)
    } == {Answer.NO}


def test_nothing_known_in_common_alone_sends_sms(numbers: dict[str, OfficialNumber]) -> None:
    assert {numbers["10010"].sends_sms, numbers["10000"].sends_sms} == {Answer.UNKNOWN}


def test_only_dated_statements_close_a_list(register: Register) -> None:
    closed = {each.id for each in register.organizations if each.closed_numbers}
    assert closed == {"credit-reference", "juneyao"}
    assert {each.id for each in register.organizations if each.closed_domains} == {
        "credit-reference"
    }
    told = {each.organization_id for each in register.never_statements}
    assert closed <= told


def test_a_statement_that_may_decide_alone_names_its_act(register: Register) -> None:
    silent = {
        each.id
        for each in register.never_statements
        if each.recent and each.kind is not NeverKind.CHANNEL and not each.slots
    }
    assert silent == {"mohrss.card_suspended"}  # two things at once; neither decides alone


def test_douyin_says_it_has_no_live_membership(register: Register) -> None:
    (never,) = [each for each in register.never_statements if each.id == "douyin.live_membership"]
    assert never.recent
    assert never.slots == ("product.live_membership",)


def test_a_host_has_one_role(register: Register) -> None:
    assert max(Counter(each.host for each in register.known_hosts).values()) == 1


def test_no_well_known_site_is_one_that_the_register_or_its_ending_tells_better(
    register: Register,
) -> None:
    known = Knowledge(replace(register, known_hosts=()), endings=load_host_endings(RESOURCES))
    own = [each.host for each in register.known_hosts if each.role is HostRole.OWN_SITE]
    assert [host for host in own if not known.place_of(host).is_unlisted] == []


def test_no_sentence_promises_that_anything_is_safe(register: Register) -> None:
    promises = [
        text
        for words in own_words(register)
        for text, promise in ((words.zh, PROMISES["zh"]), (words.en, PROMISES["en"]))
        if promise.search(QUOTED.sub("", text))
    ]
    assert promises == []


def test_the_mainland_has_no_foreign_countries_around_it(register: Register) -> None:
    assert [words.en for words in own_words(register) if "foreign" in words.en.lower()] == [
        words.en for words in own_words(register) if "foreign ministry" in words.en.lower()
    ]
