"""Collects the licences of everything in the bundle into one text for people.

    python -m bundle.licences WORK FOLDER       from packaging/, by the Python that froze FOLDER

Also writes the bill of materials beside them.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from bundle.contents import (
    Component,
    collected_files,
    components,
    distributions_of,
    without_owner,
)
from bundle.embedded import (
    SHIPPED,
    Embedded,
    known_libraries,
    parts_of,
    told,
    unknown_insides,
    without_terms,
)
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


def third_party_text(
    parts: Sequence[Component], shipped: Path, inside: Sequence[Embedded] = ()
) -> str:
    """Return the notices: first the list, then every text once, then what lies `inside` of whom.

    `shipped` holds texts that a library should have brought and did not, as NAME.txt.
    """
    lines = ["Software of others in this copy of Mingbian", "", _table(parts)]
    lines += ["", QT_NOTICE.format(folder="_internal/PySide6 and _internal/shiboken6")]
    for each in parts:
        lines += ["=" * 78, f"{each.name} {each.version}   ({each.licence})", "=" * 78, ""]
        lines += [_text_of(each, shipped), ""]
    if inside:
        lines += ["=" * 78, told(inside), ""]
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
    """Write third_party.txt and sbom.cdx.json into the frozen folder.

    1 if a file has no owner, or something compiled no list of what lies inside: nobody could say
    under which terms it is handed on.
    """
    work, folder = map(Path, arguments)
    place = next(each for each in folder.rglob("resources/licences") if each.is_dir())
    sources = set(collected_files(work))
    libraries, known = list(distributions_of(sources)), known_libraries()
    inside = [part for each in libraries for part in parts_of(each, known)]
    parts = components(work)
    text = third_party_text(parts, SHIPPED, inside)
    (place / "third_party.txt").write_text(text, encoding="utf-8", newline="\n")
    bill = to_text(bill_of_materials(parts, inside))
    (place / "sbom.cdx.json").write_text(bill, encoding="utf-8", newline="\n")
    lacking = [*without_text(parts, SHIPPED), *unknown_insides(libraries, known)]
    lacking += without_terms(inside)
    if sys.platform == "linux":  # elsewhere nobody can be asked whose a system's file is
        lacking += map(str, without_owner(sources, work.parents[1]))
    print(f"{len(parts)} components, {len(inside)} inside them; without terms: {lacking or 'none'}")
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
