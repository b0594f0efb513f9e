"""Collects the licences of everything in the bundle into one text for people.

    python -m bundle.licences WORK FOLDER       from packaging/, by the Python that froze FOLDER

Also writes the bill of materials beside them.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from bundle.contents import Component, components
from bundle.sbom import bill_of_materials, to_text

QT_NOTICE = """\
Qt and PySide6 are used under the GNU Lesser General Public License, version 3 (its text, and that
of the GNU General Public License it refers to, stand below). They are linked dynamically and lie
as separate files in this folder. You may replace them by your own build of the same version:

  1. put your files over those in {folder};
  2. remove the folder _internal/shiboken6/files.dir, in which the Python part of the shiboken
     that was here lies compiled (without the tool that writes stubs for developers);
  3. start the program again. Nothing checks the files.

Their sources are at https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io/.
The program itself is Apache-2.0: nothing of it forbids to take it apart or to debug such a change.
"""


def third_party_text(parts: Sequence[Component], shipped: Path) -> str:
    """Return the notices: first the list, then every text once.

    `shipped` holds texts that a library should have brought and did not, as NAME.txt.
    """
    lines = ["Software of others in this copy of Mingbian", "", _table(parts)]
    lines += ["", QT_NOTICE.format(folder="_internal/PySide6 and _internal/shiboken6")]
    for each in parts:
        lines += ["=" * 78, f"{each.name} {each.version}   ({each.licence})", "=" * 78, ""]
        lines += [_text_of(each, shipped), ""]
    return "\n".join(lines)


def _table(parts: Sequence[Component]) -> str:
    return "\n".join(f"  {each.name:34} {each.version:26} {each.licence}" for each in parts)


def _text_of(part: Component, shipped: Path) -> str:
    own = [*part.texts, *sorted(shipped.glob(f"{part.name}*.txt"))]
    if not own:
        return f"No text came with it. Licence as declared: {part.licence}."
    return "\n\n".join(each.read_text(encoding="utf-8", errors="replace").strip() for each in own)


def without_text(parts: Sequence[Component], shipped: Path) -> list[str]:
    """Return the names of the components nobody has a licence text for."""
    return [p.name for p in parts if not p.texts and not list(shipped.glob(f"{p.name}*.txt"))]


def main(arguments: Sequence[str]) -> int:
    """Write third_party.txt and sbom.cdx.json into the frozen folder."""
    work, folder = map(Path, arguments)
    shipped = Path(__file__).resolve().parents[1] / "licences"
    place = next(each for each in folder.rglob("resources/licences") if each.is_dir())
    parts = components(work)
    text = third_party_text(parts, shipped)
    (place / "third_party.txt").write_text(text, encoding="utf-8", newline="\n")
    bill = to_text(bill_of_materials(parts))
    (place / "sbom.cdx.json").write_text(bill, encoding="utf-8", newline="\n")
    print(f"{len(parts)} components; without a text: {without_text(parts, shipped) or 'none'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
