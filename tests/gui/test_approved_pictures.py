"""The window looks as somebody approved it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from .approved_pictures import (
    FOLDER,
    MOST_UNLIKE,
    SCENES,
    Scene,
    approved,
    difference,
    lacking,
    share_unlike,
    take,
)

ANEW = "python -m tests.gui.approved_pictures"


@pytest.mark.parametrize("scene", SCENES, ids=[each.name for each in SCENES])
def test_it_looks_as_it_was_approved(qtbot: QtBot, tmp_path: Path, scene: Scene) -> None:
    assert qtbot
    if reason := lacking():
        pytest.skip(reason)
    picture, wanted = take(scene, tmp_path / "home"), approved(scene)
    new = tmp_path / f"{scene.name}.png"
    if picture.size() != wanted.size():
        picture.save(str(new))
        pytest.fail(f"no approved picture of that size; the new one is {new}")
    off = difference(picture, wanted)
    share = share_unlike(off)
    if share > MOST_UNLIKE:
        shown = tmp_path / f"{scene.name}-difference.png"
        picture.save(str(new))
        off.save(str(shown))
        pytest.fail(
            f"{share:.2%} of the picture differ (at most {MOST_UNLIKE:.2%} may): look at {new} "
            f"and {shown}; if that is how it shall look: {ANEW} {scene.name}"
        )


def test_every_approved_picture_is_one_of_a_scene_and_all_are_small() -> None:
    files = {each.stem: each.stat().st_size for each in FOLDER.glob("*.png")}
    assert set(files) == {each.name for each in SCENES}
    assert sum(files.values()) < 2_000_000


def test_a_word_that_moved_is_noticed_and_soft_edges_are_not() -> None:
    picture = approved(SCENES[0])
    moved, softer = QImage(picture), QImage(picture)
    painter = QPainter(moved)
    painter.drawImage(QPoint(303, 140), picture.copy(300, 140, 500, 60))  # three pixels further
    painter.end()
    painter = QPainter(softer)
    painter.fillRect(softer.rect(), QColor(128, 128, 128, 20))
    painter.end()
    assert share_unlike(difference(picture, moved)) > MOST_UNLIKE
    assert share_unlike(difference(picture, softer)) == 0
    assert share_unlike(difference(picture, picture)) == 0
