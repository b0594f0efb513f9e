"""P12, lifting disguises: ours against ftfy and against plain NFKC.

`python tests/benchmarks/p12_folding.py` prints one JSON line: how many classes of disguise each
lifts, so that the disguised and the plain spelling come to the same, and microseconds a message of
90 to 150 characters with one disguise in it. Ours counts a class when the folded texts are equal,
or the numbers or hosts read in them. Needs requirements-bench.txt.
"""

import json
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import ftfy

from app.reading.folding import Folder
from app.reading.links import LinkReader
from app.reading.number_disguise import Disguise
from app.reading.number_shapes import ShapeFinder
from app.reading.numbers import NumberReader
from tests.builders import the_folder, the_links, the_numbers
from tests.number_cases import plan

ROUNDS = 9
MUST = {
    "full-width": ("１３８１２３４５６７８", "13812345678"),
    "circled": ("①③⑧①②③④⑤⑥⑦⑧", "13812345678"),
    "negative circled": ("❶❸❽", "138"),
    "double circled": ("⓵⓷⓼", "138"),
    "keycap": ("1️⃣3️⃣8️⃣", "138"),
    "mathematical": ("𝟏𝟛𝟪", "138"),
    "superscript": ("¹³⁸", "138"),
    "Roman": ("第Ⅷ组", "第viii组"),
    "Chinese digits": ("电话一三八一二三四五六七八", "电话13812345678"),
    "banker's digits": ("电话壹叁捌壹贰叁肆伍陆柒捌", "电话13812345678"),
    "squared letters": ("🅥🄰🅱", "vab"),
    "parenthesised hanzi": ("㊀㈡", "一二"),
    "Kangxi radicals": ("⼆⽉⾦", "二月金"),
    "ligature": ("℡ 110", "tel 110"),
    "zero width": ("转\u200b账\u00ad到\u2060这", "转账到这"),
    "variation selector": ("转\ufe0f账", "转账"),
    "ideographic stop in a host": ("登录evil。top/a", "登录evil.top/a"),
    "traditional": ("銀行帳戶", "银行账户"),
    "Cyrillic and Greek": ("wеіхіn ραураl", "weixin paypal"),
    "letters for digits": ("打l38I234567O", "打13812345670"),
    "separators in a number": ("电话1-3-8.1 2 3 4 5 6 7 8", "电话13812345678"),
    "separators in a word": ("安★全☆账💰户", "安全账户"),
    "aliases": ("加V信，加薇信，加徽信", "加微信，加微信，加微信"),
    "homophones": ("佳威心，支富宝，验正码", "加微信，支付宝，验证码"),
}
MAY = {
    "reversed run": ("\u202emoc.live\u202c", "evil.com"),
    "strike-through": ("转\u0336账\u0336", "转账"),
    "split characters": ("加微亻言，车专账", "加微信，转账"),
}
OPENINGS = (
    "您好，上次您问的那件事我们已经办好了，详细的说明和价格表都放在群文件里，有空的时候可以看一下，",
    "亲爱的家长，下周三下午三点在学校礼堂开会，请提前十分钟到场，不能来的请先跟班主任说一声，",
    "尊敬的客户，本月账单356.80元，2026-12-08到期，可以在掌上营业厅查看明细，有疑问请联系我们，",
)
CLOSINGS = (
    "，我们会尽快为您处理，祝您和家人身体健康，万事如意，天气转凉，出门请带好雨具，注意保暖。",
    "，工作时间是早上九点到下午五点半，节假日休息，来之前请先打电话预约，免得白跑一趟。",
)


class Ours:
    """What the program reads: folded text, disguised digits lifted, numbers and hosts."""

    def __init__(
        self, folder: Folder, disguise: Disguise, numbers: NumberReader, links: LinkReader
    ) -> None:
        self._folder = folder
        self._disguise = disguise
        self._numbers = numbers
        self._links = links

    def text(self, written: str) -> str:
        return self._disguise.lift(self._folder.fold(written).text)

    def lifts(self, written: str, plain: str) -> bool:
        """Tell whether both spellings are read alike."""
        if self.text(written) == self.text(plain):
            return True
        return any(
            found(plain) and found(written) == found(plain) for found in (self._keys, self._hosts)
        )

    def _keys(self, text: str) -> list[str]:
        return [each.key for each in self._numbers.find(self._folder.fold(text), ())]

    def _hosts(self, text: str) -> list[str]:
        return [each.host for each in self._links.find(text, 9).links]


def nfkc(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def lifted(classes: dict[str, tuple[str, str]], lifts: Callable[[str, str], bool]) -> list[str]:
    """Return the names of the classes that are lifted."""
    return [name for name, pair in classes.items() if lifts(*pair)]


def same(fold: Callable[[str], str]) -> Callable[[str, str], bool]:
    return lambda written, plain: fold(written) == fold(plain)


def fastest(runs: Sequence[Callable[[str], object]], texts: Sequence[str]) -> list[float]:
    """Return the best of some interleaved rounds, in microseconds a text."""
    best = [float("inf")] * len(runs)
    for _ in range(ROUNDS):
        for index, run in enumerate(runs):
            start = perf_counter()
            for text in texts:
                run(text)
            best[index] = min(best[index], (perf_counter() - start) / len(texts) * 1e6)
    return best


def main() -> int:
    ours = Ours(the_folder(), Disguise(plan(), ShapeFinder(plan())), the_numbers(), the_links())
    every = MUST | MAY
    disguised = [
        opening + written + closing
        for written, _ in every.values()
        for opening in OPENINGS
        for closing in CLOSINGS
    ]
    untouched = [opening + closing for opening in OPENINGS for closing in CLOSINGS] * 20
    us, peer, floor = fastest((ours.text, ftfy.fix_text, nfkc), disguised)
    plain_us, plain_floor = fastest((ours.text, nfkc), untouched)
    done = lifted(every, ours.lifts)
    print(
        json.dumps(
            {
                "id": "P12",
                "ours": round(us, 2),
                "peer": round(peer, 2),
                "floor": round(floor, 2),
                "ours_over_peer": round(us / peer, 3),
                "ours_over_floor": round(us / floor, 2),
                "untouched_over_floor": round(plain_us / plain_floor, 2),
                "unit": "us/message",
                "classes": len(every),
                "lifted": {
                    "ours": len(done),
                    "peer": len(lifted(every, same(ftfy.fix_text))),
                    "floor": len(lifted(every, same(nfkc))),
                },
                "must_left": [name for name in MUST if name not in done],
                "may_left": [name for name in MAY if name not in done],
            },
            ensure_ascii=False,
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
