"""Single persons acted on in Korean, named without a number: by name, age, office or a pronoun."""

import re

from reports.korean_forms import OPEN, PAST
from reports.people_korean_acts import WHENEVER, is_agent, no_death_dealt
from reports.quantities import quantity_words

_NEAR, _FAR = 60, 100  # characters within which a subject has its verb; a topic keeps it longer
# what tells an act that happened from a practice ("끌려간다"): past, adnominal or a headline's bare noun
_PAST = re.compile(rf"[{PAST}]|받(?:고 있|는 중)|(?:된|한|힌|간|린|든|진|받은|죽은|맞은)\s|자\s|[히리기되당]는 바람에|덜미|[여혀려해겨돼져]\s(?:지금껏\s|아직\s|여태\s|현재\s)?(?:갇혀\s)?있(?:다|습니다)")


def _listed(words, match, sentence, patterns):
    """Single persons listed before the last one: "밀수꾼과 한패인 부소대장, 보위지도원이 붙들렸다"."""
    low = max(sentence.start, match.start("np") - 60)
    clause = re.search(r"[^.“”\"]*$", words[low : match.start("np")])
    for m in patterns["listed"].finditer(words, low + clause.start(), match.start("np")):
        if re.search(r"[을를]\s", words[m.end() : match.start("np")]):  # "여성과 새신부를 해친 남성이"
            continue
        if not re.match(r"(?:과|와)\s(?:함께|[^,]{0,12}(?:손잡|결탁|공모|연계|짜고|만나|연락))", words[m.end() : m.end() + 16]):
            yield m


def find_singles(document, part, patterns, told):
    """Identified persons without a number, with those listed beside; further down only who cannot be one of them."""
    words, nouns, names = document.part(part), list(told.nouns), set()
    one_counted = (1, 1, "people") in told.sizes and not nouns and not told.part_alone  # "1명": who it was may be told further on
    for sentence in document.sentences:
        if sentence.part != part:
            continue
        owners = patterns["owner"].finditer(words, sentence.start, sentence.end) if words.find("의 ", sentence.start, sentence.end) >= 0 else ()
        for match in owners:  # "한 노파의 보따리를 빼앗았다"
            if not nouns and _LOST.match(words, match.end(), sentence.end) and 1 not in told.taken[match.start() : match.end()]:
                told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
                nouns.append(match["noun"])
        if sentence.start not in told.acted:
            continue
        termed = list(patterns["termed"].finditer(words, sentence.start, sentence.end))
        if WHENEVER.search(words, sentence.start, sentence.end):
            termed = []
        for match in () if nouns else termed:  # "가족은 3개월, 브로커는 6개월의 노동단련형을 받았다"
            told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
        if termed:
            return
        if not nouns and (match := patterns["taken"].search(words, sentence.start, sentence.end)):  # "체포된 40대 여성이었다"
            told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
            nouns.append(match["noun"])
        for match in patterns["taken_named"].finditer(words, sentence.start, sentence.end):  # "불려간 김 씨는"
            if match["surname"] not in names and 1 not in told.taken[match.start("np") : match.end("np")]:
                names.add(match["surname"])
                told.add(1, 1, False, match["np"], match.start("np"), match.end("np"))
                nouns.append("씨")
        for match in patterns["one_taken"].finditer(words, sentence.start, sentence.end):  # "수레를 빼앗긴 한 제대군인은"
            who = next(g for g in ("np", "np2", "np3") if match[g])
            if not nouns and (who != "np2" or sentence.number < 2) and 1 not in told.taken[match.start(who) : match.end(who)]:
                told.add(1, 1, False, match[who], match.start(who), match.end(who))
                nouns.append(match["noun"] or match[who])
        for match in patterns["single"].finditer(words, sentence.start, sentence.end):
            if not _counted_there(words, match, told) and _is_acted_single(words, match, sentence, patterns, told.mishap):
                named = _SURNAME.search(match["np"])
                if one_counted and not named and not match["age"]:
                    continue
                if nouns and not _is_another(words, match, sentence, named, names, nouns):
                    continue
                names.update(named.groups() if named else ())
                for other in _listed(words, match, sentence, patterns):
                    if other.group() in nouns:
                        continue
                    told.add(1, 1, False, other.group(), other.start(), other.end())
                    nouns.append(other.group())
                told.add(1, 1, False, match["np"].strip(), match.start("np"), match.end("np"))
                nouns.append(match["noun"])
                if len(nouns) > 9:
                    return
    if not nouns and not told.found:
        _named_before(document, part, patterns, told)
    if not nouns and not told.found:
        _anybody_taken(document, part, patterns, told)
    if not nouns and not told.found:
        _pronoun(document, part, patterns, told)
    if not nouns and not told.found and part == "text":
        _of_the_lead(document, patterns, told)


# what an organ does to somebody's things: "배낭을 뒤졌다", "광주리를 걷어찼다"
_LOST = re.compile(
    rf"\s(?!.{{0,12}}(?:팔|사|훔))[^.“”]{{0,12}}?(?:뒤[졌져]|수색|압수|몰수|빼앗|빼[앗았]|뺏|회수|걷어[찼차]|부[쉈수]|찢|찔|깎|자[르른]|잘[라랐]|엎|뒤엎|쏟|내던|던[졌져]|짓밟|밟|끌어|거두|거뒀|헤집|헤쳤|단속)[^.“”]{{0,60}}[{PAST}]"
)


def _counted_there(words, match, told):
    """Whether a count stands on a person's words or close behind in the same clause: "간부는 2명이", but not "부부장이 해임되고 지도원 2명은"."""
    close = words[match.end() : match.end() + 12]
    clause_ends = re.search(r"[가-힣](?:고|며|지만|는데)\s|,\s", close)
    if re.search(r"(?:명|사람|둘|셋|넷)[과와을를]\s", words[match.end() : match.end() + 18]):  # "남성이 여동생 둘과 강을 건너다"
        return 1 in told.taken[match.start() : match.end()]
    return 1 in told.taken[match.start() : match.end() + (clause_ends.end() if clause_ends else 12)]


def _anybody_taken(document, part, patterns, told):
    """Somebody whose noun no list has, by an act that befalls persons alone: "영사기수가 체포됐다"."""
    words, nobody = document.part(part), frozenset(quantity_words()["people"]["ko"]["nobody"])
    for sentence in document.sentences:
        if sentence.part != part or not patterns["person_only"].search(words, sentence.start, sentence.end):
            continue
        for match in patterns["anybody_taken"].finditer(words, sentence.start, sentence.end):
            noun = match["np"]
            if any(noun.endswith(n) for n in nobody) or noun.endswith("들") or match["particle"] in "을를":
                continue
            after = words[match.end("np") : min(sentence.end, match.end("np") + _NEAR)]
            act = patterns["person_only"].search(after)
            if act and not _SUBJECTS.search(after, 2, act.start()) and _PAST.search(after[act.start() : act.end() + 12]):
                told.add(1, 1, False, noun, match.start("np"), match.end("np"))
                return


def _of_the_lead(document, patterns, told):
    """Somebody the lead tells of, whom a later sentence without a subject says was taken: "… 팔던 아낙이 있었다. 지난 3일 보위부에 끌려갔다"."""
    words, lead = document.text, None
    if not patterns["person_only"].search(words):
        return
    for sentence in document.sentences:
        if sentence.part != "text":
            continue
        act = lead and patterns["person_only"].search(words, sentence.start, sentence.end)
        told_as_past = act and _PAST.search(words, act.start(), min(sentence.end, act.end() + 12))
        if told_as_past and not _SUBJECTS.search(words, sentence.start, act.start()):
            told.add(1, 1, False, lead["np"].strip(), lead.start("np"), lead.end("np"))
            return
        if sentence.number < 2 and not lead:
            lead = next((m for m in patterns["single"].finditer(words, sentence.start, sentence.end) if _may_be_taken(m)), None)


def _may_be_taken(match):
    """Whether a person of the lead may be the one taken later: no source, no organ's man, and not "residents"."""
    return match["noun"] not in _NEVER and (match["noun"] not in ("주민", "상인", "학생") or bool(match["age"]) or match["np"].startswith("한 "))


_NEVER = ("보위원", "안전원", "보안원", "지도원", "씨", "간부", "관계자", "기자", "업자", "당원", "일꾼", "일군", "군인", "가족")
_HE = re.compile(
    r"(?<![가-힣])(?P<np>그|그녀|이 (?:남성|여성|주민|청년|사람|군인|간부|학생|운전사|상인))(?P<particle>는|은|가|이|도|를|을|의 집을?)\s"
    r"(?!(?:가운데|중|뒤|후|동안|무렵|당시|날)\s)"
)


def _pronoun(document, part, patterns, told):
    """Somebody who is only ever "그", where nobody else is acted on: "그를 열흘 동안 가두고", "그는 ... 끌려갔다"."""
    words = document.part(part)
    for sentence in document.sentences:
        for he in _HE.finditer(words, sentence.start, sentence.end) if sentence.part == part and sentence.start in told.acted else ():
            object_of = he["particle"][-1] in "를을"
            after = words[he.end("np") : min(sentence.end, he.end("np") + (30 if object_of else _FAR))]
            after = _APART.split(after, maxsplit=1)[0]
            for act in patterns["acted"].finditer(after):
                if _TOPIC.search(after, 2, act.start()):
                    break
                if is_agent(after, act) or _OF_OTHERS.match(after, act.end() - 1) or _NOT_YET.match(after, act.end()):
                    continue
                if no_death_dealt(words, act.group(), sentence, patterns):
                    continue
                past = _PAST.search(after[act.start() : act.end() + 12])
                if past or _PAST_LATER.search(words, he.end("np") + act.end(), min(sentence.end, he.end("np") + act.end() + 90)):
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
_ALSO = ("도", "마저", "까지", "역시")
# the topic of a clause before, told of already: "그는 3년형을 받았고 중대장은 제대됐다"
_OTHER_TOPIC = re.compile(r"(?<![가-힣])(?:그|그녀|[가-힣]\s?모? ?씨)[는은]\s[^.“”]{4,60}[었았했됐갔졌렸났혔](?:고|으며|지만|으나|는데)\s(?:그의\s|[가-힣]{1,8}[과와]\s)?$")
_WITH_THEM = re.compile(r"(?:함께 있던|함께 가던|동행한|동행하던|또 다른|다른 한 )")


def _is_another(words, match, sentence, named, names, nouns):
    """Whether a single person is another than those told of before: by surname, by what stands beside, or by what they are called."""
    if named and names and named.group(1) not in names or _somebody_else(match["noun"], nouns):
        return True
    start = match.start("np")
    if _WITH_THEM.search(words, max(sentence.start, start - 14), start + 8):
        return True
    if match["particle"] in _ALSO and match["noun"] not in [*nouns, *quantity_words()["people"]["ko"]["anybody"]]:  # "브로커도 잡혔다"
        return True
    return bool(_OTHER_TOPIC.search(words, sentence.start, match.start("noun") if match["noun"] else start))


def _somebody_else(noun, nouns):
    """Whether a single person is another than those told of: a relative, or called what none of them can be."""
    words = quantity_words()["people"]["ko"]
    if not noun or any(n is None or n in noun or noun in n for n in nouns):
        return False
    posts, trades = tuple(words["office"]), tuple(words["civil"])
    if noun.endswith(posts) and all(n.endswith(trades) for n in nouns) or noun.endswith(trades) and all(n.endswith(posts) for n in nouns):
        return True
    return noun in words["kin"] or not any(n in words["anybody"] for n in [noun, *nouns])


def _is_acted_single(words, match, sentence, patterns, mishap):
    """Whether something happened to this one person: in the past, with no other subject between; `mishap` where an accident is told."""
    after = words[match.end("np") : min(sentence.end, match.end() + (_FAR if match["particle"] in ("은", "는") else _NEAR))]
    if match["noun"] == "주민" and sentence.part == "text" and not match["age"] and not re.search(r"^한 |^어느 |[가-힣] ?모 |씨", match["np"]):
        return bool(_PUT_TO_DEATH.match(after)) and not _exempt(after[:20], patterns)  # "단속된 주민은": whoever was caught
    if re.match(r"\s?(?:\d|두|세|들|여러|몇)|들|[은는] ?(?:물론|커녕)", after) or _exempt(after[:20], patterns):
        return False
    if match["np"].startswith("의 "):  # "8명의 학생이"
        return False
    if match["noun"] in ("위원장", "비서", "일군") and _LEADER.search(words, max(0, match.start() - 8), match.end("np")):
        return False
    if match["particle"] in ("을", "를") and _ANY_OFFENDER.search(match["np"]) and not _ONE.search(match["np"]):  # "위반자를 처벌"
        return False
    if match["particle"].startswith("에게") and not _SENTENCED.search(after):
        return False
    after = _APART.split(after, maxsplit=1)[0]
    topic = match["particle"] in ("은", "는")
    if not topic and _GIVES.match(after) and not patterns["acted"].match(after, after.find(" ") + 1):
        return False
    subject = _SUBJECTS if match["particle"] in ("을", "를") else _TOPIC
    reach = 24 if match["particle"] in ("을", "를") else len(after)
    for act in patterns["acted"].finditer(after, 0, reach):
        if subject.search(after, 2, act.start()):
            return False
        if match["particle"] in ("을", "를") and (_OTHER_VERB.search(after, 2, act.start()) or _PASSIVE.search(act.group())):
            return False
        if match["particle"] in ("이", "가") and any(m["particle"] in "이가" for m in patterns["single"].finditer(after, 2, act.start())):
            return False
        if _NOT_YET.match(after, act.end()) or topic and _OF_OTHERS.match(after, act.end() - 1):
            continue
        if match["particle"] in ("이", "가", "은", "는") and is_agent(after, act) and not (topic and _handed_over(match, after, act)):
            continue
        if no_death_dealt(words, act.group(), sentence, patterns, mishap):
            continue
        if sentence.part == "title" or _PAST.search(after[act.start() : act.end() + 12]):
            return True
        goes_on = _GOES_ON.match(words, match.end("np") + act.end() - 1)  # "해임되고 ... 갔다", "잡혀 ... 빼앗겼다"
        if goes_on and _PAST_LATER.search(words, goes_on.end(), min(sentence.end, goes_on.end() + 90)):
            return True
    return False


_LEADER = re.compile("김정은|김정일|김일성|국무위원장|총비서|국방위원장")
_ANY_OFFENDER = re.compile(r"(?:(?:위반|사용|판매|제조|운반|유포|시청|취급|이용|소지|월경|체류|범죄|도강|탈북|가담|소유|위법|법위반)자|사범|탈북민)$")
_ONE = re.compile(r"^(?:한|어느|그|이) |\d|[가-힣]\s?모|씨")
_PUT_TO_DEATH = re.compile(rf"[이가]\s[^.“”]{{0,40}}(?:처형|총살|사형|목숨을 잃|숨졌)[^.]{{0,5}}[{PAST}]")  # "호송된 주민이 ... 처형됐다"
# whose verb follows at once and stands before a noun acts in that clause alone: "간부가 보낸 돈으로 풀려났다"
_GIVES = re.compile(r"[이가]\s(?:보낸|준|건넨|내준|대준|쏜|시킨|부른|넘긴|맡긴|신고한|고발한|이끄는|이끈|운영하는|관리하는|지휘하는|사는|있는|낸|쓴|만든|내린)\s[가-힣]")
_PASSIVE = re.compile(r"(?:[혀혔힌려렸린됐되돼된]|(?<!넘)겨)$")  # done to somebody else: "산모를 싣고 가려다 잡혀"
_OTHER_VERB = re.compile(rf"다는\s|(?:으려|하려|잡으러|기 위해)(?:고)?\s|다고\s|[{PAST}](?:고|으며|지만|다)\s")  # what was done to the object before: "탈북자를 빼냈다는 혐의로 총살"
_OFFICERS = ("원", "장", "비서", "간부", "위원", "일꾼", "일군", "검사", "판사", "군관")


def _handed_over(match, after, act):
    """Whether the topic of a verb that wants an object and has none is that object: "운전사는 보안서로 넘겼다"."""
    return bool(match["noun"]) and not match["noun"].endswith(_OFFICERS) and not re.search(r"[가-힣][을를]\s", after[: act.start()])


def _exempt(after, patterns):
    """Whether the person came, watched or got away; a clause before a noun is that of the noun: "평양에서 내려온 검열조에"."""
    return any(not (m.group()[-1] in "온난된인한" and after[m.end() : m.end() + 1] == " ") for m in patterns["exempt"].finditer(after))


_APART = re.compile(r"…|[“”\"]")  # what a person says of others is not done to the person
_GOES_ON = re.compile(r".?(?:당하|[되돼하])?(?:고|며|다가|던 중|는 과정에서)\s|.?형?,\s|.?[혀려돼가해여져쳐켜와나아어](?:서)?\s")
_PAST_LATER = re.compile(rf"[{PAST}](?:다|습니다)|(?:[여혀려해겨돼져]|고)\s있(?:다|습니다)")


# another subject than the person. The particle of a noun hangs on its last syllable: open ones take 는 and 가, closed ones 은 and 이;
# "먹는" and "나간" are clauses before a noun, and so are most 는 after the stems given here, 은 after those of verbs
_TOPIC = re.compile(
    rf"(?:(?<=[가-힣])(?<![{OPEN}받않같많적작높낮죽맞좋남입잡찾늙젊넘앉얻맡먹잃잊읽맺닫묻벗씻웃끊끓꿇굶뽑씹줍굳뜯믿쏟갚덮짚엎갖꽂찢늦쫓쌓놓넣낳닿앓뚫섞묶깎엮긁밝밟겪꺾낚솟옮젖있없])(?<!지금)(?<!오늘)은"
    rf"|(?<=[{OPEN}])(?<![하되가오보사쓰파다르에때냐])(?<!에서)(?<!으로)(?<!까지)(?<!부터)(?<!에게)(?<!현재)(?<!라(?=는 (?:혐의|이유|말|소문|의심|죄|것|사실)))는)\s"
)
_SUBJECTS = re.compile(rf"{_TOPIC.pattern}|(?<=[가-힣])(?<![{OPEN}같많없깊높굳길])이\s|(?<=[{OPEN}])(?<![려어아라녀혀져겨])가\s")
# an act that is only asked after, meant or ordered: "단속했는지", "체포하는 것이 임무", "체포하라고"
_NOT_YET = re.compile(
    r"[^.]{0,6}는지|하?(?:는 것|는 일|는 임무|려고|려는|려다|라는|라고|면 |도록(?! (?:했|하였|조치))|기 위|기로)|[될할] "
    r"|[^.]{0,14}(?:으?라고|도록(?! (?:했|하였|조치))|려고)\s|[^.]{0,8}는 (?:소문|후문)|[^.]{0,14}겠다|[을를이]? ?(?:대신|면하|면했|피하|피해|각오)|[^.]{0,3} 수 있|에 (?:나오지|서지)"
    # a noun that only names it, and an act that was not done: "총살 장면", "구속영장", "처벌도 받지 않았다"
    r"|(?:소|형|장|대)? ?(?:장면|대상(?!이 [됐되]|에 올|으로)|명단|소식|이야기|생활|소문|현장|영장|장소|절차|법(?!정)|규정|위협|공포|걱정|두려|무서)|당하던"
    r"|[을를도은이]?\s?(?:받|되|당하|하|보내|내려)?지(?:는|도)?\s(?:않|못)"
)
# "아들에게는 8개월이 떨어졌다", "거간꾼에게 벌금 2천만 원을 매겼다"
_SENTENCED = re.compile(
    r"(?:형|년|개월|단련대|처벌|처분)[이은을]?\s?[^.]{0,12}(?:떨어졌|내려졌|내렸|선고|언도)"
    r"|(?:벌금|과료|경고)[^.]{0,16}(?:매겼|물렸|부과|안겼|떨어졌|내렸|했다|주었|줬|남겼)|(?:죄|혐의|누명|딱지)를 (?:들)?씌"
)
# an act in a clause before a noun is that of whom the noun names: "여단장은 북송된 사람들의 사진을 흔들며"
_OF_OTHERS = re.compile(r"[가-힣]{0,3}?(?<=[된한힌간린긴난던])\s(?!것|사실|일|뒤|후|사건|이후|직후|채|상태|지|데|적|바|날|때|소식|경우|이유|다음|상황|처지|신세)[가-힣]")
