"""Colours and sizes against the figures we promise."""

import colorsys
from itertools import product

import pytest

from app.desktop.theme import CONTRAST, DARK, LIGHT, LevelColours, Palette, Theme, Tone, palette_of

PALETTES = (LIGHT, DARK, CONTRAST)
LEVELS = ("danger", "caution", "official", "unknown", "unfinished")
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def colours_of(palette: Palette) -> list[str]:
    every: list[str] = []
    for name in Palette._fields:
        value = getattr(palette, name)
        if isinstance(value, LevelColours):
            every += [getattr(value, each) for each in LevelColours._fields]
        else:
            every.append(value)
    return every


def test_the_contrast_formula_gives_the_known_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("palette", PALETTES)
def test_every_text_stands_out_seven_to_one(palette: Palette) -> None:
    pairs = list(
        product((palette.text, palette.muted), (palette.page, palette.surface, palette.soft))
    )
    pairs += [(palette.strong_text, palette.strong), (palette.marked_text, palette.marked)]
    for level in LEVELS:
        colours = palette.level(level)
        pairs.append((colours.text, colours.fill))
        pairs += [(colours.accent, palette.page), (colours.accent, palette.surface)]
    weak = [(text, ground) for text, ground in pairs if contrast(text, ground) < 7]
    assert weak == []


@pytest.mark.parametrize("palette", PALETTES)
def test_every_border_and_sign_stands_out_three_to_one(palette: Palette) -> None:
    grounds = (palette.page, palette.surface)
    lines = [palette.border, palette.focus, palette.strong]
    lines += [palette.level(level).outline for level in LEVELS]
    weak = [
        (line, ground) for line, ground in product(lines, grounds) if contrast(line, ground) < 3
    ]
    assert weak == []


@pytest.mark.parametrize("palette", PALETTES)
def test_there_is_no_green(palette: Palette) -> None:
    for colour in colours_of(palette):
        red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
        hue, _, saturation = colorsys.rgb_to_hls(red, green, blue)
        assert not (70 / 360 < hue < 180 / 360 and saturation > 0.05), colour


@pytest.mark.parametrize("palette", PALETTES)
def test_five_verdicts_have_five_fills(palette: Palette) -> None:
    assert len({palette.level(level).fill for level in LEVELS}) == 5


def test_sizes_at_100_percent_are_what_we_promise() -> None:
    theme = Theme(LIGHT)
    assert theme.body >= 24
    assert 44 <= theme.headline <= 56
    assert theme.digits >= 48
    assert theme.target >= 64
    assert theme.gap >= 16
    assert theme.ring >= 3


@pytest.mark.parametrize("scale", SCALES)
def test_letters_grow_with_the_scale_and_targets_stop_at_96(scale: float) -> None:
    theme = Theme(LIGHT, scale)
    assert theme.body == round(24 * scale)
    assert 64 <= theme.target <= 96
    assert theme.headline >= theme.body
    assert theme.digits >= 48 * min(scale, 1.25)


def test_sizes_never_shrink_as_the_scale_grows() -> None:
    for name in ("body", "lead", "instruction", "headline", "digits", "target", "label", "icon"):
        sizes = [getattr(Theme(LIGHT, scale), name) for scale in SCALES]
        assert sizes == sorted(sizes), name


def test_the_choice_of_colours_follows_the_person_first() -> None:
    assert palette_of(Tone.LIGHT, system_dark=True, system_contrast=True) is LIGHT
    assert palette_of(Tone.DARK, system_dark=False, system_contrast=False) is DARK
    assert palette_of(Tone.SYSTEM, system_dark=True, system_contrast=False) is DARK
    assert palette_of(Tone.SYSTEM, system_dark=True, system_contrast=True) is CONTRAST
    assert palette_of(Tone.SYSTEM, system_dark=False, system_contrast=False) is LIGHT
