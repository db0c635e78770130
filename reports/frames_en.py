"""English: who acts and who suffers, read from word order, voice and the prepositions between a name and a deed."""

from reports import frames_en_patterns as p

LIST = p.LIST


def voices(words: str, start: int, deeds: tuple) -> tuple:
    """For each deed of a sentence that begins at `start`: active, passive, noun, state, agent, or its code (speech, favours)."""
    found = []
    for number, deed in enumerate(deeds):
        form = deed.entry.more.get("form", "verb")
        if words[deed.start : deed.end] == "told" and p.TOLD_TO.search(words[deed.end : deed.end + 70]):
            found.append(_voice(words, start, deed, None, ""))  # an order, and no speech
        elif deed.entry.code in ("speak", "favour", "tip") or form != "verb":
            found.append(deed.entry.code if deed.entry.code in ("speak", "favour", "tip") else form)
        else:
            found.append(_voice(words, start, deed, deeds[number - 1] if number else None, found[-1] if found else ""))
    return tuple(found)


def _voice(words, start, deed, last, last_voice):
    first = words[deed.start : deed.end].split(" ", 1)[0]
    if words[deed.start : deed.end].startswith(p.PASSIVE_TERMS) and not words[deed.start : deed.end].endswith((" after", "ing")):
        return "passive"
    if not (first.endswith("ed") or first in p.PARTICIPLES):
        return "active"
    before = words[max(start, deed.start - 34) : deed.start]
    if p.BE.search(before) or p.THOSE.search(before):
        return "passive"
    if last is not None and last_voice == "passive" and p.AND.search(words[last.end : deed.start]):
        return "passive"
    if p.HAD.search(before) or words[deed.start : deed.end].endswith((" him", " her", " them")):
        return "active"
    if first in p.TAKES_OBJECT and p.NO_OBJECT.search(words[deed.end : deed.end + 14]):
        return "passive"  # "a broker caught in May"
    if first == "shot" and p.SHOT.search(words[deed.end : deed.end + 14]):
        return "passive"
    if words[deed.start : deed.end] in p.ORDERED and words[deed.end : deed.end + 9].startswith(p.ORDERED_TO):
        return "passive"  # "families ordered to leave"
    return "passive" if p.BY_SOON.search(words[deed.end : deed.end + 40]) else "active"


def part(clause, mention) -> tuple:
    """(agent, patient, aside, suffers) of one mention: how far it acts and suffers, why it does neither, and the deed it suffers."""
    words, start, end = clause.words, mention.start, mention.end
    before, after = words[max(clause.start, start - 60) : start], words[end : min(clause.end, end + 110)]
    organ = mention.entry.group == "actors"
    if organ and p.BEHEST.search(after):
        return 1.0, 0.0, "", ""
    aside = _aside(mention, before, after)
    if aside:
        return 0.0, 0.0, aside, ""
    relays = "order" in clause.codes and _kind(mention) == "organ" and mention.entry.code != "inminban" and p.RELAY.search(before)
    if organ and (relays or clause.codes and p.JOINS.search(before)):
        return 0.7, 0.0, "", ""
    last, following = clause.before(start), _next(clause, end)
    if organ and "member" in (last[1], following[1]):
        if mention.entry.code == "inspection_group":
            return 0.8, 0.0, "", ""
        return 0.0, 0.0, "member" if last[1] == "member" else "", ""
    agent, patient, suffers = _from_before(words, mention, *last)
    led = agent
    agent, patient, suffers = _from_after(clause, mention, *following, agent, patient, suffers)
    if organ and agent > led and p.WITHIN.search(before):
        agent = max(led, 0.3 * agent)
    if not organ and not agent and not patient and p.DONE_TO.search(after):
        patient, suffers = 0.5, "strike"
    if _kind(mention) == "person" and patient < 0.8 and agent < 0.5 and p.DOES.match(after):
        agent = 0.7
    if not organ and after.startswith((" whom ", ", whom ")):
        agent, patient, suffers = 0.0, 0.8, suffers or "order"
    head = words[max(clause.start, start - 45) : start]
    at_head = (start - clause.start <= 45 or p.HEAD.search(head)) and not p.NO_SUBJECT.search(head)
    idle = _kind(mention) == "leader" or p.STATIVE.search(after) or after.startswith("' ")
    if organ and not agent and not patient and at_head and not idle:
        agent = 0.4  # at the head of its sentence, with a verb that the lexicon does not know
    agent, patient, aside, suffers = _under_orders(clause, mention, last, following, agent, patient, suffers)
    if organ and max(agent, patient) < 0.5 and not aside and _kind(mention) not in ("vague", "leader", "trial"):
        agent = 0.6 if _acts_plainly(clause, mention, after) else agent
    return agent, patient, aside, suffers


def _acts_plainly(clause, mention, after):
    """Whether an organ is the subject of a verb that the lexicon does not know, or stands after "by" where something is done."""
    before = clause.words[max(clause.start, mention.start - 90) : mention.start]
    return bool(p.DONE_BY.search(before) or p.PLAIN_ACT.match(after[:60]) and not p.STATIVE.search(after[:60]))


def _kind(mention):
    return mention.entry.more.get("kind")


def _aside(mention, before, after):
    """Why a mention plays no part in the deeds around it, or an empty string."""
    person = mention.entry.group == "targets"
    if person and p.SOURCE_AFTER.search(after) or p.SOURCE_BEFORE.search(before):
        return "source"
    if person and p.SOLD_TO.search(before):
        return "buyer"
    if person and _kind(mention) == "person" and p.HELPED.search(before):
        return "favour"
    if person and mention.entry.code == "soldiers" and p.BENEFITS.search(before):
        return "benefits"
    if _kind(mention) != "conduct" and p.FOREIGN.search(before):
        return "foreign"
    if not person and _kind(mention) in ("organ", "member") and (p.NOT_THE.search(before) or p.DID_NOT.match(after)):
        return "negated"
    if _kind(mention) in ("leader", "vague") and p.LEADERS.search(after):
        return "owner"
    if p.OWNED.search(after) or not person and (p.LEFT.search(before) or p.ONE_OF.search(before)):
        return "owner"
    return "favour" if p.BRIBED.search(before) else ""


def _next(clause, end):
    """The deed after a mention, past a participle that only describes it ("a guard posted to the city was caught")."""
    following, voice = clause.after(end)
    if voice == "active" and following.entry.code == "send" and following.start - end == 1:
        later, later_voice = clause.after(following.end)
        if later_voice == "passive" and later.start - following.end <= 60:
            return later, later_voice
    if voice in ("active", "favour") and p.WHO.match(clause.words[end : following.start]):  # "guards who took bribes were dismissed"
        later, later_voice = clause.after(following.end)
        if later_voice in ("passive", "state") and later.start - following.end <= 90:
            return later, later_voice
    return following, voice


def _from_before(words, mention, deed, voice):
    """(agent, patient, suffers) by the deed before a mention: its object, or after "by" its agent."""
    if deed is None or mention.start - deed.end > 120:
        return 0.0, 0.0, ""
    organ, gap, told = mention.entry.group == "actors", words[deed.end : mention.start], words[deed.start : deed.end]
    near, by = closeness(gap), list(p.AGENT_LEADS.finditer(gap))
    if by and voice == "noun" and p.PARTICIPLE.search(gap[: by[-1].start()]):
        return 0.0, 0.0, ""  # "the trial was attended by officials"
    if by and voice in ("passive", "noun", "active", "speak") and len(gap) - by[-1].end() <= 60:
        return closeness(gap[by[-1].end() :]), 0.0, ""
    if voice == "agent" or organ and voice == "active" and deed.entry.code == "send":
        return near, 0.0, ""
    if voice == "active" and "," in gap and p.NEW_CLAUSE.search(words[mention.end : mention.end + 30]):
        return 0.0, 0.3 * near, _suffered(deed)  # "they killed somebody, people are afraid"
    if voice == "active":
        return 0.0, near * (0.6 if organ and p.PREPOSITION.search(gap) else 1.0), _suffered(deed)
    if voice == "noun" and deed.entry.code == "order" and p.ORDER_OF.search(words[deed.start : mention.start]):
        return near, 0.0, ""
    if voice == "noun":
        leads = p.TARGET_LEADS.search(gap) or told.endswith((" of", " on", " into", " against", " for"))
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
    elif organ and voice == "state" and deed.entry.code == "order" and not p.EACH_OTHER.search(words, clause.start, clause.end):
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
    if told and "strike" in clause.codes and not p.EACH_OTHER.search(words, clause.start, clause.end):
        if mention.entry.group == "actors" and mention.entry.code in p.ENFORCERS:
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
        gap = p.ASIDE.sub("", gap)
    value = 1.0 if len(gap) <= 30 else 0.85 if len(gap) <= 60 else 0.6
    if p.BREAK.search(gap) or len(gap) > 25 and ", who" in gap:
        value *= 0.4
    return value * (0.7 if gap.count(",") % 2 else 1.0)
