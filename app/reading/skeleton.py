"""Reduces a host label to what the eye sees of it, so that look-alikes become equal."""

from pathlib import Path

# Pairs and single characters of ASCII that are mistaken for each other in small print. Every
# member of a group becomes the same character, on both sides of a comparison.
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_SINGLES = {ord("0"): "o", ord("1"): "l", ord("i"): "l", ord("|"): "l", ord("5"): "s"}
_DROPPED = dict.fromkeys(map(ord, "-_·"))
# Letters of one build become one; then pairs that look like a letter become that letter.
_ROUGH_SINGLES = str.maketrans("01i|5deqmrv89", "olllsbcgnnu36", "-_·")
_ROUGH_PAIRS = (
    ("nn", "n"), ("uu", "w"), ("cl", "b"), ("lc", "k"), ("lh", "h"), ("lb", "b"), ("bl", "b"),
)  # fmt: skip


class Skeletons:
    """UTS #39 skeletons narrowed to host labels; immutable, safe to share between threads.

    `confusables` maps a character to the ASCII characters it looks like.
    """

    def __init__(self, confusables: dict[str, str]) -> None:
        self._unmarked = {ord(key): value for key, value in confusables.items()}

    def latin(self, label: str) -> str:
        """Return the label in the ASCII letters it looks like: “іcbс” → “icbc”."""
        return label if label.isascii() else label.translate(self._unmarked)

    def of(self, label: str) -> str:
        """Return the skeleton of one label or of a whole host; equal skeletons look alike."""
        seen = self.latin(label).lower()
        for pair, single in _PAIRS:
            if pair in seen:
                seen = seen.replace(pair, single)
        return seen.translate(_ALL)

    def rough(self, label: str) -> str:
        """Return a skeleton that also takes b for d, c for e, m and r for n, u for v.

        Equal ones are merely near: whoever asks has to look closer at short names. `label` is in
        lower case, as hosts are.
        """
        seen = self.latin(label).translate(_ROUGH_SINGLES)
        for pair, single in _ROUGH_PAIRS:
            if pair in seen:
                seen = seen.replace(pair, single)
        return seen


_ALL = {**_SINGLES, **_DROPPED}


def load_skeletons(resources: Path) -> Skeletons:
    """Read `links/confusables.txt` below `resources`."""
    lines = (resources / "links" / "confusables.txt").read_text("utf-8").splitlines()
    rows = (line.split(";", 1) for line in lines if line and line[0] != "#")
    return Skeletons({chr(int(code, 16)): shown for code, shown in rows})
