"""What the build writes for people is read back component by component."""

from pathlib import Path

from app.model.component import Component
from app.services.collected_licences import CollectedLicences
from bundle.contents import PYPI, SYSTEM
from bundle.contents import Component as Part
from bundle.embedded import Embedded
from bundle.licences import third_party_text

RULER = "=" * 78
INNER = Embedded("outer", "inner", "1", "MIT", "Copyright somebody", "")


def collected(folder: Path, texts: dict[str, str], inside: tuple[Embedded, ...] = ()) -> str:
    parts = []
    for name, text in texts.items():
        file = folder / f"{name}.licence"
        file.write_text(text, encoding="utf-8")
        parts.append(Part(PYPI, name, "1.0", "MIT License", (file,)))
    return third_party_text(parts, folder, inside)


def test_every_component_comes_back_with_its_own_text(tmp_path: Path) -> None:
    licences = CollectedLicences(collected(tmp_path, {"one": "Text of one.", "two": "Of two."}))
    one, two = licences.components()
    assert one == Component("one", "1.0", "MIT License")
    assert (licences.text_of(one), licences.text_of(two)) == ("Text of one.", "Of two.")
    assert licences.inside == ""


def test_a_ruler_inside_a_licence_ends_nothing(tmp_path: Path) -> None:
    ruled = f"Above.\n{RULER}\nsomething 1   (MIT)\n{RULER}\nBelow."
    licences = CollectedLicences(collected(tmp_path, {"one": ruled, "two": "Of two."}))
    assert [licences.text_of(each) for each in licences.components()] == [ruled, "Of two."]


def test_what_lies_inside_the_libraries_is_apart_from_the_last_of_them(tmp_path: Path) -> None:
    licences = CollectedLicences(collected(tmp_path, {"one": "Text of one."}, (INNER,)))
    assert licences.text_of(licences.components()[0]) == "Text of one."
    assert "outer: inner 1   (MIT)" in licences.inside


def test_a_licence_that_only_its_text_tells_has_no_name(tmp_path: Path) -> None:
    file = tmp_path / "copyright"
    file.write_text("Terms.", encoding="utf-8")
    part = Part(SYSTEM, "zlib1g", "1:1.2.13.dfsg-1", "see its text", (file,))
    licences = CollectedLicences(third_party_text([part], tmp_path))
    (component,) = licences.components()
    assert component == Component("zlib1g", "1:1.2.13.dfsg-1", "")
    assert licences.text_of(component) == "Terms."


def test_a_text_of_another_shape_names_nobody() -> None:
    assert CollectedLicences("").components() == ()
    assert CollectedLicences("A\n\n  one 1 MIT\n").components() == ()
    assert CollectedLicences("").text_of(Component("one", "1", "MIT")) == ""
