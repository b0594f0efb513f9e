"""One sync from beginning to end: ask, fetch, make an edition apart, and point to it."""

import shutil
from datetime import UTC, date, datetime, timedelta

from msgspec.structs import replace
from tuf.api.metadata import TargetFile

from ..feed.feed_card import FeedCard
from ..feed.feed_index_codec import write_index
from ..feed.repository_layout import INDEX_LIMIT, INDEX_TARGET, SCHEMA, index_target
from ..model.errors import DamagedDataError, InvalidTableError, UserFacingError
from ..model.feed_index import FeedIndex
from ..model.sync_report import FeedState, SyncEnd, SyncNote, SyncOutcome, SyncPhase
from ..version import RELEASED_ON
from .apart import JobFailedError, run_apart
from .daily_part import DAILY_EXPIRED, REFUSED, SignedIndexes, UnusableError, left_out, no_use
from .disk import disk_trouble, move
from .download import TargetStore
from .edition import DRAFT_SUFFIX, EDITIONS, Edition, find_edition, sweep_editions
from .feed_folder import feed_id, metadata_folder
from .feed_lock import feed_lock
from .feed_state import write_state
from .fetcher import FeedFetcher
from .installing import DeltaMismatchError, EditionJob, ListJob
from .planning import EditionPlan, plan_edition
from .repository_client import RepositoryClient, SignedWord
from .sync_ground import SyncGround
from .watching import SyncWatcher

TARGETS = "targets"
_NEWER_SCHEMAS = range(SCHEMA + 1, SCHEMA + 10)
_UNFOLDED = 3  # times the bytes fetched, that an edition may take on disk
_SLACK = timedelta(days=1)  # what time zones and slow batteries may be off


class Sync:
    """A sync with one feed by one way. It may be run once."""

    def __init__(
        self,
        ground: SyncGround,
        card: FeedCard,
        fetcher: FeedFetcher,
        base: str,
        watcher: SyncWatcher,
    ) -> None:
        self._ground = ground
        self._folder = ground.feed_folder
        self._card = card
        self._fetcher = fetcher
        self._base = base
        self._watcher = watcher
        self._store = TargetStore(ground.feed_folder / TARGETS, fetcher)
        self._fetched = 0

    def run(self, *, repair: bool = False) -> SyncOutcome:
        """Bring the newest edition, or learn that there is none.

        With `repair` the edition that is there is not trusted, and is made anew.

        Whatever ends this, the pointer names a whole edition, old or new. Raises UserFacingError or
        SyncCancelledError.
        """
        with feed_lock(self._folder), disk_trouble(self._folder):
            standing = find_edition(self._folder, built_in_as_of=date.min)
            state, old = standing.state, standing.edition
            if state is not None and state.feed != feed_id(self._card):
                state, old = None, None
            if repair:
                old = None
            self._refuse_wrong_clock(state)
            sweep_editions(self._folder, (state.edition,) if state else ())
            self._watcher.tell(SyncPhase.ASKING)
            client = RepositoryClient(
                metadata_folder(self._folder, self._card),
                self._card.root.encode(),
                self._fetcher,
                self._base,
            )
            word = client.refresh()
            index = client.target(INDEX_TARGET)
            if index is None:
                return self._too_old_for(client, state)
            if old is not None and _versions(old.state) == word.versions:
                return self._nothing_new(old.state, word, old.state.daily_until)
            indexes = SignedIndexes(index, self._ground.clock.today(), client.daily_word())
            return self._renew(client, word, indexes, old)

    def _refuse_wrong_clock(self, state: FeedState | None) -> None:
        """Refuse a clock that is behind: it would take an old signature for a fresh one."""
        now = self._ground.clock.now()
        behind = now.date() < RELEASED_ON - _SLACK
        if behind or (state is not None and now < state.verified_at - _SLACK):
            raise UserFacingError("feed-clock-behind", date=now.date().isoformat())

    def _too_old_for(self, client: RepositoryClient, state: FeedState | None) -> SyncOutcome:
        """End with what there is: the feed is signed and fresh, in a form we cannot read."""
        newer = [n for n in _NEWER_SCHEMAS if client.target(index_target(n)) is not None]
        if not newer:
            raise DamagedDataError("damaged-data", cause=f"nobody signed {INDEX_TARGET}")
        if state is not None and state.newer_schema != newer[-1]:
            state = replace(state, newer_schema=newer[-1])
            write_state(self._folder, state)
        return SyncOutcome(SyncEnd.UPDATE_PROGRAM, state)

    def _nothing_new(
        self, state: FeedState, word: SignedWord, daily_until: datetime | None
    ) -> SyncOutcome:
        renewed = replace(
            state,
            daily_until=daily_until,
            version=word.targets_version,
            daily_version=word.daily_version,
            timestamp_version=word.timestamp_version,
            verified_at=self._now(),
            expires=word.expires,
            newer_schema=0,
        )
        same = replace(renewed, verified_at=state.verified_at) == state
        if not same or renewed.verified_at - state.verified_at > timedelta(hours=1):
            write_state(self._folder, renewed)
        notes = renewed.notes
        if renewed.daily_is_late(self._ground.clock.now()) and DAILY_EXPIRED not in notes:
            notes = (*notes, DAILY_EXPIRED)
        return SyncOutcome(SyncEnd.NOTHING_NEW, renewed, notes=notes)

    def _renew(
        self,
        client: RepositoryClient,
        word: SignedWord,
        indexes: SignedIndexes,
        old: Edition | None,
    ) -> SyncOutcome:
        """Make the edition of both indexes; of the editors' alone if only theirs makes one.

        Who signs daily could else hold up the editors, by signing what no program may take.
        """
        if indexes.index.length > INDEX_LIMIT:
            raise UserFacingError("feed-too-large")
        self._fetch(client, indexes.targets)
        remarks = indexes.remarks
        for tried in indexes.with_and_without_daily:
            try:
                return self._bring(client, word, tried, old, remarks)
            except UnusableError as error:
                if tried.daily.index is None:
                    raise error.trouble from error
                remarks = (left_out(error.trouble),)
        raise AssertionError  # the last is without one

    def _bring(
        self,
        client: RepositoryClient,
        word: SignedWord,
        indexes: SignedIndexes,
        old: Edition | None,
        remarks: tuple[SyncNote, ...],
    ) -> SyncOutcome:
        with no_use():
            parsed = indexes.read(self._store.place)
            plan = plan_edition(parsed, client, old, frozenset())
        content = plan.identity(indexes.targets)
        if old is not None and old.state.content == content:
            # signed anew, and the same
            return self._nothing_new(old.state, word, indexes.daily.until)
        name = f"{parsed.as_of:%Y%m%d}-{content[:16]}"
        plan, made = self._fetch_and_make(client, name, parsed, plan, old)
        notes = (*remarks, *made)
        state = FeedState(
            edition=name,
            feed=feed_id(self._card),
            content=content,
            as_of=parsed.as_of,
            version=word.targets_version,
            daily_version=word.daily_version,
            daily_until=indexes.daily.until,
            timestamp_version=word.timestamp_version,
            verified_at=self._now(),
            expires=word.expires,
            notes=notes,
            program=parsed.program,
        )
        self._watcher.check()
        write_state(self._folder, state)
        self._store.sweep((*indexes.targets, *plan.targets))
        return SyncOutcome(SyncEnd.UPDATED, state, self._fetched, notes)

    def _fetch_and_make(
        self,
        client: RepositoryClient,
        name: str,
        index: FeedIndex,
        plan: EditionPlan,
        old: Edition | None,
    ) -> tuple[EditionPlan, tuple[SyncNote, ...]]:
        """Make what is planned; a list whose delta leads elsewhere is planned anew, whole."""
        whole: frozenset[str] = frozenset()
        while True:
            self._fetch(client, plan.targets)
            try:
                with no_use():
                    return plan, self._make(name, write_index(index), plan)
            except DeltaMismatchError as error:
                whole |= {error.values["name"]}
                plan = plan_edition(index, client, old, whole)

    def _fetch(self, client: RepositoryClient, targets: tuple[TargetFile, ...]) -> None:
        missing = [each for each in targets if not self._store.has(each)]
        total = sum(each.length for each in missing)
        self._refuse_full_disk(total)
        done = 0
        for target in missing:

            def got(there: int, done: int = done) -> None:
                self._watcher.tell(SyncPhase.FETCHING, done + there, total)

            self._store.fetch(target, client.address(target), got)
            done += target.length
        self._fetched += done

    def _refuse_full_disk(self, wanted: int) -> None:
        if shutil.disk_usage(self._folder).free < wanted * _UNFOLDED:
            raise UserFacingError("feed-disk-full", folder=str(self._folder))

    def _make(self, name: str, index: bytes, plan: EditionPlan) -> tuple[SyncNote, ...]:
        """Make the edition in a process of its own, and give it its name when it has answered."""
        final = self._folder / EDITIONS / name
        draft = final.with_name(name + DRAFT_SUFFIX)
        shutil.rmtree(draft, ignore_errors=True)
        job = EditionJob(
            resources=self._ground.resources,
            draft=draft,
            index=index,
            tables=tuple((folder, self._store.place(each)) for folder, each in plan.tables),
            lists=tuple(
                ListJob(each.listed, each.base, self._store.place(each.wire) if each.wire else None)
                for each in plan.lists
            ),
            trial=self._ground.trial,
        )
        try:
            notes = run_apart(job, self._watcher)
        except (JobFailedError, InvalidTableError) as error:
            raise UserFacingError(REFUSED, cause=_why(error)) from error
        if final.exists():  # from a run that was killed before it moved the pointer
            shutil.rmtree(final)
        move(draft, final)
        return notes

    def _now(self) -> datetime:
        return self._ground.clock.now().astimezone(UTC).replace(microsecond=0)


def _versions(state: FeedState) -> tuple[int, int]:
    return state.version, state.daily_version


def _why(error: Exception) -> str:
    if isinstance(error, InvalidTableError):
        return f"{error.values['table']} {error.values['row']}: {error.values['rule']}"[:200]
    return str(error)[:200]
