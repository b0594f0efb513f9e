"""Fits what signs and words add: `python packaging/fit_weights.py FILE… [--write] [--left-out]`.

As SpamAssassin fits its scores (masses/README): the engine reads labelled messages, and one
logistic regression with bounds finds what each sign and each word adds. Words are scaled by naive
Bayes first (Wang and Manning, "Baselines and Bigrams", 2012). A source weighs by the square root of
its rows; the project's own corpus is always one of them, and weighs most, since its writers had
seen neither the patterns nor the data. With --left-out each source, and each writer, is judged by
weights that never saw it. A file holds JSON lines: text, label (fraud, grey, benign), source. Only
weights are written, never a text. Needs scikit-learn.
"""

import argparse
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import numpy as np  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from scipy.optimize import minimize  # noqa: E402
from scipy.sparse import diags, hstack  # noqa: E402

from app.model.phrases import WEIGHT_LEVELS  # noqa: E402
from labelled_evidence import OWN, Evidence, read_evidence  # noqa: E402

PATTERNS = ROOT / "resources" / "patterns"
OF_OWN = 25.0
OF_EACH_LABEL = {"fraud": 1.0, "grey": 0.6, "benign": 1.5}
STRENGTH_ON_WORDS, STRENGTH_ON_SIGNS = 12.0, 2.0  # of the penalty on large weights
MOST_WORDS = 30_000
HEAVIEST_WORD = 2.0
STEPS = 80
FINEST = 4  # hundredths: words of nearly one weight share a line
LEVELS = WEIGHT_LEVELS[1:]  # the base is fitted
Array: TypeAlias = "NDArray[np.float64]"
Mask: TypeAlias = "NDArray[np.bool_]"


@dataclass(frozen=True, slots=True)
class Weights:
    """What was fitted: words by their places in the evidence, signs all of them."""

    base: float
    places: "NDArray[np.intp]"
    words: Array
    signs: Array

    def sums(self, evidence: Evidence) -> Array:
        """Return every message's sum."""
        words = evidence.words[:, self.places] @ self.words
        return np.asarray(words + evidence.signs @ self.signs + self.base)


class Fitting:
    """Finds the weights that tell fraud from the rest best."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._fraud = evidence.fraud.astype(np.float64)
        self._importance = _importance(evidence)

    def fitted(self, chosen: Mask) -> Weights:
        """Return the weights fitted to the chosen rows: with all words, then with the best."""
        importance = self._balanced(chosen)
        scale = self._scale(chosen, importance)
        places = np.arange(len(scale))
        found = self._solved(chosen, importance, places, scale)
        words = found[: len(places)]
        usual = np.asarray(self._evidence.words[chosen].mean(axis=0)).ravel()
        best = np.argsort(-np.abs(words * scale) * np.sqrt(usual))[:MOST_WORDS]
        best.sort()
        start = np.concatenate([words[best], found[len(places) :]])
        found = self._solved(chosen, importance, best, scale, start)
        return Weights(
            base=float(found[-1]),
            places=best,
            words=found[: len(best)] * scale[best],
            signs=found[len(best) : -1],
        )

    def _balanced(self, chosen: Mask) -> Array:
        importance = self._importance.copy()
        for side in (self._evidence.fraud, ~self._evidence.fraud):
            importance[chosen & side] /= importance[chosen & side].sum()
        return np.asarray(importance[chosen] * chosen.sum() / 2)

    def _scale(self, chosen: Mask, importance: Array) -> Array:
        """Return the logarithm of how much oftener fraud uses each word."""
        words, fraud = self._evidence.words[chosen], self._fraud[chosen]
        for_it = np.asarray(words.T @ (importance * fraud)).ravel() + 1
        against = np.asarray(words.T @ (importance * (1 - fraud))).ravel() + 1
        return np.asarray(np.log((for_it / for_it.sum()) / (against / against.sum())))

    def _solved(
        self,
        chosen: Mask,
        importance: Array,
        places: "NDArray[np.intp]",
        scale: Array,
        start: "Array | None" = None,
    ) -> Array:
        evidence, fraud = self._evidence, self._fraud[chosen]
        words = evidence.words[chosen][:, places] @ diags(scale[places])
        matrix = hstack([words, evidence.signs[chosen]]).tocsr()
        across = matrix.T.tocsr()
        penalty = np.full(matrix.shape[1], STRENGTH_ON_WORDS)
        penalty[len(places) :] = STRENGTH_ON_SIGNS

        def loss(tried: Array) -> tuple[float, Array]:
            sums = matrix @ tried[:-1] + tried[-1]
            wrong = importance * (1 / (1 + np.exp(-sums)) - fraud)
            lost = (importance * (np.logaddexp(0, sums) - fraud * sums)).sum()
            slope = np.append(across @ wrong + penalty * tried[:-1], wrong.sum())
            return lost + (penalty * tried[:-1] ** 2).sum() / 2, slope

        most = HEAVIEST_WORD / np.maximum(np.abs(scale[places]), 0.01)
        bounds = [*zip(-most, most, strict=True), *evidence.bounds, (None, None)]
        if start is None:
            start = np.array([max(low or 0.0, 0.0) for low, _ in bounds])
        found = minimize(
            loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS}
        )
        return np.asarray(found.x)


def _importance(evidence: Evidence) -> Array:
    pairs = list(zip(evidence.sources, evidence.labels, strict=True))
    counts = Counter(pairs)
    return np.array(
        [
            OF_EACH_LABEL[label] * (OF_OWN if source == OWN else 1) / counts[source, label] ** 0.5
            for source, label in pairs
        ]
    )


def left_out(fitting: Fitting, evidence: Evidence, jobs: int) -> Array:
    """Return every message's sum by weights that never saw its source or its writer."""
    groups = sorted(set(evidence.groups))
    with Pool(jobs) as pool:
        shares = pool.map(
            partial(_without, fitting, evidence), [groups[job::jobs] for job in range(jobs)]
        )
    return np.asarray(sum(shares))


def _without(fitting: Fitting, evidence: Evidence, groups: list[str]) -> Array:
    sums = np.zeros(len(evidence.labels))
    for group in groups:
        inside = np.asarray(evidence.groups == group)
        sums[inside] = fitting.fitted(~inside).sums(evidence)[inside]
    return sums


def report(evidence: Evidence, sums: Array, levels: tuple[float, ...]) -> list[str]:
    """Return a line for each source and label.

    The shares: flagged by something other than the sum, then with it, then at or above each level.
    """
    lines = [f"{'source':26} {'label':7} {'n':>5} without    with  from " + str(levels)]
    keys = zip(evidence.groups, evidence.labels, strict=True)
    for group, label in sorted(set(keys)):
        rows = (evidence.groups == group) & (evidence.labels == label)
        flagged = evidence.flagged[rows]
        shares = [flagged.mean(), (flagged | (sums[rows] >= levels[0])).mean()]
        shares += [(sums[rows] >= level).mean() for level in levels]
        cells = " ".join(f"{share:7.4f}" for share in shares)
        lines.append(f"{group:26} {label:7} {int(rows.sum()):5} {cells}")
    return lines


def weights_table(
    evidence: Evidence, weights: Weights, levels: list[float], notes: list[str]
) -> str:
    """Return the editors' table of signs."""
    rows = [
        f'"{name}" = {round(weight * 100)}'
        for name, weight in zip(evidence.sign_names, weights.signs, strict=True)
        if round(weight * 100)
    ]
    head = [
        "# What each sign adds to the sum, in hundredths of a logarithm of odds. Fitted by",
        f"# packaging/fit_weights.py to {len(evidence.labels)} messages; not edited by hand.",
        *(f"#   {note}" for note in notes),
        "[weights]",
        f"base = {round(weights.base * 100)}",
        *(f"{name} = {round(each * 100)}" for name, each in zip(LEVELS, levels, strict=True)),
    ]
    return "\n".join((*head, *rows, ""))


def wording_table(evidence: Evidence, weights: Weights) -> str:
    """Return the editors' table of words: a line for each weight."""
    rows: defaultdict[int, list[str]] = defaultdict(list)
    for place, weight in zip(weights.places, weights.words, strict=True):
        hundredths = round(weight * 100 / FINEST) * FINEST
        if hundredths:
            rows[hundredths].append(evidence.word_names[place])
    head = [
        "# What each word adds to the sum, in hundredths of a logarithm of odds, fitted with the",
        "# signs by packaging/fit_weights.py; not edited by hand.",
        "[wording]",
    ]
    lines = [f'"{each}" = "{"|".join(rows[each])}"' for each in sorted(rows)]
    return "\n".join((*head, *lines, ""))


def main() -> int:
    """Fit, print, and write the tables if told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--disbelief", type=float, default=-1.5)
    parser.add_argument("--doubt", type=float, default=-0.5)
    parser.add_argument("--backing", type=float, default=1.65)
    parser.add_argument("--orange", type=float, default=1.0)
    parser.add_argument("--part", type=float, default=3.1)
    parser.add_argument("--script", type=float, default=2.65)
    parser.add_argument("--red", type=float, default=3.4)
    parser.add_argument("--alone", type=float, default=3.8)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--left-out", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    evidence = read_evidence(options.paths)
    fitting = Fitting(evidence)
    weights = fitting.fitted(np.ones(len(evidence.labels), dtype=bool))
    levels = [getattr(options, each) for each in LEVELS]
    notes = ["all sources seen:", *report(evidence, weights.sums(evidence), tuple(levels[3:]))]
    if options.left_out:
        notes.append("each source and each writer left out:")
        notes += report(evidence, left_out(fitting, evidence, options.jobs), tuple(levels[2:]))
    print(f"{len(weights.places)} words", *notes, sep="\n")
    if options.write:
        table = weights_table(evidence, weights, levels, notes)
        (PATTERNS / "weights.toml").write_text(table, encoding="utf-8")
        (PATTERNS / "wording.toml").write_text(wording_table(evidence, weights), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
