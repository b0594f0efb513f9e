"""Both languages say the same things, the code's keys have words, and nothing is promised."""

import ast
import re
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.architecture import words
from tests.architecture.source_tree import (
    Module,
    app_modules,
    called_name,
    expect_none,
    module,
    text_of,
)

EXEMPTIONS = tomllib.loads(Path(__file__).with_name("quotations.toml").read_text("utf-8"))
# Where a call names words by the tail of a key: function, position, keyword, whole keys.
TAILS = (
    ("Finding", 2, "reason", ("finding.{}",)),
    ("AdviceStep", 1, "key", ("advice.{}",)),
    ("UserFacingError", 0, "reference", ("error.{}.title", "error.{}.next_step")),
    ("InvalidTableError", 0, "reference", ("error.{}.title", "error.{}.next_step")),
    ("RegisterUnavailableError", 0, "reference", ("error.{}.title", "error.{}.next_step")),
)


def named_keys(modules: Sequence[Module]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every key the code names, as it stands there and as a pattern for whole keys."""
    groups = "|".join(sorted({key.partition(".")[0] for key in words.catalog("zh")}))
    for each in modules:
        said = set(_said_by_the_window(each)) if each.room == "desktop" else set()
        yield from ((f"window.{key}", _starts_with(f"window.{key}")) for key in said)
        for node in ast.walk(each.tree):
            if isinstance(node, ast.Constant) and node.value not in said:
                yield from _whole_key(node, groups)
            elif isinstance(node, ast.JoinedStr):
                yield from _key_with_holes(node, groups)
            elif isinstance(node, ast.Call):
                yield from ((key, re.compile(re.escape(key))) for key in _tails(node))


def _said_by_the_window(each: Module) -> Iterator[str]:
    for node in ast.walk(each.tree):
        if isinstance(node, ast.Call) and called_name(node) == "say":
            yield from filter(None, map(text_of, node.args[:1]))


def _whole_key(node: ast.Constant, groups: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    text = text_of(node)
    if re.fullmatch(rf"({groups})(\.[\w-]+)+", text) and not text.endswith(".toml"):
        yield text, _starts_with(text)


def _starts_with(text: str) -> re.Pattern[str]:
    unfinished = text.endswith(("_", "."))  # the rest is appended
    return re.compile(re.escape(text) + (".+" if unfinished else r"(\..+)?"))


def _key_with_holes(node: ast.JoinedStr, groups: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    parts = [text_of(part) for part in node.values]
    if re.match(rf"({groups})\.", parts[0]) and not parts[-1].endswith(".toml"):
        pattern = "".join(re.escape(part) if part else ".+" for part in parts)
        yield "…".join(parts), re.compile(pattern + r"(\..+)?")


def _tails(call: ast.Call) -> Iterator[str]:
    for name, position, keyword, keys in TAILS:
        if called_name(call) == name:
            arguments = [*call.args[position : position + 1]]
            arguments += [each.value for each in call.keywords if each.arg == keyword]
            tails = [tail for tail in map(text_of, arguments) if tail]
            yield from (key.format(tail) for tail in tails for key in keys)


def keys_without_words(modules: Sequence[Module]) -> list[str]:
    """Return what the code names and no table says."""
    known = words.catalog("zh")
    return [
        key
        for key, pattern in named_keys(modules)
        if not any(pattern.fullmatch(each) for each in known)
    ]


def test_both_languages_have_the_same_files_and_keys() -> None:
    zh, en = (
        {name: set(keys) for name, keys in words.sentences(each).items()} for each in ("zh", "en")
    )
    assert zh == en


def test_both_languages_have_the_same_places() -> None:
    zh, en = words.catalog("zh"), words.catalog("en")
    differing = [
        key for key in zh.keys() & en.keys() if words.places(zh[key]) != words.places(en[key])
    ]
    expect_none(differing)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_a_key_stands_in_the_file_its_first_part_names(language: str) -> None:
    lost = [
        f"{key} in {name}"
        for name, sentences in words.sentences(language).items()
        for key in sentences
        if not re.match(rf"{key.partition('.')[0]}[_.]", name)
    ]
    expect_none(lost)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_sentence_is_empty_or_said_in_two_files(language: str) -> None:
    files = words.sentences(language)
    assert [
        key for text in files.values() for key, words_ in text.items() if not words_.strip()
    ] == []
    assert sum(map(len, files.values())) == len(words.catalog(language))


def test_every_key_in_the_code_has_words() -> None:
    expect_none(keys_without_words(app_modules()))


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("app.cli.main", "catalog.text('verdict.no_such_words')"),
        ("app.cli.main", "catalog.text(f'verdict.no_such_words.{level}')"),
        ("app.cli.main", "catalog.text('verdict.no_such_words_' + level)"),
        ("app.checking.a", "Finding('a', Severity.NOTE, 'no_such_words', (), 3)"),
        ("app.checking.a", "Finding(reason='no_such_words')"),
        ("app.feed.a", "UserFacingError('no-such-words')"),
        ("app.checking.a", "AdviceStep(action, 'no_such_words')"),
        ("app.desktop.a", "style.say('no_such_words')"),
    ],
)
def test_a_key_without_words_is_found(name: str, source: str) -> None:
    assert keys_without_words([module(name, source)]) != []


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_no_sentence_promises_that_anything_is_safe(language: str) -> None:
    said = words.catalog(language) | words.pattern_sentences(language)
    expect_none(words.promises(said, language, EXEMPTIONS[language]))


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_quotation_that_is_exempt_still_stands_there(language: str) -> None:
    said = words.catalog(language) | words.pattern_sentences(language)
    gone = [
        f"{key}: {phrase}"
        for key, phrases in EXEMPTIONS[language].items()
        for phrase in phrases
        if key != "everywhere" and phrase not in said.get(key, "")
    ]
    expect_none(gone)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "这个号码是安全的"),
        ("zh", "可以放心接听"),
        ("zh", "没问题，是真的"),
        ("zh", "安全账户都是假的，这个网站安全"),
        ("en", "This number is safe."),
        ("en", "Genuine, we checked."),
    ],
)
def test_a_promise_is_found(language: str, text: str) -> None:
    assert words.promise_in("verdict.made_up", text, language, EXEMPTIONS[language])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "没有“安全账户”这回事"),
        ("zh", "小心，有几处不对劲"),
        ("en", "There is no such thing as a “safe account”."),
        ("en", "Swindlers make unsafe promises."),
    ],
)
def test_a_warning_is_no_promise(language: str, text: str) -> None:
    assert not words.promise_in("verdict.made_up", text, language, EXEMPTIONS[language])
