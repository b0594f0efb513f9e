"""What people are told of a list, apart from what is in it."""

from dataclasses import replace

from tests.lists import a_reported_list

LISTED = a_reported_list()


def test_another_version_has_the_same_terms() -> None:
    later = replace(LISTED, version=9, entries=7, sha256="1" * 64, full_target="elsewhere")
    assert replace(later, source=replace(LISTED.source, date="2027")).terms == LISTED.terms


def test_other_words_are_other_terms() -> None:
    assert replace(LISTED, appeal="https://elsewhere.example/").terms != LISTED.terms
    assert replace(LISTED, source=replace(LISTED.source, title="Others")).terms != LISTED.terms
