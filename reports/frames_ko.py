"""Korean: who acts and who suffers, read from the particle that closes a name's phrase and from the verb that follows."""

from reports import frames_ko_words as said

LIST = said.LIST  # what stands between two members of one list


def voices(words: str, start: int, deeds: tuple) -> tuple:
    """For each deed of a sentence: active, passive, or the deed's code for favours and informers."""
    return tuple(_voice(words, d) for d in deeds)


def _voice(words, deed):
    if deed.entry.code in ("favour", "tip"):
        return deed.entry.code
    if deed.entry.code in ("member", "offence"):
        told = deed.entry.code == "offence" and (
            said.NAMED_OFFENCE.search(words[deed.end : deed.end + 8]) or said.OFFENDER.search(words[deed.end - 1 : deed.end + 8])
        )
        return "noun" if told else deed.entry.code
    if said.NOT_DONE.search(words[deed.end : deed.end + 14]):
        return "favour"  # what was not done is no measure
    if deed.entry.more.get("form") == "passive" or said.PASSIVE_AFTER.search(words[deed.end : deed.end + 5]):
        return "passive"
    return "active"


def part(clause, mention) -> tuple:
    """(agent, patient, aside, suffers) of one mention: how far it acts and suffers, why it does neither, and the deed it suffers."""
    words, end, organ = clause.words, mention.end, mention.entry.group == "actors"
    if mention.entry.code == "officials" and mention.entry.more.get("kind") == "conduct":
        return 0.0, 0.0, "", ""  # abuse of office is told by bribes and ties, which clear others
    closing = _bracketed(words, end)
    having = None if organ else said.HAVING.search(words[closing : closing + 16])
    if having is not None:
        closing += having.end()  # "탈북민 가족이 있는 세대를 상대로"
        end = closing + len(said.WORD.match(words, closing, closing + 10).group().rstrip("을를이가은는에"))
        closing = end
    after = words[closing : min(clause.end, closing + 40)]
    if said.SOURCE.search(after) or mention.entry.code in ("soldiers", "officials") and said.KIN.search(after):
        return 0.0, 0.0, "source", ""
    if mention.entry.more.get("kind") != "conduct" and words[max(0, mention.start - 3) : mention.start] in ("중국 ", "한국 ", "남한 "):
        return 0.0, 0.0, "foreign", ""
    if organ and (said.PREMISES.search(after) or said.KIN_OF_MEN.search(after)):
        return 0.0, 0.0, "premises", ""
    deed, voice = _main_deed(clause, mention, organ)
    if organ and deed is not None and "…" in words[end + 2 : min(deed.start, end + 60)]:
        deed, voice = None, ""  # the other half of a headline
    if organ and voice == "favour" and said.TAKER.search(words[deed.end : deed.end + 8]):
        deed, voice = clause.after(deed.end)  # "검찰, 뒷돈 챙긴 간부 소환"
    code = deed.entry.code if deed is not None else ""
    if mention.entry.more.get("form") == "organ":
        return _inspected(clause, mention, deed, voice, after)
    if organ and mention.entry.code != "inspection_group" and said.OTHERS.search(after):
        return 0.0, 0.0, "others", ""
    if said.AIMED.search(after) or words[mention.start : end].endswith(("마다", "별로")):
        return 0.0, 1.0, "", code
    if mention.entry.more.get("kind") == "conduct" and said.AVERTED.search(after):
        return 0.0, 0.0, "aim", ""
    case, own = _case_of(words, mention, clause.end)
    last, last_voice = clause.before(mention.start)
    described = last_voice == "passive" and mention.start - last.end <= (6 if organ else 4)  # "붙잡힌 브로커"
    described = described and (not organ or said.DESCRIBES.search(words[last.end - 1 : mention.start]) is not None)
    if not organ and last_voice == "passive" and said.CLEFT.search(words[last.end : min(mention.start, last.end + 12)]):
        described = True
    in_office = mention.entry.code in ("soldiers", "officials")
    if in_office and words.startswith(("…", "들…"), end) and not described:
        return 0.0, 0.0, "", ""  # what follows is told of others
    if in_office and last_voice == "active" and mention.start - last.end <= 3 and words[last.end : mention.start].endswith(("는 ", "던 ")):
        return 1.0, 0.0, "", ""  # "배낭을 뒤지는 병사"
    gap = deed.start - end if deed is not None else 999
    robbing = voice == "offence" or mention.entry.more.get("kind") == "member" and "offence" in clause.codes
    if organ and mention.entry.code in said.ARMED and robbing:
        return 0.0, 0.0, "offence", ""
    if voice in ("favour", "tip") and gap <= 12 and not (voice == "tip" and case == "object"):
        punished = None if not in_office or case == "with" else _punished_later(clause, deed)
        if punished is not None:
            return 0.0, 0.8, "", "strike"  # "뇌물을 챙긴 사실이 들통나 무대에 섰다"
        return (0.0, 1.0, "", last.entry.code) if described else (0.0, 0.0, voice, "")
    if said.OWNER_DEED.search(after):
        return (0.9, 0.0, "", "") if organ else (0.0, 0.9, "", code)
    if voice == "member" and organ and mention.entry.code != "inspection_group":
        return 0.0, 0.0, "member", ""
    ordered = mention.entry.more.get("kind") == "leader" and words[end - 2 : end] in ("지시", "명령", "방침")
    if organ and ordered and not said.DEFIED.search(after):
        return 0.9, 0.0, "", ""
    if case == "by":
        return 1.0, 0.0, "", ""
    first, first_voice = clause.after(end)
    if in_office and first_voice == "offence" and case in ("subject", "pause", "") and _punished_later(clause, first) is not None:
        return 0.0, 0.9, "", "strike"
    agent, patient, suffers = (_organ if organ else _person)(clause, mention, case, deed, voice, gap)
    if organ and not own and not said.MEN.search(words[end : end + 14]):
        agent *= 0.5
    known = voice in ("favour", "tip") or voice == "passive" and code == "strike" and gap <= 60
    if organ and not agent and not patient and case == "subject" and not known:
        agent = 0.3  # a subject whose verb the lexicon does not know
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
        if voice != "noun" and (voice != "offence" or organ and mention.entry.code in said.ARMED):
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
        if deed is not None and voice == "passive" and said.REASON.search(clause.words[deed.end : deed.end + 12]):
            deed, voice = clause.after(deed.end)  # "검역에 걸렸다며 돌려보냈다"
            continue
        if deed is None or voice in ("member", "offence"):
            break
        if not said.ADNOMINAL.search(clause.words[max(deed.start, deed.end - 2) : deed.end + 8]):
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
    if code == "strike" and said.AIMED_AT_ORGAN.search(after):
        return 0.0, 1.0, "", code
    struck = case == "object" and voice == "active" or case == "subject" and voice == "passive"
    if own and struck and code == "strike" and clause.words.startswith(said.INSPECTIONS, deed.start) and deed.start - mention.end <= 15:
        return 0.0, 1.0, "", code
    return 0.0, 0.0, "organ", ""


def _headlined(clause, end, deed):
    """Whether a bare noun of enforcement follows a bare name closely, as in headlines."""
    between = clause.words[end : min(deed.start, end + 30)]
    return deed.start - end <= 20 and not said.CARRIED_OUT.search(clause.words[deed.end : deed.end + 3]) and not said.OBJECT.search(between)


def _punished_later(clause, deed):
    """The deed of punishment that follows a bribe or an offence in the same sentence, or None."""
    later, voice = clause.after(deed.end)
    for _ in range(3):
        if later is None or later.start - deed.end > 60:
            return None
        bare = voice == "active" and not said.CARRIED_OUT.search(clause.words[later.end : later.end + 3])
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
        case = "subject" if said.ALSO_ACTS.search(words[end : max(deed.end, end + 24) if deed is not None and gap < 40 else end + 40]) else "object"
    if case in ("subject", "pause", "with", "", "at"):
        if voice == "passive" and code == "order" and gap <= 25:
            later, later_voice = clause.after(deed.end)
            if later is not None and later.entry.code == "send" and later.start - deed.end <= 25:
                return near, 0.0, ""  # "차까지 배정받아 모조리 투입됐고"
        if code == "send" or voice == "active":
            return max(near, 0.6 * (case == "at")), 0.0, ""
        if case == "at":
            return max(near, 0.6 if deed is not None else 0.2), 0.0, ""
        if voice == "passive" and code == "order" and words[deed.start : deed.end] in said.TASKS:
            return 0.6, 0.0, ""  # whoever is told to enforce will apply the measure
        if voice == "passive" and (words[deed.end - 1] in "로형에행" or words.startswith(said.PENALTIES, deed.start)):
            later, later_voice = clause.after(deed.end)
            acts = later_voice == "active" and later.entry.code in ("strike", "order") and later.start - deed.end <= 25
            if acts and case != "with":
                return 0.8 * near, 0.0, ""  # "연락한 혐의로 여성을 구속했다"
        return (0.0, near, code) if voice == "passive" and gap <= 25 else (0.0, 0.0, "")
    if case == "object":
        return (0.0, near, code) if voice in ("active", "passive", "tip") else (0.0, 0.0, "")
    keeps = mention.entry.code in said.CUSTODIANS
    if case == "to" and keeps and said.TRANSFER.search(words[end : end + 24].partition("로")[2]):
        return 0.7, 0.0, ""
    if case == "receiver" and keeps and said.TRANSFER.search(words[end : end + 24].partition("에")[2]):
        return 0.7, 0.0, ""
    if case == "receiver" and said.REPORTS.search(words[end : end + 30]):
        return 0.6, 0.0, ""  # whoever has people report
    if case == "receiver" and said.PAYS.search(words[end : end + 40]):
        return 0.6, 0.0, ""  # whoever collects
    if case == "receiver" and voice == "passive":
        return (near if code == "strike" else 0.3 * near), 0.0, ""
    if case == "receiver" and voice == "active" and code in ("order", "strike") and not said.GETS.search(words[end : end + 16]):
        return 0.6 * near, 0.0, ""  # whoever is told to enforce will apply the measure
    return (0.0, 0.8 * near, code) if case == "receiver" and voice == "active" else (0.0, 0.0, "")


def _person(clause, mention, case, deed, voice, gap):
    """(agent, patient, suffers) of people or a firm by their case and the deed that follows."""
    words, end, near = clause.words, mention.end, _near(gap)
    code = deed.entry.code if deed is not None else ""
    in_office = mention.entry.code in ("soldiers", "officials")
    if case == "until":
        case = "subject" if in_office and said.ALSO_ACTS.search(words[end : end + 24]) else "object"
    if case in ("subject", "pause", "with", "", "at"):
        if voice == "passive" or voice == "active" and case != "with" and clause.organ_between(end, deed.start):
            return 0.0, near, code  # "환전상, 국가보위성이 직접 체포"
        if voice == "active" and gap == 1 and words[end] == " " and code in ("strike", "order") and not in_office:
            return 0.0, 0.9, code  # "월남자 가족 불러 모은 보위국"
        if voice == "active" and code == "strike" and case in ("", "pause") and _headlined(clause, end, deed) and not in_office:
            return 0.0, 0.9, code  # "환전상 5명 체포"
        if voice == "active":
            later, later_voice = clause.after(deed.end)
            if later_voice == "passive" and later.start - end <= 60:
                return 0.0, 0.7, later.entry.code  # "청년 7명이 들이닥친 그루빠에 붙잡혔다"
            fetched = code == "strike" or words.startswith(("불러", "끌어", "데려"), deed.start)
            if case == "subject" and fetched and said.TOPIC_OBJECT.search(words[end : min(deed.start, end + 40)]):
                return 0.0, 0.6 * near, code  # "돈을 받은 일꾼은 불러다 조사한다"
            if case == "pause":
                case = "" if said.LISTED_OBJECT.search(words[end : min(deed.start, end + 60)]) else "subject"
            return near * (1.0 if case == "subject" else 0.3), 0.0, ""
    if case == "object" and in_office and gap > 25 and mention.entry.code == "officials":
        return 0.0, 0.0, ""
    if case == "object" and (voice in ("active", "tip") or voice == "passive" and gap <= 15):
        return 0.0, near, "strike" if voice == "tip" else code
    if case == "owner" and voice == "active" and code == "strike" and said.CONDUCT_OF.search(words[end : end + 24]):
        return 0.0, 0.8 * near, code
    if case == "receiver" and voice == "passive":
        return near, 0.0, ""
    return (0.0, 0.8 * near, code) if case == "receiver" and voice == "active" else (0.0, 0.0, "")


def _case_of(words, mention, limit):
    """The case of a mention, and whether its own particle gives it; some words of the lexicon hold their particle ("중앙이")."""
    if mention.entry.group == "actors" and mention.entry.more.get("kind") in ("vague", "leader", "member"):
        closing = said.PARTICLE.search(words[mention.start : mention.end])
        if closing and words[mention.end : mention.end + 1] in (" ", ","):
            return closing.lastgroup, True
    case, own = _case(words, mention.end, limit)
    if case == "owner" and mention.entry.group == "actors":
        owned = words.find("의 ", mention.end, mention.end + 14) + 1
        if owned and said.MEN.search(words[owned : owned + 14]):
            return _case(words, owned + 1, limit)[0], True  # "인민위원회의 지도원 두 명이 경고를 받았다"
    return case, own


def _bracketed(words, end):
    """Where a name ends, with the words in brackets behind it."""
    closing = words.find(")", end, end + 30) if words.startswith("(", end) else -1
    return closing + 1 if closing > 0 else end


def _case(words, end, limit):
    """The case of the phrase a name stands in, by its own particle or by that of a word after it; and whether it is its own."""
    end = _bracketed(words, end)
    for number in range(5 if words.startswith("인 ", end) else 3):
        word = said.WORD.match(words, end, min(limit, end + 14)).group()
        if words[end + len(word) : end + len(word) + 4].startswith((" 의해", " 의한")) and word.endswith("에"):
            return "by", True
        found = said.PARTICLE.search(word)
        if found:
            return found.lastgroup, number == 0
        end += len(word)
        if number and not found and said.COUNTED.search(word):
            return "", False  # "책임자 2명 교화소로"
        if end >= limit or words[end] != " ":
            return ({"…": "subject", ",": "pause"}.get(words[end : end + 1], "")), number == 0
        end += 1
    return "", False
