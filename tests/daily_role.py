"""The role that signs every day, beside a simulated feed, open to every attack."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, MetaFile, TargetFile, Targets

from app.feed.daily_index_codec import write_daily_index
from app.feed.repository_layout import DAILY_INDEX, DAILY_PATHS, delta_target, full_target
from app.lists.buckets import sorted_digest
from app.lists.fingerprints import fingerprint
from app.lists.list_delta import encode_delta
from app.lists.list_wire import encode_full
from app.model.feed_index import ListDelta, ListKind, ReportedList
from tests.feed_simulator import FeedSimulator, in_days, signers
from tests.lists import a_reported_list, the_daily_terms

ROLE = "daily"
LISTS = (("fresh", ListKind.NUMBERS), ("sites", ListKind.DOMAINS))


@dataclass
class DailyRole:
    """Holds the role's targets unsigned; `publish` signs them and has the snapshot name them."""

    feed: FeedSimulator
    keys: list[CryptoSigner] = field(default_factory=lambda: signers(1))
    targets: Targets = field(default_factory=lambda: Targets(expires=in_days(7)))
    lists: dict[str, ReportedList] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.targets.version = 0
        self._held: dict[str, list[int]] = {}

    def delegate(self, threshold: int = 1, paths: Sequence[str] = DAILY_PATHS) -> None:
        """Have the editors give the role to these keys, from their next signature on.

        They also say what a list of numbers and one of sites tell people.
        """
        numbers, sites = (a_reported_list(name, kind) for name, kind in LISTS)
        self.feed.daily = (the_daily_terms(numbers), the_daily_terms(sites))
        self.feed.put_index(self.feed.as_of)
        keys = {each.public_key.keyid: each.public_key for each in self.keys}
        role = DelegatedRole(ROLE, list(keys), threshold, terminating=True, paths=list(paths))
        self.feed.targets.delegations = Delegations(dict(keys), {ROLE: role})

    def put(self, name: str, data: bytes) -> None:
        """Write a target under its hash, and have the role vouch for it."""
        info = TargetFile.from_data(name, data, ["sha256"])
        self.targets.targets[name] = info
        place = self.feed.targets_folder / info.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)

    def put_list(self, name: str, keys: Sequence[str]) -> ReportedList:
        """Publish the next version of a list of numbers, with the step from the one before."""
        before = self.lists.get(name)
        version = before.version + 1 if before else 1
        values = sorted({fingerprint(key) for key in keys})
        full = full_target(name, version, ROLE)
        self.put(full, encode_full(values))
        deltas: tuple[ListDelta, ...] = ()
        if before:
            step = delta_target(name, before.version, version, ROLE)
            self.put(step, encode_delta(self._held[name], values))
            deltas = (ListDelta(before.version, version, step),)
        self._held[name] = values
        about = a_reported_list(name, version=version, entries=len(values))
        listed = replace(
            about,
            sha256=sorted_digest(values),
            full_target=full,
            deltas=deltas,
            expires=in_days(30).date(),
        )
        self.lists[name] = listed
        return listed

    def sign(self) -> None:
        """Sign the next version with all keys, and have the next snapshot name it."""
        self.put(DAILY_INDEX, write_daily_index(tuple(self.lists.values())))
        self.targets.version += 1
        self.write()

    def write(self) -> None:
        """Write the version that is held, and have the next snapshot name it."""
        version = self.targets.version
        data = self.feed.write(f"{version}.{ROLE}.json", self.targets, self.keys)
        digest = {"sha256": hashlib.sha256(data).hexdigest()}
        self.feed.snapshot.meta[f"{ROLE}.json"] = MetaFile(version, len(data), digest)

    def publish(self) -> None:
        """Sign, and publish snapshot and timestamp alone: no editor need be there."""
        self.sign()
        self.publish_snapshot()

    def publish_snapshot(self) -> None:
        """Publish what was written."""
        self.feed.snapshot.version += 1
        self.feed.write_snapshot()
        self.feed.publish_timestamp()
