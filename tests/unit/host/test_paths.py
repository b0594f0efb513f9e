"""Where files lie."""

from pathlib import Path

from app.host.paths import PORTABLE_MARK, RESOURCES, find_paths, portable_home


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


def a_program(folder: Path, *, marked: bool) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    if marked:
        (folder / PORTABLE_MARK).write_bytes(b"")
    return folder / "mingbian"


def test_a_marked_program_keeps_all_of_a_persons_files_beside_it(tmp_path: Path) -> None:
    paths = find_paths(None, {}, a_program(tmp_path / "stick", marked=True))
    assert paths.portable
    for place in (paths.cache_folder, paths.settings_file, paths.data_folder, paths.feed_folder):
        assert tmp_path / "stick" / "data" in place.parents


def test_a_program_without_the_mark_uses_the_systems_folders(tmp_path: Path) -> None:
    paths = find_paths(None, {}, a_program(tmp_path, marked=False))
    assert (paths.home, paths.portable) == (None, False)


def test_a_folder_that_was_named_comes_before_the_stick(tmp_path: Path) -> None:
    program = a_program(tmp_path / "stick", marked=True)
    paths = find_paths(None, {"MINGBIAN_HOME": str(tmp_path / "named")}, program)
    assert (paths.home, paths.portable) == (tmp_path / "named", False)


def test_on_macos_the_files_lie_beside_the_application_and_not_inside(tmp_path: Path) -> None:
    inside = a_program(tmp_path / "Mingbian.app" / "Contents" / "MacOS", marked=False)
    (tmp_path / PORTABLE_MARK).write_bytes(b"")
    assert portable_home(inside) == tmp_path / "data"
