"""Puts what a publisher did into words."""

from collections import Counter
from collections.abc import Sequence

from ..presentation.catalog import Catalog
from ..publishing.building import Built
from ..publishing.changes import EditionChanges
from ..publishing.faults import Fault
from ..publishing.importing import ImportReport
from ..publishing.rehearsal import Rehearsed
from ..publishing.releasing import Release
from ..publishing.signing import Standing


def fault(found: Fault, catalog: Catalog) -> str:
    """Return one line that names the row and what is wrong with it."""
    return catalog.text(f"publish.fault.{found.kind.value}", row=found.row, detail=found.detail)


def built(edition: Built, catalog: Catalog, key: str = "publish.built") -> list[str]:
    """Return what was laid out, and who is next."""
    return [
        catalog.text(
            key,
            version=str(edition.version),
            files=str(edition.targets),
            size=f"{edition.bytes_new:,}",
        )
    ]


def standings(of: Sequence[Standing], catalog: Catalog) -> list[str]:
    """Return a line for each piece of metadata: how many signed, how many must."""
    return [_standing(each, catalog) for each in of]


def _standing(of: Standing, catalog: Catalog) -> str:
    values = {
        "role": catalog.text(f"publish.role.{of.role}"),
        "version": str(of.version),
        "signed": str(of.signed),
        "missing": str(of.missing),
    }
    if of.is_complete:
        return catalog.text("publish.signed_all", **values)
    return catalog.text("publish.signed_some", **values)


def release(of: Release, catalog: Catalog) -> list[str]:
    """Return what is public now, and that something still waits."""
    lines = [
        catalog.text(
            "publish.released",
            root=str(of.root),
            targets=str(of.targets),
            snapshot=str(of.snapshot),
            timestamp=str(of.timestamp),
        )
    ]
    if of.daily:
        version, day = of.daily
        values = {"version": str(version), "day": day.isoformat()}
        lines.append(catalog.text("publish.released_daily", **values))
    for role, day in of.expiring:
        who = catalog.text(f"publish.role.{role}")
        lines.append(catalog.text("publish.expiring", role=who, day=day.isoformat()))
    return [*lines, catalog.text("publish.still_waiting")] if of.waiting else lines


def rehearsed(of: Rehearsed, catalog: Catalog) -> list[str]:
    """Return what the clients found."""
    return [
        catalog.text(
            "publish.rehearsed",
            tables=str(of.tables),
            lists=str(of.lists),
            steps=str(of.steps),
            golden=str(of.golden),
        )
    ]


def imported(report: ImportReport, catalog: Catalog) -> list[str]:
    """Return what came in, what did not and why."""
    version = report.version
    lines = [
        catalog.text(
            "publish.imported" if report.is_new else "publish.imported_same",
            name=report.name,
            version=str(version.number),
            entries=f"{version.entries:,}",
            rows=f"{report.accepted:,}",
            expires=version.expires.isoformat(),
        )
    ]
    for reason, count in sorted(report.refused.items()):
        lines.append(catalog.text(f"publish.refused.{reason.value}", count=f"{count:,}"))
    if report.refused:
        lines.append(catalog.text("publish.refused_file"))
    return lines


def changes(of: EditionChanges, catalog: Catalog) -> list[str]:
    """Return a line for every record and list that is different, and the sums at the end."""
    lines = [
        catalog.text(
            f"publish.change.{each.kind.value}",
            topic=catalog.text(f"publish.topic.{each.topic.value}"),
            key=each.key,
        )
        for each in of.records
    ]
    lines += [
        catalog.text(
            "publish.list_change",
            name=each.name,
            before=f"{each.before:,}",
            after=f"{each.after:,}",
            version=str(each.version),
        )
        for each in of.lists
    ]
    counts = Counter(each.kind.value for each in of.records)
    sums = {kind: str(counts[kind]) for kind in ("added", "removed", "changed")}
    return [*lines, catalog.text("publish.sums", lists=str(len(of.lists)), **sums)]
