"""Fits the weights of signs: `python packaging/fit_weights.py FILE… [--write]`.

As SpamAssassin fits its scores (masses/README): the engine reads labelled messages, and a logistic
regression with bounds finds what each sign adds. A notice can only lower the sum, everything else
only raise it, and the demand of a group A act never weighs less than its floor. A source weighs by
the square root of its rows; the project's own corpus is always one of them. One source is left out
at a time, and what the weights of the others make of it is printed. A file holds JSON lines: text,
label (fraud, grey, benign), source. Only weights are written, never a text. Needs scikit-learn.
"""

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import numpy as np  # noqa: E402
import tomli  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from scipy.optimize import minimize  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402

from app.assembly import build_application  # noqa: E402
from app.checking.circumstances import Circumstances  # noqa: E402
from app.checking.sign_sum import signs_of  # noqa: E402
from app.model.phrases import CALMING_SIGNALS, ActGroup, SlotKind  # noqa: E402
from app.model.reading import Stance  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from tests.benchmarks.accuracy import Message, read_messages  # noqa: E402

TABLE = ROOT / "resources" / "patterns" / "weights.toml"
HIGHEST, LOWEST, FLOOR_OF_GROUP_A = 4.0, -2.5, 1.0
STRENGTH = 4.0  # of the penalty on large weights
OWN, OF_OWN = "own_corpus", 4.5
OF_EACH_LABEL = {"fraud": 1.0, "grey": 0.4, "benign": 1.4}
Array: TypeAlias = "NDArray[np.float64]"


@dataclass(frozen=True, slots=True)
class Labelled:
    """The signs of one message, and what it is."""

    signs: frozenset[str]
    label: str
    source: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a sign's weight may be."""

    low: float
    high: float


def own_corpus() -> list[Message]:
    """Return the texts of tests/corpus: what names no label and is no scam is benign."""
    found = []
    for path in sorted((ROOT / "tests" / "corpus").rglob("*.toml")):
        label = "fraud" if path.parent.name == "scam" else "benign"
        rows = tomli.loads(path.read_text(encoding="utf-8"))["case"]
        found += [Message(path.stem, row["text"], row.get("label", label), "", OWN) for row in rows]
    return found


def read_signs(messages: list[Message]) -> tuple[list[Labelled], dict[str, Bounds]]:
    """Return the signs of each message, and the bounds of every sign's weight."""
    service = build_application().check_service()
    knowledge = service.knowledge
    rows = []
    for message in messages:
        reading = service.check(Submission(message.text)).reading
        around = Circumstances(reading, knowledge)
        hits = [hit for hit in reading.hits if hit.stance is Stance.DEMAND]
        signs = frozenset(signs_of(hits, around.weighed_signals))
        rows.append(Labelled(signs, message.label, message.source))
    slots = {each.id: each for each in knowledge.register.slots}
    bounds = {}
    for sign in sorted(frozenset[str]().union(*(row.signs for row in rows))):
        slot = slots.get(sign)
        if sign in CALMING_SIGNALS or (slot and slot.kind is SlotKind.NOTICE):
            bounds[sign] = Bounds(LOWEST, 0.0)
        elif slot and slot.group is ActGroup.A:
            bounds[sign] = Bounds(FLOOR_OF_GROUP_A, HIGHEST)
        else:
            bounds[sign] = Bounds(0.0, HIGHEST)
    return rows, bounds


class Fitting:
    """Messages as a matrix, and the weights that tell fraud from the rest best."""

    def __init__(self, rows: list[Labelled], bounds: dict[str, Bounds]) -> None:
        self.names = list(bounds)
        places = {name: place for place, name in enumerate(self.names)}
        cells = [(row, places[sign]) for row, each in enumerate(rows) for sign in each.signs]
        downs, acrosses = zip(*cells, strict=True)
        shape = (len(rows), len(self.names))
        self.matrix = csr_matrix((np.ones(len(cells)), (downs, acrosses)), shape=shape)
        self.fraud = np.array([each.label == "fraud" for each in rows], dtype=float)
        self.sources = np.array([each.source for each in rows])
        self.labels = np.array([each.label for each in rows])
        self._bounds = [(each.low, each.high) for each in bounds.values()]
        self._importance = _importance(rows)

    def weights(self, chosen: Array) -> Array:
        """Return the weights fitted to the chosen rows, the base last."""
        matrix, fraud = self.matrix[chosen], self.fraud[chosen]
        importance = self._importance[chosen]
        importance = importance * len(fraud) / importance.sum()

        def loss(tried: Array) -> tuple[float, Array]:
            sums = matrix @ tried[:-1] + tried[-1]
            wrong = importance * (1 / (1 + np.exp(-sums)) - fraud)
            lost = (importance * (np.logaddexp(0, sums) - fraud * sums)).sum()
            slope = np.append(matrix.T @ wrong + STRENGTH * tried[:-1], wrong.sum())
            return lost + STRENGTH / 2 * (tried[:-1] ** 2).sum(), slope

        start = np.array([low if low > 0 else 0.0 for low, _ in self._bounds] + [-2.0])
        bounds = [*self._bounds, (None, None)]
        found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
        return np.asarray(found.x)

    def sums(self, weights: Array) -> Array:
        """Return every message's sum."""
        return np.asarray(self.matrix @ weights[:-1] + weights[-1])

    def left_out(self) -> Array:
        """Return every message's sum by weights that never saw its source."""
        sums = np.zeros(len(self.fraud))
        for source in sorted(set(self.sources)):
            others = self.sources != source
            sums[~others] = self.sums(self.weights(others))[~others]
        return sums


def _importance(rows: list[Labelled]) -> Array:
    counts = Counter((row.source, row.label) for row in rows)
    each = [
        OF_EACH_LABEL[row.label]
        * (OF_OWN if row.source == OWN else 1.0)
        / counts[row.source, row.label] ** 0.5
        for row in rows
    ]
    importance = np.array(each)
    fraud = np.array([row.label == "fraud" for row in rows])
    importance[fraud] /= importance[fraud].sum()
    importance[~fraud] /= importance[~fraud].sum()
    return importance


def report(fitting: Fitting, sums: Array, levels: tuple[float, ...]) -> list[str]:
    """Return a line for each source and label: the share at or above each level."""
    lines = []
    for source, label in sorted(set(zip(fitting.sources, fitting.labels, strict=True))):
        chosen = (fitting.sources == source) & (fitting.labels == label)
        shares = " ".join(f"{(sums[chosen] >= level).mean():.4f}" for level in levels)
        lines.append(f"{source:24} {label:7} {int(chosen.sum()):6} {shares}")
    return lines


def table(
    fitting: Fitting, weights: Array, levels: tuple[float, float, float], notes: list[str]
) -> str:
    """Return the editors' table."""
    rows = [
        f'"{name}" = {round(weight * 100)}'
        for name, weight in zip(fitting.names, weights[:-1], strict=True)
        if round(weight * 100)
    ]
    head = [
        "# What each sign adds to the sum, in hundredths of a logarithm of odds. Fitted by",
        f"# packaging/fit_weights.py to {len(fitting.fraud)} messages; not edited by hand.",
        "# Shares of each source at orange, script and red, by weights that never saw the source:",
        *(f"#   {note}" for note in notes),
        "[weights]",
        f"base = {round(weights[-1] * 100)}",
        f"orange = {round(levels[0] * 100)}",
        f"script = {round(levels[1] * 100)}",
        f"red = {round(levels[2] * 100)}",
    ]
    return "\n".join((*head, *rows, ""))


def main() -> int:
    """Fit, print, and write the table if told to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--orange", type=float, default=1.85)
    parser.add_argument("--script", type=float, default=3.25)
    parser.add_argument("--red", type=float, default=3.75)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    messages = [each for path in options.paths for each in read_messages(path)] + own_corpus()
    fitting = Fitting(*read_signs(messages))
    weights = fitting.weights(np.ones(len(messages), dtype=bool))
    levels = (options.orange, options.script, options.red)
    steps = (0.5, 1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0)
    print("all sources seen, at", *steps)
    print("\n".join(report(fitting, fitting.sums(weights), steps)))
    left_out = fitting.left_out()
    print("left one source out, at", *steps)
    print("\n".join(report(fitting, left_out, steps)))
    if options.write:
        notes = report(fitting, left_out, levels)
        TABLE.write_text(table(fitting, weights, levels, notes), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
