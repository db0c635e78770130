"""Who enforces and whom it strikes: organs that act, people and firms that receive the measure."""

import re

from reports.lexicon import hits_of
from reports.text import Document
from reports.weighing import acts, codes_of, evidence_of, frames

# An organ is no agent where it speaks, is told, is bribed or is itself the object.
_NO_AGENT_AFTER = re.compile(
    r"^(?:'s? (?:famil|wife|wives|protection)|\)? (?:source|who (?:took|were)|was (?:arrested|caught|dismissed)|were (?:arrested|caught)|caught))"
    r"|^(?:들?에게|들?한테|와 결탁|과 결탁|를 뒷배|을 뒷배|의 비호| 출신| 가족|들?의 눈을|들?을 피|들?를 피|에 신고|에 제보)"
)
_NO_AGENT_BEFORE = re.compile(
    r"(?:bribes? to|bribing|bribed|pay(?:ing)? off|paid|told|reported to|tip(?:ped)? off|informed|protection of|escape|avoid|evad\w+|"
    r"ties (?:to|with)|collu\w+ with|working for|connections (?:to|in|with)|famil(?:y|ies) of) (?:the |local |some )?(?:\w+ )?$"
)

def find_actors(document: Document):
    """The organs that order or apply the measure, sorted, and the words each came from."""
    acting, framed = acts(document), frames(document)

    def is_agent(hit):
        words = document.lowered[hit.part]
        if not acting.get(hit.sentence) or framed.get(hit.sentence, set()) & {"background"}:
            return False
        before, after = words[max(0, hit.start - 40) : hit.start], words[hit.end : hit.end + 30]
        return not _NO_AGENT_BEFORE.search(before) and not _NO_AGENT_AFTER.search(after)

    codes, paid = codes_of(document, "actors", is_agent)
    named = [c for c in codes if c != "central_government"]
    # "the authorities" stand for an organ named elsewhere, unless the title or the lead lets them act alone
    if named and "central_government" in codes and not any(_leads(document, h) for h in paid["central_government"]):
        codes.remove("central_government")
        paid.pop("central_government")
    if "inspection_group" in codes and any(c in codes for c in ("police", "state_security", "prosecutors_courts")):
        codes, paid = _without_members(document, codes, paid)
    return codes, evidence_of(document, "actors", paid)


def _leads(document, hit):
    return hit.part == "title" or document.sentences[hit.sentence].number < 2


def _without_members(document, codes, paid):
    """Members of a joint group are coded only where their organ acts in a sentence of its own."""
    joint = {h.sentence for h in paid["inspection_group"]}
    for code in ("police", "state_security", "prosecutors_courts", "youth_league"):
        if code in codes and all(h.sentence in joint for h in paid[code]):
            codes.remove(code)
            paid.pop(code)
    return codes, paid


def find_targets(document: Document):
    """The people and firms that receive the measure, sorted, and the words each came from."""
    acting, framed = acts(document), frames(document)

    def is_patient(hit):
        kinds = acting.get(hit.sentence, set())
        if framed.get(hit.sentence, set()) & {"background", "law"} and hit.part != "title":
            return False
        return "enforcement" in kinds or (bool(kinds) and hit.entry.code in ("residents", "trading_companies", "farmers", "students_youth"))

    codes, paid = codes_of(document, "targets", is_patient)
    if "residents" in codes and len(codes) > 1 and not _falls_on_all(document, paid["residents"]):
        codes.remove("residents")
        paid.pop("residents")
    return codes, evidence_of(document, "targets", paid)


def _falls_on_all(document, hits):
    """A measure on people in general stands beside a narrower code only where the text says so early and often."""
    return len(hits) >= 4 and any(_leads(document, h) for h in hits)
