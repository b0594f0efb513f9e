"""What is worked out once."""

from app.checking.lazily import Lazily


class Counter:
    """Counts how often it is asked to work something out."""

    def __init__(self) -> None:
        self.worked = 0

    @Lazily
    def answer(self) -> int:
        """Forty-two."""
        self.worked += 1
        return 42


def test_a_value_is_worked_out_when_first_asked_for_and_never_again() -> None:
    counter = Counter()
    assert counter.worked == 0
    assert [counter.answer, counter.answer] == [42, 42]
    assert counter.worked == 1


def test_each_object_has_its_own_value() -> None:
    first, second = Counter(), Counter()
    assert first.answer == second.answer
    assert (first.worked, second.worked) == (1, 1)


def test_the_class_shows_what_it_is() -> None:
    assert Counter.answer.__doc__ == "Forty-two."
