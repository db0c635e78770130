"""Whether a time is that of somebody's words: told_on is the day on which the source, or the first outlet, spoke.

Who tells and the verbs of telling stand in `data/time.yml` (cues `teller`, `telling` and `speech`).
"""

import re
from functools import lru_cache

from reports.date_grammar import cue

_VERB_BETWEEN = re.compile(
    r"[.;:!?“”\"]|\b(?:was|were|had|been|be|is|are|who|which|when|after|that|as|because|but"
    r"|went|rose|fell|came|took|began|stood|cost|got|put|ran|left|saw|held|made|sold|bought|opened|closed|started|stopped)\b"
    r"|, (?!a |an |the |most recently\b)"
)
# "residents were told on June 3"
_PASSIVE = re.compile(r"(?<!asiapress )(?<!daily nk )(?<!rfa )\b(?:was|were|been|being|be|are|is) (?:\w+ )?$")
# "he was told by an acquaintance in Musan on Dec. 4" is telling all the same; "the radio told people on Jan. 9" is not
_TOLD_BY = re.compile(
    r" (?:about it |of it |this )?by (?:an? |his |her |their |the )?(?:acquaintance|relative|family|friend|source|contact|partner|defector"
    r"|resident|people|brother|sister|mother|father|cousin|neighbou?r)"
)
_TO_PEOPLE = re.compile(
    r" (?:people|residents|everyone|everybody|them|him|her|workers|traders|families|all|managers|members|subordinates|those)\b"
)
_AND_SOURCES = re.compile(r"\band (?:[\w-]+ ){0,2}sources?\b|\bsources? and\b")
_STATE_MEDIA = re.compile(r"\b(?:state media|rodong sinmun|kcna|central news agency)\b")
_OWN_SOURCE = re.compile(r"\b(?:sources? (?:in|inside|from)|told (?:rfa|radio free asia|daily nk|asiapress))\b")
_STATE_MEDIA_KO = re.compile(r"[노로]동신문|조선중앙통신|중앙TV|중앙텔레비[전죤]")
_OWN_SOURCE_KO = re.compile(r"소식통|취재협력자|(?:자유아시아방송|데일리NK|아시아프레스)에")
_FIRST_WORDS = 6  # characters before a time that still open its sentence
_QUOTE_NEXT = re.compile(r"(?:\([^)“]{0,20}\))?\s?(?:오전|오후)?,?\s?(?:[가-힣A-Za-z]+\s){0,4}[“\"‘]")
_ACT_BETWEEN_KO = re.compile(r"[가-힣][이가을를]\s|에서(?:는)?\s|에는\s|[가-힣]다고\s|[했됐왔었]다|[.]")
# what a source or an outlet does before it tells; it is no act of the event
_CONTACT_KO = re.compile(
    r"(?:본지|본 기자|데일리NK|아시아프레스|RFA|자유아시아방송|기자)(?:가|와|과|이|에)?\s?(?:접촉한|통화한|연결된|만난|연락한|전화한|전화를 받은)"
    r"|(?:소식|이야기|말|전화)을\s(?:보내 ?온|전해 ?온|들려준|걸어 ?온)|연락이 닿은|연결이 된|사정에 (?:밝은|정통한)|(?:전해|보내|들어) ?[온진]"
)


def spoken(document, e) -> str:
    """Whether a time is that of somebody's words: "source" where a source or an outlet speaks, "somebody" where it may be, or "".

    "media" are the state's, quoted in a report that has sources of its own, who spoke on another day.
    """
    return _spoken_ko(document, e) if document.language == "ko" else _spoken_en(document, e)


@lru_cache(maxsize=8)
def _has_own_source(document):
    """Whether a report has a source of its own, beside what it quotes."""
    if document.language == "ko":
        return bool(_OWN_SOURCE_KO.search(document.text))
    return bool(_OWN_SOURCE.search(document.lowered["text"]))


@lru_cache(maxsize=1)
def _speaker_after():
    """ "On the 5th a source in the province told ...": after a time that opens its sentence."""
    teller, telling = cue("teller", "en").pattern, cue("telling", "en").pattern
    return re.compile(rf",? (?:[\w'’-]+ ){{0,6}}?(?:{teller})[^.;“”]{{0,50}}?(?:{telling})(?!,)")


def _spoken_en(document, e):
    """A verb of speech shortly before the day with nothing but its object between; or the day opens a sentence of speech."""
    words = document.lowered["text"]
    sentence = document.sentence_at("text", e.start)
    verbs = list(cue("speech", "en").finditer(words, max(sentence.start, e.start - 90), e.start))
    if verbs:
        verb, low = verbs[-1], max(sentence.start, verbs[-1].start() - 90)
        between = words[verb.end() : e.start].rstrip(" ,")  # "a source says, on October 14, that"
        by = _TOLD_BY.match(words, verb.end(), e.start)
        listened = verb.group() == "told" and not by and (_PASSIVE.search(words, low, verb.start()) or _TO_PEOPLE.match(words, verb.end()))
        if not listened and not _VERB_BETWEEN.search(between) and not cue("enforcement", "en").search(between):
            if e.point.holiday or cue("document", "en").search(between) or verb.group() == "according to" and "," in between:
                return ""  # "according to a notice of July 1"
            if e.point.days_on and not cue("speaker", "en").search(words, low, e.start):
                return ""  # "and wrote the next morning": somebody in the story
            if _STATE_MEDIA.search(words, low, e.start) and _has_own_source(document) and not _AND_SOURCES.search(words, low, e.start):
                return "media"
            if by:
                return "source"
            return "source" if cue("speaker", "en").search(words, low, e.start) else "somebody"
    after = _speaker_after().match(words, e.end) if e.start - sentence.start < _FIRST_WORDS else None
    if not after or cue("enforcement", "en").search(after.group()):
        return ""
    return "source" if cue("speaker", "en").search(after.group()) else "somebody"


# "12월 중순 혜산에서 만난 한 운전사는": whom the outlet met then
_MET_KO = re.compile(r"(?:에|께|경|쯤)?,?\s(?:[가-힣]{2,8}에서\s|전화로\s|본지와\s|본지가\s)?(?:만난|통화한|취재한|접촉한|연락이 닿은|전화한|인터뷰한)\s")
# "해임된 것으로 16일 전해졌다", "12월 6일 이 소식을 알려 온 주민은"
_BECAME_KNOWN_KO = re.compile(r"\s(?:전해졌|알려졌|보도됐|확인됐|파악됐)|\s이 (?:소식|이야기|말)을 (?:알려|전해|들려|보내)")
# "여성이 지난 3일 재판을 받았다고 소식통이 10일 전했다": another day stands beside who tells
_SPOKE_LATER_KO = re.compile(r"\d일\s(?:[가-힣]+\s){0,4}[가-힣]*(?:소식통|협력자|관계자|통신원|매체|단체)|(?:소식통|협력자|관계자|통신원|매체|단체)[은는이가]\s\d{1,2}일\s")
# "13일 양강도 소식통에 따르면": what may follow a day that is told_on
_NEXT_KO = re.compile(
    r",?\s?(?:[가-힣A-Z‘’·()]+\s){0,5}?(?:[가-힣]{0,5}소식통|취재\s?협력자|협력자|통신원|특파원|정보원(?!의)|관계자|보도|전한|전했|말한|말했|밝힌|밝혔|(?:알려|전해) ?[온왔]|설명했|보도했|증언했"
    r"|덧붙였|인용|이야기|통화|전화|인터뷰|증언|제보|(?:보내|들어) ?온 소식|(?:RFA|VOA|데일리NK|아시아프레스|방송|신문|통신|주민|간부|소식|인사|상인|단체|매체|탈북[민자]|사업가|협조자|제보자)(?:에 따르면|에 의하면))"
)


@lru_cache(maxsize=1)
def _korean():
    """Patterns around a Korean day: a teller before it, one after it that tells or is quoted, the verb that ends the sentence."""
    teller, telling = cue("teller", "ko").pattern, cue("telling", "ko").pattern
    before = re.compile(rf"(?:{teller})[가-힣A-Z]{{0,4}}(?:\([^)]{{0,30}}\))?(?:은|는|이|가|도|에 따르면|에 의하면)\s?,?\s?(?:지난\s)?$")
    after = re.compile(
        rf",?\s?(?:[가-힣A-Z‘’·()]+\s){{0,6}}?(?P<who>[가-힣A-Z]{{0,6}}(?:{teller})(?:\([^)]{{0,20}}\))?)(?P<as>은|는|이|가)\s"
    )
    tells = re.compile(rf"(?:[가-힣A-Z]+에(?:게)?\s)?(?:{telling})\s?(?:데|바|말|내용|이야기|소식|것|보도|기사|전언|정보)")
    end = re.compile(rf"(?:{telling})(?:습니)?다[.]?$")
    was_told = re.compile(rf"(?:{telling})\s?(?:것은|때는|날은)\s(?:지난\s)?$")
    return before, after, tells, end, was_told


def _spoken_ko(document, e):
    """The day stands beside a source and a verb of speech or an opening quotation mark, with no verb of a measure between."""
    words = document.text
    before, after, tells, end, was_told = _korean()
    sentence = document.sentence_at("text", e.start)
    if was_told.search(words, max(sentence.start, e.start - 40), e.start):
        return "source"
    if not re.match(r"[\s,(]|에\s|자\s", words[e.end : e.end + 2]):
        return ""
    if _MET_KO.match(words, e.end) or _BECAME_KNOWN_KO.match(words, e.end):
        return "source"
    if _STATE_MEDIA_KO.search(words, max(sentence.start, e.start - 20), min(sentence.end, e.end + 30)) and _has_own_source(document):
        return "media"
    follows = _NEXT_KO.match(words, e.end)
    if follows and not _ACT_BETWEEN_KO.search(_CONTACT_KO.sub(" ", words[e.end : follows.end() - 2])):
        return "source"
    vague = bool(e.point.part or e.point.season) or not (e.point.day or e.point.weekday is not None or e.point.days_on is not None)
    told_at_end = not vague and end.search(words, max(sentence.start, sentence.end - 12), sentence.end)
    who = after.match(words, e.end, min(sentence.end, e.end + 70))
    if who and (tells.match(words, who.end()) or told_at_end and end.match(words, who.end(), sentence.end)):
        return "source"
    if who and who["as"] in "은는" and not _ACT_BETWEEN_KO.search(_CONTACT_KO.sub(" ", words[e.end : who.end("who")])):
        if told_at_end or _QUOTE_NEXT.match(words, who.end() - 1):
            return "source" if cue("speaker", "ko").search(who["who"]) else "somebody"
    named = before.search(words, max(0, e.start - 60), e.start)
    if not named:
        return ""
    if re.search(r"[이가]\s?,?\s?(?:지난\s)?$", named.group()) and cue("enforcement", "ko").search(words, e.end, sentence.end):
        return ""  # "대학생이 5일 체포됐다고 전했다"
    if told_at_end and _SPOKE_LATER_KO.search(words, e.end, sentence.end):
        return ""
    return "source" if _QUOTE_NEXT.match(words, e.end) or told_at_end else ""
