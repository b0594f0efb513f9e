"""The settings file."""

from pathlib import Path

import pytest

from app.host.settings import READING_SPEEDS, LoadedSettings, Settings, load_settings, save_settings


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == LoadedSettings(Settings())


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "settings.toml"
    settings = Settings(
        language="en",
        scale=150,
        theme="dark",
        history=True,
        history_days=90,
        fresh_days=45,
        family_numbers=('女儿 "小红"', "138\\\n0013"),
        welcomed=True,
    )
    save_settings(file, settings)
    assert load_settings(file) == LoadedSettings(settings)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ('scale = "big"', "scale"),
        ("scale = 99", "scale"),
        ("scale = true", "scale"),
        ('language = "fr"', "language"),
        ("language = 3", "language"),
        ('theme = ["dark"]', "theme"),
        ("history = 1", "history"),
        ('history = "yes"', "history"),
        ("history_days = 31", "history_days"),
        ("fresh_days = 91", "fresh_days"),
        ("fresh_days = 0", "fresh_days"),
        ("stale_days = 366", "stale_days"),
        ("stale_days = true", "stale_days"),
        ("family_numbers = 13", "family_numbers"),
        ("family_numbers = [1]", "family_numbers"),
        ('family_numbers = ["1", "2", "3", "4"]', "family_numbers"),
        ('reading_speed = "fast"', "reading_speed"),
    ],
)
def test_a_bad_value_is_replaced_and_named(tmp_path: Path, line: str, key: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(f"{line}\n", encoding="utf-8")
    loaded = load_settings(file)
    assert loaded == LoadedSettings(Settings(), (key,))


def test_good_values_beside_a_bad_one_hold(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('scale = 1000\ntheme = "dark"\n', encoding="utf-8")
    assert load_settings(file).settings == Settings(theme="dark")


def test_keys_of_others_are_kept_word_for_word(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(
        '# mine\nscale = 125\nfuture = "x"  # kept\n\n[family]\nscale = 7\nnumber = "139"\n',
        encoding="utf-8",
    )
    save_settings(file, Settings(scale=200))
    text = file.read_text(encoding="utf-8")
    assert "# mine" in text
    assert 'future = "x"  # kept' in text
    assert text.endswith('[family]\nscale = 7\nnumber = "139"\n')
    assert load_settings(file).settings.scale == 200


def test_saving_twice_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("other = 1\n[table]\nx = 2\n", encoding="utf-8")
    save_settings(file, Settings(scale=125))
    once = file.read_bytes()
    save_settings(file, Settings(scale=125))
    assert file.read_bytes() == once


@pytest.mark.parametrize("content", [b"not toml at all [", b"\xff\xfe\x00"])
def test_a_broken_file_is_reported_and_put_aside(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    assert load_settings(file) == LoadedSettings(Settings(), ("",))
    save_settings(file, Settings(theme="dark"))
    assert load_settings(file).settings.theme == "dark"
    assert (tmp_path / "settings.toml.broken").read_bytes() == content


def test_saving_leaves_no_half_files_behind(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    save_settings(file, Settings())
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


def test_a_folder_in_the_way_is_an_os_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OSError, match=r".+"):
        save_settings(tmp_path / "file" / "settings.toml", Settings())


def test_nothing_is_kept_unless_somebody_asks_for_it() -> None:
    assert Settings().history is False
    assert Settings().history_whole is False


def test_list_age_limits_may_be_shorter_and_never_longer(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("fresh_days = 1\nstale_days = 10000\n", encoding="utf-8")
    loaded = load_settings(file)
    assert (loaded.settings.fresh_days, loaded.settings.stale_days) == (1, 365)
    assert loaded.replaced == ("stale_days",)


@pytest.mark.parametrize(
    "old", ["family_numbers = [\n  '1',\n  '2',\n]\n", "[history]\nkept = 'by somebody'\n"]
)
def test_a_file_our_lines_do_not_fit_into_is_put_aside_whole(tmp_path: Path, old: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(old, encoding="utf-8")
    save_settings(file, Settings(scale=200))
    assert load_settings(file) == LoadedSettings(Settings(scale=200))
    assert (tmp_path / "settings.toml.broken").read_text(encoding="utf-8") == old


def test_slower_is_slower_and_slow_is_what_nobody_chose() -> None:
    paces = [Settings(reading_speed=each).words_a_minute for each in READING_SPEEDS]
    assert paces == sorted(paces)
    assert Settings().words_a_minute < paces[-1]
