"""Lays shiboken's own Python part beside its library, compiled, so that no start compiles it anew.

The library carries that part as packed sources and compiles 4,000 lines of them each time it is
loaded, a tenth of the time to the first picture. It looks for them in `files.dir` first, which its
switch SBK_EMBED fills. Whoever puts a shiboken of their own in its place removes that folder.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = "files.dir"  # shiboken's own name for it
# Writes stubs for developers, and is only published; it costs every start a dozen milliseconds.
FOR_DEVELOPERS = Path("shibokensupport", "signature", "lib", "pyi_generator.py")
_LOAD = "import shiboken6.Shiboken"
_COMPILE = """
import py_compile, sys
from pathlib import Path
source, target = map(Path, sys.argv[1:])
for file in sorted(source.rglob("*.py")):
    place = file.relative_to(source)
    compiled = target / place.with_suffix(".pyc")
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(file), str(compiled), place.as_posix(), True, invalidation_mode=mode)
"""


def shiboken_files(build: Path) -> list[tuple[str, str]]:
    """Return PyInstaller's pairs of a compiled file and its folder inside the bundle.

    `build` is a folder for what is made on the way. A shiboken without the switch gives no files,
    and the bundle starts as slowly as before. Raises CalledProcessError if Python cannot compile.
    """
    source, compiled = build / "shiboken6" / FOLDER, build / "compiled"
    shutil.rmtree(build, ignore_errors=True)
    shutil.copytree(_installed(), build / "shiboken6")
    environment = {**os.environ, "SBK_EMBED": "0", "PYTHONPATH": str(build)}
    subprocess.run([sys.executable, "-P", "-c", _LOAD], check=True, env=environment)
    if (source / FOR_DEVELOPERS).is_file():
        (source / FOR_DEVELOPERS).write_text('"""Left out of this bundle."""\n', encoding="utf-8")
    subprocess.run([sys.executable, "-c", _COMPILE, str(source), str(compiled)], check=True)
    return [
        (str(file), Path("shiboken6", FOLDER, file.relative_to(compiled).parent).as_posix())
        for file in sorted(compiled.rglob("*.pyc"))
    ]


def _installed() -> Path:
    import shiboken6  # noqa: PLC0415 -- the build needs it, its tests do not

    return Path(str(shiboken6.__file__)).parent
