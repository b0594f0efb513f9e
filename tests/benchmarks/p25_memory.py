"""P25: memory of the engine with 30,000 phrases and a list of ten million, against a Python set.

Each stands in a process of its own; the floor is an empty interpreter. Ours is started as on any
computer: the register and what finds its phrases are read from where an earlier start has kept
them; `building` is the start that had to build the latter. It has been asked twenty thousand times,
so that its list lies in memory as far as it ever does: those pages are the file's and go when
somebody needs the memory; `ours_anonymous` is what stays. As in P3, whose scene this is, `ours`
knows those phrases and domains and `shipped` the program's own tables besides, 107,000
literals more. The peers of P3 stay out of it. Linux only (/proc). In megabytes.

    python -m tests.benchmarks.p25_memory 10000000
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.list_scene import Scene, entries_asked

ROOT = Path(__file__).resolve().parents[2]
REPORT = (
    "import re\n"
    "status = open('/proc/self/status').read()\n"
    "print(*(re.search(name + r':\\s+(\\d+)', status)[1] for name in ('VmRSS', 'RssAnon')))\n"
)
PEERS = (
    *("ahocorasick_rs", "linkify_it", "opencc", "phonenumbers", "rapidfuzz"),
    *("rapidfuzz.distance", "sqlite_utils", "tldextract"),
)
PATHS = "from pathlib import Path\nFOLDER, LIST, RESOURCES = map(Path, (FOLDER, LIST, RESOURCES))\n"
REGISTER = PATHS + (
    "from types import ModuleType\n"
    "class Absent(ModuleType):\n"
    "    def __getattr__(self, name): return None\n"
    f"sys.modules |= {{name: Absent(name) for name in {PEERS}}}\n"
    "from tests.benchmarks.p3_check import a_scene, enlarged_register\n"
    f"for name in {PEERS}:\n"
    "    del sys.modules[name]\n"
    "from app.store.registry_database import build_file\n"
    "scene = a_scene(30_000)\n"
    "build_file(enlarged_register(scene, alone=ALONE), FOLDER / 'registry.sqlite')\n"
    "(FOLDER / 'message.txt').write_text(scene.messages[0], encoding='utf-8')\n"
)
ENGINE = PATHS + (
    "from datetime import date\n"
    "from app.checking.engine import Engine\n"
    "from app.checking.knowledge import Knowledge\n"
    "from app.feed.advice_tables import read_advice_rules\n"
    "from app.grounding import KeptFinders, Tables, make_reader, make_readers, make_roster\n"
    "from app.lists.fingerprint_file import FingerprintFile\n"
    "from app.model.freshness import AgeLimits\n"
    "from app.model.submission import Submission\n"
    "from app.store.registry_database import open_file\n"
    "with open_file(FOLDER / 'registry.sqlite') as database:\n"
    "    register = database.register()\n"
    "today = register.as_of\n"
    "advice = read_advice_rules(RESOURCES / 'advice')\n"
    "tables = Tables(Knowledge(register), advice, KeptFinders.beside(FOLDER))\n"
    "reader = make_reader(tables, make_readers(RESOURCES))\n"
    "roster = make_roster(tables, RESOURCES, lambda: today)\n"
    "engine = Engine(reader, tables.knowledge, roster, advice, AgeLimits(), date(2026, 1, 1))\n"
    "message = (FOLDER / 'message.txt').read_text(encoding='utf-8')\n"
    "engine.check(Submission(message), today)\n"
    "import random\n"
    "file = FingerprintFile.open(LIST)\n"
    "[file.holds(str(random.random())) for _ in range(20_000)]\n"
)
PEER = "numbers = {13_000_000_000 + 7 * each for each in range(ENTRIES)}\n"


def megabytes(code: str, scene: Scene) -> tuple[float, float]:
    """Return the resident memory of a process that has run `code`, and what of it is its own."""
    prefix = f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
    prefix += f"RESOURCES = {str(ROOT / 'resources')!r}\n"
    prefix += f"LIST = {str(scene.file())!r}\nENTRIES = {scene.entries}\n"
    done = subprocess.run(
        [sys.executable, "-c", prefix + code + REPORT],
        check=True,
        capture_output=True,
        text=True,
    )
    resident, anonymous = (int(each) / 1024 for each in done.stdout.split()[-2:])
    return resident, anonymous


def starts(scene: Scene, *, alone: bool) -> Iterator[tuple[float, float]]:
    """Yield the memory of the first start over a register that was built, and of the second."""
    with TemporaryDirectory() as folder:
        where = f"FOLDER = {folder!r}\n"
        megabytes(f"{where}ALONE = {alone}\n{REGISTER}", scene)
        for _ in range(2):
            yield megabytes(where + ENGINE, scene)


def main() -> int:
    """Measure and print."""
    scene = Scene(entries_asked())
    floor, _ = megabytes("", scene)
    (building, _), (ours, own) = starts(scene, alone=True)
    (shipped_building, _), (shipped, _) = starts(scene, alone=False)
    peer, _ = megabytes(PEER, scene)
    result = {
        "id": "P25",
        "ours": round(ours, 1),
        "peer": round(peer, 1),
        "floor": round(floor, 1),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 2),
        "ours_anonymous": round(own, 1),
        "building": round(building, 1),
        "shipped": round(shipped, 1),
        "shipped_over_peer": round(shipped / peer, 3),
        "shipped_building": round(shipped_building, 1),
        "entries": scene.entries,
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
