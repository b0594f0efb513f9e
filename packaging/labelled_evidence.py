"""Reads labelled messages with the engine: which signs and words each shows, and what it is."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import tomli  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.feature_extraction.text import CountVectorizer  # noqa: E402

from app.assembly import build_application  # noqa: E402
from app.checking.circumstances import Circumstances  # noqa: E402
from app.checking.knowledge import Knowledge  # noqa: E402
from app.checking.sign_sum import signs_of  # noqa: E402
from app.checking.weighing import WINDOW  # noqa: E402
from app.checking.wording import latin_words, without_links  # noqa: E402
from app.model.phrases import CALMING_SIGNALS, ActGroup, SlotKind  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from app.services.check_service import CheckService  # noqa: E402
from tests.benchmarks.accuracy import Message, read_messages  # noqa: E402

OWN = "own_corpus"
_HANZI = re.compile("[\u4e00-\u9fff]+")
LONGEST_WORD = 3  # hanzi
FEWEST_TEXTS, FEWEST_SOURCES = 6, 2
MOST_ROWS = 6_000  # of one source and label: the rest would only cost time
HIGHEST, LOWEST, FLOOR_OF_GROUP_A = 4.0, -2.5, 1.0


@dataclass(frozen=True, slots=True)
class Labelled:
    """A message, the signs of it, and how it is judged without and with the fitted sums."""

    message: Message
    group: str
    folded: str
    signs: frozenset[str]
    flagged: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """Messages as numbers: a row for each, a column for each word and each sign."""

    words: csr_matrix
    signs: csr_matrix
    word_names: tuple[str, ...]
    sign_names: tuple[str, ...]
    bounds: tuple[tuple[float, float], ...]
    labels: "NDArray[np.str_]"
    sources: "NDArray[np.str_]"
    groups: "NDArray[np.str_]"
    flagged: "NDArray[np.bool_]"

    @property
    def fraud(self) -> "NDArray[np.bool_]":
        """Tell of each message whether it is fraud."""
        return np.asarray(self.labels == "fraud")


def own_corpus() -> list[tuple[Message, str]]:
    """Return the texts of tests/corpus with their writers.

    What names no label and is no scam is benign.
    """
    found = []
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        label = "fraud" if path.parent.name == "scam" else "benign"
        writer = f"own {path.stem}" if path.parent.name == "fresh" else OWN
        for row in tomli.loads(path.read_text(encoding="utf-8"))["case"]:
            label_of_row = row.get("label", label)
            found.append((Message(path.stem, row["text"], label_of_row, "", OWN), writer))
    return found


def read_evidence(paths: list[Path]) -> Evidence:
    """Read every message of `paths`, and the project's own, with the engine."""
    theirs = [(each, each.source) for path in paths for each in read_messages(path)]
    service = build_application().check_service()
    rows = [_read(service, *each) for each in (*_thinned(theirs), *own_corpus())]
    words, word_names = _words(rows)
    signs = CountVectorizer(analyzer=lambda row: row.signs, binary=True, min_df=3)
    matrix = signs.fit_transform(rows).astype(np.float64).tocsr()
    sign_names = tuple(map(str, signs.get_feature_names_out()))
    return Evidence(
        words=words,
        signs=matrix,
        word_names=word_names,
        sign_names=sign_names,
        bounds=tuple(_bounds(service.knowledge, sign_names)),
        labels=np.array([each.message.label for each in rows]),
        sources=np.array([each.message.source for each in rows]),
        groups=np.array([each.group for each in rows]),
        flagged=np.array([each.flagged for each in rows]),
    )


def _thinned(messages: list[tuple[Message, str]]) -> list[tuple[Message, str]]:
    order = np.random.default_rng(0).permutation(len(messages))
    seen: dict[tuple[str, str], int] = {}
    kept = []
    for place in order:
        message, _ = messages[place]
        key = (message.source, message.label)
        seen[key] = seen.get(key, 0) + 1
        if seen[key] <= MOST_ROWS:
            kept.append(messages[place])
    return kept


def _read(service: CheckService, message: Message, group: str) -> Labelled:
    report = service.check(Submission(message.text))
    around = Circumstances(report.reading, service.knowledge)
    others = [each for each in report.findings if each.check != "weighed_signs"]
    return Labelled(
        message=message,
        group=group,
        folded=report.reading.folded,
        signs=frozenset(signs_of(around.demanded, around.weighed_signals)),
        flagged=report.verdict.level.is_alarm and any(each.severity > 0 for each in others),
    )


def _words_of(row: Labelled) -> set[str]:
    if len(row.folded) > WINDOW:
        return set()
    text = without_links(row.folded)
    found = latin_words(text)
    for run in _HANZI.findall(text):
        for size in range(1, LONGEST_WORD + 1):
            found.update(run[at : at + size] for at in range(len(run) - size + 1))
    return found


def _words(rows: list[Labelled]) -> tuple[csr_matrix, tuple[str, ...]]:
    """Count the words that are not one source's own; each writer of ours is a source."""
    counter = CountVectorizer(analyzer=_words_of, binary=True, min_df=FEWEST_TEXTS)
    matrix = counter.fit_transform(rows).astype(np.float64).tocsr()
    groups = np.array([each.group for each in rows])
    used = sum((matrix[groups == each].sum(axis=0) > 0).astype(int) for each in set(groups))
    kept = np.flatnonzero(np.asarray(used).ravel() >= FEWEST_SOURCES)
    names = counter.get_feature_names_out()
    return matrix[:, kept], tuple(str(names[place]) for place in kept)


def _bounds(knowledge: Knowledge, signs: tuple[str, ...]) -> list[tuple[float, float]]:
    """Let notices only lower the sum, and all else only raise it, a gravest act by its floor."""
    slots = {each.id: each for each in knowledge.register.slots}
    bounds = []
    for sign in signs:
        slot = slots.get(sign)
        if sign in CALMING_SIGNALS or (slot and slot.kind is SlotKind.NOTICE):
            bounds.append((LOWEST, 0.0))
        elif slot and slot.group is ActGroup.A:
            bounds.append((FLOOR_OF_GROUP_A, HIGHEST))
        else:
            bounds.append((0.0, HIGHEST))
    return bounds
