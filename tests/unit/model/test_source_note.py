"""A list that anybody writes in, and our own reading, are nobody's word."""

from app.model.source_note import SourceClass


def test_authorities_organisations_and_the_press_answer_for_what_they_say() -> None:
    assert [each for each in SourceClass if each.is_answered_for] == [
        SourceClass.AUTHORITY,
        SourceClass.ORGANISATION,
        SourceClass.PRESS,
    ]
