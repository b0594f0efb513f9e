"""Tells from the words around digits whether they are meant to be dialled."""

import re
from collections.abc import Iterable

from .number_shapes import CodeShape, PhoneShape, Shape, Trust
from .numbering_plan import ContextWords

_BEFORE = 16
_NEAR = 16
_SIGNS = " \t\n:;+([\"“'《>#—-"
_JOINTS = "号码是为请到于"
_TOUCHING = frozenset("*abcdefghijklmnopqrstuvwxyz")
_BINDING = frozenset("=_@")
_ANYWHERE, _CUE = Trust.ANYWHERE, Trust.CUE  # looking them up costs more than comparing
_FRACTION_BEHIND = re.compile(r"/(?!1(?:10|19|20|22)(?![0-9]))[0-9]")
_FRACTION_BEFORE = re.compile(r"(?<![0-9])(?!1(?:10|19|20|22)/)[0-9]{1,4}/$")
_FIGURE_BEFORE = re.compile(r"[0-9][,:]$")
_TIME_BEHIND = re.compile(r"[:,][0-9]")
_SHORTEST_CODE = 3
_LONG = 10
_ONE_TIME_CODE = 6
_ORDINALS = ("第", "共", "约", "近", "超")


def _alternatives(words: Iterable[str]) -> str:
    return "|".join(
        rf"(?<![a-z]){re.escape(word)}" if _is_latin(word) else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    )


class _Endings:
    """Words that a stretch of text may end with; Latin words must stand by themselves."""

    def __init__(self, words: Iterable[str]) -> None:
        every = tuple(words)
        self._latin = tuple(word for word in every if _is_latin(word))
        self._others = tuple(word for word in every if not _is_latin(word))
        self._whole = re.compile(rf"(?:{_alternatives(self._latin)})$") if self._latin else None
        self.last = frozenset(word[-1] for word in every)

    def end(self, readings: list[str]) -> bool:
        """Tell whether one of the readings ends with one of the words."""
        for before in readings:  # a loop, since this is asked for every number
            if before[-1:] not in self.last:  # hardly any text goes on to all the words
                continue
            if before.endswith(self._others):
                return True
            if self._whole and before.endswith(self._latin) and self._whole.search(before):
                return True
        return False


def _is_latin(word: str) -> bool:
    return word[0].isascii() and word[0].isalpha()


def _readings(text: str, start: int) -> list[str]:
    """Return what stands before a place, and the same without each joint (是, 号码, a colon)."""
    before = text[start - _BEFORE if start > _BEFORE else 0 : start]
    if before[-1:] in _SIGNS:
        before = before.rstrip(_SIGNS)
    readings = [before]
    while before and before[-1] in _JOINTS:
        before = before[:-1].rstrip(_SIGNS)
        readings.append(before)
    return readings


class NumberContext:
    """Judges one candidate in a folded text by the few characters around it."""

    def __init__(self, words: ContextWords) -> None:
        # Each search sees a window of a few characters, so none can take long.
        self._refuses = _Endings(words.refuses)
        self._telling = self._refuses.last.union(_SIGNS, _JOINTS, _TOUCHING, _BINDING)
        self._chats = _Endings(words.chats)
        self._cues = _Endings(words.cues)
        self._cues_behind = re.compile(rf"[\s)\"”]{{0,3}}(?:{_alternatives(words.cues_behind)})")
        self._letters = re.compile(rf"(?<![a-z])(?:{'|'.join(words.letters)})$")
        self._letters_behind = re.compile(rf"(?:{'|'.join(words.letters_behind)})(?![a-z])")
        self._one_time = re.compile(_alternatives(words.one_time))
        exceptions = _alternatives(words.unit_exceptions)
        self._unit = re.compile(rf"\s?(?!{exceptions})(?:{self._units(words.units)})")
        self._unit_of_three = re.compile(
            rf"\s?(?!{exceptions})(?:{self._units((*words.units, *words.units_of_three))})"
        )

    def _units(self, units: tuple[str, ...]) -> str:
        return "|".join(
            rf"{word}(?![a-z])" if word.isascii() and word.isalpha() else re.escape(word)
            for word in sorted(units, key=len, reverse=True)
        )

    def is_silent(self, text: str, start: int, end: int) -> bool:
        """Tell whether the characters beside the digits can say nothing against a number."""
        return text[end : end + 1] not in _TOUCHING and text[start - 1 : start] not in self._telling

    def touches_letters(self, text: str, start: int, end: int) -> bool:
        """Tell whether the digits are a part of a longer word ("sf123…", "a95588", "****95588")."""
        behind = text[end : end + 1]
        if behind in _TOUCHING and (behind == "*" or not self._is_label(text, start, end)):
            return True
        before = text[start - 1 : start]
        if before not in _TOUCHING:
            return before in _BINDING
        return before == "*" or not self._letters.search(text[max(0, start - _BEFORE) : start])

    def _is_label(self, text: str, start: int, end: int) -> bool:
        """Tell whether the letters behind a long number begin the next item ("13…qq 5…")."""
        return end - start >= _LONG and self._letters_behind.match(text, end) is not None

    def allows(self, shape: Shape, text: str, start: int, end: int) -> bool:
        """Tell whether a number of this shape may stand here inside a sentence."""
        before = _readings(text, start)
        if self._refuses.end(before):
            return False
        if isinstance(shape, PhoneShape) and shape.trust is _ANYWHERE:
            return True
        if self._chats.end(before):
            return False
        cued = self._cues.end(before) or bool(self._cues_behind.match(text, end))
        if shape.trust is _CUE and not cued:
            return False
        if isinstance(shape, CodeShape):
            return not self._counts_something(shape, text, start, end, cued=cued)
        return True

    def _counts_something(
        self, shape: CodeShape, text: str, start: int, end: int, *, cued: bool
    ) -> bool:
        three = len(shape.digits) == _SHORTEST_CODE
        unit = self._unit_of_three if three else self._unit
        if unit.match(text, end) or _TIME_BEHIND.match(text, end):
            return True
        if not shape.area_code and _FIGURE_BEFORE.match(text, max(0, start - 2), start):
            return True
        if three and not shape.area_code and self._is_figure(text, start, end):
            return True
        return (
            len(shape.digits) == _ONE_TIME_CODE and not cued and self._is_one_time(text, start, end)
        )

    def _is_figure(self, text: str, start: int, end: int) -> bool:
        before = text[max(0, start - 6) : start]
        return (
            before.endswith(_ORDINALS)
            or _FRACTION_BEFORE.search(before) is not None
            or _FRACTION_BEHIND.match(text, end) is not None
        )

    def _is_one_time(self, text: str, start: int, end: int) -> bool:
        around = text[max(0, start - _NEAR) : start] + " " + text[end : end + _NEAR]
        return self._one_time.search(around) is not None
