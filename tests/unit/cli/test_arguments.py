"""What is typed for the window is read as if the parser of everything had read it."""

from pathlib import Path

import pytest

from app.cli.arguments import argument_parser, parse_arguments


@pytest.mark.parametrize(
    "typed",
    [
        [],
        ["--home", "here"],
        ["--lang=en", "--desk", "east"],
        ["--card"],
        ["--card", "check"],  # a file of that name
        ["--ho", "here"],  # shortened
        ["--lang", "en", "check", "95588"],
        ["check", "--lang", "en", "95588"],
        ["--home", "here", "publish", "build", "there"],
    ],
)
def test_both_ways_of_reading_agree(typed: list[str]) -> None:
    assert parse_arguments(typed) == argument_parser().parse_args(typed)


def test_without_a_command_the_window_opens() -> None:
    parsed = parse_arguments(["--home", "here"])
    assert (parsed.command, parsed.home, parsed.desk) == (None, Path("here"), "")


@pytest.mark.parametrize("typed", [["--lang", "xx"], ["--home"], ["chek"], ["--desks"], ["-x"]])
def test_a_mistake_is_told_with_every_command_in_view(
    typed: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parse_arguments(typed)
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse_arguments(["--home", "here", "--help"])
    assert "publish" in capsys.readouterr().out
