"""The languages the helper speaks, with words that come in all of them."""

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """BCP 47 tags."""

    ZH = "zh"
    EN = "en"


class LocalizedText(NamedTuple):
    """One statement in every language; both are always filled."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """Return the wording for `language`."""
        return self.zh if language is Language.ZH else self.en
