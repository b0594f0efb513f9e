"""Case codes."""

from app.services.case_codes import LETTERS, new_case_code


def test_codes_are_short_and_have_no_letters_that_are_taken_for_others() -> None:
    for _ in range(500):
        code = new_case_code()
        assert len(code) == 5
        assert not set(code) & set("01OIL5S8BZ")
        assert set(code) <= set(LETTERS)


def test_codes_do_not_repeat_within_a_shift() -> None:
    codes = [new_case_code() for _ in range(300)]
    assert len(set(codes)) >= 299
