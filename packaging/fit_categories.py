"""Fits which words speak for which category: `python packaging/fit_categories.py [--write]`.

The engine reads the project's own frauds (tests/corpus), whose writers named each in their own
words; kinds_of_fraud.py tells which category those words stand for. One multinomial logistic
regression is fitted to phrases, hanzi and Latin words that several writers used. The shares that
are printed, and stand in the head of the table, come of weights that never saw the writer. Only
weights are written, never a text. Needs scikit-learn.
"""

import argparse
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from operator import add
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import numpy as np  # noqa: E402
import tomli  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.feature_extraction.text import CountVectorizer  # noqa: E402
from sklearn.feature_selection import chi2  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402
from sklearn.model_selection import GroupKFold  # noqa: E402

from app.assembly import build_application  # noqa: E402
from app.checking.category_naming import LIKELY, spoken, words_of  # noqa: E402
from app.checking.judging import scripts_told  # noqa: E402
from app.feed.category_words import HEAVIEST, WORD  # noqa: E402
from app.model.phrases import OTHER_CATEGORY  # noqa: E402
from app.model.reading import Reading  # noqa: E402
from app.model.report import CheckReport  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from kinds_of_fraud import Kind, category_of, read_kinds  # noqa: E402

TABLE = ROOT / "resources" / "patterns" / "categories.toml"
FEWEST_TEXTS, FEWEST_WRITERS = 5, 2
MOST_WORDS = 2_500
STRENGTH = 0.3  # the inverse of the penalty on large weights
OF_OTHER = 0.5  # what belongs to no category, or whose writer's word says too little
FINEST, LEAST = 5, 20  # hundredths
FOLDS = 8
_ID = re.compile(r"[a-z]+\.[a-z_]+")


@dataclass(frozen=True, slots=True)
class Frauds:
    """Our own frauds: a row for each, a column for each word."""

    words: csr_matrix
    names: "NDArray[np.str_]"
    categories: "NDArray[np.str_]"
    writers: "NDArray[np.str_]"


def read_frauds() -> Frauds:
    """Read the frauds of tests/corpus whose writers tell a category, or whose words tell none."""
    service, kinds = build_application().check_service(), read_kinds()
    rows: list[tuple[set[str], str, str]] = []
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        for case in tomli.loads(path.read_text(encoding="utf-8"))["case"]:
            if path.parent.name == "scam" or case.get("label") == "fraud":
                report = service.check(Submission(case["text"]))
                words = _words(report)
                rows.append((words, _category(kinds, case, report.reading), path.stem))
    rows = [row for row in rows if row[1]]
    counter = CountVectorizer(analyzer=lambda row: row[0], binary=True, min_df=FEWEST_TEXTS)
    words = counter.fit_transform(rows).tocsr()
    writers = np.array([row[2] for row in rows])
    used = sum((words[writers == each].sum(axis=0) > 0).astype(int) for each in set(writers))
    names = np.array(counter.get_feature_names_out(), dtype=str)
    kept = np.array([_may_stand(each) for each in names])
    kept &= np.asarray(used).ravel() >= FEWEST_WRITERS
    return Frauds(words[:, kept], names[kept], np.array([row[1] for row in rows]), writers)


def _words(report: CheckReport) -> set[str]:
    text = spoken(report.reading)
    words = words_of(report.reading, text, scripts_told(report.findings)) - {"base"}
    return words.union(map(add, text, text[1:]))


def _category(kinds: tuple[Kind, ...], case: dict[str, str], reading: Reading) -> str:
    """Return what the writer called it, "" if his word leaves it open."""
    named = case.get("category")
    return named or category_of(kinds, case.get("kind", ""), has_link=bool(reading.links))


def _may_stand(word: str) -> bool:
    """Tell whether the table may hold a word: a phrase's id, two hanzi, or Latin words."""
    return WORD.fullmatch(word) is not None or _ID.fullmatch(word) is not None


def fitted(
    frauds: Frauds, chosen: "NDArray[np.bool_]"
) -> "tuple[LogisticRegression, NDArray[np.intp]]":
    """Return the regression of the chosen rows, and the words that it rests on."""
    words, categories = frauds.words[chosen], frauds.categories[chosen]
    telling, _ = chi2(words, categories)
    best = np.sort(np.argsort(-np.nan_to_num(telling))[:MOST_WORDS])
    weights = np.where(categories == OTHER_CATEGORY, OF_OTHER, 1.0)
    model = LogisticRegression(C=STRENGTH, max_iter=500)
    model.fit(words[:, best], categories, sample_weight=weights)
    return model, best


def left_out(frauds: Frauds) -> list[str]:
    """Return a line for each category, of weights that never saw the writer."""
    told = np.full(len(frauds.categories), OTHER_CATEGORY, dtype=object)
    places = np.arange(len(told))
    for _, unseen in GroupKFold(FOLDS).split(places, groups=frauds.writers):
        chosen = np.ones(len(told), dtype=bool)
        chosen[unseen] = False
        model, best = fitted(frauds, chosen)
        likely = model.predict_proba(frauds.words[unseen][:, best])
        names = model.classes_[likely.argmax(axis=1)]
        told[unseen] = np.where(likely.max(axis=1) >= LIKELY, names, OTHER_CATEGORY)
    pairs = Counter(zip(frauds.categories, told, strict=True))
    lines = [f"{'category':20} {'n':>5} named so  named otherwise  not named"]
    for category in sorted(set(frauds.categories)):
        of_it = {told: n for (true, told), n in pairs.items() if true == category}
        right, none, whole = (
            of_it.get(category, 0),
            of_it.get(OTHER_CATEGORY, 0),
            sum(of_it.values()),
        )
        if category == OTHER_CATEGORY:
            right = 0
        shares = (right / whole, (whole - right - none) / whole, none / whole)
        lines.append(f"{category:20} {whole:5} " + " ".join(f"{each:8.3f}" for each in shares))
    return lines


def table(model: LogisticRegression, names: "NDArray[np.str_]", notes: list[str]) -> str:
    """Return the editors' table: for each category a line for each weight."""
    head = [
        "# Which words and phrases speak for which category, in hundredths of a logarithm of odds.",
        "# Fitted by packaging/fit_categories.py; not edited by hand. By weights that never saw",
        "# the writer, of our own frauds:",
        *(f"#   {note}" for note in notes),
    ]
    lines: list[str] = []
    for category, base, weights in zip(model.classes_, model.intercept_, model.coef_, strict=True):
        rows: defaultdict[int, list[str]] = defaultdict(list)
        rows[int(np.clip(round(base * 100), -HEAVIEST, HEAVIEST))].append("base")
        for name, weight in zip(names, weights, strict=True):
            hundredths = int(np.clip(round(weight * 100 / FINEST) * FINEST, -HEAVIEST, HEAVIEST))
            if abs(hundredths) >= LEAST:
                rows[hundredths].append(name)
        lines += ["", f"[category_words.{category}]"]
        lines += [f'"{each}" = "{"|".join(rows[each])}"' for each in sorted(rows)]
    return "\n".join((*head, *lines, ""))


def main() -> int:
    """Fit, print, and write the table if told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    frauds = read_frauds()
    notes = left_out(frauds)
    print(*notes, sep="\n")
    if options.write:
        model, best = fitted(frauds, np.ones(len(frauds.categories), dtype=bool))
        TABLE.write_text(table(model, frauds.names[best], notes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
