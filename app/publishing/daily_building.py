"""`daily`: lays out the lists that change every day, for the daily role to sign."""

from datetime import date, datetime

from tuf.api.metadata import Metadata, TargetFile, Targets

from ..feed.daily_index_codec import read_daily_index, with_daily, write_daily_index
from ..feed.feed_index_codec import read_index
from ..feed.repository_layout import DAILY_INDEX, DAILY_ROLE, INDEX_TARGET
from ..model.errors import UserFacingError
from ..model.feed_index import ReportedList
from .building import Built
from .delegating import daily_role
from .feed_config import FeedConfig
from .importers.text_lines import Progress
from .linting import Linting
from .list_store import ListStore
from .list_targets import ListTargets
from .metadata_store import MetadataStore, in_days
from .target_files import Edition, former_targets, read_target, write_files
from .workspace import Workspace


class DailyBuilding:
    """One run of `daily`. It touches neither tables nor the editors' lists."""

    def __init__(self, workspace: Workspace, config: FeedConfig, linting: Linting) -> None:
        self._workspace = workspace
        self._daily = config.daily
        self._keep = config.keep_versions
        self._linting = linting
        self._store = MetadataStore(workspace)

    def run(self, now: datetime, progress: Progress) -> Built:
        """Stage the role's next metadata without signatures.

        It is staged though nothing changed, since its signature lasts for days only. Raises
        UserFacingError if the editors gave nobody the role, or a list may not go out or not so
        long.
        """
        editors = self._store.staged_targets() or self._store.targets()
        if editors is None or daily_role(editors.signed) is None:
            raise UserFacingError("no-daily-role")
        if faults := sum(1 for _ in self._linting.daily_faults(now.date())):
            raise UserFacingError("check-failed", count=str(faults))
        released = self._store.daily()
        former = released.signed if released else None
        edition = self._edition(editors.signed, former, now.date(), progress)
        written = write_files(edition, self._workspace)
        version = released.signed.version + 1 if released else 1
        expires = in_days(now, self._daily.days)
        staged = Targets(version=version, expires=expires, targets=edition.files)
        self._store.stage(Metadata(staged), DAILY_ROLE)
        return Built(version, len(edition.files), written)

    def _edition(
        self, editors: Targets, former: Targets | None, today: date, progress: Progress
    ) -> Edition:
        edition = Edition()
        files = former_targets(former)
        before = {each.name: each for each in self._former_lists(files.get(DAILY_INDEX))}
        lists = ListTargets(edition, files, self._keep, progress, DAILY_ROLE)
        found = [
            lists.add(ListStore(self._workspace.lists / name), before.get(name))
            for name in self._daily.lists
        ]
        data = write_daily_index(found)
        self._try(editors, data, today)
        edition.add(DAILY_INDEX, data)
        return edition

    def _try(self, editors: Targets, data: bytes, today: date) -> None:
        """Read the index as a program will: what that would leave out does not go out at all."""
        folders = self._workspace.target_folders
        index = read_index(read_target(editors.targets[INDEX_TARGET], *folders))
        lists = read_daily_index(data)
        known = {each.told for each in index.daily}
        if unknown := [each.name for each in lists if each.terms not in known]:
            raise UserFacingError("daily-list-unknown", name=unknown[0])
        with_daily(index, lists, today)

    def _former_lists(self, target: TargetFile | None) -> tuple[ReportedList, ...]:
        if target is None:
            return ()
        return read_daily_index(read_target(target, self._workspace.targets))
