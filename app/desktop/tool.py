"""The pages behind the menu, by name."""

from enum import StrEnum


class Tool(StrEnum):
    """In the menu's order; the values are the tails of `more.name.*` and `more.note.*`."""

    HISTORY = "history"
    BATCH = "batch"
    SETTINGS = "settings"
    FEED = "feed"
    SHIFT = "shift"
    DATA = "data"
    LICENCES = "licences"
