"""What a person set for himself, kept in one small TOML file."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import tomli

from .at_once import write_at_once

SCALES = (100, 125, 150, 175, 200, 225, 250)
THEMES = ("system", "light", "dark", "contrast")
LANGUAGES = ("", "zh", "en")
READING_SPEEDS = ("slowest", "slow", "normal")
_PACES = {"slowest": 90, "slow": 120, "normal": 180}
HISTORY_DAYS = (7, 30, 90, 365)
LONGEST_FRESH = 90  # days, as in model/freshness.py: people may shorten, never lengthen
LONGEST_STALE = 365
MOST_FAMILY = 3
_LONGEST_NUMBER = 40


class Settings(NamedTuple):
    """`language` is "" to follow the computer; `scale` is in percent, one of SCALES.

    `history` keeps checks on this computer for `history_days`, with numbers and names covered
    unless `history_whole`. A list counts as fresh for `fresh_days` and as stale after
    `stale_days`. `family_numbers` holds up to three numbers of people to call, each perhaps with a
    name. `welcomed` is true once the program has introduced itself. Whether new lists are asked for
    every day is kept with the feed.
    """

    language: str = ""
    scale: int = 100
    theme: str = "system"
    reading_speed: str = "slow"
    history: bool = False
    history_whole: bool = False
    history_days: int = 30
    fresh_days: int = LONGEST_FRESH
    stale_days: int = LONGEST_STALE
    family_numbers: tuple[str, ...] = ()
    welcomed: bool = False

    @property
    def words_a_minute(self) -> int:
        """How fast to read aloud; a voice's own pace is about 180."""
        return _PACES[self.reading_speed]


def _one_of(*choices: str | int) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, bool) and value in choices


def _days_up_to(most: int) -> Callable[[object], bool]:
    return lambda value: type(value) is int and 1 <= value <= most


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _is_family(value: object) -> bool:
    return (
        isinstance(value, list)
        and len(value) <= MOST_FAMILY
        and all(isinstance(each, str) and len(each) <= _LONGEST_NUMBER for each in value)
    )


_FITS: dict[str, Callable[[object], bool]] = {
    "language": _one_of(*LANGUAGES),
    "scale": _one_of(*SCALES),
    "theme": _one_of(*THEMES),
    "reading_speed": _one_of(*READING_SPEEDS),
    "history": _is_switch,
    "history_whole": _is_switch,
    "history_days": _one_of(*HISTORY_DAYS),
    "fresh_days": _days_up_to(LONGEST_FRESH),
    "stale_days": _days_up_to(LONGEST_STALE),
    "family_numbers": _is_family,
    "welcomed": _is_switch,
}
_TABLE = re.compile(r"^\s*\[")


class LoadedSettings(NamedTuple):
    """`replaced` names the keys whose values could not be used; "" stands for the whole file."""

    settings: Settings
    replaced: tuple[str, ...] = ()


def load_settings(file: Path) -> LoadedSettings:
    """Read the file; what is missing or cannot be used gets its default."""
    try:
        table = tomli.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError):
        return LoadedSettings(Settings(), ("",))
    replaced = tuple(
        name for name, fits in _FITS.items() if name in table and not fits(table[name])
    )
    usable: dict[str, Any] = {
        name: tuple(value) if isinstance(value := table[name], list) else value
        for name in _FITS
        if name in table and name not in replaced
    }
    return LoadedSettings(Settings(**usable), replaced)


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings in one step, and leave every other line of the file as it is.

    A file that is no TOML, or would not be with our lines in it, is put aside as
    `settings.toml.broken`. Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        old = file.read_text(encoding="utf-8")
        tomli.loads(old)
        text = _with_settings(old, settings)
        tomli.loads(text)
    except FileNotFoundError:
        text = _with_settings("", settings)
    except (UnicodeDecodeError, tomli.TOMLDecodeError):
        file.replace(file.with_name(f"{file.name}.broken"))
        text = _with_settings("", settings)
    write_at_once(file, text.encode())


def _with_settings(old: str, settings: Settings) -> str:
    lines = old.splitlines()
    first_table = next((i for i, line in enumerate(lines) if _TABLE.match(line)), len(lines))
    head = [line for line in lines[:first_table] if not _is_ours(line)]
    ours = [f"{name} = {_toml(value)}" for name, value in settings._asdict().items()]
    return "\n".join([*ours, *head, *lines[first_table:]]) + "\n"


def _is_ours(line: str) -> bool:
    return line.partition("=")[0].strip().strip("\"'") in _FITS and "=" in line


def _toml(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return f"[{', '.join(map(_toml, value))}]"
        case str():
            return f'"{_ESCAPED.sub(_escape, value.encode("utf-8", "replace").decode())}"'
        case _:
            return str(value)


_ESCAPED = re.compile(r'[\x00-\x1f\x7f"\\]')


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
