"""Colours and sizes of everything that is painted; the only place that knows a number of pixels."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Microsoft YaHei",
    "PingFang SC",
    "WenQuanYi Micro Hei",
)
LINE_SPACING = 1.5
_COMPACT_FROM = 1.25
HEADLINE_SPACING = 1.3  # large type needs less air between its lines


class Tone(StrEnum):
    """What a person may choose; SYSTEM follows the computer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class LevelColours(NamedTuple):
    """The colours of one verdict.

    `text` stands on `fill`; `outline` bounds the fill against page and surface; `accent` is text
    and signs on page or surface.
    """

    fill: str
    text: str
    outline: str
    accent: str


class Palette(NamedTuple):
    """`#rrggbb` colours. There is no green: nothing here may look like "safe".

    `text` and `muted` stand on `page` and `surface`; `border` and `focus` bound things there.
    `strong_text` stands on `strong`, `marked_text` on `marked` (the person's own quoted words).
    `soft` is a chosen toggle's and a hovered button's ground, under `text`.
    """

    page: str
    surface: str
    soft: str
    text: str
    muted: str
    border: str
    focus: str
    strong: str
    strong_text: str
    marked: str
    marked_text: str
    danger: LevelColours
    caution: LevelColours
    official: LevelColours
    unknown: LevelColours
    unfinished: LevelColours

    def level(self, level: str) -> LevelColours:
        """Return the colours of a VerdictLevel, given by its value."""
        colours = getattr(self, level)
        if not isinstance(colours, LevelColours):
            raise KeyError(level)
        return colours


LIGHT = Palette(
    page="#f4f2ec",
    surface="#ffffff",
    soft="#e6ebf3",
    text="#1a1d22",
    muted="#464b53",
    border="#777c85",
    focus="#0b57d0",
    strong="#1f3a5f",
    strong_text="#ffffff",
    marked="#ffe48f",
    marked_text="#1a1d22",
    danger=LevelColours("#a3121c", "#ffffff", "#a3121c", "#98101a"),
    caution=LevelColours("#ffab2e", "#1c1300", "#9a4a00", "#713600"),
    official=LevelColours("#0b4a8f", "#ffffff", "#0b4a8f", "#0b4a8f"),
    unknown=LevelColours("#5a2a86", "#ffffff", "#5a2a86", "#5a2a86"),
    unfinished=LevelColours("#474c54", "#ffffff", "#474c54", "#474c54"),
)

DARK = Palette(
    page="#14161a",
    surface="#1e2127",
    soft="#2b3340",
    text="#f3f1ec",
    muted="#c9ccd2",
    border="#8b919b",
    focus="#8ab4f8",
    strong="#cbdcf7",
    strong_text="#10151c",
    marked="#574300",
    marked_text="#fff4d2",
    danger=LevelColours("#8f1019", "#ffffff", "#ff7c79", "#ffb4b1"),
    caution=LevelColours("#ffb13d", "#1c1300", "#ffb13d", "#ffc671"),
    official=LevelColours("#0e4480", "#ffffff", "#7fb3f5", "#aacefb"),
    unknown=LevelColours("#54287d", "#ffffff", "#c49bef", "#dcc4f7"),
    unfinished=LevelColours("#3b4048", "#ffffff", "#a8adb6", "#d2d5da"),
)

CONTRAST = Palette(
    page="#000000",
    surface="#000000",
    soft="#26262e",
    text="#ffffff",
    muted="#ffffff",
    border="#ffffff",
    focus="#ffff00",
    strong="#ffffff",
    strong_text="#000000",
    marked="#ffff00",
    marked_text="#000000",
    danger=LevelColours("#7a0008", "#ffffff", "#ffffff", "#ffb4b1"),
    caution=LevelColours("#ffb000", "#000000", "#ffffff", "#ffc671"),
    official=LevelColours("#003a78", "#ffffff", "#ffffff", "#b5d6ff"),
    unknown=LevelColours("#451a6d", "#ffffff", "#ffffff", "#e2cdfa"),
    unfinished=LevelColours("#2c2f36", "#ffffff", "#ffffff", "#ffffff"),
)


class Theme(NamedTuple):
    """The figures at `scale` (1.0 to 2.5). Sizes are pixels before the screen's own ratio."""

    palette: Palette
    scale: float = 1.0

    @property
    def compact(self) -> bool:
        """Tell whether letters are so large that everything beside them has to give way."""
        return self.scale >= _COMPACT_FROM

    @property
    def body(self) -> int:
        return round(24 * self.scale)

    @property
    def lead(self) -> int:
        return round(28 * self._display_scale)

    @property
    def heading(self) -> int:
        """A title over body text, never smaller than that."""
        return max(self.lead, self.body)

    @property
    def instruction(self) -> int:
        return round(36 * self._display_scale)

    @property
    def headline(self) -> int:
        return round(50 * self._display_scale)

    @property
    def digits(self) -> int:
        return round(56 * self._display_scale)

    @property
    def title(self) -> int:
        return round(36 * self._display_scale)

    @property
    def target(self) -> int:
        """The least side of whatever one can press."""
        return min(96, round(64 * self.scale))

    @property
    def label(self) -> int:
        """Letters on buttons: bounded, so that a target stays a target and words are not broken."""
        return min(44, self.body)

    @property
    def icon(self) -> int:
        return round(self.label * 1.25)

    @property
    def gap(self) -> int:
        return 16

    @property
    def padding(self) -> int:
        return 20 if self.compact else 24

    @property
    def radius(self) -> int:
        return 14

    @property
    def ring(self) -> int:
        """The focus ring's width; a button keeps this much room around itself."""
        return 4

    @property
    def line(self) -> int:
        """The width of a border."""
        return 3 if self.palette is CONTRAST else 2

    @property
    def _display_scale(self) -> float:
        # What is large already grows more slowly: at 250 % the headline, the instruction and the
        # number must still stand on a 768-line screen together.
        return 1 + (self.scale - 1) * 0.5

    def font(self, size: int, *, bold: bool = False) -> "QFont":
        from PySide6.QtGui import QFont  # noqa: PLC0415 -- the figures are loaded before Qt is

        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(size)
        if bold:
            font.setWeight(QFont.Weight.Bold)
        return font


def palette_of(tone: Tone, *, system_dark: bool, system_contrast: bool) -> Palette:
    """Return the colours for the person's choice; SYSTEM looks at what the computer prefers."""
    if tone is Tone.CONTRAST or (tone is Tone.SYSTEM and system_contrast):
        return CONTRAST
    if tone is Tone.DARK or (tone is Tone.SYSTEM and system_dark):
        return DARK
    return LIGHT
