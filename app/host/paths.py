"""Where the program's own data lies, and where a person's files may lie."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
HOME_VARIABLE = "MINGBIAN_HOME"
_NAME = "mingbian"


@dataclass(frozen=True, slots=True)
class Paths:
    """Folders, none of them created here. With `home` all of a person's files lie under it."""

    resources: Path
    home: Path | None = None

    @property
    def words(self) -> Path:
        """The folder with one folder of words for each language."""
        return self.resources / "i18n"

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


def find_paths(home: Path | None, environment: Mapping[str, str]) -> Paths:
    """Prefer `home`, then MINGBIAN_HOME, then the system's own folders for this person."""
    if home is None and (named := environment.get(HOME_VARIABLE)):
        home = Path(named)
    return Paths(RESOURCES, home.expanduser().absolute() if home is not None else None)
