"""The bill of materials in CycloneDX 1.6, without a library for it: the form is small and fixed."""

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from bundle.contents import RED_HAT, SYSTEM, Component
from bundle.embedded import Embedded
from bundle.freezing import source_date
from bundle.project import version

SPDX_TYPOS = {"Apache Software License": "Apache-2.0", "MIT License": "MIT", "BSD License": "BSD"}
Json = dict[str, object]


def bill_of_materials(parts: Sequence[Component], inside: Sequence[Embedded] = ()) -> Json:
    """Return the document; the same parts of the same commit give the same one.

    `inside` are the parts that lie compiled within a library; they are named as its components.
    """
    made = datetime.fromtimestamp(source_date(), UTC)
    own = version()
    serial = uuid.uuid5(uuid.NAMESPACE_URL, f"mingbian {own} {made} {[_url(p) for p in parts]}")
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": made.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {
                "type": "application",
                "bom-ref": "mingbian",
                "name": "mingbian",
                "version": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            },
        },
        "components": [_component(each, inside) for each in parts],
        "dependencies": [{"ref": "mingbian", "dependsOn": [_url(each) for each in parts]}],
    }


def _component(part: Component, inside: Sequence[Embedded]) -> Json:
    within = [_embedded(each) for each in inside if each.inside == part.name]
    return {
        "type": "library",
        "bom-ref": _url(part),
        "name": part.name,
        "version": part.version,
        "licenses": [{"license": {"name": SPDX_TYPOS.get(part.licence, part.licence)}}],
        "purl": _url(part),
        **({"components": within} if within else {}),
    }


def _embedded(part: Embedded) -> Json:
    version = f"@{quote(part.version)}" if part.version else ""
    address = part.address or f"pkg:generic/{quote(part.name)}{version}"
    said: Json = {"type": "library", "name": part.name, "purl": address}
    said["licenses"] = [{"license": {"name": part.licence}}]
    return {**said, "version": part.version} if part.version else said


def _url(part: Component) -> str:
    place = {SYSTEM: "deb/debian", RED_HAT: "rpm/almalinux"}.get(part.kind, part.kind)
    return f"pkg:{place}/{quote(part.name)}@{quote(part.version)}"


def to_text(bill: Json) -> str:
    """Return the document as it is written."""
    return json.dumps(bill, ensure_ascii=False, indent=1) + "\n"
