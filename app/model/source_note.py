"""Where a fact comes from."""

from dataclasses import dataclass
from enum import StrEnum


class SourceClass(StrEnum):
    """Who says so."""

    AUTHORITY = "authority"
    ORGANISATION = "organisation"
    PRESS = "press"
    COMMUNITY_LIST = "community_list"
    CODE_TABLE = "code_table"
    EDITORS = "editors"  # our own reading of several sources
    NONE = "none"


@dataclass(frozen=True, slots=True)
class SourceNote:
    """A source people can look up. `date` is as the source gives it ("2025-12", "undated")."""

    title: str
    address: str
    date: str
    source_class: SourceClass
