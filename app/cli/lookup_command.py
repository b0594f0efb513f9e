"""`mingbian lookup`: what the register holds of an organisation."""

from collections.abc import Iterator

from ..assembly import Application
from ..model.language import Language
from ..model.records import OfficialNumber, Organization
from ..model.source_note import SourceNote
from ..presentation.card_lines import source_line
from ..presentation.catalog import Catalog
from ..presentation.dialled_digits import dialled
from ..services.lookup_service import Entry
from .exit_status import ExitStatus


def run_lookup(application: Application, name: str, language: Language) -> int:
    """Print what was found, or that nothing was."""
    service = application.lookup_service()
    catalog = application.catalog(language)
    entries = service.find(name)
    if not entries:
        print(catalog.text("cli.not_found"))
        return ExitStatus.NOT_FOUND
    for entry in entries:
        print("\n".join(_lines(entry, catalog)))
    print(catalog.text("cli.lookup_foot", date=service.as_of.isoformat()))
    print(catalog.text("verdict.about.disclaimer"))
    return ExitStatus.ANSWERED


def _lines(entry: Entry, catalog: Catalog) -> Iterator[str]:
    yield _title(entry.organization, catalog)
    for number in entry.numbers:
        yield _number(number, catalog)
        yield from _sources(number.sources, catalog)
    for domain in entry.domains:
        yield f"  {domain.host}"
        yield from _sources(domain.sources, catalog)
    for statement in entry.never:
        words = statement.statement.into(catalog.language)
        yield "  " + catalog.text("cli.says", statement=words)
        yield from _sources(statement.sources, catalog)
    yield ""


def _title(organization: Organization, catalog: Catalog) -> str:
    return f"【{organization.names.into(catalog.language)}】"


def _number(number: OfficialNumber, catalog: Catalog) -> str:
    standing = catalog.text(f"fact.standing.{number.standing.value}")
    note = f"  {number.note.into(catalog.language)}" if number.note else ""
    return f"  {dialled(number.key)}  ({standing}){note}"


def _sources(sources: tuple[SourceNote, ...], catalog: Catalog) -> Iterator[str]:
    for source in sources:
        if line := source_line(source, catalog):
            yield f"      {line.text} {line.address}".rstrip()
