"""English: who acts and who suffers, read from word order, voice and the prepositions between a name and a deed."""

import re

# what stands between two members of one list
LIST = re.compile(r"^(?:,|,? and|,? or|,? as well as|,? along with)(?: (?:the|local|provincial|city|county|ordinary|state|members of)){0,3} $")
_BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|getting|'re|'s)"
    r"(?:\s(?:\w+ly|not|also|never|now|all|both|even|then|still|since|just|more|once|being|there and then|too)){0,3}\s$"
)
_THOSE = re.compile(r"\b(?:those|people|persons|anyone|someone|others|members?|women|men|residents)\s$")
_BY_SOON = re.compile(r"^(?:\s[\w'-]+){0,3}\sby\s")
_TOLD_TO = re.compile(r"^(?! (?:daily nk|rfa|radio|asiapress|the |us\b|reporters)[^.]{0,40}(?:said|that))[^.;:“”\"]{0,50}?\s(?:not )?to [a-z]")
_AND = re.compile(r"^\s?(?:,|,? and|,? or|and then)?\s?(?:\w+ly\s)?$")
_PARTICIPLES = frozenset(
    "caught taken taken shot held beaten driven put sent led made told given thrown set kept forbidden struck run laid locked hauled seized".split()
)
# what may stand between a name and a deed that are not of one clause
_BREAK = re.compile(r"[;:“”()]|\"|\b(?:while|when|after|before|because|since|although|though|if|where|but|so that|unless|until|as)\b")
_AGENT_LEADS = re.compile(r"\bby\s(?!(?:means|way|the (?:end|time|river)|selling|taking))")
_TARGET_LEADS = re.compile(r"^\s?(?:on|of|against|into|for|targeting|among|over|at)\b")
_SOURCE_BEFORE = re.compile(r"(?:according to|accounts? of|source was) (?:an? |the |one |another )?(?:[\w'-]+ ){0,2}$")
_SOURCE_AFTER = re.compile(
    r"^(?:'s? account)?(?: (?:in|from|of|with|close to|inside|who|involved in|familiar with|there|on)\b[^.;“”\"]{0,70}?)?,? "
    r"(?:said(?! to)|says|told (?:daily nk|radio|rfa|asiapress|the|us|reporters|an acquaintance|our)|added|explained|commented|complained|remarked|noted|reports?\b|reported)"
)
_BENEFITS = re.compile(
    r"\b(?:sen[dt]|giv\w+|gave|suppl\w+|deliver\w*|donat\w+|rice|food|aid|gifts?|provisions|support|meant|collected|cabbages?|goods)\b[^.;,]{0,30}\b(?:to|for) (?:the )?$"
)
_FOREIGN = re.compile(r"(?:chinese|south korean|russian|foreign)\s$")
_ENFORCERS = frozenset(("police", "state_security", "border_guard", "military", "inspection_group", "youth_league", "prosecutors_courts"))
# an order goes its way through several organs, and each of them applies it
_RELAY = re.compile(r"\b(?:from|through|via|by way of|down to|on to|called on) (?:the )?(?:[\w'-]+ ){0,3}$")
# whoever people are handed over to, or works together with another organ, acts as well
_JOINS = re.compile(
    r"(?:\b(?:hand(?:ed)?|turn(?:ed)?|pass(?:ed)?|given|deliver(?:ed)?|transferred|sent|took|taken|brought)(?: over)?(?: [\w'-]+){0,4}? (?:over )?(?:to|before)|in the hands of|together with|jointly with|alongside|in cooperation with|with the help of)"
    r" (?:the |a )?(?:[\w'-]+ ){0,2}$"
)
_ORDER_OF = re.compile(r"(?:from|of|by) (?:the |a )?(?:[\w'-]+ ){0,3}$")
_HEAD = re.compile(r"[:;“\"]")
_OWNED = re.compile(
    r"^(?:'s?)? (?:famil|wife|wives|son|daughter|source|relatives|paper|congress|member|birthday|health|visit|trip|protection|enterprise|restaurant|farm|newspaper)"
)
_BRIBED = re.compile(
    r"(?:brib(?:es? to|ing|ed)|pa(?:id|y|ying) (?:off|bribes to)|tip(?:ped)? off|informed|protection of|avoid(?:ing)?|evad\w+|ties (?:to|with)|collu\w+ (?:with|between)|"
    r"work(?:s|ed|ing) for|connections (?:to|in|with)|famil(?:y|ies) of|relatives of|eyes of|afraid of|fear(?: of|s)?|complain\w* (?:about|to)|reported to|passed to|angry with|pay of|dealings with|"
    r"favou?r from|money to|cash to|posing as|disguised as|son of|wife of|head of|names? of|former|retired|ex-|like the|help of)"
    r"(?: (?:the|a|an|some|any|local|his|her|their|provincial|state|senior|corrupt|city)){0,3}\s$"
)


def voices(words: str, start: int, deeds: tuple) -> tuple:
    """For each deed of a sentence that begins at `start`: active, passive, noun, state, agent, or the deed's code for speech and favours."""
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
    if first == "being" or words[deed.start : deed.end].startswith(("is ", "was ", "were ", "been ", "in custody", "held by", "not allowed", "kept from", "under ")):
        return "passive"
    if not (first.endswith("ed") or first in _PARTICIPLES):
        return "active"
    before = words[max(start, deed.start - 34) : deed.start]
    if _BE.search(before) or _THOSE.search(before):
        return "passive"
    if last is not None and last_voice == "passive" and _AND.search(words[last.end : deed.start]):
        return "passive"
    return "passive" if _BY_SOON.search(words[deed.end : deed.end + 40]) else "active"


def part(clause, mention) -> tuple:
    """(agent, patient, aside, suffers) of one mention: how far it acts and suffers, why it does neither, and the deed it suffers."""
    words, start, end = clause.words, mention.start, mention.end
    before, after = words[max(clause.start, start - 60) : start], words[end : min(clause.end, end + 110)]
    if _SOURCE_AFTER.search(after) and mention.entry.group == "targets" or _SOURCE_BEFORE.search(before):
        return 0.0, 0.0, "source", ""
    if mention.entry.code == "soldiers" and mention.entry.group == "targets" and _BENEFITS.search(before):
        return 0.0, 0.0, "benefits", ""
    if mention.entry.more.get("kind") != "conduct" and _FOREIGN.search(before):
        return 0.0, 0.0, "foreign", ""
    if _OWNED.search(after):
        return 0.0, 0.0, "owner", ""
    if _BRIBED.search(before):
        return 0.0, 0.0, "favour", ""
    agent, patient, suffers = 0.0, 0.0, ""
    if mention.entry.group == "actors" and mention.entry.more.get("kind") == "organ" and "order" in clause.codes and _RELAY.search(before):
        return 0.7, 0.0, "", ""
    if mention.entry.group == "actors" and clause.codes and _JOINS.search(before):
        return 0.7, 0.0, "", ""
    last, last_voice = clause.before(start)
    following, next_voice = clause.after(end)
    if mention.entry.group == "actors" and "member" in (last_voice, next_voice):
        return (0.8, 0.0, "", "") if mention.entry.code == "inspection_group" else (0.0, 0.0, "member" if last_voice == "member" else "", "")
    if last is not None:
        gap = words[last.end : start] if start - last.end <= 120 else "." * 121
        near = closeness(gap)
        by = list(_AGENT_LEADS.finditer(gap)) if len(gap) <= 120 else []
        if by and last_voice in ("passive", "noun", "active", "speak") and len(gap) - by[-1].end() <= 60:
            agent = closeness(gap[by[-1].end() :])
        elif last_voice == "agent":
            agent = near
        elif last_voice == "active" and last.entry.code == "send" and mention.entry.group == "actors":
            agent = near
        elif last_voice == "active":
            patient, suffers = near, _suffered(last)
        elif last_voice == "noun" and last.entry.code == "order" and _ORDER_OF.search(words[last.start : start]):
            agent = near
        elif last_voice == "noun":
            leads = _TARGET_LEADS.search(gap) or words[last.start : last.end].endswith((" of", " on", " into", " against", " for"))
            patient, suffers = (near if leads else 0.2 * near), last.entry.code
    if next_voice == "active" and following.start - end == 1 and words[following.start : following.end].endswith("ed"):
        later, later_voice = clause.after(following.end)  # "a guard posted to the city was caught"
        if later_voice == "passive" and later.start - following.end <= 60:
            following, next_voice = later, later_voice
    if following is not None:
        gap = words[end : following.start] if following.start - end <= 120 else "." * 121
        near = closeness(gap)
        if next_voice == "active":
            agent = max(agent, near if patient < 0.8 else 0.3 * near)
        elif next_voice == "passive" and following.entry.code == "send" and mention.entry.group == "actors":
            agent = max(agent, near)
        elif next_voice in ("passive", "state"):
            patient, suffers = max((patient, suffers), (near, _suffered(following)))
        elif next_voice == "noun":
            agent = max(agent, (0.9 if gap.startswith(("'s", "’s")) else 0.7) * near)
        elif next_voice == "agent" and mention.entry.group == "actors" and (
            words[following.start : following.end] == "in charge" or mention.entry.code in ("inspection_group", "military")
        ):
            agent = max(agent, near)  # "inspectors sent by the ministry": both act
    if mention.entry.group == "actors" and not agent and not patient and (start - clause.start <= 45 or _HEAD.search(words[start - 45 : start])):
        agent = 0.4  # at the head of its sentence, with a verb that the lexicon does not know
    if last_voice == "speak" and words[last.end : start].strip() in ("", "the") and words[last.start : last.end] == "told":
        patient, suffers = 1.0, "order"
    told = suffers == "order" or next_voice == "passive" and words[following.start : following.end].startswith("told")
    if told and "strike" in clause.codes and mention.entry.code in ("soldiers", "officials"):
        return agent, 0.0, "", ""
    if told and mention.entry.code in _ENFORCERS and mention.entry.group == "actors" and "strike" in clause.codes:
        return max(agent, 0.7), 0.0, "", ""  # whoever is told to enforce will apply the measure
    return agent, patient, "", suffers


def _suffered(deed):
    return "order" if deed.entry.code == "speak" else deed.entry.code


def closeness(gap: str) -> float:
    """How surely a name and a deed belong together, by what stands between them: 1 beside each other, 0 beyond 120 characters."""
    if len(gap) > 120:
        return 0.0
    value = 1.0 if len(gap) <= 30 else 0.85 if len(gap) <= 60 else 0.6
    if _BREAK.search(gap):
        value *= 0.4
    return value * (0.7 if gap.count(",") % 2 else 1.0)
