"""What English expressions of time are made of: months, days, parts of a month, and the words before and after them."""

import re

from reports import words

MONTHS = [month.lower() for month in words.MONTHS]
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
MONTH = rf"(?:{'|'.join(MONTHS)}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[.,:]\d| ?(?:p\.m|a\.m|pm\b|am\b|o'clock|percent|kilo|won|yuan))"
YEAR = r"(?:19[4-9]\d|20\d\d)"
OF_YEAR = rf"(?:(?:,| of|, of)? (?P<year>{YEAR})\b|,? (?:of )?(?P<relyear>last|this|the same|that|the previous) year\b)?"
TAIL = rf"(?:\s?(?:–|—|-|to|through|until|and|or)\s?(?:the )?(?P<day2>{DAY})\b(?! (?:{MONTH}|people|others|other)))?"
NAMED = (  # "the October 18th General Farm"
    r"(?! (?:(?:general|youth|united|cooperative|combined) )?"
    r"(?:shock|brigade|factory|mine|farm|enterprise|works|movement|division|unit))"
)
MONTH_DAY = rf"(?P<month>{MONTH})\s(?:the )?(?P<day>{DAY})\b{NAMED}{TAIL}{OF_YEAR}"
DAY_MONTH = rf"(?P<day>{DAY})(?:\s?(?:–|-|to|and|until|through)\s?(?:the )?(?P<day2>{DAY}))? (?:of )?(?P<month>{MONTH})\b{OF_YEAR}"
ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth"
    " twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
ORDINAL = rf"(?P<ordinal>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
BACK = r"(?P<back>last|this|next|the same|that|the previous|the following|the|the current)"

# what an expression may begin with; where one of these stands, the forms below are tried in turn
TRIGGER = re.compile(
    r"\b(?=[acdefjlmnopstwy\d])"  # first letters, so that most words fail at once
    rf"(?:{MONTH}|(?:{DAY} (?:and|to) )?{DAY} (?:of )?{MONTH}|new year\b(?!'s)"
    r"|(?<=since )(?:spring|summer|autumn|fall|winter)\b(?! (?:set|began|came|started))"
    rf"|{ORDINAL} of (?:{MONTH}|(?:last|this|the) month\b)|(?:3[01]|[12]?\d)(?:st|nd|rd|th)\b|{YEAR}\b"
    r"|(?:last|this|next|same|that|previous|following|current|the) "
    r"(?:month|year|week|day|morning|evening|night|afternoon|spring|summer|autumn|fall|winter|new year|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\b"
    r"|(?:spring|summer|autumn|fall|winter) (?:of )?(?:this|last|(?:19|20)\d\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|yesterday|today\b|tonight|(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week)s? (?:later|earlier"
    r"|after|ago|before)\b"
    r"|the day (?:before|after)\b)"
)
FORMS = tuple(
    re.compile(form)
    for form in (
        MONTH_DAY,
        DAY_MONTH,
        rf"{ORDINAL} of (?P<month>{MONTH})\b{OF_YEAR}",
        rf"{ORDINAL} of {BACK} month\b",
        rf"(?P<month>{MONTH}){OF_YEAR}(?![a-z])",
        rf"(?:the )?(?P<day>{DAY})(?<=st|nd|rd|th)\b(?! (?:(?!the )[a-z]+ ){{0,2}}(?:century|time|party|plenary|congress|corps"
        rf"|brigade|grade|anniversary|floor|regiment|battalion"
        rf"|company|bureau|department|year|day|birthday|session|division|group|command|supreme|conference|parallel|largest"
        rf"|round)\b)(?: (?:of )?{BACK} month\b)?",
        rf"{BACK} (?P<unit>month|week)\b(?:'s)?",
        rf"(?:the )?(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?:(?P<relyear>this|last) year|(?P<year>{YEAR}))\b",
        rf"{BACK} (?P<season>spring|summer|autumn|fall|winter)\b",
        r"(?<=since )(?P<season>spring|summer|autumn|fall|winter)\b(?! (?:set|began|came|started))",
        rf"(?:(?P<back>last|this|next|the previous|the same|the) )?(?P<weekday>{'|'.join(WEEKDAYS)})(?: (?P<week>last|of last"
        rf"|this) week)?\b(?! (?:market|{MONTH}|{DAY})|,? \(?(?:{MONTH} \d|the \d))",
        r"(?:the )?(?P<newyear>new year)\b(?!'s| (?:fortune|address|speech|message|holiday|greeting))",
        r"(?P<today>(?:the )?day before yesterday|yesterday|today|tonight|last night|this (?:morning|afternoon|evening))\b",
        r"(?P<next>(?:the )?(?:next|following) (?:day|morning|evening|afternoon)|the day after|that (?:same )?(?:day|evening|night"
        r"|morning)|the same (?:day|night|evening)|the day before|the previous (?:day|night|evening))\b",
        r"(?P<count>\w+) (?P<step>day|week)s? (?P<way>(?:later|earlier|ago)|(?:after|before)(?! (?:the|an?|his|her|their|its"
        r"|he|she|they|it|kim)\b))\b",
        r"(?P<relyear>last|this|the same|that|the previous|next|the) year\b(?:'s)?(?!-)",
        rf"(?P<year>{YEAR})\b(?![-–]\w|,\d|(?:st|nd|rd|th)| (?:people|cows|won|yuan|kilo|kg|tons|residents|households|soldiers|law"
        rf"|act|kpw|rmb|usd|dollars))",
    )
)
PART = (
    r"(?:\b(?P<part>(?:early|earlier|mid|late|later)(?:-| (?:in|of|on) (?:the )?(?:month of )?| )"
    r"|end-|(?:beginning|start|first (?:half|third|ten days|few days|days|week)|early days|opening days|turn"
    r"|middle|second (?:week|ten days|third)|third week|latter (?:half|part)|end|close"
    r"|(?:last|final|closing) (?:half|third|ten days|few days|days|week)|second half) (?:in|of) (?:the )?(?:month of )?)?)"
)
BEFORE = re.compile(
    rf"(?:\b(?P<how>since|from|between|(?:starting|beginning|effective)(?: on| from| in)?|as of|until|till|through|by|before"
    rf"|ahead of|after|following|toward|towards"
    r"|up to|throughout|all through|at|on|in|during|around|about|over|every|each|of)\s)?(?:about |around )?(?:the )?"
    rf"(?:(?:night|morning|evening|afternoon|day) of )?(?:(?:the )?{PART})?(?:the |last |this )?$"
)
JOIN = re.compile(
    r"\s?(?P<join>–|—|-|to|through|until|till|,? and again(?: (?:on|in|at))?|and(?: ended)?(?: (?:on"
    r"|in))?)\s?(?:the )?(?P<part>early|mid|middle|late|end"
    r"|beginning)?(?: of |-| )?(?:the |this |last )?"
)
LASTS = re.compile(
    r" (?:for|over|lasting) (?:about |around |some )?(?P<n>\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty"
    r"|thirty) (?P<unit>day|week|month)s?\b"
)
IN_FORCE = re.compile(
    r"\b(?:closed|shut|sealed|locked|banned|forbidden|barred|suspended|halted|stopped|cut|off|down|effect|force|midnight"
    r"|noon)[ ,]+$"
)
LASTED = re.compile(LASTS.pattern.removeprefix(" ") + r"[, ]*$")  # "for ten days from June 3"
FROM_OR_TO = {"since", "from", "until", "till", "by", "before", "after"}
PART_WORD = re.compile(r"[a-z]+(?: (?!in\b|of\b|on\b|the\b)[a-z]+)*")
ANY_SUCH = re.compile(r"\b(?:for|an?|normal|usual|his|her|their|its|regular|weekly|to) $")
SHORT = set("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# "tickets of the 25th" names a unit; "the night of the 25th", "a decree of the 18th" a day
_DATED = (
    "night morning evening afternoon hours dawn as eve that decree order orders directive instruction instructions notice circular"
    " resolution decision announcement raid raids trial meeting execution attack arrest arrests incident accident fire report"
).split()
OF_A_KIND = re.compile(rf"(?:{''.join(rf'(?<!{word})' for word in _DATED)}) of the $")
# "the May 30 Measures", "August 3rd workers" bear the day as a name
NAMES = re.compile(r" (?:[a-z]+ )?(?:measures|polic(?:y|ies)|system|reforms?|goods|products|workers?|money|consumer|school|hospital|fund)\b")
NAMED_BY, ORDINAL_ENDS = ("the ", "so-called ", "called ", "under "), ("st", "nd", "rd", "th")
EDGE = re.compile(r"\b(?P<edge>first|last|final) day (?:of|in) (?:the )?(?:month of )?$")
# "in early and mid-May"
TWO_PARTS = re.compile(r"(?:\b(?:in|from|between) )?\b(?P<part>early|mid|late)-? (?:and|to|or|through) (?:the )?$")
FIRST_DAYS = re.compile(r"\b(?:(?:for|in|over|during) )?the first (?P<count>[a-z]{3,9}|\d{1,2}) days of $")
OFF = re.compile(  # "two days ahead of the vote on Nov. 26", "on the eve of May 1"
    r"\b(?:(?:on|by) )?(?:the )?(?:(?P<count>\w+) days? (?:before|ahead of)|(?P<eve>eve of|day before))"
    r" (?:the (?:[a-z' -]{1,40} (?:on|of) )?|[a-z]+ on )?$"
)
DAYS_AFTER = re.compile(r"\b(?:on )?(?:the )?(?:(?P<count>\w+) days? (?:after|following)|day (?:after|following)) (?:the )?$")  # "the day after Chuseok"
OFF_WORD = re.compile(r"\b(?:before|ahead|eve) ")
ONE = {
    "early": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid", "late": "late", "end": "late", "close": "late",
    "turn": "early",
}  # fmt: skip
BARE_MAY = {
    "in", "since", "of", "from", "until", "by", "during", "between", "through", "around", "after", "before", "till", "as of", "throughout",
    "all through", "up to",
}  # fmt: skip
YEAR_BACK = {"last": 1, "this": 0, "the previous": 1, "next": -1, "the": 0}
MONTH_BACK = {"last": 1, "this": 0, "the": 0, "the previous": 1, "next": -1, "the current": 0}
TODAY = {"day before yesterday": 2, "yesterday": 1, "last night": 1}
ON = {"the same": 0, "that": 0, "the following": 1}
