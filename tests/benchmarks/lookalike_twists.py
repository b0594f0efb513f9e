"""Counts how many look-alikes that dnstwist makes of official sites are flagged, kind by kind.

Run: python -m tests.benchmarks.lookalike_twists BENIGN_HOSTS [--show KIND]
BENIGN_HOSTS is JSON lines (.gz) with text and label: what stands there as benign is left out, and
what the register knows. Needs dnstwist. Goals: 97 % flagged, 95 % with the right organisation.
"""

import gzip
import json
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import dnstwist

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.checking.knowledge import Knowledge
from app.checking.lookalike_index import LookalikeIndex
from app.model.indicator import Link
from tests.link_cases import index_of, link_reader, suffixes
from tests.shipped import shipped_register

LONG = re.findall(
    r"\S+",
    "abchina.com bankcomm.com cmbchina.com citicbank.com cebbank.com cgbchina.com.cn webank.com "
    "alipay.com unionpay.com chinaums.com bestpay.com.cn zhongan.com chinalife.com.cn taikang.com "
    "eastmoney.com guosen.com.cn chinaclear.cn snowballsecurities.com futunn.com mybank.cn "
    "taobao.com tmall.com pinduoduo.com suning.com dangdang.com xiaohongshu.com meituan.com "
    "dianping.com freshippo.com goofish.com douyin.com kuaishou.com weibo.com bilibili.com "
    "zhihu.com tencent.com baidu.com feishu.cn dingtalk.com huawei.com xiaomi.cn ctrip.com "
    "qunar.com fliggy.com airchina.com.cn csair.com ceair.com didiglobal.com cainiao.com "
    "deppon.com",
)
# of three and four letters: a pair of letters under another ending is anybody's
SHORT = re.findall(
    r"\S+",
    "icbc.com.cn ccb.com boc.cn psbc.com spdb.com.cn cib.com.cn cmbc.com.cn hxb.com.cn adbc.com.cn "
    "picc.com cpic.com.cn htsc.com.cn cicc.com nbcb.com.cn bosc.cn ems.com.cn zto.com yto.net.cn "
    "sgcc.com.cn szse.cn",
)
SHORT_KINDS = ("homoglyph", "cyrillic", "dictionary", "tld-swap")
# Of our choosing, as are the endings. Nearly all of these words stand in lookalikes.toml too: the
# kind `dictionary` tells that known words are found, not how many words are known.
WORDS = re.findall(
    r"\S+",
    "auth account confirm connect enroll http https info login mail my online payment portal "
    "recovery register ssl safe secure signin signup support update user verify verification web "
    "www kefu fuwu guanfang anquan huodong jifen tuikuan vip app pay",
)
ENDINGS = re.findall(
    r"\S+",
    "com net org info biz co io me cc tv eu us app dev online site shop store website space tech "
    "xyz top vip club icu live life buzz click link fun pw cyou sbs cfd bond lol work rest monster "
    "cn com.cn net.cn org.cn hk com.hk tw com.tw sg com.sg jp kr uk co.uk de ru in my",
)
AT_MOST = 400  # of one kind for one site: homoglyphs come by the thousand
MADE = re.findall(
    r"\S+",
    "addition bitsquatting cyrillic homoglyph hyphenation insertion omission plural repetition "
    "replacement subdomain transposition vowel-swap dictionary tld-swap various",
)


def benign_names(path: Path) -> set[str]:
    """Return the registrable domains that stand as benign in the file."""
    content = path.read_bytes()
    if path.suffix == ".gz":
        content = gzip.decompress(content)
    rows = (json.loads(line) for line in content.splitlines())
    links = (link_reader().read_one(row["text"]) for row in rows if row["label"] == "benign")
    return {link.registrable_domain for link in links if link}


def twists(host: str) -> Iterator[tuple[str, str]]:
    """Yield kind and host of each look-alike of one site, a fixed sample of the many."""
    fuzzer = dnstwist.Fuzzer(host, dictionary=WORDS, tld_dictionary=list(ENDINGS))
    is_short = host in SHORT
    made: defaultdict[str, list[str]] = defaultdict(list)
    fuzzer.generate()
    for twist in fuzzer.domains:
        kind, twisted = twist["fuzzer"], twist["domain"]
        whole_token = f"-{host.partition('.')[0]}-" in f"-{twisted.replace('.', '-')}-"
        if is_short and (kind not in SHORT_KINDS or (kind == "dictionary" and not whole_token)):
            continue
        made[kind].append(twisted)
    chance = random.Random(host)
    for kind in MADE:
        hosts = sorted(made[kind])
        for each in hosts if len(hosts) <= AT_MOST else chance.sample(hosts, AT_MOST):
            yield kind, each


def verdict(index: LookalikeIndex, link: Link, owners: set[str]) -> str:
    imitated = index.imitated(link)
    if imitated is None:
        return "missed"
    return "named" if imitated.organization_id in owners else "misnamed"


def cases(host: str, knowledge: Knowledge, popular: set[str]) -> Iterator[tuple[str, Link]]:
    """Yield kind and link of each look-alike that is nobody's known site."""
    for kind, twisted in twists(host):
        link = link_reader().read_one(f"http://{twisted}")
        if link is None or link.registrable_domain in ("", *popular & {link.registrable_domain}):
            continue
        place = knowledge.place_of(link.host)
        if not place.owners and not place.platform:
            yield kind, link


def main() -> None:
    register = shipped_register()
    knowledge, index = Knowledge(register), index_of(register)
    popular = benign_names(Path(sys.argv[1]))
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for domain in register.domains:
        owners[domain.registrable_domain].add(domain.organization_id)
    shown = sys.argv[sys.argv.index("--show") + 1] if "--show" in sys.argv else ""
    for length, hosts in (("long", LONG), ("short", SHORT)):
        counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for host in hosts:
            own = owners[suffixes().registrable_domain(host)]
            for kind, link in cases(host, knowledge, popular):
                result = verdict(index, link, own)
                counts[kind][result] += 1
                if kind == shown and result != "named":
                    print("   ", host, link.unicode_host, result)
        for kind, count in (*counts.items(), ("all", sum(counts.values(), Counter()))):
            print(json.dumps(_line(length, kind, count)))


def _line(length: str, kind: str, count: Counter[str]) -> dict[str, object]:
    total = count.total()
    return {
        "id": f"twists of {length} names",
        "kind": kind,
        "n": total,
        "flagged": round(1 - count["missed"] / total, 4),
        "named": round(count["named"] / total, 4),
    }


if __name__ == "__main__":
    main()
