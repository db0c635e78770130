"""English: who acts and who suffers, read from word order, voice and the prepositions between a name and a deed."""

import re

# what stands between two members of one list
LIST = re.compile(
    r"^(?:,|,? and|,? or|,? as well as|,? along with)(?: (?:the|local|provincial|city|county|ordinary|state|members of)){0,3} $"
)
_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|getting|'re|'s)"
    r"(?:\s(?:\w+ly|not|also|never|now|all|both|even|then|still|since|just|more|once|being|there and then|too)){0,3}\s$"
)
_THOSE = re.compile(
    r"\b(?:(?:anyone|anybody|everyone|everybody|someone|somebody|all|those|others)(?: else)?|people|persons|others|members?|women|men|residents)\s$"
)
_BY_SOON = re.compile(r"^(?:\s[\w'-]+){0,3}\sby\s")
# "told residents to" is an order, "told Daily NK that" is speech
_TOLD_TO = re.compile(
    r"^(?! (?:daily nk|rfa|radio|asiapress|the |us\b|reporters)[^.]{0,40}(?:said|that))[^.;:“”\"]{0,50}?\s(?:not )?to [a-z]"
)
_PASSIVE_TERMS = ("being ", "is ", "are ", "was ", "were ", "been ", "in custody", "held by", "not allowed", "kept from", "under ")
_AND = re.compile(r"^\s?(?:,|,? and|,? or|and then)?\s?(?:\w+ly\s)?$")
_PARTICIPLES = frozenset(
    "caught taken shot held beaten driven put sent led made told given thrown set kept forbidden struck run laid locked "
    "hauled seized".split()
)
_ORDERED = frozenset("ordered told forced obliged required urged instructed asked banned barred forbidden made summoned drafted".split())
# verbs that always take an object: a preposition right after says that theirs came before
_TAKES_OBJECT = frozenset(
    "caught arrested detained seized nabbed executed punished sentenced expelled banished exiled jailed imprisoned dismissed fined "
    "apprehended confiscated convicted handcuffed interrogated questioned deported evicted demoted rounded hauled paraded dragged "
    "taken relocated relieved purged sacked stripped beaten uprooted".split()
)
_NO_OBJECT = re.compile(
    r"^ (?:in|on|at|with|near|for|during|after|last|while|as|over|along|there|here|this|before|from|to|by|inland|(?:out|off|away)(?: (?:by|in|on|at|to|from|of|after|when|while|as|for|last)\b|[.,;]|$))"
    r"|^[,.;]|^ ?$"
)
_SHOT = re.compile(r"^(?: dead(?: (?:by|in|on|at|as|while|near|when|after|for)\b|[.,;]|$)| (?:for|before|in public|in front|on the spot|on sight)\b|[,.;]|$)")
# what may stand between a name and a deed that are not of one clause
_BREAK = re.compile(r"[;:“”()]|\"|\b(?:while|when|after|before|because|since|although|though|if|where|but|so that|unless|until|as)\b")
_AGENT_LEADS = re.compile(r"\bby\s(?!(?:means|way|the (?:end|time|river)|selling|taking))")
_TARGET_LEADS = re.compile(r"^\s?(?:on|of|against|into|for|targeting|among|over|at)\b")
# who speaks is a source
_SOURCE_BEFORE = re.compile(r"(?:according to|(?:by|in) the accounts? of|on the word of|source was) (?:an? |the |one |another )?(?:[\w'-]+ ){0,2}$")
_SOURCE_AFTER = re.compile(
    r"^(?:'s? account)?(?: (?:in|from|of|with|close to|inside|who|involved in|familiar with|there|on)\b(?:(?! (?:have|has|had|was|were|are|is|sources?) )[^.;“”\"]){0,70}?)?,? "
    r"(?:said(?! to)|says|told (?:daily nk|radio|rfa|asiapress|the|us|reporters|an acquaintance|our)|added|explained|commented|complained|"
    r"remarked|noted|reports?\b|reported)"
)
# for whom a levy is collected does not receive the measure
_BENEFITS = re.compile(
    r"\b(?:sen[dt]|giv\w+|gave|suppl\w+|deliver\w*|donat\w+|rice|food|aid|gifts?|provisions|support|meant|collect\w*|pay|eggs?|cabbages?|"
    r"goods)\b(?:[^.;,]|,\d){0,40}\b(?:to|for) (?:the )?$"
)
# who is put out of an organ has left it, and the organ is neither agent nor struck
_LEFT = re.compile(
    r"\b(?:out of|(?:discharged|dismissed|expelled|released|ousted|removed|deserted|runaways?|deserters?|home|leave) from|belong(?:s|ed)? to|"
    r"served? in|serving in|joined?|years in) (?:the )?(?:[\w'-]+ )?$"
)
# one man of an organ is not the organ
_ONE_OF = re.compile(
    r"\ban? (?:[\w-]+ ){0,3}?(?:official|employee|worker|clerk|manager|accountant|driver|secretary|director|deputy|bookkeeper|engineer|chief|member) "
    r"(?:of|at|in|with) (?:the )?(?:[\w-]+ )?$"
)
_PREPOSITION = re.compile(r"\b(?:of|in|at|to|for|with|from|under|near)\b")
_SOLD_TO = re.compile(r"\b(?:sold|sell|sells|selling)\b[^.;,]{0,30}\bto (?:an? |the |some )?$")
# whom the one struck helped, let by or was paid by
_HELPED = re.compile(
    r"\b(?:help(?:s|ed|ing)?|let(?:s|ting)?|aid(?:ed|ing)|assist(?:ed|ing)|protect(?:ed|ing)|shelter(?:ed|ing)|(?:bribes?|money|cash|payment) from|"
    r"in league with|collu\w+ with|partners? of|deal(?:t|ing)s? with|covering for) (?:the |a |an |some |many |small-time )?$"
)
_FOREIGN = re.compile(r"(?:chinese|south korean|russian|foreign)\s$")
_ENFORCERS = frozenset(("police", "state_security", "border_guard", "military", "inspection_group", "youth_league", "prosecutors_courts"))
# an order goes its way through several organs, and each of them applies it
_RELAY = re.compile(r"\b(?:from|through|via|by way of|down to|on to|called on) (?:the )?(?:[\w'-]+ ){0,3}$")
# whoever people are handed over to, collects, permits, or works together with another organ, acts as well
_JOINS = re.compile(
    r"(?:\b(?:hand(?:ed)?|turn(?:ed)?|pass(?:ed)?|given|deliver(?:ed)?|transferred|sent|took|taken|brought)(?: over)?"
    r"(?: [\w'-]+){0,4}? (?:over )?(?:to|before)|in the hands of|(?:terms?|sentences?|years) from|"
    r"(?:slip|permit|permission|certificate|approval|licen[cs]e|pass|clearance) (?:from|of|by)|"
    r"\bpa(?:y|ys|id|ying) (?:[\w,.]+ ){1,6}to|"
    r"(?:must|have to|has to|had to|obliged to) (?:be )?(?:report|register|apply|hand(?:ed)? in)(?:ed)?[^.;,]{0,20} (?:to|at|with)|"
    r"\b(?:hand|turn)(?: \w+){0,2} in (?:at|to)|joint (?:raid|operation|check|search|sweep|patrol) (?:of|by)|"
    r"together with|jointly with|alongside|in cooperation with|with the help of)"
    r" (?:the |a )?(?:[\w'-]+ ){0,2}$"
)
_ORDER_OF = re.compile(r"(?:from|of|by) (?:the |a )?(?:[\w'-]+ ){0,3}$")
_BEHEST = re.compile(r"^['’]s (?:own |express |personal |direct |special )?(?:behest|orders?|instructions?|command|direction|decision|initiative|directive)\b")
_HEAD = re.compile(r"[:;“\"]")
# what follows such a word within its part of the sentence is no subject, unless it says whose men act ("officers of the ministry")
_NO_SUBJECT = re.compile(
    r"(?:^|[\s“\"])(?:to|for|with|from|under|near|by|on|at|into|behind|beside|opposite|outside|inside|around|against|between|among|like|than|its|his|her|their|that|who|(?<!men )(?<!officers )(?<!agents )(?<!officials )"
    r"(?<!members )(?<!branch )(?<!office )(?<!units )(?<!department )(?<!head )(?<!heads )(?:of|in)) (?:[\w'’-]+ ){0,4}$"
)
_PARTICIPLE = re.compile(r"\b(?:is|are|was|were|been|being) (?!conducted|carried|led|launched|ordered|run|made|overseen|organi)\w+(?:ed|en) $")
_WHO = re.compile(r"^(?: [\w'-]+)?,? (?:who|that) ")
# whoever is told to watch his own kind is watched
_EACH_OTHER = re.compile(r"\b(?:each other|one another|among themselves|own ranks|colleagues|comrades)\b")
# an abbreviation or a remark in brackets parts nothing
_ASIDE = re.compile(r" ?[(\[][^()\[\]]{0,60}[)\]]")
# a finite verb right after a mention makes it the subject of its own clause
_NEW_CLAUSE = re.compile(r"^(?:['’]? (?!who|that|which)[\w'’]+)? (?:are|is|was|were|have|has|had|will|would|can|could|may|might|must|do|did|does|say|said|think|fear)\b")
# what belongs to an organ or a person is not the organ or the person
_OWNED = re.compile(
    r"^(?:'s?)? (?:famil|wife|wives|son|daughter|source|relatives|paper|congress|member|birthday|visit|trip|protection|enterprise|"
    r"restaurant|farm|newspaper)"
)
# what is the leader's is no order of his, unless it is one
_LEADERS = re.compile(r"^(?:'s|’s) (?!(?:own |express |personal |direct |special )?(?:orders?|instructions?|command|directive|decree|words|remarks|demand|decision|policy|call)\b)")
# a verb of being, feeling or looking on, which is no act
_STATIVE = re.compile(
    r"^(?:\s[\w'-]+){0,4}?\s(?:(?:are|is|was|were|(?:has|have|had) been)(?!\s(?:\w+ly\s|now\s|also\s)?(?:\w+ing|to)\b)|"
    r"look(?:s|ed)? on|do not|did not|does not|seem(?:s|ed)?|fear(?:s|ed)?|hope[sd]?|know|knew|want(?:s|ed)?|lives?|lived|suffer\w*|"
    r"beg(?:s|ged)?|complain\w*|worr\w+|say|says|said|think\w*|believ\w*|grumbl\w*|starv\w*|hang(?:s|ed)?|hung himself|kill(?:s|ed) (?:him|her|them)sel\w+|committed suicide|st[eo]al\w*|stole|rob(?:s|bed)?|desert\w*|fled|flee|die[sd]?|"
    r"(?:(?:are|is|was|were|have been|has been) )?(?:going hungry|starving|stealing|begging|robbing|deserting|dying|grumbling|selling|fleeing|eating|getting|receiving|living|suffering|waiting))\b"
)
# something done to people in words that the lexicon does not know
_DONE_TO = re.compile(
    r"^[^.;:“”\"]{0,30}\s(?:was|were|been|being)\s(?:\w+ly\s)?(?!(?:said|reported|called|based|located|married|born|used|supposed|believed|"
    r"known|named|seen|heard|allowed|interested|tired|scared|worried|surprised|pleased|satisfied|opened|needed|expected|involved|divided|"
    r"rumou?red|employed|affected|red|hundred)\b)\w+(?:ed|en)\b"
)
# who is bribed, feared, evaded, told of a case or merely related is no part of the deed
_BRIBED = re.compile(
    r"(?:brib(?:es? to|ing|ed)|pa(?:id|ys?|ying)(?: off| bribes to)?|tip(?:ped)? off|informed|protection of|avoid(?:ing)?|evad\w+|"
    r"ties (?:to|with)|collu\w+ (?:with|between)|work(?:s|ed|ing) for|connections (?:to|in|with)|famil(?:y|ies) of|relatives of|eyes of|"
    r"afraid of|fear(?: of|s)?|complain\w* (?:about|to)|reported to|passed to|angry with|pay of|dealings with|favou?r from|money to|"
    r"cash to|posing as|disguised as|"
    r"sons? of|daughters? of|children of|wives of|wife of|head of|names? of|former|retired|ex-|help of)"
    r"(?: (?:the|a|an|some|any|local|his|her|their|provincial|state|senior|corrupt|city)){0,3}\s$"
)


def voices(words: str, start: int, deeds: tuple) -> tuple:
    """For each deed of a sentence that begins at `start`: active, passive, noun, state, agent, or its code (speech, favours)."""
    found = []
    for number, deed in enumerate(deeds):
        form = deed.entry.more.get("form", "verb")
        if words[deed.start : deed.end] == "told" and _TOLD_TO.search(words[deed.end : deed.end + 70]):
            found.append(_voice(words, start, deed, None, ""))  # an order, and no speech
        elif deed.entry.code in ("speak", "favour", "tip") or form != "verb":
            found.append(deed.entry.code if deed.entry.code in ("speak", "favour", "tip") else form)
        else:
            found.append(_voice(words, start, deed, deeds[number - 1] if number else None, found[-1] if found else ""))
    return tuple(found)


def _voice(words, start, deed, last, last_voice):
    first = words[deed.start : deed.end].split(" ", 1)[0]
    if words[deed.start : deed.end].startswith(_PASSIVE_TERMS) and not words[deed.start : deed.end].endswith(" after"):
        return "passive"
    if not (first.endswith("ed") or first in _PARTICIPLES):
        return "active"
    before = words[max(start, deed.start - 34) : deed.start]
    if _BE.search(before) or _THOSE.search(before):
        return "passive"
    if last is not None and last_voice == "passive" and _AND.search(words[last.end : deed.start]):
        return "passive"
    if first in _TAKES_OBJECT and _NO_OBJECT.search(words[deed.end : deed.end + 14]):
        return "passive"  # "a broker caught in May"
    if first == "shot" and _SHOT.search(words[deed.end : deed.end + 14]):
        return "passive"
    if words[deed.start : deed.end] in _ORDERED and words[deed.end : deed.end + 9].startswith((" to ", " from ", " inland", " out", " off", " home", " not to ")):
        return "passive"  # "families ordered to leave"
    return "passive" if _BY_SOON.search(words[deed.end : deed.end + 40]) else "active"


def part(clause, mention) -> tuple:
    """(agent, patient, aside, suffers) of one mention: how far it acts and suffers, why it does neither, and the deed it suffers."""
    words, start, end = clause.words, mention.start, mention.end
    before, after = words[max(clause.start, start - 60) : start], words[end : min(clause.end, end + 110)]
    organ = mention.entry.group == "actors"
    if organ and _BEHEST.search(after):
        return 1.0, 0.0, "", ""
    aside = _aside(mention, before, after)
    if aside:
        return 0.0, 0.0, aside, ""
    relays = "order" in clause.codes and _kind(mention) == "organ" and _RELAY.search(before)
    if organ and (relays or clause.codes and _JOINS.search(before)):
        return 0.7, 0.0, "", ""
    last, following = clause.before(start), _next(clause, end)
    if organ and "member" in (last[1], following[1]):
        if mention.entry.code == "inspection_group":
            return 0.8, 0.0, "", ""
        return 0.0, 0.0, "member" if last[1] == "member" else "", ""
    agent, patient, suffers = _from_before(words, mention, *last)
    agent, patient, suffers = _from_after(clause, mention, *following, agent, patient, suffers)
    if not organ and not agent and not patient and _DONE_TO.search(after):
        patient, suffers = 0.5, "strike"
    if not organ and after.startswith((" whom ", ", whom ")):
        agent, patient, suffers = 0.0, 0.8, suffers or "order"
    head = words[max(clause.start, start - 45) : start]
    at_head = (start - clause.start <= 45 or _HEAD.search(head)) and not _NO_SUBJECT.search(head)
    if organ and not agent and not patient and at_head and _kind(mention) != "leader" and not (_STATIVE.search(after) or after.startswith("' ")):
        agent = 0.4  # at the head of its sentence, with a verb that the lexicon does not know
    return _under_orders(clause, mention, last, following, agent, patient, suffers)


def _kind(mention):
    return mention.entry.more.get("kind")


def _aside(mention, before, after):
    """Why a mention plays no part in the deeds around it, or an empty string."""
    person = mention.entry.group == "targets"
    if person and _SOURCE_AFTER.search(after) or _SOURCE_BEFORE.search(before):
        return "source"
    if person and _SOLD_TO.search(before):
        return "buyer"
    if person and _kind(mention) == "person" and _HELPED.search(before):
        return "favour"
    if person and mention.entry.code == "soldiers" and _BENEFITS.search(before):
        return "benefits"
    if _kind(mention) != "conduct" and _FOREIGN.search(before):
        return "foreign"
    if _kind(mention) in ("leader", "vague") and _LEADERS.search(after):
        return "owner"
    if _OWNED.search(after) or not person and (_LEFT.search(before) or _ONE_OF.search(before)):
        return "owner"
    return "favour" if _BRIBED.search(before) else ""


def _next(clause, end):
    """The deed after a mention, past a participle that only describes it ("a guard posted to the city was caught")."""
    following, voice = clause.after(end)
    if voice == "active" and following.entry.code == "send" and following.start - end == 1:
        later, later_voice = clause.after(following.end)
        if later_voice == "passive" and later.start - following.end <= 60:
            return later, later_voice
    if voice in ("active", "favour") and _WHO.match(clause.words[end : following.start]):  # "guards who took bribes were dismissed"
        later, later_voice = clause.after(following.end)
        if later_voice == "passive" and later.start - following.end <= 40:
            return later, later_voice
    return following, voice


def _from_before(words, mention, deed, voice):
    """(agent, patient, suffers) by the deed before a mention: its object, or after "by" its agent."""
    if deed is None or mention.start - deed.end > 120:
        return 0.0, 0.0, ""
    organ, gap, told = mention.entry.group == "actors", words[deed.end : mention.start], words[deed.start : deed.end]
    near, by = closeness(gap), list(_AGENT_LEADS.finditer(gap))
    if by and voice == "noun" and _PARTICIPLE.search(gap[: by[-1].start()]):
        return 0.0, 0.0, ""  # "the trial was attended by officials"
    if by and voice in ("passive", "noun", "active", "speak") and len(gap) - by[-1].end() <= 60:
        return closeness(gap[by[-1].end() :]), 0.0, ""
    if voice == "agent" or organ and voice == "active" and deed.entry.code == "send":
        return near, 0.0, ""
    if voice == "active" and "," in gap and _NEW_CLAUSE.search(words[mention.end : mention.end + 30]):
        return 0.0, 0.3 * near, _suffered(deed)  # "they killed somebody, people are afraid"
    if voice == "active":
        return 0.0, near * (0.6 if organ and _PREPOSITION.search(gap) else 1.0), _suffered(deed)
    if voice == "noun" and deed.entry.code == "order" and _ORDER_OF.search(words[deed.start : mention.start]):
        return near, 0.0, ""
    if voice == "noun":
        leads = _TARGET_LEADS.search(gap) or told.endswith((" of", " on", " into", " against", " for"))
        return 0.0, near * (1.0 if leads else 0.2), deed.entry.code
    return 0.0, 0.0, ""


def _from_after(clause, mention, deed, voice, agent, patient, suffers):
    """(agent, patient, suffers) with what the deed after a mention adds: its subject acts, or in the passive suffers."""
    if deed is None or deed.start - mention.end > 120:
        return agent, patient, suffers
    words, organ, sent = clause.words, mention.entry.group == "actors", deed.entry.code == "send"
    gap = words[mention.end : deed.start]
    near = closeness(gap)
    if voice == "active":
        agent = max(agent, near if patient < (0.8 if organ else 0.5) else 0.3 * near)
    elif voice == "passive" and sent and organ:  # men called out where nothing is enforced are put to work
        agent = max(agent, near if "strike" in clause.codes or _kind(mention) == "organ" else 0.3 * near)
    elif organ and voice == "state" and deed.entry.code == "order":
        agent = max(agent, 0.5 * near)  # who has to see to it applies the measure
    elif voice in ("passive", "state") and not (organ and agent >= 0.8):  # "arrested by the police are held for days"
        patient, suffers = max((patient, suffers), (near, _suffered(deed)))
    elif voice == "noun":
        agent = max(agent, (0.9 if gap.startswith(("'s", "’s")) else 0.7) * near)
    elif voice == "agent" and organ:
        in_charge = words[deed.start : deed.end] == "in charge"
        if in_charge or mention.entry.code in ("inspection_group", "military"):  # "inspectors sent by the ministry": both act
            agent = max(agent, near)
    return agent, patient, suffers


def _under_orders(clause, mention, last, following, agent, patient, suffers):
    """A part as it stands, but that enforcers who are told to enforce will apply the measure and are no target of it."""
    words, (deed, voice), (later, later_voice) = clause.words, last, following
    if voice == "speak" and words[deed.start : deed.end] == "told" and words[deed.end : mention.start].strip() in ("", "the"):
        patient, suffers = 1.0, "order"
    told = suffers == "order" or later_voice == "passive" and words[later.start : later.end].startswith("told")
    if told and "strike" in clause.codes and not _EACH_OTHER.search(words, clause.start, clause.end):
        if mention.entry.group == "actors" and mention.entry.code in _ENFORCERS:
            return max(agent, 0.7), 0.0, "", ""
        if mention.entry.code in ("soldiers", "officials"):
            return agent, 0.0, "", ""
    return agent, patient, "", suffers


def _suffered(deed):
    return "order" if deed.entry.code == "speak" else deed.entry.code


def closeness(gap: str) -> float:
    """How surely a name and a deed belong together, by what stands between them: 1 beside each other, 0 beyond 120 characters."""
    if len(gap) > 120:
        return 0.0
    if "(" in gap:
        gap = _ASIDE.sub("", gap)
    value = 1.0 if len(gap) <= 30 else 0.85 if len(gap) <= 60 else 0.6
    if _BREAK.search(gap) or len(gap) > 25 and ", who" in gap:
        value *= 0.4
    return value * (0.7 if gap.count(",") % 2 else 1.0)
