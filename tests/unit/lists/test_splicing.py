from array import array

from app.lists.splicing import inserted, without

VALUES = array("I", [10, 11, 12])


def test_items_are_cut_out_by_their_place() -> None:
    assert list(without(VALUES, array("Q", [0, 2]))) == [11]
    assert list(without(VALUES, array("Q"))) == [10, 11, 12]


def test_items_are_put_in_before_their_place() -> None:
    put = inserted(VALUES, array("I", [0, 1, 1, 3]), array("I", [1, 2, 3, 4]))
    assert list(put) == [1, 10, 2, 3, 11, 12, 4]
