from tests.number_cases import a_reading, bare


def test_the_sender_comes_first_and_has_no_place_in_the_text() -> None:
    sender, number = a_reading("请拨打95588", sender="95555").shown
    assert (sender.number.key, sender.is_sender, sender.evidence()[0].span) == ("95555", True, None)
    assert (number.number.key, number.is_mention) == ("95588", True)


def test_a_number_is_looked_at_once_however_often_it_stands_there() -> None:
    assert len(a_reading("拨打95588，再拨955-88，或９５５８８").shown) == 1


def test_a_bare_paste_is_no_mention() -> None:
    assert [each.is_mention for each in bare("95588").shown] == [False]
