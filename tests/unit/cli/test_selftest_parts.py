"""What the self-test says of parts, places and trust."""

import json
from datetime import date
from pathlib import Path

import pytest

from app.cli.selftest_parts import Part, parts_remarks, place_remarks, root_remark, trust_remarks
from app.host.paths import RESOURCES, Paths

TODAY = date(2026, 11, 22)


def refuse(module: str) -> object:
    raise ModuleNotFoundError(module)


def test_a_needed_part_that_is_absent_fails_and_an_optional_one_says_why() -> None:
    parts = (Part("feed", "tuf"), Part("pictures", "rapidocr", "not in this release"))
    assert [works for works, _ in parts_remarks(parts, refuse)] == [False, True]
    assert "not in this release" in list(parts_remarks(parts, refuse))[1][1]


def test_an_optional_part_that_breaks_is_no_absent_one() -> None:
    def break_down(module: str) -> object:
        raise RuntimeError(module)

    [(works, _)] = parts_remarks((Part("pictures", "rapidocr", "not here"),), break_down)
    assert not works


def test_a_locked_stick_is_said_to_keep_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    locked = Paths(RESOURCES, tmp_path / "file" / "data", portable=True)
    assert any("nothing will be kept" in line for _, line in place_remarks(locked))
    kept = Paths(RESOURCES, tmp_path / "data", portable=True)
    assert not any("nothing will be kept" in line for _, line in place_remarks(kept))


def test_without_a_feed_nobodys_signature_is_trusted(tmp_path: Path) -> None:
    [(works, line)] = trust_remarks(Paths(RESOURCES, tmp_path), TODAY)
    assert works
    assert "no feed added" in line


@pytest.mark.parametrize(
    ("signed", "works"),
    [
        ({"_type": "root", "version": 3, "expires": "2027-01-01T00:00:00Z"}, True),
        ({"_type": "root", "version": 3, "expires": "2026-11-21T00:00:00Z"}, False),
        ({"_type": "targets", "version": 3, "expires": "2027-01-01T00:00:00Z"}, False),
        ({}, False),
    ],
)
def test_a_root_must_be_one_and_be_valid(
    tmp_path: Path, signed: dict[str, object], *, works: bool
) -> None:
    file = tmp_path / "feed" / "root.json"
    file.parent.mkdir()
    file.write_text(json.dumps({"signed": signed}), encoding="utf-8")
    assert root_remark(file, TODAY)[0] is works
    assert [each[0] for each in trust_remarks(Paths(RESOURCES, tmp_path), TODAY)] == [works]
