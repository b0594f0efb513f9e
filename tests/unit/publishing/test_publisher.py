"""The whole ceremony, with a real client at its end."""

import dataclasses
from datetime import timedelta
from pathlib import Path

import pytest

from app.model.errors import UserFacingError
from app.publishing.publisher import KeyChange
from app.publishing.rehearsal_client import Follower
from app.sync.feed_lock import feed_lock
from tests.publishing_feed import Desk, begin_feed
from tests.small_tables import change


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return begin_feed(tmp_path)


def refusal(error: pytest.ExceptionInfo[UserFacingError]) -> str:
    return error.value.reference


def follow(desk: Desk, home: Path) -> None:
    Follower(desk.publisher.card(), desk.folder / "public", home)


def test_a_feed_is_begun_built_signed_twice_published_and_followed(
    desk: Desk, tmp_path: Path
) -> None:
    assert desk.publisher.build() is not None
    desk.sign("emma")
    with pytest.raises(UserFacingError) as error:
        desk.refresh()
    assert refusal(error) == "too-few-signatures"
    assert not (desk.folder / "public" / "metadata").exists()
    desk.sign("egon")
    release = desk.refresh()
    assert (release.root, release.targets, release.snapshot, release.timestamp) == (1, 1, 1, 1)
    assert not release.waiting
    assert desk.publisher.rehearse().golden == 1
    follow(desk, tmp_path / "client")


def test_one_editor_who_signs_twice_is_one_editor(desk: Desk) -> None:
    desk.publisher.build()
    desk.sign("emma", "emma")
    with pytest.raises(UserFacingError) as error:
        desk.refresh()
    assert refusal(error) == "too-few-signatures"


def test_a_client_follows_over_several_roots(desk: Desk, tmp_path: Path) -> None:
    desk.release()
    card = desk.publisher.card()
    follow(desk, tmp_path / "client")
    for old, new, signers in (
        ("rolf", "ruth", ("rita", "ruth", "rosa")),
        ("rita", "rudi", ("rudi", "rosa", "ruth")),
    ):
        replaced = KeyChange("root", desk.public(old), desk.make_key(new))
        assert not desk.publisher.rotate([replaced])
        desk.sign(*signers)
        desk.refresh()
        desk.publisher.rehearse()
    assert desk.publisher.card() != card
    public = desk.folder / "public"
    assert Follower(card, public, tmp_path / "stranger").target("feed-1.json")
    follow(desk, tmp_path / "client")  # skipped a root in between
    assert {each.name for each in (public / "metadata").glob("*.root.json")} == {
        "1.root.json",
        "2.root.json",
        "3.root.json",
    }


def test_a_root_signed_by_new_keys_alone_stays_where_it_is(desk: Desk) -> None:
    desk.release()
    changes = [
        KeyChange("root", desk.public(old), desk.make_key(new))
        for old, new in (("rita", "ruth"), ("rolf", "rudi"))
    ]
    desk.publisher.rotate(changes)
    desk.sign("ruth", "rudi")
    release = desk.refresh()
    assert (release.root, release.waiting) == (1, True)
    desk.sign("rita", "rolf")
    assert desk.refresh().root == 2


def test_a_new_editor_signs_the_same_content_again(desk: Desk, tmp_path: Path) -> None:
    desk.release()
    follow(desk, tmp_path / "client")
    new = KeyChange("targets", desk.public("egon"), desk.make_key("erna"))
    assert desk.publisher.rotate([new])
    desk.sign("rita", "rosa")
    with pytest.raises(UserFacingError) as error:
        desk.refresh()
    assert refusal(error) == "too-few-signatures"
    with pytest.raises(UserFacingError) as error:
        desk.sign("egon")
    assert refusal(error) == "key-not-entitled"
    desk.sign("emma", "erna")
    release = desk.refresh()
    assert (release.root, release.targets) == (2, 2)
    follow(desk, tmp_path / "client")


def test_new_online_keys_need_nobody_else_but_the_root(desk: Desk, tmp_path: Path) -> None:
    desk.release()
    follow(desk, tmp_path / "client")
    changes = [
        KeyChange(role, desk.public(role), desk.make_key(f"{role}-2"))
        for role in ("snapshot", "timestamp")
    ]
    assert not desk.publisher.rotate(changes)
    desk.sign("rita", "rolf")
    with pytest.raises(UserFacingError) as error:
        desk.refresh()
    assert refusal(error) == "key-not-in-role"
    release = desk.refresh("snapshot-2", "timestamp-2")
    assert (release.root, release.snapshot, release.timestamp) == (2, 2, 2)
    follow(desk, tmp_path / "client")


def test_the_daily_timestamp_needs_one_key_and_goes_on_while_others_sign(
    desk: Desk, tmp_path: Path
) -> None:
    desk.release()
    table = desk.folder / "tables" / "register" / "bank.toml"
    table.write_text(table.read_text("utf-8") + "# looked at\n", "utf-8")
    assert desk.publisher.build() is not None
    desk.sign("egon")
    release = desk.publisher.refresh(None, desk.key("timestamp"))
    assert (release.targets, release.timestamp, release.waiting) == (1, 2, True)
    follow(desk, tmp_path / "client")


def test_whoever_signs_a_root_is_told_which_keys_come_and_go(desk: Desk) -> None:
    assert len(desk.publisher.changes().records) == 7
    desk.release()
    desk.publisher.rotate([KeyChange("root", desk.public("rolf"), desk.make_key("ruth"))])
    gone, come = desk.publisher.changes().records
    assert (gone.kind.value, come.kind.value) == ("removed", "added")
    assert {gone.topic.value, come.topic.value} == {"key"}
    role, keyid = come.key.split()
    assert (desk.folder / "keys" / f"{role}-{keyid}.pub.pem").read_bytes() == (
        desk.public("ruth").read_bytes()
    )


def test_old_editions_go_and_roots_stay(desk: Desk, tmp_path: Path) -> None:
    config = desk.folder / "feed.toml"
    change(config, "keep_versions = 14", "keep_versions = 2")
    bank = desk.folder / "tables" / "register" / "bank.toml"
    desk.release()
    follow(desk, tmp_path / "client")
    desk.publisher.rotate([KeyChange("root", desk.public("rolf"), desk.make_key("ruth"))])
    desk.sign("rita", "rosa")
    for number in range(3):
        bank.write_text(f"{bank.read_text('utf-8')}# {number}\n", "utf-8")
        desk.release()
    public = desk.folder / "public"
    names = {each.name for each in (public / "metadata").iterdir()}
    assert names == {
        *("1.root.json", "2.root.json", "timestamp.json"),
        *("3.targets.json", "4.targets.json", "3.snapshot.json", "4.snapshot.json"),
    }
    assert len(list((public / "targets").rglob("*.register.jsonl.zst"))) == 2
    follow(desk, tmp_path / "client")
    desk.publisher.rehearse()


def later(desk: Desk, days: int) -> Desk:
    return dataclasses.replace(desk, now=desk.now + timedelta(days=days))


def test_people_are_told_in_time_that_they_must_sign_again(desk: Desk) -> None:
    assert desk.release().expiring == ()
    (targets,) = later(desk, 70).refresh().expiring
    assert targets == ("targets", (desk.now + timedelta(days=90)).date())


def test_nothing_that_expired_is_published(desk: Desk) -> None:
    desk.release()
    before = (desk.folder / "public" / "metadata" / "timestamp.json").read_bytes()
    with pytest.raises(UserFacingError) as error:
        later(desk, 91).refresh()
    assert refusal(error) == "signature-expired"
    assert (desk.folder / "public" / "metadata" / "timestamp.json").read_bytes() == before


def test_an_unchanged_edition_is_signed_again_after_half_its_life(desk: Desk) -> None:
    desk.release()
    assert desk.publisher.build() is None
    old = later(desk, 46)
    built = old.publisher.build()
    assert built is not None
    assert (built.version, built.bytes_new) == (2, 0)
    old.sign("emma", "egon")
    assert old.refresh().targets == 2


@pytest.mark.parametrize("role", ["root", "targets"])
def test_a_signed_file_that_comes_back_too_late_undoes_nothing(desk: Desk, role: str) -> None:
    assert desk.publisher.build() is not None
    desk.sign("emma", "egon")
    staged = desk.folder / "staged" / f"{role}.json"
    late = staged.read_bytes()
    desk.refresh()
    bank = desk.folder / "tables" / "register" / "bank.toml"
    bank.write_text(f"{bank.read_text('utf-8')}# looked at\n", "utf-8")
    assert desk.release().targets == 2
    staged.parent.mkdir(exist_ok=True)
    staged.write_bytes(late)
    release = desk.refresh()
    assert (release.root, release.targets, release.waiting) == (1, 2, False)
    assert not staged.exists()


def test_two_publishers_at_once_are_one_too_many(desk: Desk) -> None:
    with feed_lock(desk.folder), pytest.raises(UserFacingError) as error:
        desk.publisher.build()
    assert refusal(error) == "feed-busy"
    assert desk.publisher.build() is not None


def test_one_rotation_waits_at_a_time_and_can_be_taken_back(desk: Desk) -> None:
    desk.release()
    desk.publisher.rotate([])
    with pytest.raises(UserFacingError) as error:
        desk.publisher.rotate([])
    assert refusal(error) == "rotation-waiting"
    desk.publisher.cancel_rotation()
    desk.publisher.rotate([])
    desk.sign("rita", "rosa")
    assert desk.refresh().root == 2


def test_an_unchanged_edition_needs_no_signature(desk: Desk) -> None:
    desk.release()
    assert desk.publisher.build() is None


def test_a_file_changed_between_two_signatures_is_not_signed(desk: Desk) -> None:
    desk.publisher.build()
    desk.sign("emma")
    staged = desk.folder / "staged" / "targets" / "tables" / "1"
    (file,) = staged.glob("*.register.jsonl.zst")
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(UserFacingError) as error:
        desk.sign("egon")
    assert refusal(error) == "damaged-data"


def test_a_fault_in_the_tables_stops_the_build(desk: Desk) -> None:
    change(desk.folder / "tables" / "lists" / "fake_domains.toml", "examp1e", "www.examp1e")
    assert [each.kind.value for each in desk.publisher.check()] == ["table"]
    with pytest.raises(UserFacingError) as error:
        desk.publisher.build()
    assert refusal(error) == "check-failed"


def test_the_diff_names_the_number_that_comes(desk: Desk) -> None:
    desk.release()
    table = desk.folder / "tables" / "register" / "bank.toml"
    change(table, 'calls_out = "unknown"', 'calls_out = "yes"')
    desk.publisher.build()
    (found,) = desk.publisher.changes().records
    assert (found.kind.value, found.topic.value) == ("changed", "number")
    assert found.key == "95777 example-bank"


def test_a_first_edition_adds_everything(desk: Desk) -> None:
    desk.publisher.build()
    changes = desk.publisher.changes().records
    assert {each.kind.value for each in changes} == {"added"}
    assert {each.topic.value for each in changes} == {
        *("organization", "number", "domain", "statement", "reported", "phrases", "key")
    }


def test_a_rehearsal_notices_a_file_that_is_not_there(desk: Desk) -> None:
    desk.release()
    (file,) = (desk.folder / "public" / "targets").glob("*.feed-1.json")
    file.unlink()
    with pytest.raises(UserFacingError) as error:
        desk.publisher.rehearse()
    assert refusal(error) == "rehearsal-failed"


def test_a_rehearsal_notices_a_timestamp_that_went_back(desk: Desk) -> None:
    desk.release()
    old = (desk.folder / "public" / "metadata" / "timestamp.json").read_bytes()
    desk.refresh()
    desk.publisher.rehearse()
    (desk.folder / "public" / "metadata" / "timestamp.json").write_bytes(old)
    with pytest.raises(UserFacingError) as error:
        desk.publisher.rehearse()
    assert "feed-rolled-back" in error.value.values["cause"]
