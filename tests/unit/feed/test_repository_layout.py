import pytest

from app.feed.repository_layout import (
    delta_target,
    folder_of_table,
    full_target,
    is_list_name,
    tables_target,
)


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("register/bank.toml", "register"),
        ("patterns/scripts/loan.toml", "patterns"),
        ("i18n/zh/advice.toml", "words"),
        ("advice/danger.toml", "advice"),
    ],
)
def test_a_table_travels_with_its_folder(path: str, folder: str) -> None:
    assert folder_of_table(path) == folder


@pytest.mark.parametrize(
    "path",
    [
        "../register/bank.toml",
        "register/../../bank.toml",
        "/register/bank.toml",
        "register/./bank.toml",
        "register//bank.toml",
        "register\\..\\bank.toml",
        "C:/register/bank.toml",
        "register/bank.py",
        "register.toml",
        "words/bank.toml",
        "i18n/zh/window.toml",
        "folding/words.toml",
        "",
    ],
)
def test_nothing_else_travels(path: str) -> None:
    assert folder_of_table(path) is None


def test_targets_have_names_of_their_own() -> None:
    names = {tables_target("lists"), full_target("a", 1), delta_target("a", 1, 2)}
    assert len(names) == 3


@pytest.mark.parametrize("name", ["", "../up", "a/b", "Bad", "-a", "a\n", "名单", "a" * 62])
def test_a_list_is_not_called_what_no_folder_should_be(name: str) -> None:
    assert not is_list_name(name)


@pytest.mark.parametrize("name", ["bad-sites", "165_numbers", "a" * 61])
def test_a_list_is_called_by_small_letters_figures_and_dashes(name: str) -> None:
    assert is_list_name(name)
