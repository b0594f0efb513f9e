"""The ceremony as people type it, judged by the real program."""

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.cli.main import main
from app.feed.feed_card import read_card
from app.model.language import LocalizedText
from tests.list_abouts import ABOUT
from tests.publishing_feed import HOLDERS, SPOKEN, fresh_tables

Run = Callable[..., int]
TODAY = datetime.now(UTC).date()


@pytest.fixture
def run(tmp_path: Path) -> Run:
    (tmp_path / "passphrase").write_text(f"{SPOKEN}\nnot this line\n", encoding="utf-8")

    def typed(*words: object, keys: bool = False) -> int:
        spoken = ["--passphrase-file", str(tmp_path / "passphrase")] if keys else []
        home = ["--lang", "en", "--home", str(tmp_path / "home")]
        return main([*home, "publish", *map(str, words), *spoken])

    return typed


@pytest.fixture
def feed(run: Run, tmp_path: Path) -> Path:
    """Return a feed whose first root two people signed."""
    options: list[object] = []
    for role, names in HOLDERS.items():
        options.append("--editor" if role == "targets" else f"--{role}")
        for name in names:
            assert run("key", tmp_path / name, keys=True) == 0
            options.append(tmp_path / f"{name}.pub.pem")
    names = ("--name-zh", "街道名单", "--name-en", "Neighbourhood list")
    folder = tmp_path / "feed"
    address = ("--url", "https://feed.example/", "--tables", "tables")
    assert run("init", folder, *names, *address, *options) == 0
    fresh_tables(folder / "tables", TODAY)
    for holder in ("rita", "rosa"):
        assert run("sign", folder, "--key", tmp_path / f"{holder}.key.pem", keys=True) == 0
    return folder


def publish(run: Run, folder: Path) -> None:
    keys = folder.parent
    for editor in HOLDERS["targets"]:
        assert run("sign", folder, "--key", keys / f"{editor}.key.pem", keys=True) == 0
    assert _refresh(run, folder) == 0


def _refresh(run: Run, folder: Path) -> int:
    keys = folder.parent
    online = [f"--{role}-key" for role in ("snapshot", "timestamp")]
    files = [keys / f"{role}.key.pem" for role in ("snapshot", "timestamp")]
    return run("refresh", folder, online[0], files[0], online[1], files[1], keys=True)


def test_a_feed_is_published_in_the_order_that_the_help_tells(
    run: Run, feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", feed) == 0
    assert run("build", feed) == 0
    assert run("diff", feed) == 0
    assert "Added number: 95152 douyin" in capsys.readouterr().out
    assert run("sign", feed, "--key", feed.parent / "emma.key.pem", keys=True) == 0
    assert "1 signed, 1 more must sign" in capsys.readouterr().out
    assert _refresh(run, feed) == 1
    assert "Not enough signatures" in capsys.readouterr().err
    publish(run, feed)
    assert run("rehearse", feed) == 0
    assert "The rehearsal went well" in capsys.readouterr().out
    assert run("build", feed) == 0
    assert "Nothing changed" in capsys.readouterr().out
    assert run("card", feed, feed.parent / "street") == 0
    assert len(capsys.readouterr().out.splitlines()) == 5
    card = read_card((feed.parent / "street.mingbian-feed").read_bytes())
    assert card.name == LocalizedText(zh="街道名单", en="Neighbourhood list")


def test_a_list_is_imported_named_and_published_and_then_a_key_changes(
    run: Run, feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    about, source = feed.parent / "about.toml", feed.parent / "source.txt"
    about.write_text(ABOUT, encoding="utf-8")
    source.write_text("evil.top\nwww.icbc.com.cn\n", encoding="utf-8")
    taken = ("import", "plain", source, "--feed", feed, "--about", about, "--dated", TODAY)
    assert run(*taken) == 0
    said = capsys.readouterr().out
    assert "1 rows taken" in said
    assert "1 rows that the register lists as official" in said
    assert "feed.toml does not name bad-sites" in said
    config = feed / "feed.toml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("lists = []", 'lists = ["bad-sites"]'), "utf-8")
    assert run("build", feed) == 0
    publish(run, feed)
    assert run("rehearse", feed) == 0
    assert "1 lists" in capsys.readouterr().out
    keys = feed.parent
    assert run("key", keys / "ruth", keys=True) == 0
    change = ("--replace", "root", keys / "rolf.pub.pem", keys / "ruth.pub.pem")
    assert run("rotate", feed, *change) == 0
    assert run("diff", feed) == 0
    assert "Added key: root" in capsys.readouterr().out
    assert run("rotate", feed, "--cancel") == 0
    assert "taken back" in capsys.readouterr().out


def test_a_list_goes_out_daily_by_a_key_of_its_own(
    run: Run, feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = feed.parent
    about, source = keys / "about.toml", keys / "source.txt"
    about.write_text(ABOUT, encoding="utf-8")
    source.write_text("evil.top\n", encoding="utf-8")
    taken = ("import", "plain", source, "--feed", feed, "--about", about, "--dated", TODAY)
    assert run("daily", feed) == 1
    assert "no-daily-role" in capsys.readouterr().err
    assert run("key", feed / "keys" / "dora", keys=True) == 0
    config = feed / "feed.toml"
    text = config.read_text("utf-8")
    assert "\n# [daily]\n" in text
    role = '[daily]\nkeys = ["keys/dora.pub.pem"]\nlists = ["bad-sites"]\n'
    config.write_text(f"{text}\n{role}", "utf-8")
    capsys.readouterr()
    assert run(*taken) == 0
    assert "does not name" not in capsys.readouterr().out
    assert run("build", feed) == 0
    assert run("diff", feed) == 0
    assert "Added key: daily" in capsys.readouterr().out
    publish(run, feed)
    assert run("daily", feed) == 0
    assert "Edition 1 of the daily lists" in capsys.readouterr().out
    assert run("sign", feed, "--key", feed / "keys" / "dora.key.pem", keys=True) == 0
    assert "Daily lists 1: 1 signed, which is enough" in capsys.readouterr().out
    assert _refresh(run, feed) == 0
    assert "are edition 1" in capsys.readouterr().out
    assert run("rehearse", feed) == 0
    assert "1 lists" in capsys.readouterr().out


def test_a_fault_is_named_and_fails_the_check(
    run: Run, feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = feed / "tables" / "lists" / "fake_domains.toml"
    table.write_text(table.read_text("utf-8").replace('"boczs.com"', '"95588.com.cn."'), "utf-8")
    assert run("check", feed) == 1
    assert "fake_domains.toml" in capsys.readouterr().out
    assert run("build", feed) == 1
    assert "1 faults" in capsys.readouterr().err


def test_a_person_says_a_new_passphrase_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    said = iter([SPOKEN, "another one altogether", SPOKEN, SPOKEN])
    monkeypatch.setattr("app.cli.publish_steps.getpass", lambda _: next(said))
    assert main(["--lang", "en", "publish", "key", str(tmp_path / "emma")]) == 1
    assert "passphrase-differs" in capsys.readouterr().err
    assert main(["--lang", "en", "publish", "key", str(tmp_path / "emma")]) == 0


def test_a_copy_that_does_not_publish_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "app.publishing", None)
    assert main(["--lang", "zh", "publish", "check", str(tmp_path)]) == 1
    assert "不带发布功能" in capsys.readouterr().err


def test_a_folder_without_a_feed_is_told_calmly(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", tmp_path) == 1
    assert "no-feed-folder" in capsys.readouterr().err


def test_an_address_that_no_card_may_carry_makes_no_feed(
    run: Run, feed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keys = feed / "keys"
    options: list[object] = []
    for role in HOLDERS:
        options.append("--editor" if role == "targets" else f"--{role}")
        options += keys.glob(f"{role}-*.pub.pem")
    name = ("--name-zh", "名单", "--name-en", "List", "--url", "http://feed.example/")
    assert run("init", feed.parent / "other", *name, *options) == 1
    assert "bad-feed-name" in capsys.readouterr().err
    assert not (feed.parent / "other").exists()


def test_a_passphrase_file_that_is_not_there_is_told_calmly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["publish", "key", str(tmp_path / "a"), "--passphrase-file", str(tmp_path / "b")]
    assert main(["--lang", "en", *words]) == 1
    assert "publish-disk" in capsys.readouterr().err
