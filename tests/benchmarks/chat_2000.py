"""One check of 2,000 characters of chat: calm talk, and talk full of a swindler's demands.

The peer is what the goal allows, 1 ms; the floor is folding the same text and scanning nothing.
"""

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.assembly import build_application  # noqa: E402
from app.host.paths import RESOURCES  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from app.reading.folding import Folder, read_folding_tables  # noqa: E402

LENGTH = 2_000
ALLOWED = 1_000.0  # microseconds
CALM = (
    "今天晚上吃什么呀，我去买菜",
    "周末去爬山好不好，听说红叶很漂亮",
    "孩子的作业写完了，老师说有进步",
    "楼下新开了一家面馆，味道不错",
    "明天下雨，记得带伞",
    "妈妈让你周日回来吃饺子",
)
HOSTILE = (
    "您好，我是快递客服，您的包裹丢失了",
    "可以赔您三倍，您加我的微信，我教您办理理赔",
    "系统显示您的银行卡异常，请把验证码告诉我",
    "别告诉家人，马上转入安全账户",
)


def a_chat(lines: tuple[str, ...]) -> str:
    """Return a chat of both sides, the same each time."""
    chance = random.Random(7)
    said = ""
    while len(said) < LENGTH:
        said += chance.choice(("对方：", "我：")) + chance.choice(lines) + "。\n"
    return said[:LENGTH]


def main() -> int:
    """Measure and print."""
    check = build_application().check_service().check
    folder = Folder(read_folding_tables(RESOURCES / "folding" / "characters.tsv"))
    calm, hostile = a_chat(CALM), a_chat(HOSTILE)
    best = [float("inf")] * 3
    acts: tuple[Callable[[], object], ...] = (
        lambda: check(Submission(calm)),
        lambda: check(Submission(hostile)),
        lambda: folder.fold(calm),
    )
    for _ in range(20):
        for index, act in enumerate(acts):
            begin = perf_counter()
            act()
            best[index] = min(best[index], (perf_counter() - begin) * 1e6)
    result = {
        "id": "chat_2000",
        "ours": round(best[0]),
        "peer": ALLOWED,
        "floor": round(best[2], 1),
        "ours_over_peer": round(best[0] / ALLOWED, 3),
        "ours_over_floor": round(best[0] / best[2], 1),
        "hostile": round(best[1]),
    }
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
