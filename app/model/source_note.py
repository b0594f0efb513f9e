"""Where a fact comes from."""

from enum import StrEnum

from msgspec import Struct


class SourceClass(StrEnum):
    """Who says so."""

    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    PRESS = "press"
    COMMUNITY_LIST = "community_list"
    CODE_TABLE = "code_table"
    EDITORS = "editors"  # our own reading of several sources
    NONE = "none"

    @property
    def is_answered_for(self) -> bool:
        """Tell whether somebody publishes it under a name, and must mend it if it is wrong."""
        return self in (SourceClass.AUTHORITY, SourceClass.ORGANISATION, SourceClass.PRESS)


class SourceNote(Struct, frozen=True):
    """A source people can look up. `date` is as the source gives it ("2025-12", "undated")."""

    title: str
    address: str
    date: str
    source_class: SourceClass
