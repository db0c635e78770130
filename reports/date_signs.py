"""What speaks for or against a time as the date of the event: its clause, the acts in it, its place, its frame."""

import re
from dataclasses import dataclass

from reports.date_grammar import cue, time_words
from reports.date_resolve import Resolved

_FAR = 300  # characters to each side that count as the sentence, where it runs on
_DONE_BY = 70  # characters after "by May 15" that tell what had been done
_SCENE = 140  # characters after a time that opens its sentence
_SUBJECT = 26  # characters from the start of a sentence within which a relative clause is the subject's
_REACH = 110  # characters that a relative clause may run before its time
_ALONE = 16  # characters beside a time that are no clause yet
_SHORTLY = 16  # characters before a Korean time that say what it was: "코로나로 국경이 닫힌 2020년 1월"
_BREAK_EN = re.compile(
    r"[;:()—!?]|, (?!(?:19|20)\d\d)| (?:but|while|after|when|who|which|because|as) "
    r"| and (?=(?:[\w'’-]+ ){0,5}(?:was|were|had|has|have|is|are|will|would|went|came|took|got|gave|made|left|sent|told|put|began|\w+ed)\b)"
)
_BREAK_OPEN = re.compile(r"[;:()—!?]| (?:but|while|who|which|because) ")
_BREAK_KO = re.compile(r"[;“”\".!?…]|(?<=[며고])\s|(?:지만|는데|으나|면서|[는은]데|(?<![기통위대향])해|[어아]|뒤|(?<!오)후)[\s,]")
_HAD = re.compile(r",? (?:[\w-]+ ){1,5}had (?:already )?been ")  # "by May 15 eight of them had been arrested" tells of an act
_HAD_DONE = re.compile(r"\b(?:had|were|was)\b")
_TO_BE_DONE = re.compile(
    r"\b(?:must|should|shall|will|would|may|can|cannot|has to|have to|had to|is to|are to|was to|were to|told to|ordered to|deadline)\b"
)
_THREAT = re.compile(r"\b(?:would|will|shall)\b")
_NEAR_A_FEAST = re.compile(  # "six days before the birthday", "around the third anniversary" date the measure
    r"\b(?:days?|weeks?|months?) (?:before|after|ahead of|prior to)\b[^.;]{0,40}$|\b(?:around|ahead of) [^.;]{0,24}$"
)
_RELATIVE = re.compile(  # "the broker was named by a man who was arrested in May": of him, not of the event
    r"\b(?:that|who|which|whose|where|when)(?: |'d |'s |'ve )(?!the\b|he\b|she\b|they\b)[^.;,]{0,90}$"
)
_IN_VAIN = re.compile(r"(?:찾|잡|붙잡|밝히|알아내)지 못했|못 (?:찾|잡)았")
_OUTCOME_KO = re.compile(r"[^.,“”]{0,30}(?:의 (?:총화|결과|일환|연장)|끝에|에 따른|에 따라|때문|여파)")  # "올해 초부터 이어진 검열의 총화로"
_SEQUEL_KO = re.compile(r"(?:이|그) (?:일|사건|사고)(?:로|이 있은|이 나자| 뒤| 이후)")  # "이 일로 7일 회의가 열렸다"
_PLACES = ("sentence 0", "sentence 1", "sentence 2", "sentence 3", "sentence 3", "further down")
_LED_TO_KO = re.compile(  # "지난 13일 내려앉은 뒤", but not "이틀 뒤"
    r"[^.,“”\"]{1,40}?[가-힣](?<!이틀)(?<!사흘)(?<!나흘)(?<!하루)(?<!며칠)(?<!닷새)(?<!열흘)(?<!주일)(?<!한 달)\s?(?:뒤|직후|(?<=\s)후)[\s,에]"
)
_ENDED_KO = re.compile(r"[^.,“”\"]{1,36}?(?:끝난|마친) (?:뒤|후|다음)")  # "지난 7일부터 나흘간 이어진 방문이 끝난 뒤"
_UPON_KO = re.compile(r"[^.,“”\"]{1,40}?(?:[나되하지리오가히들치내받]|[^\s]이)자[\s,]")  # "지난 1일 열이 나자"
_WITH = re.compile(r"with (?!effect\b)(?:(?!\b(?:was|were|is|are|has|had|have)\b)[^,;.]){0,120}")
_WILL = re.compile(r"\b(?:will|is to|are to|must|shall)\b")
_RELATIVE_EN = re.compile(r"\b(?:that|which)\b")  # "the rain that fell at the end of July"
# "two men who had been smuggling were taken": of them, not of the event
_WHO_HAD = re.compile(r"\b(?:who|which|that|whom|whose \w+) had\b")
_LED_TO_EN = re.compile(r"\b(?:after|following|because|in the wake of|in response to)\b[^,;.:“”\"]{0,80}$")


@dataclass(frozen=True)
class Candidate:
    """A time that may date the event: how much speaks for it, and what is said of it (`marks`)."""

    time: Resolved
    weight: float
    marks: frozenset

    def has(self, *marks) -> bool:
        """Whether any of these marks is said of it."""
        return not self.marks.isdisjoint(marks)


def weigh(document, time, anchor):
    """How much speaks for a time to date the event; None where it cannot."""
    e = time.expression
    if e.future or e.repeated or (e.point.holiday and not (e.since or e.exact)) or (e.point.days_on or 0) < 0 and not _eve(time, anchor):
        return None
    if anchor and anchor.last.before(time.first):
        return None
    language = document.language
    sentence = document.sentence_at(e.part, e.start)
    before, after = clause(document, e, sentence)
    near = before + document.lowered[e.part][e.start : e.end] + after
    if e.point.holiday and not e.since and not (cue("enforcement", language).search(near) or cue("measure", language).search(near)):
        return None  # what people did on the holiday
    if e.to and time.precision == "month" and anchor and anchor.last.before(time.last) and anchor.month != time.last.month:
        return None  # "between May and September", told in June
    if _months_back(time, anchor) > 9 and not (e.point.year or e.point.year_back is not None or e.point.year_on is not None):
        return None  # a month and day without a year that lie ahead
    if e.since and e.point.day_back is not None and sentence.number > 1:
        return None  # how long somebody has been hungry
    if e.until and not _tells_of_an_act(document, e, before, after):
        return None
    weights = time_words()["weights"]
    marks = signs(document, time, anchor, before, after)
    weight = sum(weights[sign]["weight"] for sign in marks)
    said = after if language == "ko" else near
    marks += ["measure"] if marks[1] == "enforcement" and cue("measure", language).search(near) else []
    hits = {group: cue(group, language).search(said) for group in ("arrest", "ended", "one_act")}
    marks += [group for group, hit in hits.items() if hit and not _if(hit, said, language)]
    marks += ["cause"] if "upon" in marks or _led_to_it(document.lowered[e.part], e, sentence, language) else []
    marks += ["no act in Korean"] if language == "ko" and "no act" in marks else []
    marks += ["only its end"] if e.until else []
    marks += ["relative"] if language == "en" and _in_relative(document.lowered[e.part], e, sentence) else []
    held = e.since and language == "en" and cue("held", "en").search(near)
    marks += ["held"] if held else ["began"] if e.since or cue("began", language).search(near) else []
    return Candidate(time, weight, frozenset(marks))


def _in_relative(words, e, sentence):
    """Whether a time stands in a relative clause, and not in that of the subject: "a man who was arrested in May was tried"."""
    return bool(_RELATIVE.search(words, max(sentence.start + _SUBJECT, e.start - _REACH), e.start))


def _if(hit, said, language):
    """Whether "those caught with rice would lose it" only threatens."""
    return language == "en" and bool(_THREAT.search(said, hit.end()))


def _eve(time, anchor):
    """Whether "the day before" is that before the source spoke."""
    return bool(anchor and anchor.day) and time.first.plus(1) == anchor


def _ended_then(words, before, after, e):
    """Whether "were isolated until the 13th" or "by the 20th 26 had stood in line" tells of what was done up to a day."""
    if not words.startswith(("until", "till", "through", "by")) or not (e.point.day or e.point.part or e.point.days_on is not None):
        return False
    said = before + after
    act = cue("enforcement", "en").search(said) or cue("measure", "en").search(said) or words.startswith("by") and _HAD_DONE.search(after)
    return bool(act and cue("past", "en").search(said)) and not _TO_BE_DONE.search(said)


def _tells_of_an_act(document, e, before, after):
    """Whether "by May 15" or "16일까지" tells what had been done by then, and not what is to be done."""
    if document.language == "en":
        words = document.lowered[e.part]
        if words.startswith("by", e.start):  # the subject may hold an "and"
            sentence = document.sentence_at(e.part, e.start)
            after = words[e.end : min(sentence.end, e.end + _DONE_BY)]
        return bool(_HAD.match(words, e.end)) or _ended_then(words[e.start : e.end], before, after, e)
    acted = cue("enforcement", "ko").search(after) or _IN_VAIN.search(after)
    return e.point.day is not None and bool(acted and cue("past", "ko").search(after))


def signs(document, time, anchor, before, after) -> list:
    """What speaks for or against a time as the date of the event: names of `weights` in data/time.yml.

    The first two are its precision and the act in its clause.
    """
    e, language = time.expression, document.language
    words, sentence = document.lowered[e.part], document.sentence_at(e.part, e.start)
    near = before + words[e.start : e.end] + after
    said = after if language == "ko" else near
    whole = words[max(sentence.start, e.start - _FAR) : min(sentence.end, e.end + _FAR)]
    lead = sentence.number < 2
    act = _act(_scene(words, e, sentence) or near if language == "en" else near, whole, language)
    found = ["season" if e.since and lead and time.precision == "year" else time.precision, act]
    found.append("title" if e.part == "title" else _PLACES[min(sentence.number, len(_PLACES) - 1)])
    found += [sign for sign in ("dates_it", "example") if cue(sign, language).search(near)]
    if cue("past", language).search(said):
        found.append("past")
    if not lead and e.part == "text" and cue("had", language).search(_WHO_HAD.sub(" ", said)):
        found.append("steps back")
    ahead = language == "en" and not e.since and "past" not in found and _WILL.search(near)
    planned = cue("plan", language).search(*((words, e.end, min(sentence.end, e.end + 90)) if language == "ko" else (near,)))
    if (ahead or planned) and not (language == "en" and cue("announces", "en").search(near)):
        found.append("plan")
    if cue("contrast", language).search(words, e.end, sentence.end if language == "ko" else min(sentence.end, e.end + 120)):
        found.append("contrast")
    if cue("elsewhere", language).search(near) and not cue("at_home", language).search(whole) and _of_home(document):
        found.append("elsewhere")
    kept = act != "enforcement" and cue("feast", language).search(words, max(sentence.start, e.start - 30), min(sentence.end, e.end + 50))
    if kept and language == "en" and _NEAR_A_FEAST.search(words, max(sentence.start, kept.start() - 60), kept.start()):
        kept = None
    if kept and not cue("enforcement", language).search(whole):
        found.append("feast")
    if act in ("no act", "act beside"):
        found += ["follow-up"] if (e.point.days_on or 0) > 0 else []
        found += ["led to it"] if _led_to_it(words, e, sentence, language) else []
    elif language == "ko" and act == "measure" and (
        words.endswith("만", e.start, e.end) or _SEQUEL_KO.search(words, sentence.start, e.start)
    ):  # "이야기는 하루 만에 퍼졌다"
        found.append("follow-up")
    if language == "ko" and e.since and _OUTCOME_KO.match(words, e.end, min(sentence.end, e.end + 50)):
        found.append("led to it")
    if language == "ko" and act != "enforcement" and not (e.since or e.to) and _UPON_KO.match(words, e.end, min(sentence.end, e.end + 45)):
        found.append("upon")
    if e.start - sentence.start < 3:
        found.append("opens")
    old = e.point.year is not None or e.point.year_back and time.precision == "month"
    if old and not e.since and not (anchor and anchor.year) and not (language == "ko" and lead and e.point.day):
        found.append("names its year")
    with_clause = language == "en" and bool(_WITH.fullmatch(words, sentence.start, e.start))
    found += _frame(e, act, before, near, after, whole, lead, language, with_clause)
    months = 0 if "since in the lead" in found else _months_back(time, anchor)
    return found + _age(months)


def _age(months):
    """How long before the source spoke a time lies, in signs."""
    if months > 24:
        return ["6 months back", "2 years back"]
    return ["6 months back"] if months > 5 else ["3 months back"] if months > 2 else []


def _of_home(document):
    """Whether the title or the first two sentences name the province; where they do not, the report is of another one."""
    home = cue("at_home", document.language)
    return any(home.search(document.lowered[s.part], s.start, s.end) for s in document.sentences if s.part == "title" or s.number < 2)


def _frame(e, act, before, near, after, whole, lead, language, with_clause):
    """Whether the clause is background, a price or a crime; where it is none of these, whether the time has a length."""
    if with_clause:  # "With the border closed since January, ..."
        return ["circumstance", "led to it"]
    tells = before[-_SHORTLY:] + near[len(before) :] if language == "ko" else near
    if cue("background", language).search(tells):
        return ["background"]
    if cue("circumstance", language).search(tells):
        return ["circumstance in the lead" if lead and not _RELATIVE_EN.search(before) else "circumstance"]
    priced = language == "en" and not e.since and act in ("no act", "act beside") and cue("price", "en").search(whole)
    if priced and not cue("levy", "en").search(whole):
        return ["price"]
    others = ("aside",) if e.since and lead else ("price", "aside")  # prices that have risen since then are the event
    aside = [] if language == "ko" and _act_first(after) else [sign for sign in others if cue(sign, language).search(tells)]
    if aside or not (e.since or e.to or e.days):
        return aside
    return [("since in the lead" if lead else "since") if e.since else "extent"]


def _led_to_it(words, e, sentence, language):
    """Whether a time stands in a clause that the event came after: "weeks after the two had met on April 27"."""
    if language == "ko" and _ENDED_KO.match(words, e.end, min(sentence.end, e.end + 45)):
        return True
    if e.since or e.to:
        return False
    if language == "ko":
        return bool(_LED_TO_KO.match(words, e.end, min(sentence.end, e.end + 45)))
    return bool(_LED_TO_EN.search(words, max(sentence.start, e.start - 110), e.start))


def _act(near, whole, language):
    """The act in the clause of a time, else in its sentence."""
    for kind in ("enforcement", "measure"):
        if cue(kind, language).search(near):
            return kind
    beside = cue("enforcement", language).search(whole) or cue("measure", language).search(whole)
    return "act beside" if beside else "no act"


def _scene(words, e, sentence):
    """What an English time that opens its sentence sets the scene for: all that was done then, or "" where it opens none."""
    if e.start - sentence.start > 2:
        return ""
    high = min(sentence.end, e.end + _SCENE)
    stop = _BREAK_OPEN.search(words, e.end, high)
    return words[e.start : stop.start() if stop else high]


def _act_first(after):
    """Whether, after a Korean time, the verb of the measure comes before the price or the crime."""
    act = cue("enforcement", "ko").search(after) or cue("measure", "ko").search(after)
    later = cue("price", "ko").search(after) or cue("aside", "ko").search(after)
    return act and later and act.start() < later.start()


def _months_back(time, anchor):
    if not (anchor and anchor.year and time.first.year):
        return 0
    return (anchor.year - time.first.year) * 12 + anchor.last.month - time.first.month


def clause(document, e, sentence):
    """The clause of a time, before it and after it, in lower case. English verbs may stand on either side; a Korean one follows.

    Where the time stands alone between commas ("on Oct. 8, for example, a woman ..."), the next clauses belong to it.
    """
    words = document.lowered[e.part]
    if document.language == "ko":
        high = min(sentence.end, e.end + 60)
        stop = _BREAK_KO.search(words, e.end + 8, high)
        starts = [m.end() for m in re.finditer(r"[“”.]", words[max(sentence.start, e.start - 30) : e.start])]
        low = max(sentence.start, e.start - 30) + (starts[-1] if starts else 0)
        return words[low : e.start], words[e.end : stop.end() if stop else high]
    low, high = max(sentence.start, e.start - 110), min(sentence.end, e.end + 110)
    starts = [m.end() for m in _BREAK_EN.finditer(words, low, e.start)]
    stops = [m.start() for m in _BREAK_EN.finditer(words, e.end, high)]
    start, stop = starts[-1] if starts else low, stops[0] if stops else high
    if stop - start < e.end - e.start + _ALONE and any(cue(kind, "en").search(words, start, stop) for kind in ("enforcement", "measure")):
        return words[start : e.start], words[e.end : stop]
    while stops and stop - start < e.end - e.start + _ALONE:
        stops.pop(0)
        stop = stops[0] if stops else high
    if stop - start < e.end - e.start + _ALONE:
        start = starts[-2] if len(starts) > 1 else low
    return words[start : e.start], words[e.end : stop]
