"""Whether a single person named in a Korean sentence is acted on: the clause behind the person, its subject, its tense."""

import re

from reports.korean_forms import OPEN, PAST
from reports.people_korean_acts import is_agent, no_death_dealt

NEAR, FAR = 60, 100  # characters within which a subject has its verb; a topic keeps it longer
# what tells an act that happened from a practice ("끌려간다"): past, adnominal or a headline's bare noun
TOLD_AS_PAST = re.compile(
    rf"[{PAST}]|받(?:고 있|는 중)|(?:된|한|힌|간|린|든|진|받은|죽은|맞은)\s|자\s|[히리기되당]는 바람에|[히리기되당]는 (?:일|사건|사고|사태)[이가]\s?(?:벌어|있었|발생|일어|생겼)"
    r"|덜미|[여혀려해겨돼져]\s(?:지금껏\s|아직\s|여태\s|현재\s)?(?:갇혀\s)?있(?:다|습니다)"
)


def is_acted_single(words, match, sentence, patterns, mishap):
    """Whether something happened to this one person: in the past, with no other subject between; `mishap` where an accident is told."""
    after = words[match.end("np") : min(sentence.end, match.end() + (FAR if match["particle"] in ("은", "는") else NEAR))]
    if match["noun"] == "주민" and sentence.part == "text" and not match["age"] and not re.search(r"^한 |^어느 |[가-힣] ?모 |씨", match["np"]):
        return bool(_PUT_TO_DEATH.match(after)) and not _exempt(after[:20], patterns)  # "단속된 주민은": whoever was caught
    if re.match(r"\s?(?:\d|두|세|들|여러|몇)|들|[은는] ?(?:물론|커녕)", after) or _exempt(after[:20], patterns):
        return False
    if _OFTEN.match(after):
        return False
    if match["np"].startswith("의 "):  # "8명의 학생이"
        return False
    if match["noun"] in ("위원장", "비서", "일군") and _LEADER.search(words, max(0, match.start() - 8), match.end("np")):
        return False
    if match["particle"] in ("을", "를") and _ANY_OFFENDER.search(match["np"]) and not _ONE.search(match["np"]):  # "위반자를 처벌"
        return False
    if match["particle"].startswith("에게") and not _SENTENCED.search(after):
        return False
    after = APART.split(after, maxsplit=1)[0]
    topic = match["particle"] in ("은", "는")
    if not topic and _GIVES.match(after) and not patterns["acted"].match(after, after.find(" ") + 1):
        return False
    subject = SUBJECTS if match["particle"] in ("을", "를") else TOPIC
    reach = 24 if match["particle"] in ("을", "를") else len(after)
    for act in patterns["acted"].finditer(after, 0, reach):
        if subject.search(after, 2, act.start()):
            return False
        if match["particle"] in ("을", "를") and (_OTHER_VERB.search(after, 2, act.start()) or _PASSIVE.search(act.group())):
            return False
        if match["particle"] in ("이", "가") and any(m["particle"] in "이가" for m in patterns["single"].finditer(after, 2, act.start())):
            return False
        if NOT_YET.match(after, act.end()) and not act.group().endswith("고") or topic and OF_OTHERS.match(after, act.end() - 1):
            continue
        if match["particle"] in ("이", "가", "은", "는") and is_agent(after, act) and not (topic and _handed_over(match, after, act)):
            continue
        if no_death_dealt(words, act.group(), sentence, patterns, mishap):
            continue
        if sentence.part == "title" or TOLD_AS_PAST.search(after[act.start() : act.end() + 12]):
            return True
        goes_on = _GOES_ON.match(words, match.end("np") + act.end() - 1)  # "해임되고 ... 갔다", "잡혀 ... 빼앗겼다"
        if goes_on and PAST_LATER.search(words, goes_on.end(), min(sentence.end, goes_on.end() + 90)):
            return True
    return False


_LEADER = re.compile("김정은|김정일|김일성|국무위원장|총비서|국방위원장")
_OFTEN = re.compile("[을를] (?:많이|자주|수없이|닥치는 대로|모조리|마구잡이로|무더기로|여럿)")  # many of a kind
_ANY_OFFENDER = re.compile(r"(?:(?:위반|사용|판매|제조|운반|유포|시청|취급|이용|소지|월경|체류|범죄|도강|탈북|가담|소유|위법|법위반)자|사범|탈북민)$")
_ONE = re.compile(r"^(?:한|어느|그|이) |\d|[가-힣]\s?모|씨")
_PUT_TO_DEATH = re.compile(rf"[이가]\s[^.“”]{{0,40}}(?:처형|총살|사형|목숨을 잃|숨졌)[^.]{{0,5}}[{PAST}]")  # "호송된 주민이 ... 처형됐다"
# whose verb follows at once and stands before a noun acts in that clause alone: "간부가 보낸 돈으로 풀려났다"
_GIVES = re.compile(r"[이가]\s(?:보낸|준|건넨|내준|대준|쏜|시킨|부른|넘긴|맡긴|신고한|고발한|이끄는|이끈|운영하는|관리하는|지휘하는|사는|있는|낸|쓴|만든|내린)\s[가-힣]")
_PASSIVE = re.compile(r"(?:[혀혔힌려렸린됐되돼된]|(?<!넘)겨)$")  # done to somebody else: "산모를 싣고 가려다 잡혀"
# what was done to the object before: "탈북자를 빼냈다는 혐의로 총살"
_OTHER_VERB = re.compile(rf"다는\s|(?:으려|하려|잡으러|기 위해)(?:고)?\s|다고\s|[{PAST}](?:고|으며|지만|다)\s")
_OFFICERS = ("원", "장", "비서", "간부", "위원", "일꾼", "일군", "검사", "판사", "군관")


def _handed_over(match, after, act):
    """Whether the topic of a verb that wants an object and has none is that object: "운전사는 보안서로 넘겼다"."""
    return bool(match["noun"]) and not match["noun"].endswith(_OFFICERS) and not re.search(r"[가-힣][을를]\s", after[: act.start()])


def _exempt(after, patterns):
    """Whether the person came, watched or got away; a clause before a noun is that of the noun: "평양에서 내려온 검열조에"."""
    return any(not (m.group()[-1] in "온난된인한" and after[m.end() : m.end() + 1] == " ") for m in patterns["exempt"].finditer(after))


APART = re.compile(r"…|[“”\"]")  # what a person says of others is not done to the person
_GOES_ON = re.compile(r".?(?:당하|[되돼하])?(?:고|며|다가|던 중|는 과정에서)\s|.?형?,\s|.?[혀려돼가해여져쳐켜와나아어](?:서)?\s")
PAST_LATER = re.compile(rf"[{PAST}](?:다|습니다)|(?:[여혀려해겨돼져]|고)\s있(?:다|습니다)")


# another subject than the person. The particle of a noun hangs on its last syllable: open ones take 는 and 가, closed ones 은 and 이;
# "먹는" and "나간" are clauses before a noun, and so are most 는 after the stems given here, 은 after those of verbs
TOPIC = re.compile(
    rf"(?:(?<=[가-힣])(?<![{OPEN}받않같많적작높낮죽맞좋남입잡찾늙젊넘앉얻맡먹잃잊읽맺닫묻벗씻웃끊끓꿇굶뽑씹줍굳뜯믿쏟갚덮짚엎갖꽂찢늦쫓쌓놓넣낳닿앓뚫섞묶깎엮긁밝밟겪꺾낚솟옮젖있없])(?<!지금)(?<!오늘)은"
    rf"|(?<=[{OPEN}])(?<![하되가오보사쓰파다르에때냐])(?<!에서)(?<!으로)(?<!까지)(?<!부터)(?<!에게)(?<!현재)(?<!라(?=는 (?:혐의|이유|말|소문|의심|죄|것|사실)))는)\s"
)
SUBJECTS = re.compile(rf"{TOPIC.pattern}|(?<=[가-힣])(?<![{OPEN}같많없깊높굳길])이\s|(?<=[{OPEN}])(?<![려어아라녀혀져겨])가\s")
# an act that is only asked after, meant or ordered: "단속했는지", "체포하는 것이 임무", "체포하라고"
NOT_YET = re.compile(
    r"[^.]{0,6}는지|하?(?:는 것|는 일|는 임무|려고|려는|려다|려 [했하]|라는|라고|면 |도록(?! (?:했|하였|조치))|기 위|기로)|[될할] "
    r"|[^.]{0,14}(?:으?라고|도록(?! (?:했|하였|조치))|려고)\s|[^.]{0,8}는 (?:소문|후문)"
    r"|[^.]{0,14}겠다|[을를이]? ?(?:대신|면하|면했|피하|피해|각오)|[^.]{0,3} 수 있|에 (?:나오지|서지)"
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
OF_OTHERS = re.compile(r"[가-힣]{0,3}?(?<=[된한힌간린긴난던])\s(?!것|사실|일|뒤|후|사건|이후|직후|채|상태|지|데|적|바|날|때|소식|경우|이유|다음|상황|처지|신세)[가-힣]")
