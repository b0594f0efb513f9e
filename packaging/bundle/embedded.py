"""Names what lies compiled inside other people's libraries, and under which terms."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from bundle.project import ROOT, canonical

SHIPPED = ROOT / "packaging" / "licences"
TEXTS = SHIPPED / "texts"
APACHE = ROOT / "LICENSE"
UNTOLD = {"openssl": "Apache-2.0"}  # a part whose bill gives no licence
_COMPILED = frozenset({".so", ".pyd", ".dll", ".dylib"})


@dataclass(frozen=True, slots=True)
class Embedded:
    """A part of the library `inside`; `address` is its package URL, "" where it has none."""

    inside: str
    name: str
    version: str
    licence: str
    holder: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What the editors' table says of one library."""

    licence: str
    parts: tuple[Embedded, ...]


def known_libraries(table: Path = SHIPPED / "embedded.toml") -> dict[str, Known]:
    """Return the table by the library's name."""
    rows = tomllib.loads(table.read_text(encoding="utf-8"))["library"]
    return {
        row["name"]: Known(
            row.get("licence", ""),
            tuple(
                Embedded(
                    row["name"],
                    each["name"],
                    each.get("version", ""),
                    each["licence"],
                    each["holder"],
                )
                for each in row["parts"]
            ),
        )
        for row in rows
    }


def parts_of(library: metadata.Distribution, known: dict[str, Known]) -> list[Embedded]:
    """Return what the library's own bill of materials names, else what the table does."""
    name = canonical(library.metadata["Name"])
    bills = [file for file in library.files or () if file.parent.name == "sboms"]
    told = [part for file in bills for part in _read(name, Path(str(library.locate_file(file))))]
    return told or list(known[name].parts if name in known else ())


def _read(inside: str, bill: Path) -> Iterator[Embedded]:
    for each in json.loads(bill.read_text(encoding="utf-8")).get("components", ()):
        terms = [
            said.get("expression") or said["license"].get("id") or said["license"].get("name", "")
            for said in each.get("licenses", ())
        ]
        licence = " AND ".join(filter(None, terms)) or UNTOLD.get(each["name"], "unknown")
        holder = str(each.get("author", ""))
        address = str(each.get("purl", ""))
        yield Embedded(inside, each["name"], each.get("version", ""), licence, holder, address)


def unknown_insides(
    libraries: Iterable[metadata.Distribution], known: dict[str, Known]
) -> list[str]:
    """Return the libraries with compiled files of which nobody has said what lies inside."""
    return [
        canonical(each.metadata["Name"])
        for each in libraries
        if any(file.suffix in _COMPILED for file in each.files or ())
        and canonical(each.metadata["Name"]) not in known
        and not any(file.parent.name == "sboms" for file in each.files or ())
    ]


def texts_for(parts: Iterable[Embedded]) -> dict[str, str]:
    """Return the text of each licence that the parts name; of a choice every one we have."""
    names = {
        name for each in parts for name in re.findall(r"[A-Za-z][\w.]*-?[\w.-]*", each.licence)
    }
    found = {name: TEXTS / f"{name}.txt" for name in names}
    texts = {
        name: file.read_text(encoding="utf-8") for name, file in found.items() if file.is_file()
    }
    if "Apache-2.0" in names:
        texts["Apache-2.0"] = APACHE.read_text(encoding="utf-8")
    return dict(sorted(texts.items()))


def without_terms(parts: Iterable[Embedded]) -> list[str]:
    """Return the parts whose licence asks for a text of which none is at hand."""
    return [
        f"{each.name} ({each.licence})"
        for each in parts
        if each.licence not in ("blessing", "CC0-1.0") and not texts_for([each])
    ]


def told(parts: Iterable[Embedded]) -> str:
    """Return the parts as lines for people, then every text once."""
    listed = sorted(parts, key=lambda each: (each.inside, each.name, each.version))
    lines = ["Compiled inside those libraries", ""]
    for each in listed:
        named = f"{each.name} {each.version}".strip()
        lines += [f"  {each.inside}: {named}   ({each.licence})"]
        lines += [f"      {each.holder}"] if each.holder else []
    for name, text in texts_for(listed).items():
        lines += ["", "-" * 78, f"{name}, of the parts above", "-" * 78, "", text.strip()]
    return "\n".join(lines)
