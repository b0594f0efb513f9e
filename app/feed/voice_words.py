"""The table of words that stand for bytes when two people compare a fingerprint by voice."""

from pathlib import Path

from msgspec import Struct

from ..model.language import LocalizedText
from .table_rows import Naming, read_table

_BYTES = 256


class VoiceWords(Struct, frozen=True):
    """Word n stands for byte n."""

    words: tuple[LocalizedText, ...]

    def of(self, byte: int) -> LocalizedText:
        """Return the word for a byte, 0 to 255."""
        return self.words[byte]


def read_voice_words(resources: Path) -> VoiceWords:
    """Read `resources`/feed/voice_words.toml; raises InvalidTableError."""
    path = resources / "feed" / "voice_words.toml"
    table = read_table(path)
    with Naming(path.name, "rows"):
        words = tuple(LocalizedText(zh=zh, en=en) for zh, _pinyin, en in table["rows"])
        if not len({each.zh for each in words}) == len({each.en for each in words}) == _BYTES:
            raise ValueError("a byte needs 256 different words in every language")
    return VoiceWords(words)
