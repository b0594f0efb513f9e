"""The words of one language, read from the editors' tables when first asked for."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import tomli

from ..model.language import Language, LocalizedText

if TYPE_CHECKING:  # the window's first picture needs words, and no findings
    from ..model.finding import Value


class MissingWordsError(LookupError):
    """No words for a key, or no value for one of their places: a bug, and a test looks for it."""


_EDITORS_GROUPS = frozenset({"advice", "category"})


class Catalog:
    """Finished sentences by key.

    A key's first segment names its files: `finding.x` lies in finding.toml or finding_*.toml, so
    that a window may start with window.toml alone. `{name}` is the only mark-up; a value goes in as
    it is and is never interpreted. `overlay` is asked, when words of advice are first needed, for a
    folder like `words` whose advice and categories go before the program's own. Safe to share
    between threads.
    """

    def __init__(
        self,
        words: Path,
        language: Language,
        overlay: Callable[[], Path | None] = lambda: None,
    ) -> None:
        self.language = language
        self._folder = words / language.value
        self._words: dict[str, str] = {}
        self._overlay = overlay
        self._read: set[str] = set()

    def text(self, key: str, /, **values: "Value") -> str:
        """Return the words of `key` with `values` in place; MissingWordsError if it cannot."""
        return self.filled(key, values.items())

    def filled(self, key: str, values: "Iterable[tuple[str, Value]]") -> str:
        """Do as `text` does, for values that come as pairs, the way findings carry them."""
        template = self._template(key)
        if template is None:
            raise MissingWordsError(f"no words for {key!r} in {self._folder}")
        if "{" not in template:
            return template
        try:
            return template.format_map(
                {
                    name: value.into(self.language) if isinstance(value, LocalizedText) else value
                    for name, value in values
                }
            )
        except KeyError as missing:
            raise MissingWordsError(f"{key!r} needs a value for {missing}") from None

    def has(self, key: str) -> bool:
        """Tell whether there are words for `key`."""
        return self._template(key) is not None

    def _template(self, key: str) -> str | None:
        found = self._words.get(key)
        if found is not None:
            return found
        group = key.partition(".")[0]
        if group in self._read:
            return None
        for file in sorted(self._folder.glob("*.toml")):
            if file.stem == group or file.stem.startswith(f"{group}_"):
                self._words.update(flat_words(file))
        if group in _EDITORS_GROUPS and (above := self._overlay()) is not None:
            file = above / self.language.value / f"{group}.toml"
            with suppress(OSError, tomli.TOMLDecodeError):  # the program's own words will do
                self._words.update(flat_words(file))
        self._read.add(group)
        return self._words.get(key)


def flat_words(file: Path) -> dict[str, str]:
    """Read one table of words: `[a] b = "…"` becomes "a.b"."""
    return dict(_flatten("", tomli.loads(file.read_text(encoding="utf-8"))))


def _flatten(prefix: str, table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flatten(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", str(value)
