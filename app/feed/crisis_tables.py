"""Reads the editors' tables for people in trouble."""

from collections.abc import Iterable
from pathlib import Path
from string import Formatter

from ..model.crisis import (
    CallBoard,
    CallTile,
    CrisisStep,
    Door,
    FormField,
    HappenedGuide,
    ScriptLine,
)
from ..model.language import LocalizedText
from .table_rows import (
    Naming,
    Row,
    cited,
    each_in_words,
    read_sources,
    read_table,
    refuse_strangers,
    refuse_unknown,
    words,
)

_CALL, _HAPPENED, _HELPER = "call_tiles", "happened", "helper"


def read_call_board(folder: Path) -> CallBoard:
    """Read `folder`/call_tiles.toml; raises InvalidTableError naming the row and the rule."""
    path = folder / f"{_CALL}.toml"
    refuse_strangers(folder, (_CALL, _HAPPENED, _HELPER))
    table = read_table(path)
    sources = read_sources(table, path.name)
    said = tuple(_tile(row, path.name) for row in table.get("said", ()))
    claimed = tuple(_tile(row, path.name) for row in table.get("claimed", ()))
    with Naming(path.name, "board"):
        refuse_unknown(table, ("sources", "board", "said", "claimed"))
        board = table["board"]
        refuse_unknown(board, ("sources", "bystander", "ways_out"))
        _refuse_twins(each.id for each in (*said, *claimed))
        return CallBoard(
            said=said,
            claimed=claimed,
            ways_out=each_in_words(board["ways_out"]),
            bystander=words(board["bystander"]),
            sources=cited(board, sources),
        )


def read_happened_guide(folder: Path) -> HappenedGuide:
    """Read `folder`/happened.toml; raises InvalidTableError naming the row and the rule."""
    path = folder / f"{_HAPPENED}.toml"
    refuse_strangers(folder, (_CALL, _HAPPENED, _HELPER))
    table = read_table(path)
    sources = read_sources(table, path.name)
    doors = tuple(_door(row, path.name) for row in table.get("door", ()))
    fields = tuple(_field(row, path.name) for row in table.get("field", ()))
    known, behind = {each.id for each in fields}, {each.id for each in doors}
    script = tuple(_script_line(row, known, behind, path.name) for row in table.get("script", ()))
    with Naming(path.name, "guide"):
        refuse_unknown(table, ("sources", "guide", "door", "script", "field"))
        guide = table["guide"]
        refuse_unknown(guide, ("sources", "comfort", "evidence", "after", "helpers"))
        _refuse_twins(each.id for each in doors)
        _refuse_twins(each.id for each in fields)
        return HappenedGuide(
            comfort=words(guide["comfort"]),
            doors=doors,
            script=script,
            fields=fields,
            evidence=each_in_words(guide["evidence"]),
            after=each_in_words(guide["after"]),
            helpers=tuple(_step(row) for row in guide["helpers"]),
            sources=cited(guide, sources),
        )


def _tile(row: Row, table: str) -> CallTile:
    with Naming(table, row.get("id", "?")):
        refuse_unknown(row, ("id", "label", "sentence", "decides"))
        if not isinstance(row["decides"], bool):
            raise TypeError("decides is true or false")
        label, sentence = words(row["label"]), words(row["sentence"])
        return CallTile(row["id"], label, sentence, row["decides"])


def _door(row: Row, table: str) -> Door:
    with Naming(table, row.get("id", "?")):
        refuse_unknown(row, ("id", "label", "steps"))
        steps = tuple(_step(each) for each in row["steps"])
        return Door(row["id"], words(row["label"]), steps)


def _step(row: Row) -> CrisisStep:
    refuse_unknown(row, ("zh", "en", "number", "owner"))
    owner = words(row["owner"]) if "owner" in row else None
    return CrisisStep(LocalizedText(row["zh"], row["en"]), row.get("number", ""), owner)


def _field(row: Row, table: str) -> FormField:
    with Naming(table, row.get("id", "?")):
        refuse_unknown(row, ("id", "label", "hint"))
        return FormField(row["id"], words(row["label"]), words(row["hint"]))


def _script_line(row: Row, known: set[str], behind: set[str], table: str) -> ScriptLine:
    with Naming(table, row.get("zh", "?")):
        refuse_unknown(row, ("zh", "en", "otherwise", "doors"))
        text = LocalizedText(row["zh"], row["en"])
        fields = _places(text.zh)
        if set(fields) != set(_places(text.en)):
            raise ValueError("both languages name the same fields")
        if strange := set(fields) - known:
            raise ValueError(f"no field is called {min(strange)}")
        otherwise = words(row["otherwise"]) if "otherwise" in row else None
        doors = tuple(row.get("doors", ()))
        if strange := set(doors) - behind:
            raise ValueError(f"no door is called {min(strange)}")
        return ScriptLine(text, fields, otherwise, doors)


def _places(text: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _refuse_twins(ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise ValueError(f"{each} stands there twice")
        seen.add(each)
