"""The components of a bundle, read back from the one text that was collected for people."""

from collections.abc import Iterator
from functools import cached_property

from ..model.component import Component

_RULER = "=" * 78
_INSIDE = f"{_RULER}\nCompiled inside those libraries\n"
_ONLY_IN_TEXT = "see its text"  # what Debian's packages say of their licence


class CollectedLicences:
    """`text` is third_party.txt as packaging/bundle/licences.py writes it."""

    def __init__(self, text: str) -> None:
        self._text = text

    def components(self) -> tuple[Component, ...]:
        """Return what the list at the beginning names."""
        return tuple(self._texts)

    def text_of(self, component: Component) -> str:
        """Return the licence's text, "" for a component that is not in the list."""
        return self._texts.get(component, "")

    @cached_property
    def inside(self) -> str:
        """What lies compiled inside the libraries, with its texts; "" if nothing does."""
        found = self._text.rfind(_INSIDE)
        return self._text[found + len(_RULER) :].strip() if found >= 0 else ""

    @cached_property
    def _texts(self) -> dict[Component, str]:
        return dict(self._read())

    def _read(self) -> Iterator[tuple[Component, str]]:
        # A licence may have rulers of its own: only the very headings the list promises count.
        end = self._text.rfind(_INSIDE)
        whole = self._text if end < 0 else self._text[:end]
        rows = list(_rows(whole))
        at = 0
        for place, (name, version, licence) in enumerate(rows):
            begin = whole.find(heading := _heading(*rows[place]), at)
            if begin < 0:
                continue
            begin += len(heading)
            following = whole.find(_heading(*rows[place + 1]), begin) if rows[place + 1 :] else -1
            at = following if following >= 0 else len(whole)
            named = "" if licence == _ONLY_IN_TEXT else licence
            yield Component(name, version, named), whole[begin:at].strip()


def _rows(text: str) -> Iterator[tuple[str, str, str]]:
    _, _, after = text.partition("\n\n")
    table, _, _ = after.partition("\n\n")
    for row in table.splitlines():
        match row.split(maxsplit=2):
            case [name, version, licence]:
                yield name, version, licence


def _heading(name: str, version: str, licence: str) -> str:
    return f"{_RULER}\n{name} {version}   ({licence})\n{_RULER}\n"
