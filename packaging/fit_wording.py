"""Fits the words that fraudulent messages share: `python packaging/fit_wording.py FILE… [--write]`.

Hanzi in twos to fours and Latin words are counted where at least two sources use them; a logistic
regression with an L1 penalty keeps the few that tell (Tibshirani 1996), a second one weighs them.
Four folds, and each source left out, say what to expect of messages that were not seen. Only words
and weights are written, never a text. Data and importance as in fit_weights.py.
"""

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS, CountVectorizer  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

from app.assembly import build_application  # noqa: E402
from app.checking.checks.telling_words import TellingWords  # noqa: E402
from app.checking.telling import is_addressed, is_one_short_message  # noqa: E402
from app.checking.wording import HANZI, latin_words, without_links  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from app.model.verdict import VerdictLevel  # noqa: E402
from fit_weights import OWN, own_corpus  # noqa: E402
from tests.benchmarks.accuracy import Message, read_messages  # noqa: E402

TABLE = ROOT / "resources" / "patterns" / "wording.toml"
SHORTEST, LONGEST = 2, 4  # hanzi
FEWEST_TEXTS, FEWEST_OF_SOURCE, FEWEST_SOURCES, FOLDS = 12, 3, 2, 4
PENALTY_OF_CHOICE, PENALTY = 0.5, 0.5  # inverse strengths
OF_EACH_LABEL = {"fraud": 1.0, "grey": 0.6, "benign": 1.5}
OF_OWN = 4.0
RESERVED = frozenset({"base", "level"})
Array: TypeAlias = "NDArray[np.float64]"
Mask: TypeAlias = "NDArray[np.bool_]"


@dataclass(frozen=True, slots=True)
class Data:
    """Messages as numbers: which words, what label, what the other checks say."""

    matrix: csr_matrix
    words: tuple[str, ...]
    labels: "NDArray[np.str_]"
    sources: "NDArray[np.str_]"
    trained: Mask
    examined: Mask
    flagged: Mask

    @property
    def fraud(self) -> Mask:
        """Tell of each message whether it is fraud."""
        return np.asarray(self.labels == "fraud")


def says_something(word: str) -> bool:
    """Tell whether a word or a pair is more than grammar, which only tells how formal a text is."""
    return not ENGLISH_STOP_WORDS.issuperset(part.replace("'", "") for part in word.split())


def words_of(folded: str) -> Iterable[str]:
    """Return every word of a folded text that could be chosen."""
    text = without_links(folded)
    found = {each for each in latin_words(text) if says_something(each)} - RESERVED
    for run in HANZI.findall(text):
        for size in range(SHORTEST, LONGEST + 1):
            found.update(run[at : at + size] for at in range(len(run) - size + 1))
    return found


def read_data(messages: list[Message]) -> Data:
    """Read every message with the engine; words of dialogues and long texts are left out."""
    service = build_application().check_service()
    texts, trained, examined, flagged = [], [], [], []
    for message in messages:
        report = service.check(Submission(message.text))
        others = [each for each in report.findings if each.check != TellingWords.name]
        reading = report.reading
        texts.append(reading.folded)
        trained.append(is_one_short_message(reading))
        examined.append(trained[-1] and is_addressed(reading, service.knowledge))
        level = report.verdict.level
        flagged.append(
            level in {VerdictLevel.DANGER, VerdictLevel.CAUTION}
            and any(each.severity > 0 for each in others)
        )
    counter = CountVectorizer(analyzer=words_of, binary=True, min_df=FEWEST_TEXTS, dtype=np.float32)
    matrix = counter.fit_transform(texts).tocsr()
    sources = np.array([each.source for each in messages])
    shared = [
        np.asarray(matrix[sources == source].sum(axis=0)).ravel() >= FEWEST_OF_SOURCE
        for source in sorted(set(sources))
    ]
    kept = np.flatnonzero(np.sum(shared, axis=0) >= FEWEST_SOURCES)
    names = counter.get_feature_names_out()
    return Data(
        matrix=matrix[:, kept],
        words=tuple(str(names[place]) for place in kept),
        labels=np.array([each.label for each in messages]),
        sources=sources,
        trained=np.array(trained),
        examined=np.array(examined),
        flagged=np.array(flagged),
    )


def importance(data: Data) -> Array:
    """Return each message's weight: a source counts by the square root of its rows."""
    pairs = list(zip(data.sources, data.labels, strict=True))
    counts = {pair: pairs.count(pair) for pair in set(pairs)}
    each = np.array(
        [OF_EACH_LABEL[b] * (OF_OWN if a == OWN else 1.0) / counts[a, b] ** 0.5 for a, b in pairs]
    )
    each[data.fraud] /= each[data.fraud].sum()
    each[~data.fraud] /= each[~data.fraud].sum()
    return each * len(each) / 2


def fitted(data: Data, chosen: Mask, weights: Array, *, choose: bool = False) -> LogisticRegression:
    """Return the regression over the chosen messages, sparse if words are to be chosen."""
    model = LogisticRegression(
        C=PENALTY_OF_CHOICE if choose else PENALTY,
        l1_ratio=1 if choose else 0,
        solver="liblinear",
        max_iter=200,
        random_state=0,
    )
    rows = chosen & data.trained
    return model.fit(data.matrix[rows], data.fraud[rows], weights[rows])


def unseen_sums(data: Data, groups: "NDArray[np.str_]", weights: Array) -> Array:
    """Return every message's sum by weights that never saw its group."""
    sums = np.zeros(len(data.labels))
    for group in sorted(set(groups)):
        inside = np.asarray(groups == group)
        sums[inside] = fitted(data, ~inside, weights).decision_function(data.matrix[inside])
    return sums


def report(data: Data, sums: dict[str, Array], level: float) -> list[str]:
    """Return, for each source and label, the share flagged without the words and with them."""
    lines = [f"{'source':24} {'label':7} {'n':>6} without " + " ".join(sums)]
    for source, label in sorted(set(zip(data.sources, data.labels, strict=True))):
        rows = (data.sources == source) & (data.labels == label)
        shares = [data.flagged[rows].mean()]
        shares += [
            (data.flagged | (data.examined & (each >= level)))[rows].mean()
            for each in sums.values()
        ]
        cells = " ".join(f"{share:7.4f}" for share in shares)
        lines.append(f"{source:24} {label:7} {int(rows.sum()):6} {cells}")
    return lines


def table(model: LogisticRegression, words: tuple[str, ...], level: float, notes: list[str]) -> str:
    """Return the editors' table."""
    rows = [
        f'"{word}" = {max(-500, min(500, round(weight * 100)))}'
        for word, weight in sorted(zip(words, model.coef_[0], strict=True))
        if round(weight * 100)
    ]
    head = [
        "# Words that fraudulent messages share, in hundredths of a logarithm of odds. Fitted by",
        "# packaging/fit_wording.py; not edited by hand. Shares flagged without the words, then",
        "# with them: in four folds, by weights that never saw the source, on the data fitted to.",
        *(f"#   {note}" for note in notes),
        "[wording]",
        f"base = {round(float(model.intercept_[0]) * 100)}",
        f"level = {round(level * 100)}",
    ]
    return "\n".join((*head, *rows, ""))


def main() -> int:
    """Fit, print, and write the table if told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--level", type=float, default=1.4)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    messages = [each for path in options.paths for each in read_messages(path)] + own_corpus()
    data = read_data(messages)
    weights = importance(data)
    everything = np.ones(len(messages), dtype=bool)
    telling = np.flatnonzero(fitted(data, everything, weights, choose=True).coef_[0])
    data = Data(
        data.matrix[:, telling],
        tuple(data.words[place] for place in telling),
        data.labels,
        data.sources,
        data.trained,
        data.examined,
        data.flagged,
    )
    folds = np.random.default_rng(0).integers(0, FOLDS, len(messages)).astype(str)
    model = fitted(data, everything, weights)
    sums = {
        "folds": unseen_sums(data, folds, weights),
        "left_out": unseen_sums(data, data.sources, weights),
        "seen": np.asarray(model.decision_function(data.matrix)),
    }
    notes = report(data, sums, options.level)
    print(f"{len(data.words)} words", *notes, sep="\n")
    if options.write:
        TABLE.write_text(table(model, data.words, options.level, notes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
