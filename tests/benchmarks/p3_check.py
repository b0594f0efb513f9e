"""P3: one check of a 90-150 character message, against the plain composition of libraries.

`python tests/benchmarks/p3_check.py [PHRASES]` prints one JSON line. Peer, ours and floor run on
the same generated messages, phrases, gap rules and domains and a list of a million reported keys,
taking turns; the best of seven rounds counts. Half the links only look like a listed one, and half
the rules have several words on either side or three parts. Ours is the whole engine, down to
verdict and advice, that knows of phrases and domains what the peer knows; `shipped` is the engine
that knows the program's own tables besides: 5,000 phrases more, 40,000 literals in all, which the
peer never has to look for. With `--flat` (P3s) `shipped` with 30,000 phrases is set against that
with 300, its floor, each on the messages of its own scene; the peer is measured with 30,000. Needs
requirements-bench.txt.
"""

import bisect
import hashlib
import json
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import perf_counter
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import tldextract  # noqa: E402
from ahocorasick_rs import AhoCorasick, MatchKind  # noqa: E402
from linkify_it import LinkifyIt  # noqa: E402
from msgspec.structs import replace  # noqa: E402
from opencc import OpenCC  # noqa: E402
from phonenumbers import PhoneNumberFormat, PhoneNumberMatcher, format_number  # noqa: E402
from rapidfuzz import process  # noqa: E402
from rapidfuzz.distance import OSA  # noqa: E402
from sqlite_utils import Database  # noqa: E402

from app.checking.engine import Engine  # noqa: E402
from app.checking.knowledge import Knowledge  # noqa: E402
from app.checking.lookalike_index import LookalikeIndex  # noqa: E402
from app.checking.lookalike_words import load_lookalike_words  # noqa: E402
from app.checking.number_likeness import NumberLikeness  # noqa: E402
from app.checking.reported_lists import BigList  # noqa: E402
from app.checking.roster import roster  # noqa: E402
from app.feed.advice_tables import read_advice_rules  # noqa: E402
from app.feed.editors_tables import read_tables  # noqa: E402
from app.feed.reader_canon import ReaderCanon  # noqa: E402
from app.lists.fingerprint_file import FingerprintFile  # noqa: E402
from app.lists.list_files import OpenList  # noqa: E402
from app.model.feed_index import ListKind  # noqa: E402
from app.model.freshness import AgeLimits  # noqa: E402
from app.model.phrases import Slot, SlotKind  # noqa: E402
from app.model.records import OfficialDomain  # noqa: E402
from app.model.register import Register  # noqa: E402
from app.model.submission import Submission  # noqa: E402
from app.reading.folding import Folder, read_folding_tables  # noqa: E402
from app.reading.links import LinkReader  # noqa: E402
from app.reading.numbering_plan import read_plan  # noqa: E402
from app.reading.numbers import NumberReader  # noqa: E402
from app.reading.public_suffixes import load_public_suffixes  # noqa: E402
from app.reading.reader import Reader  # noqa: E402
from app.reading.skeleton import load_skeletons  # noqa: E402
from tests.benchmarks.list_scene import Scene as ListScene  # noqa: E402
from tests.lists import a_reported_list  # noqa: E402

RESOURCES = ROOT / "resources"
FEW, MANY = 300, 30_000
REPORTED = 1_000_000
Message = TypeVar("Message")
HANZI = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严"  # noqa: E501
SYLLABLES = (
    "ba",
    "cai",
    "da",
    "fu",
    "gong",
    "hao",
    "jin",
    "kuai",
    "li",
    "min",
    "nong",
    "qian",
    "wan",
    "xin",
    "zhong",
)


Rule = tuple[tuple[str, ...], ...]
"""Words that may stand for each other, and after a gap the next such words."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that peer, ours and floor share."""

    phrases: tuple[str, ...]
    gap_rules: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]
    domains: tuple[str, ...]
    messages: tuple[str, ...]


def a_scene(phrase_count: int) -> Scene:
    """Generate a scene, the same each time."""
    chance = random.Random(2026)

    def word(low: int, high: int) -> str:
        return "".join(chance.choice(HANZI) for _ in range(chance.randint(low, high)))

    phrases = tuple(dict.fromkeys(word(3, 8) for _ in range(phrase_count)))
    gap_rules = tuple((word(2, 3), word(2, 3)) for _ in range(300))
    domains = tuple(
        dict.fromkeys(
            "".join(chance.choices(SYLLABLES, k=3)) + chance.choice((".com", ".cn", ".com.cn"))
            for _ in range(5_000)
        )
    )
    for _ in range(10_000):  # keeps the messages what they were when the list was drawn here
        chance.randrange(3 * 10**9, 10**10)
    messages = []
    for _ in range(200):
        body = word(70, 110)
        if chance.random() < 0.4:
            body = body[:30] + chance.choice(phrases) + body[30:]
        if chance.random() < 0.2:
            first, second = chance.choice(gap_rules)
            body = body[:50] + first + "的" + second + body[50:]
        number = chance.choice(("13812345678", "400-812-3456", "95588", "0755-83195555"))
        place = chance.choice(domains)
        if chance.random() < 0.5:  # as often as not the link only looks like a listed one
            place = place.partition(".")[0] + chance.choice(("-vip.top", "1.com", ".xyz"))
        messages.append(f"{body[:40]},请致电{number}或登录https://{place}/a{body[40:]}")
    rules = tuple(_a_rule(each, word, chance) for each in gap_rules)
    return Scene(phrases, gap_rules, rules, domains, tuple(messages))


def _a_rule(pair: tuple[str, str], word: Callable[[int, int], str], chance: random.Random) -> Rule:
    """Return one word after another, one of several after one of several, or three in a row."""
    first, second = pair
    kind = chance.random()
    if kind < 0.53:
        return (first,), (second,)
    if kind < 0.8:
        return (first, word(2, 3)), (second, word(2, 3), word(2, 3))
    return (first,), (second,), (word(2, 3),)


def _either(words: tuple[str, ...], opening: str, closing: str) -> str:
    return f"{opening}{'|'.join(words)}{closing}" if len(words) > 1 else words[0]


def the_peer(scene: Scene) -> Callable[[str], object]:
    """Compose the usual libraries in the straightforward way."""
    simplify = OpenCC("t2s").convert
    linkify = LinkifyIt()
    extract = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
    rules = [
        re.compile(".{0,8}".join(_either(words, "(?:", ")") for words in rule))
        for rule in scene.rules
    ]
    listed = frozenset(scene.domains)
    labels = [domain.partition(".")[0] for domain in scene.domains]
    database = Database(ListScene(REPORTED).text_database())

    def known(key: str) -> list[object]:
        return list(database.query("select cat from t where k = ?", [key]))

    def check(message: str) -> object:
        text = simplify(unicodedata.normalize("NFKC", message))
        found: list[object] = [
            known(format_number(match.number, PhoneNumberFormat.E164))
            for match in PhoneNumberMatcher(text, "CN")
        ]
        for link in linkify.match(text) or ():
            domain = extract(link.url).top_domain_under_public_suffix
            near = domain in listed or process.extractOne(
                domain.partition(".")[0], labels, scorer=OSA.distance, score_cutoff=1
            )
            found.append((known(domain), near))
        phrases = [phrase for phrase in scene.phrases if phrase in text]
        return found, phrases, [index for index, rule in enumerate(rules) if rule.search(text)]

    return check


def our_engine(
    scene: Scene, *, alone: bool = False, lists: Iterable[BigList] = ()
) -> Callable[[str], object]:
    """Build the real engine over the shipped tables with the scene's knowledge besides.

    `alone` leaves the shipped phrases, scripts, weights and domains out.
    """
    folder = Folder(read_folding_tables(RESOURCES / "folding" / "characters.tsv"))
    suffixes = load_public_suffixes(RESOURCES)
    plan = read_plan(RESOURCES / "numbering" / "cn.toml")
    links, numbers = LinkReader(suffixes), NumberReader(plan)
    register = enlarged_register(scene, alone=alone)
    reader = Reader(register, folder, links, numbers)  # first, as the program does
    words = load_lookalike_words(RESOURCES)
    today = register.as_of
    checks = roster(
        register,
        LookalikeIndex(register, load_skeletons(RESOURCES), words),
        NumberLikeness(register, plan),
        lambda: today,
    )
    engine = Engine(
        reader,
        Knowledge(register, lists),
        checks,
        read_advice_rules(RESOURCES / "advice"),
        AgeLimits(),
        date(2026, 1, 1),
    )
    return lambda message: engine.check(Submission(message), today)


def enlarged_register(scene: Scene, *, alone: bool) -> Register:
    """Return the shipped tables with the scene's knowledge besides, or that `alone`."""
    plan = read_plan(RESOURCES / "numbering" / "cn.toml")
    links = LinkReader(load_public_suffixes(RESOURCES))
    shipped = read_tables(RESOURCES, ReaderCanon(NumberReader(plan), links))
    return _enlarged(_bare(shipped) if alone else shipped, scene)


def _bare(shipped: Register) -> Register:
    bare = replace(shipped, slots=(), patterns=(), weights=(), wording=(), category_words=())
    return replace(bare, never_statements=(), domains=())


def _enlarged(shipped: Register, scene: Scene) -> Register:
    plain = Slot("bench.phrases", SlotKind.PRETEXT, scene.phrases)
    gaps = tuple("…".join(_either(words, "{", "}") for words in rule) for rule in scene.rules)
    owner = shipped.organizations[0].id
    domains = tuple(
        OfficialDomain(owner, each, each, "2026-11", shipped.numbers[0].sources)
        for each in scene.domains
    )
    return replace(
        shipped,
        slots=(*shipped.slots, plain, Slot("bench.gaps", SlotKind.PRETEXT, gaps)),
        domains=(*shipped.domains, *domains),
    )


def the_lists() -> Iterable[BigList]:
    """Open the list of reported keys twice, once for numbers and once for domains."""
    file = FingerprintFile.open(ListScene(REPORTED).file())
    for kind in ListKind:
        yield OpenList(a_reported_list(str(kind), kind), file)


def the_floor(scene: Scene) -> Callable[[str], object]:
    """One normalisation, one hash, one bisection, one scan: what no check can do without.

    The scan looks for the phrases and for the words of the rules, as the sketch's did.
    """
    words = (word for rule in scene.rules for part in rule for word in part)
    literals = list(dict.fromkeys((*scene.phrases, *words)))
    automaton = AhoCorasick(literals, matchkind=MatchKind.Standard)
    keys = ListScene(REPORTED).fingerprints()

    def check(message: str) -> object:
        text = unicodedata.normalize("NFKC", message)
        key = int.from_bytes(hashlib.blake2b(text[:11].encode(), digest_size=6).digest(), "big")
        return bisect.bisect_left(keys, key), automaton.find_matches_as_indexes(text)

    return check


def best_rounds(
    checks: Sequence[Callable[[Message], object]], messages: Sequence[Message], rounds: int = 7
) -> list[float]:
    """Return the best microseconds a message of each check, the checks taking turns."""
    best = [float("inf")] * len(checks)
    for _ in range(rounds):
        for index, check in enumerate(checks):
            begin = perf_counter()
            for message in messages:
                check(message)
            best[index] = min(best[index], (perf_counter() - begin) / len(messages) * 1e6)
    return best


def of_scene(
    scene: Scene, make: Callable[[Scene], Callable[[str], object]]
) -> Callable[[int], object]:
    """Return what checks the scene's own message of an index."""
    check = make(scene)
    return lambda index: check(scene.messages[index])


def main() -> int:
    """Measure and print."""
    shipped = None
    if "--flat" in sys.argv[1:]:
        name, count = "P3s", MANY
        few, many = a_scene(FEW), a_scene(MANY)
        makers = ((many, our_engine), (many, the_peer), (few, our_engine))
        by_index = [of_scene(scene, make) for scene, make in makers]
        ours, peer, floor = best_rounds(by_index, range(len(many.messages)))
    else:
        name, count = "P3", int(sys.argv[1]) if len(sys.argv) > 1 else 3_000
        scene, lists = a_scene(count), tuple(the_lists())
        checks = [
            our_engine(scene, alone=True, lists=lists),
            the_peer(scene),
            the_floor(scene),
            our_engine(scene, lists=lists),
        ]
        ours, peer, floor, shipped = best_rounds(checks, scene.messages)
    result = {
        "id": name,
        "phrases": count,
        "ours": round(ours, 1),
        "peer": round(peer, 1),
        "floor": round(floor, 1),
        "ours_over_peer": round(ours / peer, 3),
        "ours_over_floor": round(ours / floor, 2),
    }
    if shipped is not None:
        result["shipped"] = round(shipped, 1)
        result["shipped_over_peer"] = round(shipped / peer, 3)
        result["shipped_over_floor"] = round(shipped / floor, 2)
    print(json.dumps(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())
