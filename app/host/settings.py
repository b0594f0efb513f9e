"""What a person set for himself, kept in one small TOML file."""

import re
from dataclasses import dataclass, fields
from pathlib import Path

import tomli

from .at_once import write_at_once

SCALES = (100, 125, 150, 175, 200, 225, 250)
THEMES = ("system", "light", "dark", "contrast")
LANGUAGES = ("", "zh", "en")


@dataclass(frozen=True, slots=True)
class Settings:
    """`language` is "" to follow the computer; `scale` is in percent, one of SCALES."""

    language: str = ""
    scale: int = 100
    theme: str = "system"


_CHOICES: dict[str, tuple[str | int, ...]] = {
    "language": LANGUAGES,
    "scale": SCALES,
    "theme": THEMES,
}
_TABLE = re.compile(r"^\s*\[")


@dataclass(frozen=True, slots=True)
class LoadedSettings:
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
        name
        for name, choices in _CHOICES.items()
        if name in table and not _fits(table[name], choices)
    )
    usable = {name: table[name] for name in _CHOICES if name in table and name not in replaced}
    return LoadedSettings(Settings(**usable), replaced)


def _fits(value: object, choices: tuple[str | int, ...]) -> bool:
    return not isinstance(value, bool) and value in choices


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings in one step, and leave every other line of the file as it is.

    A file that is no TOML is put aside as `settings.toml.broken`. Raises OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        old = file.read_text(encoding="utf-8")
        tomli.loads(old)
    except FileNotFoundError:
        old = ""
    except (UnicodeDecodeError, tomli.TOMLDecodeError):
        file.replace(file.with_name(f"{file.name}.broken"))
        old = ""
    write_at_once(file, _with_settings(old, settings))


def _with_settings(old: str, settings: Settings) -> str:
    lines = old.splitlines()
    first_table = next((i for i, line in enumerate(lines) if _TABLE.match(line)), len(lines))
    head = [line for line in lines[:first_table] if not _is_ours(line)]
    ours = [f"{f.name} = {_toml(getattr(settings, f.name))}" for f in fields(Settings)]
    return "\n".join([*ours, *head, *lines[first_table:]]) + "\n"


def _is_ours(line: str) -> bool:
    return line.partition("=")[0].strip().strip("\"'") in _CHOICES and "=" in line


def _toml(value: str | int) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
