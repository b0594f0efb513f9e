"""Lays a feed's tables over the program's own data, as they will lie on people's computers."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from ..feed.repository_layout import folder_of_table
from ..feed.tables_pack import lay_out


@contextmanager
def composed(resources: Path, tables: Mapping[str, str]) -> Iterator[Path]:
    """Do as `compose` in a folder that goes away again."""
    with tempfile.TemporaryDirectory() as name:
        yield compose(resources, tables, Path(name))


def compose(resources: Path, tables: Mapping[str, str], folder: Path) -> Path:
    """Write the resources with `tables` in the place of those a feed carries; return `folder`.

    Raises OSError.
    """

    def carried(place: str, names: list[str]) -> set[str]:
        below = Path(place).relative_to(resources)
        return {
            name
            for name in names
            if name == "pictures" or folder_of_table((below / name).as_posix())
        }

    shutil.copytree(resources, folder, ignore=carried, dirs_exist_ok=True)
    lay_out(tables.items(), folder)
    return folder
