"""Turns a record into a database row and back, led by the record's own type annotations."""

import json
from collections.abc import Callable, Sequence
from enum import Enum
from types import NoneType, UnionType
from typing import Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields

from ..model.language import LocalizedText
from ..model.source_note import SourceNote

Record = TypeVar("Record", bound=Struct)
Cell = str | int | None
Into = Callable[[object], object]


class SourceShelf:
    """Holds each source once; records keep its place on the shelf."""

    def __init__(self, notes: Sequence[SourceNote] = ()) -> None:
        self.notes = list(notes)
        self._places = {note: place for place, note in enumerate(self.notes)}

    def place_of(self, note: SourceNote) -> int:
        """Return the note's place, putting it on the shelf if it is new."""
        place = self._places.setdefault(note, len(self.notes))
        if place == len(self.notes):
            self.notes.append(note)
        return place


class _Codec(Struct, frozen=True):
    """`plain` makes JSON's own types of a value, `value` makes the value again.

    `scalar` tells that the plain form may stand in a cell as it is.
    """

    plain: Into
    value: Into
    scalar: bool = False


class RowCodec(Generic[Record]):
    """The columns of one kind of record, in the order of its fields.

    Values that a cell cannot hold are written as JSON, sources as places on the shelf.
    """

    def __init__(self, record_type: type[Record], shelf: SourceShelf) -> None:
        self._type = record_type
        self.columns = columns_of(record_type)
        hints = get_type_hints(record_type)
        codecs = [_codec(hints[name], shelf) for name in self.columns]
        self._store = [_into_cell(each) for each in codecs]
        self._load = [_from_cell(each) for each in codecs]

    def row(self, record: Record) -> tuple[Cell, ...]:
        """Return the record's cells."""
        return tuple(
            store(getattr(record, name))
            for name, store in zip(self.columns, self._store, strict=True)
        )

    def record(self, row: Sequence[object]) -> Record:
        """Return the record; TypeError, ValueError or LookupError mean the row is not ours."""
        return self._type(*[load(cell) for load, cell in zip(self._load, row, strict=True)])


def columns_of(record_type: type[Struct]) -> tuple[str, ...]:
    """Return a record's field names."""
    return tuple(each.name for each in fields(record_type))


def _codec(kind: object, shelf: SourceShelf) -> _Codec:
    origin = get_origin(kind)
    if origin is tuple:
        return _tuple_codec(get_args(kind), shelf)
    if origin in {UnionType, Union}:
        return _optional_codec(get_args(kind), shelf)
    if kind is SourceNote:
        return _Codec(lambda note: shelf.place_of(_as(SourceNote, note)), _fetch(shelf))
    if kind is LocalizedText:
        return _Codec(_plain_words, _words)
    if isinstance(kind, type):
        return _scalar_codec(kind)
    raise TypeError(f"no column for {kind}")


def _scalar_codec(kind: type) -> _Codec:
    if issubclass(kind, Enum):
        return _Codec(lambda member: _as(Enum, member).value, kind, scalar=True)
    if kind is bool:
        return _Codec(lambda flag: int(_as(bool, flag)), _flag, scalar=True)
    if kind in {str, int}:
        return _Codec(lambda value: value, _exactly(kind), scalar=True)
    raise TypeError(f"no column for {kind}")


def _tuple_codec(kinds: tuple[object, ...], shelf: SourceShelf) -> _Codec:
    inner = _codec(kinds[0], shelf)
    if any(kind not in {kinds[0], Ellipsis} for kind in kinds):
        raise TypeError(f"no column for a tuple of {kinds}")
    length = None if kinds[-1] is Ellipsis else len(kinds)

    def plain(values: object) -> object:
        return [inner.plain(each) for each in _as(tuple, values)]

    def value(values: object) -> object:
        made = tuple([inner.value(each) for each in _as(list, values)])
        if length is not None and len(made) != length:
            raise ValueError(f"{length} values expected")
        return made

    return _Codec(plain, value)


def _optional_codec(kinds: tuple[object, ...], shelf: SourceShelf) -> _Codec:
    (kind,) = [each for each in kinds if each is not NoneType]
    inner = _codec(kind, shelf)
    return _Codec(
        lambda value: None if value is None else inner.plain(value),
        lambda plain: None if plain is None else inner.value(plain),
        inner.scalar,
    )


def _into_cell(codec: _Codec) -> Callable[[object], Cell]:
    def store(value: object) -> Cell:
        plain = codec.plain(value)
        if plain is None or codec.scalar:
            return _as(Cell, plain)
        return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))

    return store


def _from_cell(codec: _Codec) -> Into:
    if codec.scalar:
        return codec.value
    made: dict[str | None, object] = {}  # the same few sources and notes come again and again

    def load(cell: object) -> object:
        text = None if cell is None else _as(str, cell)
        if text not in made:
            made[text] = codec.value(None if text is None else json.loads(text))
        return made[text]

    return load


Kind = TypeVar("Kind")


def _as(kind: type[Kind] | UnionType, value: object) -> Kind:
    if not isinstance(value, kind):
        raise TypeError(f"{kind} expected")
    return value


def _exactly(kind: type) -> Into:
    def value(plain: object) -> object:
        if type(plain) is not kind:
            raise TypeError(f"{kind.__name__} expected")
        return plain

    return value


def _flag(plain: object) -> object:
    if plain not in {0, 1}:
        raise ValueError("0 or 1 expected")
    return plain == 1


def _fetch(shelf: SourceShelf) -> Into:
    def value(place: object) -> object:
        number = _as(int, place)
        if number < 0:
            raise IndexError(number)
        return shelf.notes[number]

    return value


def _plain_words(words: object) -> object:
    both = _as(LocalizedText, words)
    return [both.zh, both.en]


def _words(plain: object) -> object:
    zh, en = _as(list, plain)
    return LocalizedText(_as(str, zh), _as(str, en))
