"""Where the program's own data lies, and where a person's files may lie."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
HOME_VARIABLE = "MINGBIAN_HOME"
PORTABLE_MARK = "portable"  # a file of that name beside the program keeps everything on the stick
PORTABLE_FOLDER = "data"
_NAME = "mingbian"


class Paths(NamedTuple):
    """Folders, none of them created here. With `home` all of a person's files lie under it."""

    resources: Path
    home: Path | None = None
    portable: bool = False  # `home` lies beside the program, on a stick perhaps

    @property
    def words(self) -> Path:
        """The folder with one folder of words for each language."""
        return self.resources / "i18n"

    @property
    def licences(self) -> Path:
        """The texts that came with the libraries inside a bundle; a clone has no such folder."""
        return self.resources / "licences"

    @property
    def cache_folder(self) -> Path:
        """What can be rebuilt at any time: the register's database."""
        if self.home is not None:
            return self.home / "cache"
        import platformdirs  # noqa: PLC0415 -- the window starts before it is needed

        return Path(platformdirs.user_cache_dir(_NAME, appauthor=False))

    @property
    def feed_folder(self) -> Path:
        """What was fetched from the feed a person follows; it cannot be rebuilt without the net."""
        if self.home is not None:
            return self.home / "feed"
        import platformdirs  # noqa: PLC0415 -- the window starts before it is needed

        return Path(platformdirs.user_data_dir(_NAME, appauthor=False)) / "feed"

    @property
    def data_folder(self) -> Path:
        """What only the person can replace: the history, if it is kept."""
        if self.home is not None:
            return self.home / "data"
        import platformdirs  # noqa: PLC0415 -- the window starts before it is needed

        return Path(platformdirs.user_data_dir(_NAME, appauthor=False))

    @property
    def settings_file(self) -> Path:
        """The person's settings."""
        return self._config_folder / "settings.toml"

    @property
    def allow_file(self) -> Path:
        """The keys the person has set free of the big lists."""
        return self._config_folder / "allowed.txt"

    @property
    def _config_folder(self) -> Path:
        if self.home is not None:
            return self.home
        import platformdirs  # noqa: PLC0415 -- the window starts before it is needed

        return Path(platformdirs.user_config_dir(_NAME, appauthor=False))


def find_paths(
    home: Path | None, environment: Mapping[str, str], program: Path | None = None
) -> Paths:
    """Prefer `home`, then MINGBIAN_HOME, then the stick of a portable `program`.

    Without any of them the system's own folders for this person are taken.
    """
    if home is None and (named := environment.get(HOME_VARIABLE)):
        home = Path(named)
    if home is not None:
        return Paths(RESOURCES, home.expanduser().absolute())
    beside = portable_home(program) if program is not None else None
    return Paths(RESOURCES, beside, portable=beside is not None)


def portable_home(program: Path) -> Path | None:
    """Return the folder beside a program that is marked as portable, None for any other."""
    folder = program.absolute().parent
    bundle = next((each for each in program.absolute().parents if each.suffix == ".app"), None)
    if bundle is not None:  # macOS: beside the application, never inside it
        folder = bundle.parent
    return folder / PORTABLE_FOLDER if (folder / PORTABLE_MARK).is_file() else None


def frozen_program() -> Path | None:
    """Return the file of the program where it has been frozen, None in a clone."""
    return Path(sys.executable) if getattr(sys, "frozen", False) else None
