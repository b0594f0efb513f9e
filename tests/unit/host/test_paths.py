"""Where files lie."""

from pathlib import Path

from app.host.paths import RESOURCES, find_paths


def test_the_data_that_ships_is_there() -> None:
    assert (RESOURCES / "i18n" / "zh").is_dir()


def test_home_moves_all_of_a_persons_files(tmp_path: Path) -> None:
    paths = find_paths(tmp_path, {})
    for place in (paths.cache_folder, paths.data_folder, paths.settings_file):
        assert tmp_path in place.parents
    assert paths.resources == RESOURCES


def test_the_argument_comes_before_the_variable(tmp_path: Path) -> None:
    environment = {"MINGBIAN_HOME": str(tmp_path / "variable")}
    assert find_paths(None, environment).home == tmp_path / "variable"
    assert find_paths(tmp_path / "argument", environment).home == tmp_path / "argument"


def test_without_either_the_systems_folders_are_used() -> None:
    paths = find_paths(None, {})
    assert paths.home is None
    assert "mingbian" in str(paths.cache_folder)
    assert "mingbian" in str(paths.data_folder)
    assert paths.settings_file.name == "settings.toml"


def test_a_relative_home_does_not_move_with_the_working_folder() -> None:
    home = find_paths(Path("here"), {}).home
    assert home is not None
    assert home.is_absolute()
