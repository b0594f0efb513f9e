"""How many short messages a second `mingbian check --jsonl` answers on one core.

Ours is the whole command over a pipe, start included; the floor is a process that reads and writes
the same lines through `json` and does nothing else. Interleaved; prints one JSON line.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
ROUNDS = 5
LINES = 10_000
TEXTS = (
    "妈，我今晚加班，您先吃饭，不用等我。",
    "95152",
    "0095152",
    "您的快递已到驿站，取件码5-2-3301，请于今日20点前领取。",
    "【某某银行】您尾号1234的卡支出500.00元。如有疑问请致电95588。",
    "您好，这里是抖音客服，您开通了直播会员，请下载会议软件并打开屏幕共享，我帮您取消。",
    "验证码884213，5分钟内有效，请勿告诉任何人。",
    "【ETC】您的ETC已停用，请今日内点击 etc-vip.test.cn/a 办理，逾期作废。",
)
ECHO = "import json,sys\nfor line in sys.stdin: print(json.dumps(json.loads(line)))"


def seconds(command: tuple[str, ...], given: bytes, environment: dict[str, str]) -> float:
    """Return how long a process takes to answer all lines."""
    begun = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *command],
        input=given,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        env=environment,
        check=True,
    )
    if done.stdout.count(b"\n") != LINES:
        raise SystemExit("not every line was answered")
    return time.perf_counter() - begun


def main() -> None:
    """Measure both in turns."""
    texts = (TEXTS[number % len(TEXTS)] for number in range(LINES))
    lines = (json.dumps({"id": number, "text": text}) for number, text in enumerate(texts))
    given = "".join(f"{line}\n" for line in lines).encode()
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "MINGBIAN_HOME": home}
        seconds(("-m", "app", "check", "--jsonl"), given, environment)
        ours, floor = [], []
        for _ in range(ROUNDS):
            ours.append(seconds(("-m", "app", "check", "--jsonl"), given, environment))
            floor.append(seconds(("-c", ECHO), given, environment))
    result = {
        "id": "jsonl",
        "ours": round(LINES / median(ours)),
        "floor": round(LINES / median(floor)),
        "unit": "lines/s",
        "ours_over_floor": round(median(ours) / median(floor), 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
