"""The command as people and programs run it: another process, real register, nothing mocked."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
SCAM = "我是市公安局的，您涉嫌洗钱，案件保密，不要告诉家人，马上把钱转入安全账户。"


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    home = str(tmp_path_factory.mktemp("home"))
    return {**kept, "MINGBIAN_HOME": home, "PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}


@pytest.fixture
def run(environment: dict[str, str]) -> Run:
    def start(
        *arguments: str, given: bytes = b"", program: str = ""
    ) -> "subprocess.CompletedProcess[bytes]":
        started = ("-c", program) if program else ("-m", "app")
        return subprocess.run(
            [sys.executable, *started, *arguments],
            input=given,
            capture_output=True,
            cwd=ROOT,
            env=environment,
            timeout=60,
            check=False,
        )

    return start


@pytest.fixture
def lines(environment: dict[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-m", "app", "check", "--jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
    ) as process:
        yield process
        process.kill()


def answers(run: Run, *given: object) -> list[Any]:
    sent = b"".join(
        each if isinstance(each, bytes) else json.dumps(each, ensure_ascii=False).encode() + b"\n"
        for each in given
    )
    done = run("check", "--jsonl", given=sent)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def test_a_person_gets_words_even_where_the_terminal_knows_no_chinese(run: Run) -> None:
    done = run("check", "--lang", "zh", "95152")
    said = done.stdout.decode("utf-8")
    assert done.returncode == 0
    assert said.startswith("【名单里有这个号码】")
    assert "抖音" in said
    assert "不是政府软件" in said


@pytest.mark.parametrize(
    ("text", "status"), [("95152", 0), ("13912345678", 0), ("0095152", 10), (SCAM, 20), (" ", 30)]
)
def test_the_exit_status_tells_the_verdict(run: Run, text: str, status: int) -> None:
    assert run("check", text).returncode == status


def test_piped_text_is_read_in_the_encoding_of_windows_too(run: Run) -> None:
    assert run("check", given=SCAM.encode("gb18030")).returncode == 20


def test_several_arguments_are_one_text(run: Run) -> None:
    done = run("check", "--json", "95588", "13912345678")
    assert json.loads(done.stdout)["verdict"] == "unknown"


def test_english_on_request(run: Run) -> None:
    assert b"Stop. This looks like a scam." in run("--lang", "en", "check", SCAM).stdout
    assert b"Stop. This looks like a scam." in run("check", "--lang", "en", SCAM).stdout


def test_without_a_window_the_terminal_checks_what_is_piped_in(run: Run) -> None:
    done = run(given=SCAM.encode())
    assert done.returncode == 20
    assert len(done.stderr.decode("utf-8").splitlines()) == 1
    assert "别转钱" in done.stdout.decode("utf-8")


def test_the_look_alike_answer_has_the_form_programs_rely_on(run: Run) -> None:
    (answer,) = answers(run, {"id": "a1", "text": "0095152"})
    assert list(answer) == ["id", "verdict", "category", "findings", "advice"]
    assert (answer["id"], answer["verdict"], answer["category"]) == ("a1", "caution", None)
    finding = answer["findings"][0]
    assert list(finding) == ["check", "severity", "reason", "quote", "source"]
    assert (finding["check"], finding["severity"]) == ("lookalike_number", "warning")
    assert finding["quote"] == "0095152"
    assert list(finding["source"]) == ["title", "address", "date", "class"]
    assert "95152" in [step["contact"] for step in answer["advice"]]
    assert all(list(step) == ["action", "text", "contact"] for step in answer["advice"])


def test_bad_lines_get_their_error_and_the_rest_goes_on(run: Run) -> None:
    found = answers(
        run,
        b"{nonsense\n",
        b"\xff\xff\n",
        b"\n",
        [1],
        {"id": 1},
        {"id": 2, "text": 95152},
        {"id": 3, "text": "95152", "sender": 5},
        {"id": 4, "text": "95152"},
    )
    assert [each.get("error", {}).get("reference") for each in found] == [*["bad-line"] * 6, None]
    assert [each["id"] for each in found] == [None, None, None, 1, 2, 3, 4]
    assert all(each["error"]["message"] for each in found[:-1])


def test_ids_come_back_verbatim(run: Run) -> None:
    ids = ['"a\\u0000/é"', "1.50", "-0", "12345678901234567890123", '{"a": [null, 1e3]}', '"明"']
    sent = "".join(f'{{"id": {each}, "text": "您好"}}\n' for each in ids)
    done = run("check", "--jsonl", given=sent.encode())
    starts = [line.partition(', "verdict"')[0] for line in done.stdout.decode().splitlines()]
    assert starts[1:5] == [f'{{"id": {each}' for each in ids[1:5]]
    assert [json.loads(each + "}")["id"] for each in starts] == [json.loads(each) for each in ids]


def test_a_sender_is_looked_at(run: Run) -> None:
    alone, sent = answers(
        run,
        {"id": 1, "text": "您的账单已出。"},
        {"id": 2, "text": "您的账单已出。", "sender": "0095152"},
    )
    assert alone["verdict"] == "unknown"
    assert sent["verdict"] == "caution"


def test_lone_surrogates_come_out_as_escapes(run: Run) -> None:
    done = run("check", "--jsonl", given=b'{"id": "\\ud800", "text": "\\udfff 95152"}\n')
    assert json.loads(done.stdout.decode("utf-8"))["id"] == "\ud800"


def test_an_answer_appears_while_input_is_still_coming(
    lines: "subprocess.Popen[bytes]",
) -> None:
    assert lines.stdin is not None
    assert lines.stdout is not None
    for number in range(3):
        lines.stdin.write(json.dumps({"id": number, "text": "95152"}).encode() + b"\n")
        lines.stdin.flush()
        assert json.loads(lines.stdout.readline())["id"] == number
    lines.stdin.close()
    assert lines.wait(timeout=30) == 0


def test_a_reader_that_leaves_early_causes_no_noise(lines: "subprocess.Popen[bytes]") -> None:
    assert lines.stdin is not None
    assert lines.stdout is not None
    assert lines.stderr is not None
    lines.stdin.write(b'{"id": 1, "text": "95152"}\n')
    lines.stdin.flush()
    lines.stdout.readline()
    lines.stdout.close()
    try:
        lines.stdin.write(b'{"id": 1, "text": "95152"}\n' * 2000)
        lines.stdin.close()
    except BrokenPipeError:
        pass
    lines.wait(timeout=30)
    assert lines.stderr.read() == b""


def test_a_check_imports_neither_qt_nor_the_network(run: Run) -> None:
    program = (
        "import sys; from app.cli.main import main; main(['check', '95152']); "
        "print(sorted({'PySide6', 'requests', 'socket', 'sqlite_utils'} & sys.modules.keys()))"
    )
    assert run(given=b"", program=program).stdout.decode("utf-8").splitlines()[-1] == "[]"


def test_look_up_shows_numbers_and_sources_or_says_that_nobody_was_found(run: Run) -> None:
    found = run("lookup", "抖音")
    assert found.returncode == 0
    assert "95152" in found.stdout.decode("utf-8")
    assert "http" in found.stdout.decode("utf-8")
    assert run("lookup", "没有这家公司").returncode == 3


def test_the_self_test_passes(run: Run) -> None:
    done = run("selftest")
    assert b"FAIL" not in done.stdout
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", [("chek",), ("check", "--json", "--jsonl"), ("lookup",)])
def test_wrong_usage_is_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).returncode == 2


def test_help_documents_the_exit_status(run: Run) -> None:
    for arguments in (("--help",), ("check", "--help")):
        said = run(*arguments).stdout.decode("utf-8")
        assert "exit status" in said
        assert "20  danger" in said


def test_the_text_stands_in_no_file_afterwards(run: Run, environment: dict[str, str]) -> None:
    pasted = "马上把钱转入安全账户甲乙丙丁"
    run("check", pasted)
    for file in Path(environment["MINGBIAN_HOME"]).rglob("*"):
        assert not file.is_file() or pasted.encode() not in file.read_bytes()
