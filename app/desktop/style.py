"""How the window speaks and looks at this moment."""

from typing import NamedTuple

from ..presentation.catalog import Catalog
from .theme import Theme


class Style(NamedTuple):
    """Handed to every widget's `dress`; a new language, scale or colour is a new Style.

    `keeps` tells whether checks are kept on this computer: what the window promises hangs on it.
    """

    words: Catalog
    theme: Theme
    keeps: bool = False

    def say(self, key: str, **values: str) -> str:
        """Return the words of `window.<key>`."""
        return self.words.text(f"window.{key}", **values)
