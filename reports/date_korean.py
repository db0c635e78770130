"""Korean expressions of time: "지난 12일부터", "17~19일", "이달 초", "지난해 11월 말", "주체112(2023)년 5월", "이튿날"."""

import re
from dataclasses import replace
from functools import lru_cache

from reports.date_grammar import MOST, Expression, Point, beside_holidays, covered, time_words

_RELATIVE_YEAR = {"지난해": 1, "작년": 1, "재작년": 2, "올해": 0, "금년": 0, "내년": -1, "올": 0}
_YEAR_ON = {"그해": 0, "같은 해": 0, "이듬해": 1, "다음 해": 1, "다음해": 1}
_RELATIVE_MONTH = {"지난달": 1, "저번달": 1, "전달": 1, "이달": 0, "이번달": 0, "다음달": -1, "내달": -1, "오는달": -1}
_WEEKDAYS = "월화수목금토일"
# an expression begins with one of these
_TRIGGER = re.compile(
    r"(?=[\d주지작재올금그같이내다저전오월화수목토일어엊당하사나닷엿열연새보정])(?:"  # first letters, so that most places fail at once
    r"(?<![\d.,/])\d{1,4}\s?(?=년|월|일|[~∼～–-]\s?\d{1,2}\s?일|[,·]\s?\d{1,2}\s?일)|주체\s?\d|지난|작년|재작년|올해"
    r"|(?<![가-힣])올(?=\s?(?:봄|여름|가을|겨울|초|들어|상반기|\d{1,2}월))|금년|그해|같은 해|이듬해"
    r"|내년|다음\s?[해달주날]"
    r"|저번\s?달|전달(?=\s?(?:\d|초|중|말|하))|이\s?달|이번\s?[달주]|그\s?달|같은\s?[달날]|내달|오는\s|[월화수목금토일]요일|어제|어저께|어젯밤|엊저녁|그제|그저께|오늘(?!날)|이튿날|이날|그날|당일"
    r"|전날|하루 (?:전|뒤|만)"
    r"|이틀 (?:전|뒤)|사흘 (?:전|뒤)|나흘 (?:전|뒤)|닷새 (?:전|뒤)|엿새 (?:전|뒤)|열흘 (?:전|뒤)|연초|연말|정초|새해|(?:\d{1,2}일|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일)째)"
)
_AHEAD = re.compile(r"(?P<last>지난)?(?P<next>오는)?\s?")
_YEAR = re.compile(
    r"(?:주체\s?(?P<juche>\d{2,3})\s?(?:\((?P<given>\d{4})\))?\s?년?|(?P<year>(?:19|20)\d\d)년(?!대|\s?만|산|째|형|도\s?[가-힣]*계획)도?"
    r"|(?P<short>\d\d)년(?=\s?\d{1,2}월)"
    r"|(?P<rel>지난해|작년|재작년|올해|금년|그해|같은 해|이듬해|다음 ?해|내년|올(?=\s?(?:봄|여름|가을|겨울|초|들어|상반기|\d{1,2}월))))\s?"
)
_MONTH = re.compile(
    r"(?:(?P<month>1[0-2]|0?[1-9])월(?:달)?(?!\s?\d+회|드컵|급|세)|(?P<rel>지난\s?달|저번\s?달|전달(?=\s?(?:\d|초|중|말|하|부))"
    r"|이\s?달(?=[\s\d초중말하상에부까,]|$)|이번\s?달|그\s?달|같은\s?달|다음\s?달|내달|오는\s?달))\s?"
)
_DAY = re.compile(
    r"(?P<day>3[01]|[12]\d|0?[1-9])일?(?:\s?[~∼～–·,-]\s?(?P<day2>3[01]|[12]\d|0?[1-9]))?\s?일"
    r"(?!종합|농장|공장|광산|간(?!부)|치|분(?!주)|째|당(?!국)|생|용|식|반\b|일|씩"  # a length has its word at once, "14일 당국이" has not
    r"|\s?(?:동안|간(?=[\s,.에의]|$)|만[에 ]|을\s(?:꼬박|내리|줄곧|보내|채우|채웠|넘|버티|굶)|에 한|정도|가량|이상(?!한)|이내|이나|넘|밖에|전투|노임|로임"
    r"|(?:전|뒤|후)(?=[에\s,.]|$)|의 (?:기간|휴가)))"
)
_PART = re.compile(
    r"\s?(?P<part>초·?중순|중·?하순|첫째? 주|[둘셋]째 주|(?:넷째|마지막) 주|이 (?:저물|다 가|끝나 ?가)|초순|초반|초께|초경|초쯤|초(?=[\s에부까경께였인와과,.;:)\"”’]|$)|상순|중순|중반|중(?=[에부\s])|하순|말경"
    r"|말께|말쯤|말(?=[\s에부까경께였인이와과,.;:)\"”’]|$))"
)
_PARTS = re.compile(r"(?:와|과|에서|부터|[~∼–-])\s?(?P<part>초순|중순|하순|말)")
_AND_DAY = re.compile(r"[과와]\s(?P<day>3[01]|[12]\d|0?[1-9])일(?=[\s,에])")
_EDGE = re.compile(r"\s?(?:(?P<first>첫)|마지막)\s?날")
_NAME = re.compile(r"\s?\d{1,2}일(?:종합|농장|공장|광산)")  # "10월8일공장"
_FROM_FEAST = re.compile(r"\s?(?:(?P<eve>전날)|(?P<count>하루|이틀|사흘|나흘|닷새|엿새|열흘|\d{1,2}일)\s?(?P<way>전|앞|뒤))")  # "당 창건일 이틀 전"
_IS_DAY = re.compile(r"인\s(?:지난\s)?\d{1,2}일")  # "지난 일요일인 12일" is told by its day
_SEASON = re.compile(r"(?:늦|초|한|이른\s?)?(?P<season>봄|여름|가을|겨울)(?:철)?(?!방학|맞이|걷이|부채|나기|갈이|누에|작물)")
_AGO = re.compile(r"(?P<count>\d{1,2}일|하루|이틀|사흘|나흘|닷새|엿새|열흘)\s(?P<way>전|뒤|만)(?=[에\s,.;인]|$)")
_NTH = re.compile(r"(?P<count>\d{1,2}일|이틀|사흘|나흘|닷새|엿새|열흘|보름|일주일)째(?!\s?(?:날|되는|주|판|줄))")  # "보름째": the fifteenth day
_OTHER = re.compile(
    r"(?P<new_year>새해(?=\s?들어))|(?P<edge_part>정초|새해\s?(?:벽두|첫머리|들자마자|초입|초(?!하루)))|(?P<back>어제|어저께|어젯밤|엊저녁|(?<!엊)그제|그저께|오늘(?!날))|(?P<on>이튿날"
    r"|다음\s?날|이날|그날|당일|같은\s?날|전날)|(?P<edge>연초|연말)"
)
_WEEKDAY = re.compile(r"(?P<week>지난\s?주\s?|이번\s?주\s?|다음\s?주\s?)?(?:앞선\s|지난\s)?(?P<weekday>[월화수목금토일])요일(?!\s?\(\s?\d)")
_WEEK = re.compile(r"(?P<week>지난\s?주|이번\s?주|다음\s?주)(?!민|장|석)")
_CLOCK = r"\s?(?:오전|오후|새벽|저녁|밤|아침|낮)?(?:\s?\d{1,2}시)?(?:\s?(?:반|\d{1,2}분))?"
_AFTER = re.compile(
    rf"\)?(?:{_CLOCK})\s?(?:경|께|쯤|무렵|즈음|중)?\s?(?P<how>부터|까지|에서|이후|이래|(?:직)?후(?=[에\s])|뒤(?=[에\s])|들어(?=서|[\s,])|\s?전에|전까지|이전"
    rf"|내로|안으로|을 앞두|를 앞두"
    rf"|이 되도록)?"
)
_TO = re.compile(r"(?:부터|에서|~|∼|-|–)\s?(?:바로 |다시 )?")
_BETWEEN = re.compile(r"\s?(?:사이|에 걸쳐|동안|간\s)")
_LASTS = re.compile(
    r"(?:부터)?\s?(?:꼬박 |약 )?(?:(?P<n>\d{1,2})\s?(?P<unit>일|주|개월|달)(?:간|일간|일)?|(?P<word>두 달|세 달|석 달|넉 달|두 주|세 주"
    r"|하루|이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름|스무날|일주일|한 주"
    r"|한 달))\s?(?:간|동안|내내)"
)
_BEFORE_IT = re.compile(r"(?:\s[가-힣‘’]+){0,5}?[을를]\s앞[두둔]")  # "29일 지방대의원 선거를 앞두고": ahead of it, not on it
_ON_THE_DAY = re.compile(r"\s?(?:당일|날|아침|밤|새벽|저녁|오전|오후)")
_REPEATED = re.compile(r"(?:매년|해마다|매달|매월|매주|해 마다)\s?$")
_EACH = re.compile(r"\s?(?:마다|(?:이|만|이 |가 |만 )?(?:되면|오면|이면)|이면)")  # "연초마다", "10월이면"
_ON = {"이튿날": 1, "다음날": 1, "이날": 0, "그날": 0, "당일": 0, "같은날": 0, "전날": -1}


@lru_cache(maxsize=None)
def _holidays():
    names = {words: h["name"] for h in time_words()["holidays"] for words in h["ko"]}
    pattern = "|".join(re.escape(words) for words in sorted(names, key=len, reverse=True))
    return names, re.compile(rf"(?=[{''.join({words[0] for words in names})}])(?<![\d.])(?:{pattern})")


def scan(words: str, _lowered: str) -> list:
    """The expressions of a Korean text in order (all with `part` "text")."""
    found, position = [], 0
    while len(found) < MOST and (match := _TRIGGER.search(words, position)):
        expression = _read(words, match.start())
        if expression:
            found.append(expression)
        position = max(match.start() + 1, expression.end if expression else 0)
    names, pattern = _holidays()
    taken, holidays = covered(found, len(words)), []
    for match in pattern.finditer(words):
        if 1 not in taken[match.start() : match.end()]:
            off = _FROM_FEAST.match(words, match.end())
            end, shift = (off.end(), _days_off(off)) if off else (match.end(), 0)
            point, how = Point(holiday=names[match.group()], shift=shift), _AFTER.match(words, end)["how"]
            holiday = _framed(point, None, match.start(), end, how, False)
            holidays.append(replace(holiday, exact=bool(off or _ON_THE_DAY.match(words, end))))
    return beside_holidays(found, holidays, len(words))


def _days_off(off):
    """How many days from the feast: "전날" and "하루 전" are one before."""
    count = 1 if off["eve"] else _count(off["count"])
    return count if off["way"] == "뒤" else -count


def _count(word):
    """A number of days in digits or in words."""
    return int(word[:-1]) if word[0].isdigit() else time_words()["days_ko"][word]


def _read(words, at):
    nth = _NTH.match(words, at)
    if nth:
        return _framed(Point(day_back=_count(nth["count"]) - 1), None, at, nth.end(), "부터", False)
    point, end, to_day, ahead = _point(words, at)
    if not point.named or point.weekday is not None and _IS_DAY.match(words, end) or point.month and not point.day and _NAME.match(words, end):
        return None
    to = replace(point, day=to_day) if to_day else None
    second_day = _AND_DAY.match(words, end) if point.day and not to else None
    if second_day and int(second_day["day"]) > point.day:  # "지난 4일과 5일 이틀간"
        to, end = replace(point, day=int(second_day["day"])), second_day.end()
    if point.part and words[:end].endswith("중순") and words[end - 3 : end - 2] in "초·":  # "5월 초중순"
        to = replace(point, part="mid")
    elif point.part and words[:end].endswith("하순") and words[end - 3 : end - 2] in "중·":
        to = replace(point, part="late")
    second_part = _PARTS.match(words, end) if point.part else None
    if second_part:  # "지난달 초와 중순"
        to, end = replace(point, part=_part(second_part["part"])), second_part.end()
    after = _AFTER.match(words, end)
    how = after["how"]
    tail = end if not how else after.end()
    if how in ("부터", "에서"):
        join = _TO.match(words, after.start("how"))
        second, last, _, _ = _point(words, join.end())
        if second.named and (_AFTER.match(words, last)["how"] == "까지" or _BETWEEN.match(words, last)):
            if second.day and not (second.month or second.month_back is not None):
                second = replace(second, month=point.month, month_back=point.month_back)
            return _framed(point, second, at, last, None, ahead)
        if how == "에서":
            how, tail = None, end
    elif not to and words[end : end + 1] in ("~", "∼", "～", "–", "-"):
        second, last, _, _ = _point(words, end + 1)
        if second.named:
            return _framed(replace(point, year=point.year or None), second, at, last, None, ahead)
    expression = _framed(point, to, at, max(tail, end), how, ahead)
    lasts = _LASTS.match(words, after.start("how") if how else tail)
    if lasts and not to:
        if lasts["word"]:
            days = time_words()["days_ko"][lasts["word"]]
        else:
            days = int(lasts["n"]) * {"일": 1, "주": 7, "개월": 30, "달": 30}[lasts["unit"]]
        whole_month = (point.month or point.month_back is not None) and not (point.day or point.part) and days == 30
        extent = {"to": replace(point)} if whole_month else {"days": days}  # "7월 한 달간" ends on the 31st
        expression = replace(expression, end=lasts.end(), **extent)
    if point.month and not point.day and words.startswith("을 맞", end):
        expression = replace(expression, since=True)
    if _BEFORE_IT.match(words, end):
        expression = replace(expression, future=True)
    repeated = _REPEATED.search(words, max(0, at - 6), at) or _EACH.match(words, end)
    return replace(expression, repeated=bool(repeated))


def _framed(point, to, start, end, how, ahead):
    return Expression(
        point, to, "text", start, end,
        since=to is None and how in ("부터", "이후", "이래", "들어"),
        until=to is None and how in ("까지", "전에", " 전에", "전까지", "이전", "내로", "안으로", "을 앞두", "를 앞두", "이 되도록"),
        future=ahead or point.month_back == -1 or point.year_back == -1 or point.week_back == -1,
        after=to is None and how in ("후", "직후", "뒤"),
    )  # fmt: skip


def _point(words, at):
    """The point that begins at `at`, where it ends, the second day of "17~19일", and whether it lies ahead ("오는")."""
    weekday = _WEEKDAY.match(words, at)
    if weekday:
        return Point(weekday=_WEEKDAYS.index(weekday["weekday"]), week_back=_week(weekday["week"])), weekday.end(), None, False
    week = _WEEK.match(words, at)
    if week:
        return Point(week_back=_week(week["week"])), week.end(), None, False
    ago = _AGO.match(words, at)
    if ago:
        count = _count(ago["count"])
        return (Point(day_back=count) if ago["way"] == "전" else Point(days_on=count)), ago.end(), None, False
    other = _OTHER.match(words, at)
    if other:
        return _other(other), other.end(), None, False
    return _calendar(words, at)


def _week(words):
    return None if not words else {"지": 1, "이": 0, "다": -1}[words[0]]


def _other(match):
    if match["back"]:
        return Point(day_back={"어": 1, "엊": 1, "그": 2, "오": 0}[match["back"][0]])
    if match["on"]:
        return Point(days_on=_ON[re.sub(r"\s", "", match["on"])])
    if match["new_year"]:
        return Point(year_back=0, month=1)
    if match["edge_part"]:
        return Point(year_back=0, month=1, part="early")
    return Point(year_back=0, month=12 if match["edge"] == "연말" else 1)


def _calendar(words, at):
    """Year, month, day, part of the month and season, each where it stands; "지난" and "오는" before any of them."""
    point, end, day2 = Point(), at, None
    year = _YEAR.match(words, at)
    lead = None if year or _MONTH.match(words, at) else _AHEAD.match(words, at)
    position = lead.end() if lead else at
    year = year or _YEAR.match(words, position)
    if year:
        point, position = _with_year(point, year), year.end()
        end = position - (words[position - 1] == " ")
        lead_again = _AHEAD.match(words, position)
        position = lead_again.end() if lead_again["last"] else position
    month = _MONTH.match(words, position)
    if month:
        back = re.sub(r"\s", "", month["rel"]) if month["rel"] else None
        point = replace(
            point,
            month=int(month["month"]) if month["month"] else None,
            month_back=_RELATIVE_MONTH.get(back),
            month_on=0 if back in ("그달", "같은달") else None,
        )
        position, end = month.end(), month.end() - (words[month.end() - 1] == " ")
    day = _DAY.match(words, position)
    if day and (month or not year):
        point, end = replace(point, day=int(day["day"])), day.end()
        day2 = int(day["day2"]) if day["day2"] else None
    elif part := _PART.match(words, end) if month or year else None:
        point, end = _with_part(point, part["part"], bool(month)), part.end()
    elif edge := _EDGE.match(words, end) if month else None:
        point, end = replace(point, edge="first" if edge["first"] else "last"), edge.end()
    elif season := None if month else _SEASON.match(words, position):
        if year or lead and lead["last"]:
            point, end = replace(point, season=season["season"]), season.end()
    return point, end, day2, bool(lead and lead["next"])


def _with_year(point, year):
    if year["juche"]:
        return replace(point, year=int(year["given"]) if year["given"] else int(year["juche"]) + 1911)
    if year["rel"] in _YEAR_ON:
        return replace(point, year_on=_YEAR_ON[year["rel"]])
    if year["rel"]:
        return replace(point, year_back=_RELATIVE_YEAR[year["rel"]])
    return replace(point, year=int(year["year"]) if year["year"] else 2000 + int(year["short"]))


def _part(word):
    return "early" if word[0] in "초상첫" else "mid" if word[0] in "중둘셋" else "late"


def _with_part(point, word, of_month):
    part = _part(word)
    if of_month:
        return replace(point, part=part)
    return point if part == "mid" else replace(point, month=1 if part == "early" else 12)
