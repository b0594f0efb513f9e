"""The tables for people in trouble: complete, numbers listed, and never a promise."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.feed.crisis_tables import read_call_board, read_happened_guide
from app.model.crisis import CallTile
from app.model.errors import InvalidTableError
from app.model.language import Language
from app.model.submission import Channel, Submission
from app.model.verdict import VerdictLevel
from app.services.check_service import CheckService
from tests.architecture.words import promise_in
from tests.shipped import RESOURCES, shipped_register

CRISIS = RESOURCES / "crisis"
EXEMPT = tomllib.loads(
    (Path(__file__).parents[2] / "architecture" / "quotations.toml").read_text("utf-8")
)
BOARD = read_call_board(CRISIS)
GUIDE = read_happened_guide(CRISIS)


def judged(service: CheckService, language: Language, *tiles: CallTile) -> VerdictLevel:
    text = "\n".join(each.sentence.into(language) for each in tiles)
    return service.check(Submission(text, None, Channel.CALL)).verdict.level


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tile", BOARD.said, ids=lambda each: each.id)
def test_a_red_tile_decides_alone_and_no_other_does(
    service: CheckService, tile: CallTile, language: Language
) -> None:
    level = judged(service, language, tile)
    assert (level is VerdictLevel.DANGER) == tile.decides


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("tile", BOARD.claimed, ids=lambda each: each.id)
def test_a_name_alone_decides_nothing(
    service: CheckService, tile: CallTile, language: Language
) -> None:
    assert judged(service, language, tile) is not VerdictLevel.DANGER


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("wanted", ["install_app", "transfer", "new_phone"])
def test_police_on_the_phone_who_want_something_are_red(
    service: CheckService, wanted: str, language: Language
) -> None:
    tiles = {each.id: each for each in (*BOARD.said, *BOARD.claimed)}
    level = judged(service, language, tiles["police"], tiles[wanted])
    assert level is VerdictLevel.DANGER


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("claimed", BOARD.claimed, ids=lambda each: each.id)
@pytest.mark.parametrize(
    "wanted", ["install_app", "pay_first", "transfer", "new_phone", "add_contact"]
)
def test_somebody_who_wants_something_is_never_met_with_no_record(
    service: CheckService, wanted: str, claimed: CallTile, language: Language
) -> None:
    tiles = {each.id: each for each in BOARD.said}
    level = judged(service, language, claimed, tiles[wanted])
    assert level in (VerdictLevel.CAUTION, VerdictLevel.DANGER)


def test_every_number_to_dial_is_listed_for_somebody() -> None:
    listed = {each.key for each in shipped_register().numbers if each.takes_calls}
    steps = [*GUIDE.helpers, *(step for door in GUIDE.doors for step in door.steps)]
    numbers = {each.number for each in steps if each.number}
    assert {"110", "96110", "95017", "95188"} <= numbers <= listed


def test_money_sent_begins_with_the_police_and_ends_with_the_family() -> None:
    money = next(each for each in GUIDE.doors if each.id == "money")
    assert "110" in money.steps[0].text.zh
    assert next(step.number for step in money.steps if step.number) == "110"
    assert "家里人" in money.steps[-1].text.zh
    assert [each.id for each in GUIDE.doors] == ["money", "code", "screen", "identity"]


def _sentences(value: object) -> Iterator[tuple[str, str]]:
    match value:
        case dict():
            match value:
                case {"zh": str(zh), "en": str(en)}:
                    yield zh, en
            yield from (each for one in value.values() for each in _sentences(one))
        case list():
            yield from (each for one in value for each in _sentences(one))


@pytest.mark.parametrize("name", ["call_tiles", "happened"])
def test_no_sentence_is_empty_or_promises_that_anything_is_safe(name: str) -> None:
    said = list(_sentences(tomllib.loads((CRISIS / f"{name}.toml").read_text("utf-8"))))
    assert len(said) > 20
    for zh, en in said:
        assert zh.strip()
        assert en.strip()
        assert not promise_in(name, zh, "zh", EXEMPT["zh"]), zh
        assert not promise_in(name, en, "en", EXEMPT["en"]), en


def _written(tmp_path: Path, name: str, text: str) -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


SOURCES = (
    '[sources.A]\ntitle = "t"\naddress = ""\ndate = "2026"\nclass = "editors"\n'
    '[board]\nsources = ["A"]\nways_out = []\nbystander = { zh = "救", en = "help" }\n'
)


@pytest.mark.parametrize(
    "row",
    [
        (
            '[[said]]\nid = "a"\ndecides = "yes"\nlabel = { zh = "甲", en = "a" }\n'
            'sentence = { zh = "甲", en = "a" }\n'
        ),
        (
            '[[said]]\nid = "a"\ndecides = true\nlabel = { zh = "甲" }\n'
            'sentence = { zh = "甲", en = "a" }\n'
        ),
        '[[told]]\nid = "a"\n',
    ],
)
def test_a_broken_tile_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(InvalidTableError):
        read_call_board(_written(tmp_path, "call_tiles.toml", SOURCES + row))


def test_a_tile_twice_is_refused(tmp_path: Path) -> None:
    row = (
        '[[said]]\nid = "a"\ndecides = true\nlabel = { zh = "甲", en = "a" }\n'
        'sentence = { zh = "甲", en = "a" }\n'
    )
    with pytest.raises(InvalidTableError):
        read_call_board(_written(tmp_path, "call_tiles.toml", SOURCES + row + row))


GUIDE_HEAD = (
    '[sources.A]\ntitle = "t"\naddress = ""\ndate = "2026"\nclass = "editors"\n'
    '[guide]\nsources = ["A"]\ncomfort = { zh = "甲", en = "a" }\nevidence = []\nafter = []\n'
    "helpers = []\n"
)


@pytest.mark.parametrize(
    "row",
    [
        '[[script]]\nzh = "我叫{name}"\nen = "I am {name}"\n',
        '[[script]]\nzh = "我叫"\nen = "I am {name}"\n',
        '[[script]]\ndoors = ["nowhere"]\nzh = "甲"\nen = "a"\n',
        '[[door]]\nid = "a"\nlabel = { zh = "甲", en = "a" }\nsteps = [{ zh = "甲" }]\n',
    ],
)
def test_a_broken_row_of_the_guide_is_named(tmp_path: Path, row: str) -> None:
    with pytest.raises(InvalidTableError):
        read_happened_guide(_written(tmp_path, "happened.toml", GUIDE_HEAD + row))
