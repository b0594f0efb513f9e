"""Takes JSON lines apart, and keeps their ids as they were written."""

import json
from collections.abc import Callable, Iterator
from typing import NoReturn

from msgspec import Struct

from ..model.submission import Submission

_CHUNK = 1 << 16
_NULL = "null"


class _Literal(str):
    """A number exactly as it was written: 1.50 must not come back as 1.5."""

    __slots__ = ()


def _refuse(constant: str) -> NoReturn:
    raise ValueError(constant)


_DECODER = json.JSONDecoder(parse_float=_Literal, parse_int=_Literal, parse_constant=_refuse)
_ENCODER = json.JSONEncoder(ensure_ascii=False)


class BadLineError(Exception):
    """A line that cannot be checked; `problem` is the tail of an `error.bad-line` key."""

    def __init__(self, problem: str, id_text: str = _NULL) -> None:
        super().__init__(problem)
        self.problem = problem
        self.id_text = id_text


class Request(Struct, frozen=True):
    """A submission with its id, the latter as JSON text."""

    id_text: str
    submission: Submission


def batches(read: Callable[[int], bytes], limit: int) -> Iterator[list[bytes | None]]:
    """Yield the lines that have arrived, as soon as they have; None for one over `limit` bytes.

    `read` returns what is there, waits when nothing is, and returns b"" at the end.
    """
    pending: list[bytes] = []
    size = 0
    while chunk := read(_CHUNK):
        first, *rest = chunk.split(b"\n")
        size += len(first)
        if size <= limit:
            pending.append(first)
        if rest:
            last = rest.pop()
            yield [b"".join(pending) if size <= limit else None, *rest]
            pending, size = [last], len(last)
    if size:
        yield [b"".join(pending) if size <= limit else None]


def request_of(line: bytes | None) -> Request | None:
    """Read one line, None for a blank one. Raises BadLineError."""
    fields = _object(line)
    if fields is None:
        return None
    id_text = _verbatim(fields.get("id"))
    text = fields.get("text")
    if type(text) is not str:
        raise BadLineError("no_text", id_text)
    sender = fields.get("sender")
    if sender is not None and type(sender) is not str:
        raise BadLineError("bad_sender", id_text)
    return Request(id_text, Submission(text, sender))


def _object(line: bytes | None) -> dict[str, object] | None:
    if line is None:
        raise BadLineError("too_long")
    try:
        text = line.decode("utf-8").strip("\ufeff \t\r")
        if not text:
            return None
        value = _DECODER.decode(text)
    except UnicodeDecodeError:
        raise BadLineError("not_utf8") from None
    except (ValueError, RecursionError):
        raise BadLineError("not_json") from None
    if not isinstance(value, dict):
        raise BadLineError("not_an_object")
    return value


def _verbatim(value: object) -> str:
    if type(value) is str:
        return _ENCODER.encode(value)
    try:
        return _written(value)
    except RecursionError:
        raise BadLineError("not_json") from None


def _written(value: object) -> str:
    if isinstance(value, _Literal):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_ENCODER.encode(k)}: {_written(v)}' for k, v in value.items())}}}"
    return _ENCODER.encode(value)
