"""The editors' tables of slots, word sets and scam patterns."""

from pathlib import Path

import pytest

from app.feed.pattern_tables import PatternTables, read_patterns
from app.model.errors import InvalidTableError
from app.model.language import LocalizedText
from app.model.phrases import SIGNALS, ActGroup, PatternStrength, SlotKind
from app.model.scam_category import ScamCategory
from app.model.source_note import SourceClass
from tests.builders import the_patterns

SLOTS = """
[words]
money = ["钱", "款"]

[sources.NOTICE]
title = "某公告"
address = "https://example.com/"
date = "2025-03"
class = "authority"

[[slot]]
id = "role.police"
kind = "role"
zh = ["我是民警"]
en = ["this is the police"]
categories = ["authority"]

[[slot]]
id = "act.move"
kind = "act"
group = "a"
zh = ["转{money}"]
company = ["role"]
decides_with = ["payout", "claim"]
reason = { zh = "要您转钱。", en = "It asks for money." }
rule = { zh = "先问家人。", en = "Ask your family first." }
sources = ["NOTICE"]
matches = ["快转钱"]
innocent = ["转身"]
"""
PATTERN = """
[sources.NOTICE]
title = "某公告"
address = "https://example.com/"
date = "2025-03"
class = "press"

[[pattern]]
id = "police_transfer"
category = "authority"
strength = "red"
needs = [["role.police"], ["act.move", "money"]]
unless = ["role.police"]
within = 120
season = ["12-20", "02-20"]
reason = { zh = "冒充民警。", en = "It poses as the police." }
rule = { zh = "打110核实。", en = "Dial 110." }
sources = ["NOTICE"]
matches = ["我是民警，快转钱"]
innocent = ["民警来了"]
"""


def tables(folder: Path, **files: str) -> PatternTables:
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_patterns(folder)


def refusal(folder: Path, **files: str) -> dict[str, str]:
    with pytest.raises(InvalidTableError) as error:
        tables(folder, **files)
    return error.value.values


def test_slots_are_read_with_the_phrases_of_both_languages(tmp_path: Path) -> None:
    role, act = tables(tmp_path, slots=SLOTS).slots
    assert (role.id, role.kind, role.group) == ("role.police", SlotKind.ROLE, None)
    assert role.phrases == ("我是民警", "this is the police")
    assert role.categories == (ScamCategory.AUTHORITY,)
    assert role.reason is None
    assert (act.kind, act.group) == (SlotKind.ACT, ActGroup.A)
    assert (act.company, act.decides_with) == (("role",), ("payout", "claim"))
    assert act.reason == LocalizedText("要您转钱。", "It asks for money.")
    assert act.rule == LocalizedText("先问家人。", "Ask your family first.")
    assert (act.matches, act.innocent) == (("快转钱",), ("转身",))


def test_facts_carry_their_source(tmp_path: Path) -> None:
    (source,) = tables(tmp_path, slots=SLOTS).slots[1].sources
    assert (source.title, source.date) == ("某公告", "2025-03")
    assert source.source_class is SourceClass.AUTHORITY


def test_word_sets_are_read(tmp_path: Path) -> None:
    (words,) = tables(tmp_path, slots=SLOTS).word_sets
    assert (words.name, words.words) == ("money", ("钱", "款"))


def test_patterns_are_read(tmp_path: Path) -> None:
    (pattern,) = tables(tmp_path, slots=SLOTS, scripts__authority=PATTERN).patterns
    assert pattern.category is ScamCategory.AUTHORITY
    assert pattern.strength is PatternStrength.RED
    assert pattern.needs == (("role.police",), ("act.move", "money"))
    assert (pattern.unless, pattern.within) == (("role.police",), 120)
    assert pattern.season == ("12-20", "02-20")
    assert pattern.sources[0].source_class is SourceClass.PRESS
    assert (pattern.matches, pattern.innocent) == (("我是民警，快转钱",), ("民警来了",))


def test_a_pattern_without_a_season_holds_all_year(tmp_path: Path) -> None:
    yearly = PATTERN.replace('season = ["12-20", "02-20"]\n', "")
    (pattern,) = tables(tmp_path, slots=SLOTS, scripts=yearly).patterns
    assert pattern.season is None


def test_tables_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    other = '[[slot]]\nid = "role.{}"\nkind = "role"\nzh = ["我是某某"]\n'
    read = tables(tmp_path, b=other.format("b"), a__z=other.format("z"), c=other.format("c"))
    assert [each.id for each in read.slots] == ["role.z", "role.b", "role.c"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('kind = "role"', 'kind = "roll"'),
        ('kind = "role"', ""),
        ('categories = ["authority"]', 'categories = ["athority"]'),
        ('group = "a"', 'group = "c"'),
        ('group = "a"', ""),
        ('reason = { zh = "要您转钱。", en = "It asks for money." }', ""),
        ('en = "It asks for money."', ""),
        ('sources = ["NOTICE"]', 'sources = ["NOWHERE"]'),
        ('zh = ["我是民警"]', "zh = 5"),
    ],
)
def test_a_wrong_field_of_a_slot_is_refused_by_its_row(tmp_path: Path, old: str, new: str) -> None:
    assert old in SLOTS
    values = refusal(tmp_path, slots=SLOTS.replace(old, new))
    assert values["table"] == "slots.toml"
    assert values["row"] in {"role.police", "act.move"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('category = "authority"', 'category = "police"'),
        ('strength = "red"', 'strength = "pink"'),
        ('strength = "red"\n', ""),
        ('needs = [["role.police"], ["act.move", "money"]]\n', ""),
        ('season = ["12-20", "02-20"]', 'season = ["12-20"]'),
        ("within = 120", 'within = "near"'),
        ('matches = ["我是民警，快转钱"]\n', ""),
        ('innocent = ["民警来了"]\n', ""),
        ('sources = ["NOTICE"]\n', ""),
    ],
)
def test_a_wrong_field_of_a_pattern_is_refused_by_its_row(
    tmp_path: Path, old: str, new: str
) -> None:
    assert old in PATTERN
    values = refusal(tmp_path, slots=SLOTS, scripts=PATTERN.replace(old, new))
    assert (values["table"], values["row"]) == ("scripts.toml", "police_transfer")


@pytest.mark.parametrize(
    ("old", "new"),
    [('["role.police"],', '["role.polic"],'), ('unless = ["role.police"]', 'unless = ["no.slot"]')],
)
def test_a_pattern_that_asks_for_an_unknown_slot_is_refused(
    tmp_path: Path, old: str, new: str
) -> None:
    values = refusal(tmp_path, slots=SLOTS, scripts=PATTERN.replace(old, new))
    assert values["row"] == "police_transfer"


def test_two_slots_of_one_id_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, a=SLOTS, b=SLOTS)["row"] == "role.police"


def test_a_row_without_an_id_is_refused(tmp_path: Path) -> None:
    values = refusal(tmp_path, slots=SLOTS.replace('id = "role.police"', ""))
    assert values["table"] == "slots.toml"


@pytest.mark.parametrize("text", ["[[slot", "a = ", "x = '\ud800'"])
def test_what_is_no_table_is_refused_by_its_name(tmp_path: Path, text: str) -> None:
    (tmp_path / "broken.toml").write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(InvalidTableError) as error:
        read_patterns(tmp_path)
    assert error.value.values["table"] == "broken.toml"


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    read = read_patterns(tmp_path)
    assert (read.slots, read.word_sets, read.patterns) == ((), (), ())


def test_the_shipped_acts_ask_only_for_company_that_exists() -> None:
    slots = the_patterns().slots
    known = {each.id for each in slots} | SIGNALS | {*SlotKind, "group_a", "claim"}
    asked = {entry for each in slots for entry in (*each.company, *each.decides_with)}
    assert asked - known == set()


def test_weights_are_read_in_hundredths(tmp_path: Path) -> None:
    levels = (
        "[weights]\nbase = -300\n"
        "disbelief = -150\ndoubt = -50\nbacking = 100\norange = 100\npart = 150\n"
        "script = 200\nred = 300\nalone = 400\n"
    )
    found = tables(tmp_path, slots=SLOTS, weights=levels + '"role.police" = 50\n')
    assert [(each.sign, each.hundredths) for each in found.weights][-1] == ("role.police", 50)
    assert refusal(tmp_path, weights=levels + '"role.police" = 0.5\n')["row"] == "role.police"
    assert refusal(tmp_path, weights=levels + '"role.nobody" = 5\n')["row"] == "role.nobody"


@pytest.mark.parametrize("phrase", ["{转|打}" * 17, "转…" * 5 + "账", "转" * 601])
def test_a_phrase_that_could_hang_the_reader_is_refused(tmp_path: Path, phrase: str) -> None:
    (tmp_path / "slots.toml").write_text(SLOTS.replace("转{money}", phrase), encoding="utf-8")
    with pytest.raises(InvalidTableError):
        read_patterns(tmp_path)


def test_a_caption_goes_to_its_slot(tmp_path: Path) -> None:
    (tmp_path / "slots.toml").write_text(SLOTS, encoding="utf-8")
    captions = '[captions]\n"role.police" = { zh = "自称民警", en = "claims to be police" }\n'
    (tmp_path / "captions.toml").write_text(captions, encoding="utf-8")
    police, act = read_patterns(tmp_path).slots
    assert police.caption == LocalizedText("自称民警", "claims to be police")
    assert act.caption is None


def test_a_caption_of_no_slot_is_refused(tmp_path: Path) -> None:
    (tmp_path / "slots.toml").write_text(SLOTS, encoding="utf-8")
    captions = '[captions]\n"role.nobody" = { zh = "自称民警", en = "claims to be police" }\n'
    (tmp_path / "captions.toml").write_text(captions, encoding="utf-8")
    with pytest.raises(InvalidTableError) as error:
        read_patterns(tmp_path)
    assert error.value.values["row"] == "role.nobody"
