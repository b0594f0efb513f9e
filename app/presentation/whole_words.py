"""Widens what a reason points at to words that make sense when they are read alone."""

from collections.abc import Iterable

from ..model.text_span import Span
from .plain_characters import one_line

_MOST = 90  # columns of a quotation: a hanzi takes three of them
LONGEST_QUOTATION = _MOST + 2  # with "…" at both ends
_HANZI = 3
_ENDS = frozenset("。！？；，、：…\n\r\t")
_ENDS_BEFORE_A_BREAK = frozenset(",.!?;:")  # in numbers and addresses they end nothing
_OPENING, _CLOSING = "【[（(《「『“", "】]）)》」』”"
_MATES = dict(zip(_OPENING, _CLOSING, strict=True)) | dict(zip(_CLOSING, _OPENING, strict=True))
_SIGNATURE = frozenset("【[")
_DANGLING = frozenset(" \u3000,.!?;:~-") | _ENDS
_BEGINS = frozenset("说让叫请把我您你他她")  # where a clause without any marks may be cut
_WIDE_FROM = 0x2E80  # CJK begins here


def whole_spans(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the clauses around `spans` in their order; what overlaps becomes one."""
    joined: list[Span] = []
    for span in spans:
        whole = whole_span(text, span)
        meets = [each for each in joined if whole.start < each.end and each.start < whole.end]
        if not meets:
            joined.append(whole)
            continue
        place = joined.index(meets[0])
        start = min(whole.start, *(each.start for each in meets))
        end = max(whole.end, *(each.end for each in meets))
        joined = [each for each in joined if each not in meets]
        joined.insert(place, Span(start, end))
    return tuple(joined)


def whole_span(text: str, span: Span) -> Span:
    """Return the clause around `span`; of a clause that is too long, what is nearest.

    A pair of brackets is never torn apart, an address is whole, nothing dangles at either end.
    """
    tight = _mended(text, _tightened(text, span))
    start = _clause_start(text, tight.start)
    end = _clause_end(text, tight.end)
    start, end = _with_mates(text, tight, start, end)
    if _columns(text[start:end]) <= _MOST:
        return _tightened(text, Span(start, end))
    return _tightened(text, _nearest(text, tight, Span(start, end)))


def quoted_words(text: str, span: Span) -> str:
    """Return the characters of `span`, with "…" where they leave a clause unfinished."""
    words = text[span.start : span.end]
    before = "" if _is_begun(text, span.start) else "…"
    after = "" if _is_finished(text, span.end) else "…"
    return f"{before}{words}{after}"


def quotation(text: str, span: Span) -> str:
    """Return `quoted_words` on one line, made visible and no longer than may be shown."""
    return one_line(quoted_words(text, span), LONGEST_QUOTATION)


def _is_begun(text: str, place: int) -> bool:
    if text[place : place + 1] in _MATES:
        return True
    before = place - 1
    while before >= 0 and text[before].isspace() and not _is_end(text, before):
        before -= 1
    return before < 0 or _is_end(text, before)


def _is_finished(text: str, place: int) -> bool:
    return place >= len(text) or text[place - 1] in _MATES or _is_end(text, place)


def _tightened(text: str, span: Span) -> Span:
    """Take off what dangles at the ends; a span of nothing else stays as it is."""
    start, end = span
    while start < end and text[start] in _DANGLING:
        start += 1
    while end > start and text[end - 1] in _DANGLING:
        end -= 1
    return Span(start, end) if start < end else span


def _mended(text: str, span: Span) -> Span:
    """Widen a span that ends within a word or an address of plain letters."""
    start, end = span
    while start > max(0, span.start - _MOST) and _is_torn(text, start):
        start -= 1
    while end < min(len(text), span.end + _MOST) and _is_torn(text, end):
        end += 1
    return Span(start, end)


def _clause_start(text: str, place: int) -> int:
    lowest = max(0, place - _MOST)
    while place > lowest and not _is_end(text, place - 1):
        place -= 1
    return place


def _clause_end(text: str, place: int) -> int:
    highest = min(len(text), place + _MOST)
    while place < highest and not _is_end(text, place):
        place += 1
    return place


def _is_end(text: str, place: int) -> bool:
    """Tell whether a clause ends at this very character."""
    sign = text[place]
    if sign in _ENDS or sign in _MATES:
        return True
    after = text[place + 1 : place + 2]
    if sign in _ENDS_BEFORE_A_BREAK:
        return not after or after.isspace() or _is_wide(after)
    if sign.isspace():  # between hanzi a space stands for a comma
        return not after or (_is_wide(after) and _is_wide(text[place - 1 : place] or "一"))
    return False


def _with_mates(text: str, tight: Span, start: int, end: int) -> tuple[int, int]:
    """Take in the mates of brackets inside, and the brackets of a signature around."""
    for place in range(tight.start, min(tight.end, tight.start + _MOST)):
        mate = _MATES.get(text[place])
        if mate is None:
            continue
        if text[place] in _OPENING:
            found = text.find(mate, place, place + _MOST)
            end = max(end, found + 1)
        else:
            found = text.rfind(mate, max(0, place - _MOST), place)
            start = min(start, found) if found >= 0 else start
    mate = _MATES.get(text[start - 1]) if start and text[start - 1] in _SIGNATURE else None
    return (start - 1, end + 1) if mate == text[end : end + 1] else (start, end)


def _nearest(text: str, tight: Span, clause: Span) -> Span:
    """Return `tight` with as much of the clause at either side as there is room for."""
    room = (_MOST - _columns(text[tight.start : tight.end])) // 2
    start, end = tight
    if room <= 0:
        return Span(start, _fitting(text, start, end))
    left = right = room
    while start > clause.start and left >= _columns(text[start - 1]):
        left -= _columns(text[start - 1])
        start -= 1
    while end < clause.end and right >= _columns(text[end]):
        right -= _columns(text[end])
        end += 1
    return Span(
        start if start == clause.start else _beginning(text, start, tight.start),
        end if end == clause.end else _ending(text, tight.end, end),
    )


def _beginning(text: str, start: int, latest: int) -> int:
    return next((at for at in range(start, latest) if _begins(text, at)), latest)


def _ending(text: str, earliest: int, end: int) -> int:
    return next((at for at in range(end, earliest, -1) if _begins(text, at)), earliest)


def _is_torn(text: str, place: int) -> bool:
    """Tell whether a cut here would go through a word or an address of plain letters."""
    if not 0 < place < len(text) or _is_end(text, place - 1) or _is_end(text, place):
        return False
    return not any(each.isspace() or _is_wide(each) for each in text[place - 1 : place + 1])


def _begins(text: str, place: int) -> bool:
    """Tell whether a thought may begin here: at a word of telling, or after a space."""
    before = text[place - 1 : place]
    if before.isspace():
        return True
    return text[place : place + 1] in _BEGINS and before not in _BEGINS if before else True


def _fitting(text: str, start: int, end: int) -> int:
    room = _MOST
    for place in range(start, end):
        room -= _columns(text[place])
        if room < 0:
            return place
    return end


def _columns(text: str) -> int:
    return sum(_HANZI if _is_wide(each) else 1 for each in text)


def _is_wide(sign: str) -> bool:
    return ord(sign) >= _WIDE_FROM
