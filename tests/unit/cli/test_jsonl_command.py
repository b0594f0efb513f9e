"""JSON lines answered."""

import json
from datetime import UTC, date, datetime

from app.checking.engine import Engine
from app.checking.roster import Roster
from app.cli.exit_status import ExitStatus
from app.cli.jsonl_command import JsonLines
from app.feed.story_tables import StoryShelf
from app.host.clock import FixedClock
from app.host.paths import RESOURCES
from app.model.freshness import AgeLimits
from app.model.language import Language
from app.reading.folding import Folder, read_folding_tables
from app.reading.links import LinkReader
from app.reading.numbering_plan import read_plan
from app.reading.numbers import NumberReader
from app.reading.public_suffixes import load_public_suffixes
from app.reading.reader import Reader
from app.services.check_service import CheckService
from tests.report_cases import AS_OF, KNOWLEDGE, RULES
from tests.shipped import shipped_words

CATALOG = shipped_words(Language.ZH)
STORIES = StoryShelf(RESOURCES / "stories")


class BrokenReader(Reader):
    """A reader with a bug."""

    def __init__(self) -> None:
        super().__init__(
            KNOWLEDGE.register,
            Folder(read_folding_tables(RESOURCES / "folding" / "characters.tsv")),
            LinkReader(load_public_suffixes(RESOURCES)),
            NumberReader(read_plan(RESOURCES / "numbering" / "cn.toml")),
        )

    def read(self, submission: object) -> None:  # type: ignore[override]  # the bug
        raise RuntimeError(str(submission))


def lines_over(reader: Reader) -> JsonLines:
    engine = Engine(reader, KNOWLEDGE, Roster(), RULES, AgeLimits(), date(2026, 1, 1))
    clock = FixedClock(datetime(AS_OF.year, AS_OF.month, AS_OF.day, tzinfo=UTC))
    return JsonLines(
        CheckService(engine, KNOWLEDGE, lambda _: CATALOG, clock, STORIES.story), CATALOG
    )


def test_a_bug_costs_one_line_and_tells_nothing_of_the_text() -> None:
    chunks = iter((b'{"id": 1, "text": "secret words"}\n{"id": 2}\n', b""))
    written: list[bytes] = []
    status = lines_over(BrokenReader()).run(lambda _: next(chunks), written.append)
    first, second = (json.loads(line) for line in b"".join(written).splitlines())
    assert status is ExitStatus.FAILED
    assert first["error"]["reference"] == "crash"
    assert "secret" not in json.dumps(first)
    assert second["error"]["reference"] == "bad-line"


def test_a_line_over_the_limit_is_answered_and_not_read() -> None:
    chunks = iter((b'{"id": 1, "text": "' + b"a" * 100, b'"}\n', b""))
    written: list[bytes] = []
    status = lines_over(BrokenReader()).run(lambda _: next(chunks), written.append, limit=50)
    assert status is ExitStatus.ANSWERED
    assert "太长" in json.loads(b"".join(written))["error"]["message"]
