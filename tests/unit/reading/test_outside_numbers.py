from app.reading.outside_numbers import look


def test_a_region_is_told_for_a_number_that_can_exist() -> None:
    assert look("85251234567") == ("HK", True, True)


def test_a_calling_code_that_does_not_exist_has_no_region() -> None:
    assert look("2101234567").region == ""


def test_a_number_of_the_wrong_length_keeps_its_region() -> None:
    found = look("8539124648199")
    assert found.region == "MO"
    assert not found.valid
