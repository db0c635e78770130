"""Single persons acted on in Korean, named without a number: by name, age, office or a pronoun."""

import re

from reports.korean_forms import PAST
from reports.people_korean_acts import WHENEVER, is_agent, no_death_dealt
from reports.people_korean_clauses import (
    APART,
    FAR,
    NEAR,
    NOT_YET,
    OF_OTHERS,
    PAST_LATER,
    SUBJECTS,
    TOLD_AS_PAST,
    TOPIC,
    is_acted_single,
)
from reports.quantities import quantity_words


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
        has_owner = words.find("의 ", sentence.start, sentence.end) >= 0
        for match in patterns["owner"].finditer(words, sentence.start, sentence.end) if has_owner else ():  # "한 노파의 보따리를 빼앗았다"
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
            who = "np" if match["np"] else "np2"
            told.add(1, 1, False, match[who], match.start(who), match.end(who))
            nouns.append(match["noun"] or match[who])
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
            if not _counted_there(words, match, told) and is_acted_single(words, match, sentence, patterns, told.mishap):
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
    rf"\s(?!.{{0,12}}(?:팔|사|훔))[^.“”]{{0,12}}?(?:뒤[졌져]|수색|압수|몰수|빼앗|빼[앗았]|뺏|회수|걷어[찼차]|부[쉈수]"
    rf"|찢|찔|깎|자[르른]|잘[라랐]|엎|뒤엎|쏟|내던|던[졌져]|짓밟|밟|끌어|거두|거뒀|헤집|헤쳤|단속)[^.“”]{{0,60}}[{PAST}]"
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
            after = words[match.end("np") : min(sentence.end, match.end("np") + NEAR)]
            act = patterns["person_only"].search(after)
            if act and OF_OTHERS.match(after, act.end() - 1):  # "보고관은 억류된 탈북민이 ... 밝혔다"
                continue
            if act and not SUBJECTS.search(after, 2, act.start()) and TOLD_AS_PAST.search(after[act.start() : act.end() + 12]):
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
        told_as_past = act and TOLD_AS_PAST.search(words, act.start(), min(sentence.end, act.end() + 12))
        if told_as_past and not SUBJECTS.search(words, sentence.start, act.start()):
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
            after = words[he.end("np") : min(sentence.end, he.end("np") + (30 if object_of else FAR))]
            after = APART.split(after, maxsplit=1)[0]
            for act in patterns["acted"].finditer(after):
                if TOPIC.search(after, 2, act.start()):
                    break
                if is_agent(after, act) or OF_OTHERS.match(after, act.end() - 1) or NOT_YET.match(after, act.end()):
                    continue
                if no_death_dealt(words, act.group(), sentence, patterns):
                    continue
                past = TOLD_AS_PAST.search(after[act.start() : act.end() + 12])
                if past or PAST_LATER.search(words, he.end("np") + act.end(), min(sentence.end, he.end("np") + act.end() + 90)):
                    told.add(1, 1, False, he.group("np"), he.start("np"), he.end("np"))
                    return


_NAMED = re.compile(r"[가-힣]\s?모\s?(?:씨|군|양)|\d0대\s(?:초반|중반|후반|초|중|말)?\s?(?:의\s)?(?:남성|여성|남자|여자|주민|청년)(?=[도의인이은]|였)")


def _named_before(document, part, patterns, told):
    """Somebody named in one sentence and acted on in the next, which names nobody: "강 모 씨도 그중 하나다. 보위부에 끌려갔다"."""
    before = None
    for sentence in document.sentences:
        named = before and _NAMED.search(document.part(part), before.start, before.end)
        act = named and sentence.part == part and patterns["acted"].search(sentence.words)
        if act and not SUBJECTS.search(sentence.words, 0, act.start()) and PAST_LATER.search(sentence.words, act.start()):
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
