"""Buttons of the screens for people in trouble, named from their words."""

from ..style import Style
from .big_button import BigButton, Weight
from .glyphs import Glyph


def named_button(glyph: Glyph, name: str, style: Style, weight: Weight = Weight.PLAIN) -> BigButton:
    """Return a dressed button with the words `crisis.button.<name>` and their hint."""
    button = BigButton(glyph)
    name_button(button, name, style, weight)
    return button


def name_button(button: BigButton, name: str, style: Style, weight: Weight = Weight.PLAIN) -> None:
    """Dress a button and give it the words `crisis.button.<name>` and their hint."""
    text = style.words.text
    button.dress(style.theme, weight)
    button.name(
        text(f"crisis.button.{name}"),
        short=text(f"crisis.button_short.{name}"),
        hint=text(f"crisis.button_hint.{name}"),
    )
