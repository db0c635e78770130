"""Counts of people acted on in Korean: "30대 여성 김모 씨가 체포됐다", "5, 6명", "20여 세대", "수십 명", "형제"."""

import re
from functools import lru_cache

from reports.quantities import Count, quantity_words

_NATIVE = {
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5), "너댓": (4, 5), "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9),
    "한": (1, 1), "두": (2, 2), "세": (3, 3), "네": (4, 4), "다섯": (5, 5), "여섯": (6, 6), "일곱": (7, 7), "여덟": (8, 8), "아홉": (9, 9), "열": (10, 10),
    "열한": (11, 11), "열두": (12, 12), "열세": (13, 13), "열네": (14, 14), "열다섯": (15, 15), "스무": (20, 20), "서른": (30, 30), "마흔": (40, 40), "쉰": (50, 50),
    "십": (10, 10), "이십": (20, 20), "삼십": (30, 30), "백": (100, 100), "천": (1000, 1000),
}  # fmt: skip
_WORDS = {"둘": 2, "셋": 3, "넷": 4}
_NUMBER = rf"(?:\d[\d,]*|{'|'.join(sorted(_NATIVE, key=len, reverse=True))})"
_COUNT = re.compile(
    rf"(?<![\d가-힣])(?P<q>약|대략|최소한?|적어도|무려|최대|총|모두|각각)?\s?(?:(?P<vague>수십|수백|수천)(?P<vodd>여)?|(?P<n>{_NUMBER})(?P<odd>여)?(?:\s?(?P<to>[~∼～·,–-]|에서)\s?(?P<m>\d[\d,]*))?)\s?"
    r"(?P<unit>명(?!절|목|령|단|의로|칭|분|소)|세대(?!당|주|마다|별)|가구(?!당|별)|사람|인(?=[이을의은]\s))(?:당|마다|씩)?(?P<post>\s?(?:남짓|가량|정도|안팎|내외|쯤|이상|넘게|여|이 넘|을 넘|미만|이하))?"
)
_PLAIN = re.compile(r"(?P<word>둘|셋|넷)(?=[이을은]?\s|$)")
_LIMIT = 75


def _any(words):
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


@lru_cache(maxsize=None)
def _patterns():
    words = quantity_words()["people"]["ko"]
    acted = "|".join(words["acted"])
    return {
        "acted": re.compile(acted),
        "past": re.compile(rf"(?:{acted})[^.“”]{{0,14}}?(?:[았었였했됐혔갔졌렸왔녔켰췄쳤됐겼섰켰맞]|[혔갔졌]다|은\s|된\s|한\s|된$|행$|체포$|처형$|총살$|추방$|해임$|덜미$|형$|재판에$|처벌$|구금$)|덜미|(?:{acted})(?:$|[”\"’…])"),
        "exempt": re.compile("|".join(words["exempt"])),
        "exempt_before": re.compile(rf"(?:{'|'.join(words['exempt_before'])})\s?$"),
        "single": re.compile(
            rf"(?P<np>(?:(?P<age>\d0대|\d\d(?:살|세))\s?(?:초반|중반|후반|초|중|말)?(?:의)?\s)?(?:[가-힣A-Z]{{1,6}}\s?모\s?(?:씨|군|양)?|[가-힣A-Z]\s?씨|(?:[가-힣]{{1,8}}\s)?(?P<noun>{_any(words['persons'])}))(?:\s?[가-힣]모\s?씨)?)(?P<particle>이|가|은|는|을|를|도|에게|에|의|,|\s)(?!들|별|마다)"
        ),
        "pair": re.compile(rf"(?:(?:\d0대|[가-힣]\s?씨)\s?(?:[가-힣]+\s)?)(?P<pair>{_any(words['pairs'])})(?=[가이는은를을도,’'”\s])|(?P<pair2>모자|모녀|부자|부녀|형제|자매|남매|부부)(?=[가는를이]\s)"),
    }


def counts(document, part):
    """Each count of people acted on in a part: (min, max, approximate, what, start, end), in order."""
    words, patterns, found = document.part(part), _patterns(), []
    for sentence in document.sentences:
        if sentence.part == part and patterns["acted"].search(words, sentence.start, sentence.end):
            found += _numbered(words, sentence, patterns, found)
    if part == "text" or not found:
        found += _single(document, part, patterns, found)
    return sorted(found, key=lambda f: f.start)


def _numbered(words, sentence, patterns, before):
    found = []
    for match in _COUNT.finditer(words, sentence.start, sentence.end):
        bounds = _bounds(match)
        if bounds is None or not _acted_on(words, match, sentence, patterns):
            continue
        kind = "households" if match["unit"] in ("세대", "가구") else "people"
        key = (*bounds[:2], kind)
        if key in {(f.low, f.high, f.kind) for f in before}:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        found.append(Count(*bounds, kind, start, match.end(), kind))
    for match in [*patterns["pair"].finditer(words, sentence.start, sentence.end), *_PLAIN.finditer(words, sentence.start, sentence.end)]:
        number = _WORDS.get(match.group(), 2)
        if (number, number) not in {(f.low, f.high) for f in [*before, *found]} and _acted_on(words, match, sentence, patterns):
            found.append(Count(number, number, False, match.group().strip(), match.start(), match.end(), "people"))
    return found


def _bounds(match):
    """min, max and whether approximate, after the codebook's table; None where no count is coded."""
    if match["vague"]:
        return {"수십": 24, "수백": 200, "수천": 2000}[match["vague"]], None, True
    low, high = _NATIVE.get(match["n"]) or (int(match["n"].replace(",", "")),) * 2
    if not low or low > 100_000:
        return None
    if match["m"]:
        high = int(match["m"].replace(",", ""))
        if high <= low:
            return None
    post, q = (match["post"] or "").strip(), match["q"] or ""
    if match["odd"] or post == "여":
        return low, low + (9 if low < 100 else 99), True
    if post in ("이상", "넘게", "이 넘", "을 넘") or q.startswith(("최소", "적어도")):
        return low, None, False
    if post in ("미만", "이하") or q == "최대":
        return None, high, False
    return low, high, bool(post) or q in ("약", "대략")


def _acted_on(words, match, sentence, patterns):
    """Whether an act follows within the clause, and nothing says these people came, watched or got away."""
    after = words[match.end() : min(sentence.end, match.end() + _LIMIT)]
    stop = re.search(r"[“”\"]|(?:[했됐였었았갔왔][고으지]|며|는데|지만|으나)[\s,]", after)
    clause = after[: stop.end()] if stop and not patterns["acted"].search(after[: stop.end()]) and stop.start() > 40 else after
    acted = patterns["acted"].search(clause)
    exempt = patterns["exempt"].search(clause[:30])
    if exempt and (not acted or exempt.start() < acted.start()):
        return False
    if patterns["exempt_before"].search(words[max(sentence.start, match.start() - 12) : match.start()]):
        return False
    if acted:
        return True
    before = words[max(sentence.start, match.start() - 40) : match.start()]
    return bool(re.search(r"(?:체포|처형|추방|붙잡|구속|연행|적발|처벌|해임|끌려|잡혀|걸린|잡힌|체포된)[^.“”]{0,25}$", before))


def _single(document, part, patterns, before):
    """One identified person without a number, once, unless a count of one is told anyway."""
    if any(f.high == 1 for f in before):
        return []
    words = document.part(part)
    for sentence in document.sentences:
        if sentence.part != part or not patterns["acted"].search(words, sentence.start, sentence.end):
            continue
        for match in patterns["single"].finditer(words, sentence.start, sentence.end):
            if any(f.start <= match.end() + 12 and match.start() <= f.end for f in before):
                continue  # "주민 2명이"
            after = words[match.end("np") : min(sentence.end, match.end() + 60)]
            if re.match(r"\s?(?:\d|두|세|들|여러|몇)|들", after) or patterns["exempt"].search(after[:20]):
                continue
            if patterns["past"].search(after):
                return [Count(1, 1, False, match["np"].strip(), match.start("np"), match.end("np"), "people")]
    return []
