"""Korean: who acts and who suffers, read from the particle that closes a name's phrase and from the verb that follows."""

import re

_PASSIVE_AFTER = re.compile(r"^(?:(?:을|를|이|가|도)\s)?(?:되|돼|됐|된|될|됨|당하|당했|당한|받|면)")
# what stands between two members of one list
LIST = re.compile(r"^(?:들|원|성원)?(?:와|과|이나|나|및|,|·|/|\s및)\s?(?:[가-힣]{1,3}\s)?$")
_WORD = re.compile(r"[^\s.,!?…“”‘’\"'()·]*")
# what closes a name's phrase: subject, object, receiver; a bare name runs on into the next word
_PARTICLE = re.compile(
    r"(?P<at>에서|에서는|에서도)$|(?P<subject>이|가|은|는|께서|만이|도)$|(?P<object>을|를)$|(?P<until>까지|까지도|부터)$|(?P<by>에 의해|에 의한)$|"
    r"(?P<source>에게서|에게서도|한테서|로부터)$|"
    r"(?P<receiver>에게|한테|에게는|에게도|에|에는|에도|들에)$|(?P<owner>의)$|(?P<with>와|과|이나|나|및|랑)$|(?P<to>으로|로|으로는|로는|으로도|로도)$"
)
# those a deed is aimed at, or who each have to give
_AIMED = re.compile(
    r"^\s?(?:들?을|를|까지|도)?\s?(?:상대로|대상으로|겨냥|겨눈|노린|표적)|^\s대상\s|^(?:들)?\s?(?:한\s사람당|1인당|한\s명당|마다|별로)|"
    r"^\s?(?:들)?(?:에 대한|에 대해|에 대하여)"
)
_AIMED_AT_ORGAN = re.compile(r"^(?:들)?(?:을|를|까지)?\s?(?:상대로|대상으로|겨냥|겨눈|겨누)|^(?:들)?에 대한\s(?:[가-힣]+\s)?(?:검열|조사|수사|감사)")
_SOURCE = re.compile(r"^(?:[가-힣]{0,4}\s)?(?:[가-힣]{0,3}\s)?소식통|^\s?(?:출신|가족(?!째|과|까지|들과|\s전원|\s모두)|행세|차림)")
# an organ's house, land or goods, or what lies beside it: no doing of the organ
_PREMISES = re.compile(
    r"^(?:서)?(?:의)?\s(?:[가-힣]{1,5}\s){0,2}(?:뒷산|앞마당|정문|후문|담장|청사|건물|옆|곁|뒤편|맞은편|주변|근처|인근|부근|창고|공급소|사택|아파트|식당|부지|위수구역)"
    r"(?=[\s,.에에의가은는이을를과와도]|$)"
)
_KIN = re.compile(r"^(?:들)?(?:의)?\s?(?:아내|자식|아들|딸|부모|가족|남편|자녀)")
_KIN_OF_MEN = re.compile(r"^\s?[가-힣]{0,4}(?:의|군관|군인|간부)?\s(?:아내|아들|딸|남편|자식|자녀|부모|가족|친척|며느리|사위)")
# men and parts of an organ, whose case is the organ's
_MEN = re.compile(
    r"^\s(?:[가-힣]{1,4}\s)?(?:요원|성원|일꾼|간부|순찰대|기동|검열|담당|책임|관계|지도원|부원|군인|병사|대원|타격|반탐|수사|감찰|위원회|"
    r"비서|위원장|국장|부장|과장|소장|조직|선전|구류장|구금소|유치장|조사실|검사|판사|정보원|무리|부서|부대|여단|중대|소대|대대|사람|행정|군관|상무|조가|조는)"
)
# an organ before its own deed: "보위부의 오토바이 추격", "중앙당 포치를 받았다"; people before the deed that strikes them: "브로커 단속"
_OWNER_DEED = re.compile(
    r"^(?:꾼|업자|들|자|행위|소|대|원회)?(?:의\s(?:[가-힣]+\s)?|\s(?:집중\s|특별\s|대대적\s|일제\s|합동\s|강력\s|무더기\s)?)(?:"
    r"(?:지시|명령|주관|주도|주최|지도|위임|총에|총탄에|총격에|사격에|손에|단속에|검열에|추적에|감시망에|그물에|결정|허가|승인|포치|명의|포고|주문|방침|회의의 결정|회의 결정|조치|조처|배려|요구|통보|통지|확인서|확인|승낙|증명서|통행증|허락|결론)|"
    r"(?:통제|단속|검열|조사|수사|감시|처벌|추격|체포|소탕|추적|함정|덫|검거|적발|처형|추방|총살|구속|색출|압수|몰수|동원|총동원|강제동원|강제 동원|소환|퇴거|이주|강제이주)(?!(?:을|를|도)?\s?(?:당|피|회피)))"
)
# a verb before the noun it describes, or a condition: the subject of the sentence belongs to a later verb
_ADNOMINAL = re.compile(r"^[가-힣]{0,7}?(?:하는|되는|이는|리는|히는|기는|던|한|된|린|힌|긴|간|친|킨|낸|진|면)\s[가-힣‘“]")
# a topic with nothing but adverbs before the verb of enforcement is what is struck
_TOPIC_OBJECT = re.compile(r"^(?:들)?(?:은|는)\s(?:(?:바로|모두|모조리|전부|즉시|곧바로|곧|무조건|따로|다시|현장에서|그 자리에서|불러다|끌어다)\s)*$")
_LISTED_OBJECT = re.compile(r"^(?:들)?,\s[^.]{1,40}?[가-힣](?:을|를)\s")
# what of people is looked into: "간부들의 비리를 캐고 있다"
_HAVING = re.compile(r"^(?:들)?(?:이|가|을|를)\s(?:있는|둔|가진|나온|낸|나간)\s")
_REASON = re.compile(r"^[가-힣]{0,2}다(?:며|면서|는\s(?:이유|구실|혐의|명목|죄))")
_CARRIED_OUT = re.compile(r"^(?:을|를)?\s?(?:하|했|해|한|할|합)|^[가-힣]")
_OBJECT = re.compile(r"[가-힣](?:을|를)\s")
_TAKER = re.compile(r"^(?:을|를)?\s?(?:챙긴|받은|먹은|준|바친|봐준|주던|받던|뜯은|뜯던)\s")
_COUNTED = re.compile(r"(?:\d명|여\s?명|[두세네]\s?명|세대|일가|부부|남매|모녀|형제)$")
_DESCRIBES = re.compile(r"^(?:[린힌된긴])\s(?:[가-힣]{1,2}[^은는이가을를의도과와\s]\s?)?$")
_DEFIED = re.compile(r"^(?:을|를)?\s?(?:어기|어긴|위반|거역|집행하지|따르지)")
_AVERTED = re.compile(r"^(?:[가-힣]{0,2}(?:과|와|이나|,)\s[가-힣\s]{1,14})?(?:을|를)?\s?(?:막는다|막으려|막기\s|막겠다|막고자|막아\s?보려|차단하기|차단하려|차단한다|의\s온상|의\s소굴|방지|예방|근절하기|근절한다)")
_CONDUCT_OF = re.compile(
    r"^(?:들)?의\s(?:[가-힣]{1,4}\s)?(?:비리|부정부패|부정|부패|뇌물|비법|불법|위법|탈선|행위|움직임|일본새|태도|책임|잘못|뒤|배후|행방|동향|동태|사상|생활|집|가방|짐|손전화|휴대전화|전화|신원|신분|이동|출입|통화|외출|복장|옷차림|머리)"
)
_ALSO_ACTS = re.compile(
    r"까지도?\s(?:[^.]{0,30}?[가-힣](?:을|를)\s|(?:[가-힣]{1,4}\s)?(?:나서|나섰|나와|내려|가세|합세|개입|동원|투입|들어와|들어왔|뛰어들|더해|쉴 새 없이|돌며|지키))"
)
_REPORTS = re.compile(r"^[가-힣]{0,3}에게?\s[^.]{0,16}보고(?:하고|하라|해야|하도록|하는)")
_GETS = re.compile(r"^[가-힣]{0,2}에\s(?:보내|바치|대라|대고|지원|공급|넘기|내라|내야|가져|실어)")  # where goods go
_PAYS = re.compile(r"에\s[^.]{0,24}(?:씩|원을|위안을|돈을|벌금을|세를|비를)\s?(?:내|바치|바쳐|물|납부|지불)")
_TRANSFER = re.compile(r"^\s?(?:[가-힣]+\s)?(?:넘겨|넘겼|넘긴|넘기|넘어|이송|인계|압송|이관|호송|끌려|불려)")


_TASKS = ("지시", "명령", "포치", "지령", "임무", "과업")
_INSPECTIONS = ("검열", "조사", "수사", "단속", "감사", "처벌", "추궁", "감시", "수색", "점검", "요해", "료해")
_PENALTIES = ("단련대", "교화", "노동단련", "로동단련", "관리소", "수용소")
_ARMED = ("military", "border_guard")
_NAMED_OFFENCE = re.compile(r"^(?:을|를|에|의|이|가)?\s?(?:막|방지|근절|단속|조사|수사|문제|사건|견디|시달)")  # "탈영을 막으려고"


_OFFENDER = re.compile(r"^.?(?:는|던|친|한|린)?\s(?:주민|농장원|남성|여성|청년|사람|범인|도둑|이들|자들|일당)")  # "감자를 훔치던 주민을"


def voices(words: str, start: int, deeds: tuple) -> tuple:
    """For each deed of a sentence: active, passive, or the deed's code for favours and informers."""
    return tuple(_voice(words, d) for d in deeds)


def _voice(words, deed):
    if deed.entry.code in ("favour", "tip"):
        return deed.entry.code
    if deed.entry.code in ("member", "offence"):
        told = deed.entry.code == "offence" and (
            _NAMED_OFFENCE.search(words[deed.end : deed.end + 8]) or _OFFENDER.search(words[deed.end - 1 : deed.end + 8])
        )
        return "noun" if told else deed.entry.code
    if deed.entry.more.get("form") == "passive" or _PASSIVE_AFTER.search(words[deed.end : deed.end + 5]):
        return "passive"
    return "active"


def part(clause, mention) -> tuple:
    """(agent, patient, aside, suffers) of one mention: how far it acts and suffers, why it does neither, and the deed it suffers."""
    words, end, organ = clause.words, mention.end, mention.entry.group == "actors"
    closing = _bracketed(words, end)
    having = None if organ else _HAVING.search(words[closing : closing + 16])
    if having is not None:
        closing += having.end()  # "탈북민 가족이 있는 세대를 상대로"
        end = closing + len(_WORD.match(words, closing, closing + 10).group().rstrip("을를이가은는에"))
        closing = end
    after = words[closing : min(clause.end, closing + 40)]
    if _SOURCE.search(after) or mention.entry.code in ("soldiers", "officials") and _KIN.search(after):
        return 0.0, 0.0, "source", ""
    if mention.entry.more.get("kind") != "conduct" and words[max(0, mention.start - 3) : mention.start] in ("중국 ", "한국 ", "남한 "):
        return 0.0, 0.0, "foreign", ""
    if organ and (_PREMISES.search(after) or _KIN_OF_MEN.search(after)):
        return 0.0, 0.0, "premises", ""
    deed, voice = _main_deed(clause, mention, organ)
    if organ and voice == "favour" and _TAKER.search(words[deed.end : deed.end + 8]):
        deed, voice = clause.after(deed.end)  # "검찰, 뒷돈 챙긴 간부 소환"
    code = deed.entry.code if deed is not None else ""
    if mention.entry.more.get("form") == "organ":
        return _inspected(clause, mention, deed, voice, after)
    if _AIMED.search(after) or words[mention.start : end].endswith(("마다", "별로")):
        return 0.0, 1.0, "", code
    if mention.entry.more.get("kind") == "conduct" and _AVERTED.search(after):
        return 0.0, 0.0, "aim", ""
    case, own = _case_of(words, mention, clause.end)
    last, last_voice = clause.before(mention.start)
    described = last_voice == "passive" and mention.start - last.end <= (6 if organ else 4)  # "붙잡힌 브로커"
    described = described and (not organ or _DESCRIBES.search(words[last.end - 1 : mention.start]) is not None)
    in_office = mention.entry.code in ("soldiers", "officials")
    if in_office and last_voice == "active" and mention.start - last.end <= 3 and words[last.end : mention.start].endswith(("는 ", "던 ")):
        return 1.0, 0.0, "", ""  # "배낭을 뒤지는 병사"
    gap = deed.start - end if deed is not None else 999
    if mention.entry.code in _ARMED and organ and (voice == "offence" or mention.entry.more.get("kind") == "member" and "offence" in clause.codes):
        return 0.0, 0.0, voice, ""
    if voice in ("favour", "tip") and gap <= 12 and not (voice == "tip" and case == "object"):
        punished = None if not in_office or case == "with" else _punished_later(clause, deed)
        if punished is not None:
            return 0.0, 0.8, "", "strike"  # "뇌물을 챙긴 사실이 들통나 무대에 섰다"
        return (0.0, 1.0, "", last.entry.code) if described else (0.0, 0.0, voice, "")
    if _OWNER_DEED.search(after):
        return (0.9, 0.0, "", "") if organ else (0.0, 0.9, "", code)
    if voice == "member" and organ and mention.entry.code != "inspection_group":
        return 0.0, 0.0, "member", ""
    if organ and mention.entry.more.get("kind") == "leader" and words[end - 2 : end] in ("지시", "명령", "방침") and not _DEFIED.search(after):
        return 0.9, 0.0, "", ""
    if case == "by":
        return 1.0, 0.0, "", ""
    first, first_voice = clause.after(end)
    if in_office and first_voice == "offence" and case in ("subject", "pause", "") and _punished_later(clause, first) is not None:
        return 0.0, 0.9, "", "strike"
    agent, patient, suffers = (_organ if organ else _person)(clause, mention, case, deed, voice, gap)
    if organ and not own and not _MEN.search(words[end : end + 14]):
        agent *= 0.5
    if organ and not agent and not patient and case == "subject" and voice not in ("favour", "tip"):
        agent = 0.2  # a subject whose verb the lexicon does not know
    if described and organ:
        return 0.0, 1.0, "", last.entry.code  # "발목 잡힌 혜산세관"
    if described:
        patient, suffers = 1.0, last.entry.code
    return agent, patient, "", suffers


def _main_deed(clause, mention, organ):
    """The deed after a mention; for an organ past verbs that only describe a noun or state a condition ("길목을 지키다 걸린 사람을")."""
    end = mention.end
    deed, voice = clause.after(end)
    for _ in range(3):
        if voice != "noun" and (voice != "offence" or organ and mention.entry.code in _ARMED):
            break
        deed, voice = clause.after(deed.end)  # whoever offends is struck by what comes after
    for _ in range(4):
        between = clause.words[end : min(deed.start, end + 200)] if deed is not None else ""
        if between.count("“") <= between.count("”"):
            break
        deed, voice = clause.after(deed.end)  # what is said belongs to others than the speaker
    if deed is not None and voice == "active":
        later, later_voice = clause.after(deed.end)
        if later_voice == "passive" and later.start - deed.end <= 1:
            deed, voice = later, later_voice  # "경고 처분을 받았다"
    for _ in range(3 if organ else 0):
        if deed is not None and voice == "passive" and _REASON.search(clause.words[deed.end : deed.end + 12]):
            deed, voice = clause.after(deed.end)  # "검역에 걸렸다며 돌려보냈다"
            continue
        if deed is None or voice in ("member", "offence") or not _ADNOMINAL.search(clause.words[max(deed.start, deed.end - 2) : deed.end + 8]):
            break
        later, later_voice = clause.after(deed.end)
        if later is None and voice != "passive":
            break
        deed, voice = later, later_voice
    return deed, voice


def _inspected(clause, mention, deed, voice, after):
    """The part of an organ as those inspected: only where the deed is aimed at it or follows its own particle ("보위부도 검열을 받는다")."""
    case, own = _case_of(clause.words, mention, clause.end)
    code = deed.entry.code if deed is not None else ""
    if code == "strike" and _AIMED_AT_ORGAN.search(after):
        return 0.0, 1.0, "", code
    if own and code == "strike" and clause.words.startswith(_INSPECTIONS, deed.start) and deed.start - mention.end <= 15 and (case == "object" and voice == "active" or case == "subject" and voice == "passive"):
        return 0.0, 1.0, "", code
    return 0.0, 0.0, "organ", ""


def _headlined(clause, end, deed):
    """Whether a bare noun of enforcement follows a bare name closely, as in headlines."""
    between = clause.words[end : min(deed.start, end + 30)]
    return deed.start - end <= 20 and not _CARRIED_OUT.search(clause.words[deed.end : deed.end + 3]) and not _OBJECT.search(between)


def _punished_later(clause, deed):
    """The deed of punishment that follows a bribe or an offence in the same sentence, or None."""
    later, voice = clause.after(deed.end)
    for _ in range(3):
        if later is None or later.start - deed.end > 60:
            return None
        bare = voice == "active" and not _CARRIED_OUT.search(clause.words[later.end : later.end + 3])
        if later.entry.code == "strike" and (voice == "passive" or bare):
            return later
        later, voice = clause.after(later.end)
    return None


def _near(gap):
    return 1.0 if gap <= 40 else 0.8 if gap <= 90 else 0.6 if gap <= 150 else 0.0


def _organ(clause, mention, case, deed, voice, gap):
    """(agent, patient, suffers) of an organ by its case and the deed that follows."""
    words, end, near = clause.words, mention.end, _near(gap)
    code = deed.entry.code if deed is not None else ""
    if case == "until":
        case = "subject" if _ALSO_ACTS.search(words[end : deed.end if deed is not None and gap < 40 else end + 40]) else "object"
    if case in ("subject", "pause", "with", "", "at"):
        if voice == "passive" and code == "order" and gap <= 25:
            later, later_voice = clause.after(deed.end)
            if later is not None and later.entry.code == "send" and later.start - deed.end <= 25:
                return near, 0.0, ""  # "차까지 배정받아 모조리 투입됐고"
        if code == "send" or voice == "active":
            return max(near, 0.6 * (case == "at")), 0.0, ""
        if case == "at":
            return max(near, 0.6 if deed is not None else 0.2), 0.0, ""
        if voice == "passive" and code == "order" and words[deed.start : deed.end] in _TASKS:
            return 0.6, 0.0, ""  # whoever is told to enforce will apply the measure
        if voice == "passive" and (words[deed.end - 1] in "로형에행" or words.startswith(_PENALTIES, deed.start)):
            later, later_voice = clause.after(deed.end)
            if later is not None and later_voice == "active" and later.entry.code in ("strike", "order") and later.start - deed.end <= 25 and case != "with":
                return 0.8 * near, 0.0, ""  # "연락한 혐의로 여성을 구속했다"
        return (0.0, near, code) if voice == "passive" and gap <= 25 else (0.0, 0.0, "")
    if case == "object":
        return (0.0, near, code) if voice in ("active", "passive", "tip") else (0.0, 0.0, "")
    if case == "to" and _TRANSFER.search(words[end : end + 24].partition("로")[2]):
        return 0.7, 0.0, ""
    if case == "receiver" and _TRANSFER.search(words[end : end + 24].partition("에")[2]):
        return 0.7, 0.0, ""
    if case == "receiver" and _REPORTS.search(words[end : end + 30]):
        return 0.6, 0.0, ""  # whoever has people report
    if case == "receiver" and _PAYS.search(words[end : end + 40]):
        return 0.6, 0.0, ""  # whoever collects
    if case == "receiver" and voice == "passive":
        return (near if code == "strike" else 0.3 * near), 0.0, ""
    if case == "receiver" and voice == "active" and code in ("order", "strike") and not _GETS.search(words[end : end + 16]):
        return 0.6 * near, 0.0, ""  # whoever is told to enforce will apply the measure
    return (0.0, 0.8 * near, code) if case == "receiver" and voice == "active" else (0.0, 0.0, "")


def _person(clause, mention, case, deed, voice, gap):
    """(agent, patient, suffers) of people or a firm by their case and the deed that follows."""
    words, end, near = clause.words, mention.end, _near(gap)
    code = deed.entry.code if deed is not None else ""
    in_office = mention.entry.code in ("soldiers", "officials")
    if case == "until":
        case = "subject" if in_office and _ALSO_ACTS.search(words[end : end + 24]) else "object"
    if case in ("subject", "pause", "with", "", "at"):
        if voice == "passive" or voice == "active" and case != "with" and clause.organ_between(end, deed.start):
            return 0.0, near, code  # "환전상, 국가보위성이 직접 체포"
        if voice == "active" and code == "strike" and case in ("", "pause") and _headlined(clause, end, deed) and not in_office:
            return 0.0, 0.9, code  # "환전상 5명 체포"
        if voice == "active":
            later, later_voice = clause.after(deed.end)
            if later_voice == "passive" and later.start - end <= 60:
                return 0.0, 0.7, later.entry.code  # "청년 7명이 들이닥친 그루빠에 붙잡혔다"
            fetched = code == "strike" or words.startswith(("불러", "끌어", "데려"), deed.start)
            if case == "subject" and fetched and _TOPIC_OBJECT.search(words[end : min(deed.start, end + 40)]):
                return 0.0, 0.6 * near, code  # "돈을 받은 일꾼은 불러다 조사한다"
            if case == "pause":
                case = "" if _LISTED_OBJECT.search(words[end : min(deed.start, end + 60)]) else "subject"
            return near * (1.0 if case == "subject" else 0.3), 0.0, ""
    if case == "object" and in_office and gap > 25 and mention.entry.code == "officials":
        return 0.0, 0.0, ""
    if case == "object" and (voice in ("active", "tip") or voice == "passive" and gap <= 15):
        return 0.0, near, "strike" if voice == "tip" else code
    if case == "owner" and voice == "active" and code == "strike" and _CONDUCT_OF.search(words[end : end + 24]):
        return 0.0, 0.8 * near, code
    if case == "receiver" and voice == "passive":
        return near, 0.0, ""
    return (0.0, 0.8 * near, code) if case == "receiver" and voice == "active" else (0.0, 0.0, "")


def _case_of(words, mention, limit):
    """The case of a mention, and whether its own particle gives it; some words of the lexicon hold their particle ("중앙이")."""
    if mention.entry.group == "actors" and mention.entry.more.get("kind") in ("vague", "leader", "member"):
        closing = _PARTICLE.search(words[mention.start : mention.end])
        if closing and words[mention.end : mention.end + 1] in (" ", ","):
            return closing.lastgroup, True
    return _case(words, mention.end, limit)


def _bracketed(words, end):
    """Where a name ends, with the words in brackets behind it."""
    closing = words.find(")", end, end + 30) if words.startswith("(", end) else -1
    return closing + 1 if closing > 0 else end


def _case(words, end, limit):
    """The case of the phrase a name stands in, by its own particle or by that of a word after it; and whether it is its own."""
    end = _bracketed(words, end)
    for number in range(5 if words.startswith("인 ", end) else 3):
        word = _WORD.match(words, end, min(limit, end + 14)).group()
        if words[end + len(word) : end + len(word) + 4].startswith((" 의해", " 의한")) and word.endswith("에"):
            return "by", True
        found = _PARTICLE.search(word)
        if found:
            return found.lastgroup, number == 0
        end += len(word)
        if number and not found and _COUNTED.search(word):
            return "", False  # "책임자 2명 교화소로"
        if end >= limit or words[end] != " ":
            return ({"…": "subject", ",": "pause"}.get(words[end : end + 1], "")), number == 0
        end += 1
    return "", False
