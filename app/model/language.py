"""The languages the helper speaks, with words that come in all of them."""

from dataclasses import dataclass
from enum import StrEnum


class Language(StrEnum):
    """BCP 47 tags."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class LocalizedText:
    """One statement in every language; both are always filled."""

    zh: str
    en: str

    def into(self, language: Language) -> str:
        """Return the wording for `language`."""
        return self.zh if language is Language.ZH else self.en
