"""What a person pastes is neither logged nor kept nor sent, whatever becomes of the check."""

import hashlib
import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import tomli

from app.assembly import Application
from app.host.clock import FixedClock
from app.host.paths import Paths
from app.model.language import Language
from app.model.submission import Submission

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "tests" / "corpus"
MARK = "云7f3雀q9"
SENDER = "小熊座-4413"
SCAM = f"我是{MARK}市公安局的，您涉嫌洗钱，不要告诉家人，马上把钱转入安全账户{MARK}。"
PASTES = (
    SCAM,
    f"https://{'x' * 6}7f3q9.example/?name={MARK}",
    f"{MARK} 13912345678 +44 7700 900123",
    f"【{MARK}】\ud800\x00\x1b[31m{MARK}",
    MARK * 60_000,
)
EVERYTHING_LOGGED = "import logging; logging.basicConfig(level=logging.DEBUG, force=True)\n"
RUN = EVERYTHING_LOGGED + "import sys; from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
BROKEN = (
    EVERYTHING_LOGGED
    + "import sys; from app.checking.engine import Engine\n"
    + "def check(self, submission, today): raise ValueError(submission.text)\n"
    + "Engine.check = check\n"
    + "from app.__main__ import main; sys.exit(main(sys.argv[1:]))"
)
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def corpus_texts() -> Iterator[str]:
    """Yield every message of the corpus, each with a mark of its own."""
    for path in sorted(CORPUS.rglob("*.toml")):
        rows = tomli.loads(path.read_text(encoding="utf-8")).get("case", ())
        for place, row in enumerate(rows):
            yield f"{row['text']} {MARK}{path.stem}{place}"


def states(folder: Path) -> dict[str, str]:
    """Return the digest of every file below `folder`."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def holds_mark(text: str | bytes) -> bool:
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    escaped = json.dumps(MARK)[1:-1].encode()
    marks = (MARK.encode(), MARK.encode("gb18030"), MARK.encode("utf-16-le"), escaped)
    return any(mark in data for mark in (*marks, SENDER.encode(), b"xxxxxx7f3q9"))


def test_the_services_log_and_write_nothing_of_the_corpus(
    application: Application, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    own = Application(
        Paths(application.paths.resources, tmp_path), FixedClock(application.clock.now())
    )
    service = own.check_service()
    before = states(tmp_path)
    caplog.set_level(logging.DEBUG)
    texts = [*corpus_texts(), *PASTES]
    for text in texts:
        report = service.check(Submission(text, SENDER))
        for language in Language:
            service.card(report, language)
    assert len(texts) > len(PASTES)
    records = "".join(f"{each.getMessage()} {each.args} {each.exc_text}" for each in caplog.records)
    assert not holds_mark(records)
    assert states(tmp_path) == before


def test_the_check_can_tell_what_would_be_kept(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    logging.getLogger("app.checking").debug("read %s", SCAM)
    before = states(tmp_path)
    (tmp_path / "history.txt").write_text(SCAM, encoding="utf-8")
    assert holds_mark(caplog.text)
    assert holds_mark((tmp_path / "history.txt").read_bytes())
    assert states(tmp_path) != before


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    """Run the command at the most talkative level of logging, with all files below one folder."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    folders = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")
    environment = {**kept, **dict.fromkeys(folders, str(home)), "PYTHONUTF8": "1"}

    def start(
        program: str, *arguments: str, given: bytes = b""
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-B", "-c", program, "--home", str(home), *arguments],
            input=given,
            capture_output=True,
            cwd=ROOT,
            env=environment,
            timeout=60,
            check=False,
        )

    return start


LINES = b"".join(
    (
        json.dumps({"id": "a", "text": SCAM, "sender": SENDER}).encode() + b"\n",
        f'{{"id": "b", "text": "{MARK}\n'.encode(),
        json.dumps({"id": "c", "wrong": SCAM}).encode() + b"\n",
        json.dumps({"id": "d", "text": [SCAM]}).encode() + b"\n",
        MARK.encode("gb18030") + b"\xff\n",
    )
)
WAYS = {
    "as an argument": (("check", "--sender", SENDER, SCAM), b""),
    "through a pipe": (("check",), SCAM.encode()),
    "as JSON": (("check", "--json", SCAM), b""),
    "as lines, most of them bad": (("check", "--jsonl"), LINES),
}


@pytest.mark.parametrize(("arguments", "given"), WAYS.values(), ids=WAYS)
def test_the_command_logs_and_writes_nothing_that_was_pasted(
    run: Run, home: Path, arguments: tuple[str, ...], given: bytes
) -> None:
    done = run(RUN, *arguments, given=given)
    assert done.stdout
    assert not holds_mark(done.stderr)
    assert not any(holds_mark(path.read_bytes()) for path in home.rglob("*") if path.is_file())
    assert not any(holds_mark(path.name) for path in home.rglob("*"))


@pytest.mark.parametrize("program", [RUN, BROKEN], ids=["as it is", "with a bug"])
def test_a_file_of_rows_is_answered_in_the_file_asked_for_and_nowhere_else(
    run: Run, home: Path, tmp_path: Path, program: str
) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(f"编号,内容\n1,{SCAM}\n2,{MARK} 13912345678\n", encoding="utf-8")
    answers = tmp_path / "answers.csv"
    done = run(program, "check", "--file", str(rows), "--out", str(answers))
    assert holds_mark(answers.read_bytes())
    assert not holds_mark(done.stderr + done.stdout)
    assert not any(holds_mark(path.read_bytes()) for path in home.rglob("*") if path.is_file())
    assert {each.name for each in tmp_path.iterdir()} == {"rows.csv", "answers.csv"}


@pytest.mark.parametrize(("arguments", "given"), WAYS.values(), ids=WAYS)
def test_a_bug_that_carries_the_text_does_not_let_it_out(
    run: Run, home: Path, arguments: tuple[str, ...], given: bytes
) -> None:
    done = run(BROKEN, *arguments, given=given)
    assert done.stdout + done.stderr
    assert not holds_mark(done.stderr)
    assert not holds_mark(done.stdout)
    assert not any(holds_mark(path.read_bytes()) for path in home.rglob("*") if path.is_file())
