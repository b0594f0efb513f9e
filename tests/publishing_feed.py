"""A feed with seven keys in a temporary folder, for tests of those who publish."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from app.feed.tables_pack import lay_out, tables_of
from app.model.language import LocalizedText
from app.model.submission import Submission
from app.model.verdict import VerdictLevel
from app.publishing.feed_config import FeedConfig
from app.publishing.key_files import create_key
from app.publishing.linting import Judge, Program
from app.publishing.publisher import LockedKey, Publisher, begin
from app.publishing.rehearsal_client import Follower
from app.publishing.releasing import Release
from tests.shipped import RESOURCES
from tests.small_tables import write_tables

URL = "https://feed.example/mingbian/"
NAME = LocalizedText(zh="街道名单", en="Neighbourhood list")
SPOKEN = "correct horse battery"
HOLDERS: Mapping[str, Sequence[str]] = {
    "root": ("rita", "rolf", "rosa"),
    "targets": ("emma", "egon"),
    "snapshot": ("snapshot",),
    "timestamp": ("timestamp",),
}
GOLDEN = """
[[message]]
name = "a listed number"
text = "95152"
levels = ["official"]
"""


def official(_: Submission) -> VerdictLevel:
    """Judge like a program that finds everything listed: tests of signatures need no more."""
    return VerdictLevel.OFFICIAL


def easily(_: Path) -> Judge:
    """Judge over any resources without reading them."""
    return official


def no_trial(edition: Path) -> None:
    """Accept any edition: a program's own trial is tried with the real tables."""


def fresh_tables(folder: Path, today: date) -> None:
    """Lay out the shipped tables as if they were gathered this month: no test may age."""
    month = f'gathered_on = "{today:%Y-%m}"'
    tables = {
        path: re.sub(r'gathered_on = "[^"]+"', month, text)
        for path, text in tables_of(RESOURCES).items()
    }
    tables["register/release.toml"] = f"as_of = {today.isoformat()}\n"
    lay_out(tables.items(), folder)


def few_tables(folder: Path, today: date) -> None:
    """Lay out a register of one bank, gathered this month."""
    write_tables(folder)
    month, day = f'gathered_on = "{today:%Y-%m}"', f"as_of = {today.isoformat()}\n"
    for file in (folder / "register" / "bank.toml", *(folder / "lists").glob("*.toml")):
        text = re.sub(r'gathered_on = "[^"]+"', month, file.read_text("utf-8"))
        text = text.replace("reviewed = true", "reviewed = false")  # its one source is too thin
        file.write_text(text, "utf-8")
    (folder / "register" / "release.toml").write_text(day, "utf-8")
    shipped = tables_of(RESOURCES).items()
    lay_out(((path, text) for path, text in shipped if path.startswith(("advice", "i18n"))), folder)


@dataclass(frozen=True, slots=True)
class Desk:
    """A feed's folder and everybody's keys."""

    folder: Path
    keys: Path
    program: Program
    now: datetime

    @property
    def publisher(self) -> Publisher:
        """Open the folder anew, as each command does."""
        return Publisher(self.folder, self.program, self.now)

    def key(self, name: str) -> LockedKey:
        """Return somebody's key with its passphrase."""
        return LockedKey(self.keys / f"{name}.key.pem", SPOKEN)

    def public(self, name: str) -> Path:
        """Return the public part of somebody's key."""
        return self.keys / f"{name}.pub.pem"

    def make_key(self, name: str) -> Path:
        """Make one more key and return its public part."""
        return create_key(self.keys / name, SPOKEN)[1]

    def sign(self, *names: str) -> None:
        """Let people sign, one after the other."""
        for name in names:
            self.publisher.sign(self.key(name))

    def refresh(self, snapshot: str = "snapshot", timestamp: str = "timestamp") -> Release:
        """Publish with the online keys."""
        return self.publisher.refresh(self.key(snapshot), self.key(timestamp))

    def client(self, home: Path) -> Follower:
        """Return a program that follows what is public, with its own files in `home`."""
        return Follower(self.publisher.card(), self.folder / "public", home)

    def release(self) -> Release:
        """Build, let both editors sign, publish."""
        assert self.publisher.build() is not None
        self.sign("emma", "egon")
        return self.refresh()


def begin_feed(folder: Path, now: datetime | None = None) -> Desk:
    """Make keys, tables and the first root, which two of three sign."""
    now = now or datetime.now(UTC)
    desk = Desk(folder / "feed", folder / "keys", Program(RESOURCES, easily, no_trial), now)
    desk.keys.mkdir(parents=True)
    keys = {role: [desk.make_key(name) for name in names] for role, names in HOLDERS.items()}
    config = FeedConfig(NAME, URL, tables="tables", golden="golden.toml")
    begin(desk.folder, config, keys, now)
    few_tables(desk.folder / "tables", now.date())
    (desk.folder / "golden.toml").write_text(GOLDEN, encoding="utf-8")
    desk.sign("rita", "rolf")
    return desk
