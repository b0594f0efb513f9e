"""Words by key."""

from pathlib import Path

import pytest

from app.model.language import Language, LocalizedText
from app.presentation.catalog import Catalog, MissingWordsError, flat_words


@pytest.fixture
def words(tmp_path: Path) -> Path:
    folder = tmp_path / "zh"
    folder.mkdir()
    (folder / "window.toml").write_text('[window]\ntitle = "明辨"\n', encoding="utf-8")
    (folder / "finding_links.toml").write_text(
        '[finding]\nowner = "网站{site}属于{owner}"\n', encoding="utf-8"
    )
    return tmp_path


def test_values_go_into_their_places_in_the_language(words: Path) -> None:
    catalog = Catalog(words, Language.ZH)
    owner = LocalizedText("抖音", "Douyin")
    assert catalog.text("finding.owner", site="a.cn", owner=owner) == "网站a.cn属于抖音"


def test_a_value_is_never_interpreted(words: Path) -> None:
    said = Catalog(words, Language.ZH).text("finding.owner", site="{owner}<b>", owner="{0.x}")
    assert said == "网站{owner}<b>属于{0.x}"


def test_missing_words_are_named(words: Path) -> None:
    with pytest.raises(MissingWordsError, match=r"finding\.nothing"):
        Catalog(words, Language.ZH).text("finding.nothing")


def test_a_missing_value_is_named(words: Path) -> None:
    with pytest.raises(MissingWordsError, match="owner"):
        Catalog(words, Language.ZH).text("finding.owner", site="a.cn")


def test_only_the_files_of_a_key_are_read(words: Path) -> None:
    (words / "zh" / "finding_broken.toml").write_text("= nonsense", encoding="utf-8")
    assert Catalog(words, Language.ZH).text("window.title") == "明辨"


def test_it_tells_whether_it_has_words(words: Path) -> None:
    catalog = Catalog(words, Language.ZH)
    assert catalog.has("window.title")
    assert not catalog.has("window.nothing")
    assert not catalog.has("window")


def test_nested_tables_become_dotted_keys(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text('[a.b]\nc = "1"\nd.e = "2"\n', encoding="utf-8")
    assert flat_words(file) == {"a.b.c": "1", "a.b.d.e": "2"}


def test_editors_words_of_advice_go_before_the_programs_own(words: Path, tmp_path: Path) -> None:
    above = tmp_path / "above"
    (above / "zh").mkdir(parents=True)
    (words / "zh" / "advice.toml").write_text(
        '[advice]\nwait = "等等"\nask = "问问"', encoding="utf-8"
    )
    (above / "zh" / "advice.toml").write_text('[advice]\nwait = "先等等"', encoding="utf-8")
    (above / "zh" / "window.toml").write_text('[window]\ntitle = "别的"', encoding="utf-8")
    catalog = Catalog(words, Language.ZH, lambda: above)
    assert catalog.text("advice.wait") == "先等等"
    assert catalog.text("advice.ask") == "问问"
    assert catalog.text("window.title") == "明辨"


def test_broken_words_above_leave_the_programs_own(words: Path, tmp_path: Path) -> None:
    (words / "zh" / "advice.toml").write_text('[advice]\nwait = "等等"', encoding="utf-8")
    (tmp_path / "above" / "zh").mkdir(parents=True)
    (tmp_path / "above" / "zh" / "advice.toml").write_text("[", encoding="utf-8")
    catalog = Catalog(words, Language.ZH, lambda: tmp_path / "above")
    assert catalog.text("advice.wait") == "等等"
