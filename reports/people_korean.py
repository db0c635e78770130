"""Counts of people acted on in Korean: "30대 여성 김모 씨가 체포됐다", "5, 6명", "20여 세대", "수십 명", "형제"."""

import re
from functools import lru_cache

from reports.patterns import one_of
from reports.quantities import Count, quantity_words

_NATIVE = {
    "여남은": (10, 12), "열댓": (15, 15), "여나문": (10, 12), "스무남은": (20, None), "십수": (10, 19),
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5), "너댓": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9),
    "한": (1, 1), "두": (2, 2), "세": (3, 3), "네": (4, 4), "다섯": (5, 5), "여섯": (6, 6), "일곱": (7, 7), "여덟": (8, 8), "아홉": (9, 9), "열": (10, 10),
    "열한": (11, 11), "열두": (12, 12), "열세": (13, 13), "열네": (14, 14), "열다섯": (15, 15),
    "스무": (20, 20), "서른": (30, 30), "마흔": (40, 40), "쉰": (50, 50),
    "십": (10, 10), "이십": (20, 20), "삼십": (30, 30), "백": (100, 100), "천": (1000, 1000),
}  # fmt: skip
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_ONES = {"": 0, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
_NATIVE |= {t + o: (tens + ones,) * 2 for t, tens in _TENS.items() for o, ones in _ONES.items()}  # "서른두 세대"
_SINO = {"이": 20, "삼": 30, "사": 40, "오": 50, "육": 60, "칠": 70, "팔": 80, "구": 90}
_NATIVE |= {digit + "십": (value, value) for digit, value in _SINO.items()}
_WORDS = {
    "하나": 1, "둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열둘": 12, "열셋": 13, "열넷": 14,
}  # fmt: skip
_NUMBER = rf"(?:\d[\d,]{{0,14}}|{'|'.join(sorted(_NATIVE, key=len, reverse=True))})"
_COUNT = re.compile(
    rf"(?<![\d가-힣])(?P<q>약|대략|최소한?|적어도|무려|최대|총|모두|각각)?\s?(?:(?P<vague>수십|수백|수천|몇십|몇백|몇천)(?P<vodd>여)?"
    rf"|(?P<n>{_NUMBER})(?P<odd>여)?(?:\s?(?P<to>[~∼～·,–-]|에서)\s?(?P<m>\d[\d,]{{0,14}}))?)\s?"
    r"(?P<unit>명(?!절|목|령|단|의로|칭|분|소)|세대(?!당|주|마다|별)|가구(?!당|별)|집(?=[이을은도]\s)|식구(?=[가를는의]\s)|사람"
    r"|(?<=[두세네] )(?:자녀|아들|딸|식구|청년|학생|여성|남성|군인|간부|소년|소녀|처녀|교사|교원)"
    r"|인(?=[이을의은]\s))(?!씩\s)(?:당|마다|씩)?(?P<post>\s?(?:남짓|가량|정도|안팎|내외|쯤|이상|넘게|여|이 넘|을 넘|미만|이하))?"
)
_PLAIN = re.compile(
    r"(?<![가-힣])(?P<word>열?(?:둘|셋|넷)|(?<=[가-힣]{2}\s)(?:다섯|여섯|일곱|여덟|아홉|열|하나)(?=[이가은는을를도]\s))(?=[이가은는을를도]?\s|$)"
)
_OF_THEM = re.compile(r"\s?(?<!\d)\d{1,5}명(?:,\s(?:여자|남자|여성|남성|나머지)[가는이은]|이었|이고|이다)")  # "남자가 1명, 여자가 6명이었고"
# what tells an act that happened from a practice ("끌려간다"): past, adnominal or a headline's bare noun
_PAST = re.compile(r"[았었였했됐혔갔졌렸왔녔켰췄쳤겼섰났]|(?:된|한|힌|간|린|든|받은|죽은|맞은)\s|자\s|덜미|[여혀려해겨돼져]\s(?:지금껏\s|아직\s|여태\s|현재\s)?(?:갇혀\s)?있다")
_DIED = re.compile("숨|사망|죽|목숨|부상|다쳤|다친|중상|실려|옮겨")
_LIMIT = 75
_MANY = 200  # a text that tells more counts is no report


def _any(words):
    return one_of([re.escape(w) for w in words])


@lru_cache(maxsize=None)
def _patterns():
    words = quantity_words()["people"]["ko"]
    acted = one_of(words["acted"])
    return {
        "acted": re.compile(acted),
        "exempt": re.compile("|".join(words["exempt"])),
        "died_of": re.compile("|".join(words["died_of"])),
        "exempt_before": re.compile(rf"(?:{'|'.join(words['exempt_before'])})\s?$"),
        "single": re.compile(
            rf"(?P<np>(?:(?P<age>\d0대|\d\d(?:살|세))\s?(?:초반|중반|후반|초|중|말)?(?:의)?\s)?(?:[가-힣]\s?모\s?(?:씨|군|양)|[가-힣A-Z]\s?씨|[A-Z]\s?(?:군|양)"
            rf"|(?<!온 )(?<!모든 )(?<!일부 )(?<!많은 )(?<!여러 )(?<!전체 )(?:(?!온\s|모든|전체|일부|많은|여러|각\s"
            rf"|다른 )[가-힣]{{1,8}}(?<![과와])\s)?(?P<noun>{_any(words['persons'])}))(?:\s?(?:[가-힣]모|[A-Z가-힣]{{1,3}})\s?(?:씨|양|군)"
            rf"|\s(?!소식통)[가-힣]{{2,3}}(?=[이은]\s))?)(?P<particle>이|가|은|는|을|를|도|마저|까지|역시|에게는?)\s"
        ),
        "beside": re.compile(rf"(?:{_any(words['persons'])})(?=[과와]\s(?:[가-힣]+\s){{0,2}}(?:\d{{1,5}}|[한두세네])\s?(?:명|자녀|아들|딸))"),
        "person_before": re.compile(rf"(?:{_any(words['persons'])})\s$"),
        "listed": re.compile(rf"(?:{_any(words['persons'])})(?=(?:과|와|,)\s)"),
        "taken": re.compile(
            rf"(?:체포된|붙잡힌|끌려간|구속된|처형된|잡힌|검거된|적발된|추방된)\s"
            rf"(?P<np>(?:\d0대|한|어느)\s(?:[가-힣]{{1,6}}\s)?(?P<noun>{_any(words['persons'])}))(?=이었|였|이다|이며|으로|라고)"
        ),
        "termed": re.compile(
            rf"(?P<np>{_any(words['persons'])}|가족|본인)(?:은|는|에게는|에게)\s(?:각각\s)?"
            rf"(?:(?:노동|로동)?(?:교화|단련대?|징역)(?:형)?\s)?\d{{1,3}}(?:년|개월|달)(?:형)?(?=[,의을\s])"
        ),
        "pair": re.compile(
            rf"(?:(?:\d0대|[가-힣]\s?씨)\s?(?:[가-힣]+\s)?)(?P<pair>{_any(words['pairs'])})(?=[가이는은를을도,’'”\s])|(?P<pair2>모자|모녀|부자|부녀|형제"
            rf"|자매|남매|부부)(?=[가는를이]\s)"
        ),
    }


class _Told:
    """What a part has told so far: counts by size and kind, and the characters they stand on."""

    def __init__(self, length):
        self.sizes, self.taken, self.found = set(), bytearray(length), []

    def add(self, low, high, approx, what, start, end, kind="people"):
        """Keeps a count."""
        self.found.append(Count(low, high, approx, what, start, end, kind))
        self.taken[start:end] = b"\1" * (end - start)
        self.sizes.add((low, high, kind))


def counts(document, part):
    """Each count of people acted on in a part, in order."""
    words, patterns = document.part(part), _patterns()
    told, acted = _Told(len(words)), False
    for sentence in document.sentences:
        if sentence.part != part:
            continue
        told_before, acted = acted, bool(patterns["acted"].search(words, sentence.start, sentence.end))
        if acted or told_before and _OF_THEM.search(words, sentence.start, sentence.end):
            _numbered(words, sentence, patterns, told, parts_only=not acted)
    if (1, 1, "people") not in told.sizes and (part == "text" or not told.found):
        _single(document, part, patterns, told)
    return sorted(told.found, key=lambda f: f.start)


def _numbered(words, sentence, patterns, told, parts_only):
    """The numbered counts of a sentence; with `parts_only` those that divide the people of the sentence before."""
    known = set(told.sizes) if len(told.sizes) < _MANY else told.sizes  # within a sentence the same size may be other people
    starts = set()
    for match in _COUNT.finditer(words, sentence.start, sentence.end):
        bounds = _bounds(match)
        of_them = bool(told.found) and bool(_OF_THEM.match(words, match.start()))
        if bounds is None or not (of_them or not parts_only and _acted_on(words, match, sentence, patterns)):
            continue
        kind = "households" if match["unit"] in ("세대", "가구", "집") else "people"
        if (*bounds[:2], kind) not in known:
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            told.add(*bounds, kind, start, match.end(), kind)
            starts.add(start)
    for match in patterns["beside"].finditer(words, sentence.start, sentence.end):  # "부위원장과 직원 4명이"
        if any(match.end() + n in starts for n in range(1, 24)):
            told.add(1, 1, False, match.group(), match.start(), match.end())
    for match in [*patterns["pair"].finditer(words, sentence.start, sentence.end), *_PLAIN.finditer(words, sentence.start, sentence.end)]:
        if "word" in match.groupdict() and not _counts_persons(words, match, patterns):
            continue
        more = _MORE.search(words, max(sentence.start, match.start() - 3), match.start())
        number = _WORDS.get(match.group()) or (_NATIVE[more.group(1)][0] if more else 2)
        if (number, number, "people") not in told.sizes and _acted_on(words, match, sentence, patterns):
            told.add(number, number, False, match.group().strip(), match.start(), match.end())


def _counts_persons(words, match, patterns):
    """Whether a number without a counter word stands behind a noun for persons; "둘" and "셋" nearly always do."""
    if match.group().endswith(("둘", "셋", "넷")):
        return True
    return bool(patterns["person_before"].search(words, max(0, match.start() - 12), match.start()))


_MORE = re.compile("([세네]) $")  # "세 모녀"


def _bounds(match):
    """min, max and whether approximate, after the codebook's table; None where no count is coded."""
    if match["vague"]:
        return {"십": 24, "백": 200, "천": 2000}[match["vague"][1]], None, True
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


_HEADLINE_CUT = re.compile(r"…(?=[^…]{0,6}\d+여?\s?명)")  # "20명 탈북 시도…12명 잡혀"


def _acted_on(words, match, sentence, patterns):
    """Whether an act follows within the clause, and nothing says these people came, watched or got away."""
    after = words[match.end() : min(sentence.end, match.end() + _LIMIT)]
    after = _HEADLINE_CUT.split(after, 1)[0]
    if re.match(r"[과와]\s(?!함께|그 |그의|가족|이를|이들|(?:[가-힣]+\s)?(?:\d{1,5}|한|두|세|네)\s?명)", after):  # those with whom somebody did something
        return False
    stop = re.search(r"[“”\"]|(?:[했됐였었았갔왔][고으지]|며|는데|지만|으나)[\s,]", after)
    clause = after[: stop.end()] if stop and not patterns["acted"].search(after[: stop.end()]) and stop.start() > 40 else after
    acted = patterns["acted"].search(clause)
    exempt = patterns["exempt"].search(clause[:30])
    if exempt and (not acted or exempt.start() < acted.start()):
        return False
    if acted and (_is_agent(after, acted) or _others_act(after, acted)):
        return False
    if patterns["exempt_before"].search(words[max(sentence.start, match.start() - 12) : match.start()]):
        return False
    if acted:
        told_until = min(sentence.end, sentence.start + 300)
        return not (_DIED.match(acted.group()) and patterns["died_of"].search(words, sentence.start, told_until))
    before = words[max(sentence.start, match.start() - 40) : match.start()]
    return bool(re.search(r"(?:체포|처형|추방|붙잡|구속|연행|적발|처벌|해임|끌려|잡혀|걸린|잡힌|단속된|벌금)[^.“”]{0,25}$", before))


# acts in the active voice: whoever is their subject is no patient ("보위원 3명이 집을 뒤졌다")
_ACTIVE = re.compile(
    "(?:체포|구속|구금|연행|검거|적발|단속|처형|총살|사살|추방|해임|처벌|수색|소환|취조|심문|재판|폭로|압송|호송|이송|색출|고문|폭행|구타|감금|억류)(?=했|한|하|해)"
    "|붙잡(?:아|았)|붙들었|끌고|끌어|가뒀|가둬|가두|뒤졌|덮쳤|덮친|쫓아|내쫓|때려|때렸|쏘|쐈|쏴|캐물|따져|닦달|다그|데려|잡아|세(?:웠|워)|빼앗(?!기|겼)|넘겼|(?:체포|연행|적발|단속|처형|추방|수색)(?:했|해|하)"
)


def _is_agent(after, act):
    """Whether people are the subject of an act in the active voice that has an object of its own."""
    return bool(_SUBJECT_OF.match(after) and _ACTIVE.match(after, act.start()) and re.search(r"[가-힣][을를]\s", after[: act.start()]))


_SUBJECT_OF = re.compile(r"(?:이|가|은|는)\s")
_NEXT_COUNT = re.compile(r"(?:\d|[두세네섯곱덟홉열])\s?여?\s?(?:명|사람)(?:이|은|가|는)\s")


def _others_act(after, act):
    """Whether the act falls on others, named between: "20명이 달아나려다 12명이 붙잡혔다", "다섯 명을 더 태운 운전사가 단속됐다"."""
    between = after[: act.start()]
    if re.match(r"(?:이|가|은|는|뿐)", after) and _NEXT_COUNT.search(between):
        return True
    return bool(re.match(r"[을를]\s", after) and not _ACTIVE.match(act.group()) and re.search(r"[가-힣][이가]\s", between))


def _listed(words, match, sentence, patterns):
    """Single persons listed before the last one: "밀수꾼과 한패인 부소대장, 보위지도원이 붙들렸다"."""
    low = max(sentence.start, match.start("np") - 40)
    clause = re.search(r"[^.“”\"]*$", words[low : match.start("np")])
    for m in patterns["listed"].finditer(words, low + clause.start(), match.start("np")):
        if not re.match(r"(?:과|와)\s(?:함께|[^,]{0,12}(?:손잡|결탁|공모|연계|짜고|만나|연락))", words[m.end() : m.end() + 16]):
            yield m


def _single(document, part, patterns, told):
    """Identified persons without a number, with those listed beside; further down only who cannot be one of them."""
    words, nouns, names = document.part(part), [], set()
    for sentence in document.sentences:
        if sentence.part != part or not patterns["acted"].search(words, sentence.start, sentence.end):
            continue
        termed = list(patterns["termed"].finditer(words, sentence.start, sentence.end))
        for match in () if nouns else termed:  # "가족은 3개월, 브로커는 6개월의 노동단련형을 받았다"
            told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
        if termed:
            return
        if not nouns and (match := patterns["taken"].search(words, sentence.start, sentence.end)):  # "체포된 40대 여성이었다"
            told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
            nouns.append(match["noun"])
        for match in patterns["single"].finditer(words, sentence.start, sentence.end):
            if 1 not in told.taken[match.start() : match.end() + 12] and _is_acted_single(words, match, sentence, patterns):
                named = _SURNAME.search(match["np"])
                other_name = named and names and named.group(1) not in names
                beside = _WITH_THEM.search(words, max(sentence.start, match.start("np") - 14), match.start("np") + 8)
                if nouns and not (other_name or beside or _somebody_else(match["noun"], nouns)):
                    continue
                names.update(named.groups() if named else ())
                for other in _listed(words, match, sentence, patterns):
                    told.add(1, 1, False, other.group(), other.start(), other.end())
                    nouns.append(other.group())
                told.add(1, 1, False, match["np"].strip(), match.start("np"), match.end("np"))
                nouns.append(match["noun"])
                if len(nouns) > 9:
                    return
    if not nouns and not told.found:
        _named_before(document, part, patterns, told)
    if not nouns and not told.found:
        _pronoun(document, part, patterns, told)


_HE = re.compile(r"(?<![가-힣])(?P<np>그|그녀|이 (?:남성|여성|주민|청년))(?P<particle>는|은|가|이)\s")


def _pronoun(document, part, patterns, told):
    """Somebody who is only ever "그", where nobody else is acted on."""
    words = document.part(part)
    for sentence in document.sentences:
        for he in _HE.finditer(words, sentence.start, sentence.end) if sentence.part == part else ():
            after = words[he.end("np") : min(sentence.end, he.end("np") + 50)]
            act = patterns["acted"].search(after)
            if act and not _TOPIC.search(after, 2, act.start()) and not _is_agent(after, act) and _PAST.search(after[act.start() : act.end() + 12]):
                told.add(1, 1, False, he.group("np"), he.start("np"), he.end("np"))
                return


_NAMED = re.compile(r"[가-힣]\s?모\s?(?:씨|군|양)|\d0대\s(?:초반|중반|후반|초|중|말)?\s?(?:의\s)?(?:남성|여성|남자|여자|주민|청년)(?=[도의인이은]|였)")


def _named_before(document, part, patterns, told):
    """Somebody named in one sentence and acted on in the next, which names nobody: "강 모 씨도 그중 하나다. 보위부에 끌려갔다"."""
    before = None
    for sentence in document.sentences:
        named = before and _NAMED.search(document.part(part), before.start, before.end)
        act = named and sentence.part == part and patterns["acted"].search(sentence.words)
        if act and not _SUBJECTS.search(sentence.words, 0, act.start()) and _PAST_LATER.search(sentence.words, act.start()):
            told.add(1, 1, False, named.group(), *named.span())
            return
        before = sentence if sentence.part == part else None


_SURNAME = re.compile(r"([가-힣A-Z])\s?모?\s?(?:씨|양)")
_WITH_THEM = re.compile(r"(?:함께 있던|함께 가던|동행한|동행하던|또 다른|다른 한 )")


def _somebody_else(noun, nouns):
    """Whether a single person is another than those told of: a relative, or called what none of them can be."""
    words = quantity_words()["people"]["ko"]
    if not noun or any(n is None or n in noun or noun in n for n in nouns):
        return False
    return noun in words["kin"] or not any(n in words["anybody"] for n in [noun, *nouns])


def _is_acted_single(words, match, sentence, patterns):
    """Whether something happened to this one person: in the past, with no other subject between."""
    after = words[match.end("np") : min(sentence.end, match.end() + 60)]
    if match["noun"] == "주민" and sentence.part == "text" and not match["age"] and not re.search(r"^한 |^어느 |[가-힣] ?모 |씨", match["np"]):
        return False  # "단속된 주민은": whoever was caught
    if re.match(r"\s?(?:\d|두|세|들|여러|몇)|들", after) or patterns["exempt"].search(after[:20]):
        return False
    if match["particle"].startswith("에게") and not _SENTENCED.search(after):
        return False
    after = after.split("…")[0]
    act = patterns["acted"].search(after[:16] if match["particle"] in ("을", "를") else after)
    subject = _SUBJECTS if match["particle"] in ("을", "를") else _TOPIC
    if not act or subject.search(after, 2, act.start()) or _NOT_YET.match(after, act.end()):
        return False
    if match["particle"] in ("이", "가", "은", "는") and _is_agent(after, act):
        return False
    if _DIED.match(act.group()) and patterns["died_of"].search(words, sentence.start, min(sentence.end, sentence.start + 300)):
        return False
    if sentence.part == "title" or _PAST.search(after[act.start() : act.end() + 12]):
        return True
    goes_on = _GOES_ON.match(words, match.end("np") + act.end() - 1)  # "해임되고 ... 갔다", "잡혀 ... 빼앗겼다"
    return bool(goes_on and _PAST_LATER.search(words, goes_on.end(), min(sentence.end, goes_on.end() + 90)))


_GOES_ON = re.compile(r".?[되돼하]?(?:고|며|다가)\s|.?형?,\s|.?[혀려돼가해여져쳐켜와나](?:서)?\s")
_PAST_LATER = re.compile(r"[었았했됐갔렸혔졌겼났섰왔였켰]다|(?:[여혀려해겨돼져]|고)\s있다")


# another subject than the person; "받은", "있는" and their like end a clause before a noun
_TOPIC = re.compile(r"(?:(?<![받않같많적작높낮죽맞좋남입잡찾늙젊넘앉얻맡])은|(?<![하있없되가오보사쓰파않받])는)\s")
_SUBJECTS = re.compile(rf"{_TOPIC.pattern}|[가-힣][이가]\s")
# an act that is only asked after, meant or ordered: "단속했는지", "체포하는 것이 임무", "체포하라고"
_NOT_YET = re.compile(r"[^.]{0,6}는지|하?(?:는 것|는 일|는 임무|려고|려는|려다|라는|라고|면 |도록|기 위|기로)|[될할] ")
_SENTENCED = re.compile(r"(?:형|년|개월|단련대|처벌|처분)[이은을]?\s?[^.]{0,12}(?:떨어졌|내려졌|선고|언도)")  # "아들에게는 8개월이 떨어졌다"
