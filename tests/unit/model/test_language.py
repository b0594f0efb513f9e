"""Words in both languages."""

import pytest

from app.model.language import Language, LocalizedText


@pytest.mark.parametrize(("language", "expected"), [(Language.ZH, "你好"), (Language.EN, "hello")])
def test_a_statement_is_said_in_the_language_asked_for(language: Language, expected: str) -> None:
    assert LocalizedText(zh="你好", en="hello").into(language) == expected


def test_languages_are_their_tags() -> None:
    assert [str(each) for each in Language] == ["zh", "en"]
