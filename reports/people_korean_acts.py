"""Whether people named in a Korean sentence are acted on: the act follows them, and nobody else is its subject."""

import re
from functools import lru_cache

from reports.korean_forms import PAST, forms
from reports.patterns import one_of
from reports.quantities import quantity_words

DIED = re.compile("맞아|피살|매맞|숨|사망|죽|목숨|부상|다쳤|다친|중상|실려|옮겨")
_HURT = re.compile("맞아|피살|매맞|숨|사망|죽|목숨|부상|다쳤|다친|중상")
WHENEVER = re.compile(r"(?:걸리|들키|잡히|붙잡히|적발되|어기)면[,\s]")  # what befalls whoever is caught befell nobody
_LIMIT, _TOPIC_LIMIT = 75, 105  # a topic keeps its verb longer


# an act of Chinese organs, unless the people were handed back: "중국 공안에 체포됐다"
_ABROAD = re.compile(
    r"중국 ?(?:공안|변방대|변방|경찰|측 공안)[가-힣]{0,3}\s(?:손에 |의해 |당국에 )?[^.“”]{0,45}(?:체포|붙잡|잡[혔힌히혀았아]|적발|단속|구금|연행|검거|억류|끌려|수감|쫓기|빼앗|사살)"
)
_HANDED_BACK = re.compile(r"북송|송환|넘[겨긴겼어]|인계|압송|이송|끌려 ?[왔온오]|잡혀 ?[왔온오]|돌려|되돌|보위|안전[부원]|보안[서원]|교화|단련대|처벌|처형")


def is_abroad(words, sentence):
    """Whether a sentence tells only what Chinese organs did."""
    abroad = words.find("중국", sentence.start, sentence.end) >= 0 and _ABROAD.search(words, sentence.start, sentence.end)
    return bool(abroad) and not _HANDED_BACK.search(words, sentence.start, sentence.end)


_SUFFIX = "(?:[원장꾼자생관범병수인녀부의]|위원|비서|의사|기사|[소중상대]좌|[소중상대]위)"  # what words for persons end in


# a full name behind a post, by the commonest surnames: "감독상 리순철을"
_NAME = r"(?:[김리이박최정강조윤장임림한오서신권황안송전홍류유고문양손배백허노로심하곽성차주우구민지진엄채원방공현함변염여추석선설마길연위표명기반왕])[가-힣]{2}"


def _forms(term):
    """A term of data/quantities.yml as regular expressions: a verb stem before `~` in all its forms, a first bracket word by word.

    So all begin with a letter, by which `one_of` groups them.
    """
    if term.endswith("~"):
        return forms(term[:-1])
    bracket = re.match(r"\(\?:([가-힣| ]+)\)(?![?*+{])", term)
    return tuple(word + term[bracket.end() :] for word in bracket[1].split("|")) if bracket else (term,)


_WITHIN = {"소년": "(?<!청)", "지인": "(?<![외현토])", "이웃": "(?<![가-힣])", "친구": "(?<![가-힣])"}  # 청소년 are the young, not a boy


def _any(words):
    return one_of([_WITHIN.get(w, "") + re.escape(w) for w in words])


@lru_cache(maxsize=None)
def patterns() -> dict:
    """All patterns by name, made of data/quantities.yml; `households` are the counter words for these."""
    words = quantity_words()["people"]["ko"]
    acted = one_of([form for sense in words["acted"].values() for term in sense for form in _forms(term)])
    return {
        "acted": re.compile(acted),
        "households": frozenset(words["households"]),
        "exempt": re.compile("|".join(words["exempt"])),
        "died_of": re.compile("|".join(words["died_of"])),
        "exempt_before": re.compile(rf"(?:{'|'.join(words['exempt_before'])})\s?$"),
        "single": re.compile(
            rf"(?P<np>(?:(?P<age>\d0대|\d\d(?:살|세))\s?(?:초반|중반|후반|초|중|말)?(?:의)?\s)?"
            rf"(?:[가-힣]\s?모\s?(?:\([^)]{{1,16}}\)\s?)?(?:씨|군|양)|[가-힣A-Z]\s?씨|[A-Z]\s?(?:군|양)|(?<![가-힣])[가-힣]{{2,4}}(?=\s?\((?:가명|\d\d))"
            rf"|(?<!(?<![아어여해져려]) 온 )(?<!두 )(?<!세 )(?<!네 )(?<!모든 )(?<!일부 )(?<!많은 )(?<!여러 )(?<!전체 )"
            rf"(?:(?!온\s|[두세네]\s|다섯\s|여섯\s|몇\s|몇몇|모든|전체|일부|많은|여러|각\s"
            rf"|다른 )(?<!\d)[가-힣]{{1,8}}(?<![과와며이가을를])(?<![{PAST}]고)\s)?"
            rf"(?P<noun>{_any(words['persons'])}|\d0대(?=[가는를도]\s)))(?:\s?(?:[가-힣]모|[A-Z가-힣]{{1,3}})\s?(?:씨|양|군)"
            rf"|\s{_NAME}(?=[이은을]\s|[가는를]\s)|\s(?!소식통|가족임|전원|모두|전부|일부|자신|본인|대다수)[가-힣]{{2,3}}(?<!들)(?=[이은]\s))?)"
            rf"(?:\s?\([^)]{{1,16}}\))?(?P<particle>이|가|은|는|을|를|도|마저|까지|역시|만|에게는?)\s"
        ),
        "beside": re.compile(rf"(?:{_any(words['persons'])})(?=[과와]\s(?:[가-힣]+\s){{0,2}}(?:\d{{1,5}}|[한두세네])\s?(?:명|자녀|아들|딸))"),
        "person_before": re.compile(rf"(?:{_any(words['persons'])})\s$"),
        "listed": re.compile(rf"(?:{_any(words['persons'])})(?=(?:과|와|,)\s)"),
        "summed": re.compile(
            rf"(?:{_any(words['persons'])})(?:\s[가-힣]{{2,4}})?(?:\s?\([^)]{{1,12}}\))?"
            r"(?=과\s|와\s|,\s|·|까지\s|\s?등\s|\s?(?:을|를)\s?(?:비롯|포함))"
        ),
        "taken": re.compile(
            rf"(?:체포된|붙잡힌|끌려 ?간|구속된|처형된|잡힌|검거된|적발된|추방된|단속된|총살된|해임된|구금된|수감된|연행된)\s"
            rf"(?:(?:(?:주민|사람|이|인물|범인|용의자)은\s)?(?P<np>(?:\d0대|한|어느)\s(?:[가-힣]{{1,6}}\s)?(?P<noun>{_any(words['persons'])}))"
            r"|(?:주민|사람|이|인물|범인|용의자|남성|여성|청년|간부|군인)[은는]\s(?!.{0,12}(?:주로|대부분|모두|대개|거의|전부))(?:[가-힣\d]+(?<![과와])\s){0,4}?"
            rf"(?P<np2>[가-힣]\s?모\s?(?:씨|군|양)|(?:[가-힣]{{1,8}}\s)?{_any(words['persons'])}(?:\s[가-힣]\s?모\s?씨)?))"
            r"(?=이었|였|이다|이며|으로|로\s|라고|인\s것)"
        ),
        "few": re.compile(rf"(?<![가-힣\d])(?P<n>두|세|네|다섯|여섯)\s(?P<noun>(?:[가-힣]{{1,4}}\s)?{_any(words['persons'])})(?=[이가은는을를도의에])"),
        "among": re.compile(
            r"(?:(?:그중|그 중|그 가운데|이 중|이 가운데|그 속)(?:에는?|에도)?\s(?:[가-힣]{1,6}\s){0,2}"
            rf"(?P<np>{_any(words['persons'])})(?:도|이|가)\s(?:있|끼|섞|포함)"
            rf"|(?P<np2>{_any(words['persons'])})도\s그\s?(?:속|중|가운데)에)"
        ),
        "taken_named": re.compile(
            r"(?:체포된|붙잡힌|끌려 ?간|불려 ?간|구속된|처형된|검거된|적발된|추방된|단속된|총살된|해임된|연행된|수감된|소환된|구금된)\s"
            r"(?P<np>(?:\d0대\s)?(?:[가-힣]{1,6}\s)?(?P<surname>[가-힣])\s?모?\s?씨)(?=[는가도의]\s)"
        ),
        "one_taken": re.compile(
            r"(?:빼앗긴|뺏긴|쫓겨난|끌려 ?간|풀려난|체포된|붙잡힌|불려 ?간|처벌받은|벌금을 (?:문|낸)|적발된|단속된|추방된|해임된)\s"
            rf"(?P<np>(?:한|어느|\d0대|\d\d(?:살|세))\s(?:[가-힣]{{1,6}}\s)?(?P<noun>{_any(words['persons'])}))(?=[는가도의은이]\s)"
            r"|(?:끌려 ?나온|끌려 ?간|체포된|붙잡힌|잡힌)\s(?P<np2>남자|여자|남성|여성|여인|사내|청년|노인|할머니)(?=[는은이가]\s)"
            r"|(?:빼앗긴|뺏긴|쫓겨난|끌려 ?간|단속에 걸린|단속된|벌금을 (?:문|낸)|얻어맞은|매를 맞은)\s"
            r"(?P<np3>(?:[가-힣]{2,5}\s)?(?:할머니|노파|할아버지|노인|아주머니|아낙|소녀|처녀|소년))(?=[는은이가도]\s)"
        ),
        "owner": re.compile(
            rf"(?P<np>(?:한|어느|\d0대|\d\d(?:살|세))\s(?:[가-힣]{{1,6}}\s){{0,2}}?(?P<noun>{_any(words['persons'])})|[가-힣]\s?모?\s?씨)의\s"
            r"(?:[가-힣\d]{1,6}\s){0,2}?(?:집|살림집|가택|방|짐|짐짝|보따리|배낭|수레|매대|물건|상품|돈|돈주머니|손전화|휴대전화"
            r"|전화기|옷|치마|바지|가방|광주리|함지|자전거|오토바이|차|트럭|쌀|낟알|몸|머리|호주머니|땅|뙈기밭)"
            r"(?:[을를도]|까지|마저)"
        ),
        "anybody_taken": re.compile(rf"(?P<np>(?:(?<!일부 )(?<!여러 )(?<!많은 )(?<!모든 )[가-힣]{{1,7}}{_SUFFIX}))(?P<particle>이|가|은|는|도|을|를)\s"),
        "person_only": re.compile(one_of([form for term in words["person_only"] for form in _forms(term)])),
        "termed": re.compile(
            rf"(?P<np>{_any(words['persons'])}|가족|본인)(?:은|는|에게는|에게)\s(?:각각\s)?"
            rf"(?:(?:노동|로동)?(?:교화|단련대?|징역)(?:형)?\s)?\d{{1,3}}(?:년|개월|달)(?:형)?(?=[,의을이\s])"
        ),
        "pair": re.compile(
            rf"(?:(?:\d0대|[가-힣]\s?씨)\s?(?:[가-힣]+\s)?)(?P<pair>{_any(words['pairs'])})(?=[가이는은를을도,’'”\s])"
            rf"|(?<![가-힣])(?P<pair2>{_any(words['pairs'])})(?=(?:[가이는은를을도]|의 (?:집|가택|살림집|방)(?:을|이|에))\s)"
        ),
    }


_AUDIENCE = re.compile(r"(?:재판정|회의장|회의|모임|집회|재판|강연|강연회|처형장|사형장|투쟁회)에는?\s")  # those fetched to look on
_HEADLINE_CUT = re.compile(r"…(?=[^…]{0,6}\d+여?\s?명)")  # "20명 탈북 시도…12명 잡혀"


# what tells of those who deal death out, or of the pursuit or custody in which people die
_DEALT = re.compile(
    r"총|쏘|쏴|쐈|사격|사살|처형|저격|고문|구타|매[를맞질]|매를|폭행|맞아|단속|쫓기|쫓겨|순찰|추격|체포|조사|취조|문초|교화|단련대|구류|감방|감옥|수용소|관리소|집결소|수감"
    r"|보위|안전[부원국]|보안[서원]|규찰|경비대|국경군|군인들[이에]|탈북|도강|강을 건|북송"
)


def no_death_dealt(words, act, sentence, patterns, mishap=False):
    """Whether an act tells of a death or an injury that nobody dealt out: an accident, a private crime (`mishap`: so the title)."""
    if not DIED.match(act):
        return False
    told_until = min(sentence.end, sentence.start + 300)
    if mishap or patterns["died_of"].search(words, sentence.start, told_until):
        return True
    return bool(_HURT.match(act)) and not _DEALT.search(words, max(0, sentence.start - 120), sentence.end)


def acted_on(words, match, sentence, patterns, mishap=False):
    """Whether an act follows within the clause, and nothing says these people came, watched or got away."""
    if WHENEVER.search(words, sentence.start, match.start()) or _EVEN.match(words, match.end()):
        return False
    topic = words.startswith(("은 ", "는 "), match.end())
    after = words[match.end() : min(sentence.end, match.end() + (_TOPIC_LIMIT if topic else _LIMIT))]
    after = _HEADLINE_CUT.split(after, 1)[0]
    if re.match(r"[과와]\s(?!함께|그 |그의|가족|이를|이들|(?:[가-힣\d]+\s)?(?:\d{1,5}|한|두|세|네)\s?명)", after):  # those with whom somebody did something
        act = patterns["acted"].search(after)
        if not act or not _SUFFERED.search(act.group()) or _DEALS.search(after, 0, act.start()):
            return False  # but "동생 둘과 강을 건너다 끌려왔다": taken along with them
    stop = re.search(r"[“”\"]|(?:[했됐였었았갔왔][고으지]|며|는데|지만|으나)[\s,]", after)
    clause = after[: stop.end()] if stop and not patterns["acted"].search(after[: stop.end()]) and stop.start() > 40 else after
    acted = patterns["acted"].search(clause)
    exempt = patterns["exempt"].search(clause[:30])
    if exempt and (not acted or exempt.start() <= acted.start()):
        return False
    if acted and acted.group() == "불려" and _AUDIENCE.search(words, sentence.start, match.start()):
        return False
    if acted and is_agent(after, acted):  # "청년 2명이 안전원을 때려 구류장에 갇혔다": what they did, and what befell them for it
        later = next((a for a in patterns["acted"].finditer(clause, acted.end()) if _SUFFERED.search(a.group())), None)
        if not later or re.search(r"(?<!다)[이가]\s|[은는]\s|[“”\"]", clause[acted.end() : later.start()]):
            return False
        acted = later
    if acted and _UNDONE.match(after, acted.end() - 1) and not acted.group().startswith(("풀려", "석방", "돌아오지", "째 돌아")):
        return False
    if acted and (_others_act(after, acted) or _RUMOUR.match(after, acted.end() - 1)):
        return False
    if HANDLED.match(words, match.end() - 1):
        return True
    if patterns["exempt_before"].search(words[max(sentence.start, match.start() - 12) : match.start()]):
        return False
    if acted:
        return not no_death_dealt(words, acted.group(), sentence, patterns, mishap)
    before = words[max(sentence.start, match.start() - 55) : match.start()]
    if _HELD_AT.search(before) and _ARE.match(after):
        return True
    acts = [a for a in patterns["acted"].finditer(before) if not _HURT.match(a.group()) and a.group() != "쫓겨"]
    if patterns["died_of"].search(words, sentence.start, sentence.end):  # "병원에 실려 간 부상자"
        acts = [a for a in acts if not DIED.match(a.group())]
    return any(_TOLD_OF.match(before, act.end() - 1) for act in acts)


# those who are in custody: "단련대에 여자 80명, 남자 40명이 있었다"
_HELD_AT = re.compile(r"(?:단련대|교화소|관리소|구류장|집결소|감방|감옥|수용소|유치장|대기실)에(?:는|도|만)?\s(?!(?:간수|계호원|교화원|직원|관리))[^.“”]{0,24}$")
_ARE = re.compile(r"(?:[이가은는]|,)[^.“”]{0,24}(?:있었|있다|남아|지내|살았|살고)")
# "조사를 받은 사람이 15명에 이른다", "체포자는 7명이다"
_TOLD_OF = re.compile(r"(?:[가-힣]{1,2}\s(?=들|나|오|간|온))?[가-힣]{1,3}?(?:(?<=자)(?=[는가만도])|(?<=[된한힌간린긴은난])\s|(?<=뽑을)\s)[^.,“”]{0,30}$")


# acts in the active voice: whoever is their subject is no patient ("보위원 3명이 집을 뒤졌다")
_ACTIVE = re.compile(
    "(?:체포|구속|구금|연행|검거|적발|단속|처형|총살|사살|추방|해임|교체|처벌|수색|소환|취조|심문|재판|폭로|압송|호송|이송|색출|고문|폭행|구타|감금|억류"
    "|비판|성토|질책|추궁)(?=했|한|하|해)|벌금(?=을? ?(?:걷|거두|거둬|매기|매겼|물리|물렸|부과|요구|챙기|챙겼|뜯|받아))|재판(?=을 (?:열|진행|지켜|방청|준비)|에 참석|에 참가|에 나온)"
    "|(?:앞에|무대에|단상에|자리에|회의에|거리에|길에) ?(?:불러 )?세(?:웠|워(?!졌|진|지))"
    "|붙잡(?:아|았)|붙들었|헐(?:었|어)|꿇어앉혔|앉혔|앉히|끌고|끌어(?!내려[졌진져])|가뒀|가둬|가두|뒤졌|덮쳤|덮친"
    "|갈아 ?치|잘라 ?[냈내]|몰아 ?[냈내]|불러|쫓아|내쫓|때려|때렸|쏘|쐈|쏴|캐물|따져|닦달|다그|데려|잡아|세(?:웠|워(?!졌|진|지))|빼앗(?!기|겼)|넘겼|(?:체포|연행|적발|단속|처형|추방|수색)(?:했|해|하)"
)


def is_agent(after, act):
    """Whether people are the subject of an act in the active voice: with an object of its own, or with no other subject between."""
    if not _SUBJECT_OF.match(after) or not _ACTIVE.match(after, act.start()):
        return False
    between = after[2 : act.start()]
    return bool(re.search(r"[가-힣][을를]\s", between)) or not re.search(r"[가-힣][이가]\s", between)


_SUBJECT_OF = re.compile(r"(?:이|가|은|는)\s")
_SUFFERED = re.compile(r"(?:됐|되|돼|된|당|[잡걸들쫓갇](?:혔|혀|힌|히|렸|려|린|켰|켜|겨|겼))$|^(?:끌려|불려|잡혀|풀려|쫓겨)")
_DEALS = re.compile(r"짜고|연계|공모|결탁|거래|시비|다투|다퉜|싸우|싸웠|만나|통화|연락|약속|손잡|연결|(?<!다)[이가]\s|[은는]\s|[“”\"]|[었았했]")
_EVEN = re.compile("이?라도[ ,]|도 (?:없|[^.]{0,12}지 (?:않|못))")  # "한 명이라도 나오면", "한 명도 없다"
_UNDONE = re.compile(r"[^.\s]{0,3}(?:지(?:는|도)? ?(?:않|못)|려(?:고|는|다가?)? (?:했|하|시도))")  # "잡히지 않았다", "체포하려 했으나"
# what is only said to come: "데려간다는 말이 나온다"
_RUMOUR = re.compile(
    r"[^.\s]{0,3}(?:[간한된진긴힌린]다는 (?:말|소문|이야기|설|루머)|(?:[될할]|당할) (?:위기|가능성|우려)|면[ ,])"
)
HANDLED = re.compile(r"[명람둘셋넷]을\s(?:앞에\s)?(?:세웠|세워 놓|잡아(?!먹| ?주)|잡았)")  # "밀수꾼 한 명을 세웠다"
_NEXT_COUNT = re.compile(r"(?:\d|[두세네섯곱덟홉열])\s?여?\s?(?:명|사람)(?:이|은|가|는)\s|(?:그 가운데|그중|그 중|이 가운데|이 중)\s(?:하나|둘|셋|넷|한)")


def _others_act(after, act):
    """Whether the act falls on others, named between: "20명이 달아나려다 12명이 붙잡혔다", "다섯 명을 더 태운 운전사가 단속됐다"."""
    between = after[: act.start()]
    if re.match(r"[을를]\s", after) and _SUFFERED.search(act.group()):  # "밀수꾼 3명을 넘기려다 체포됐다": who did so
        return True
    if re.match(r"(?:이|가|은|는|뿐)", after) and _NEXT_COUNT.search(between):
        return True
    return bool(re.match(r"[을를]\s", after) and not _ACTIVE.match(act.group()) and re.search(r"[가-힣][이가]\s", between))
