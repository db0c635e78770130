"""Which codes of a report stand, after rules and words have both been heard.

The rules (reports/themes.py, reports/roles.py) say what they give and how strongly each code speaks, the words of the whole text
what they speak for together (reports/learned.py). How far either is to be believed is learned from coded reports
(reports/learning.py) and stands in data/learned/judge.csv: for each field and language a weight for every sign of SIGNS and for
every code. The sum is the log of the odds that the code is right; from the limit in data/learned/limits.yml on it is given.
Nothing in it is random, nothing leaves the machine.
"""

import csv
from collections import defaultdict
from functools import lru_cache
from math import log

import numpy as np
import yaml

from reports import roles, themes
from reports.learned import FIELDS, FOLDER, Model, model, speaking, weigh
from reports.lexicon import hits_of
from reports.text import Document
from reports.words import say

FEWEST = 25  # words the model must know in a text: of fewer it says nothing, and the rules stand as they are
_SHOWN = 3  # words shown for a code that was added
_GROUP = {"crackdown": "acts"}  # the group of the lexicon that speaks for a field, where it has another name

# Signs for a code, in the order of the columns that `signs` makes.
SIGNS = (
    "words",  # what the words of the text say: the log of the odds, by words alone
    "words for it",  # the same where they speak for it
    "rules",  # the rules give it
    "rules and words",
    "strength",  # how strongly it speaks by the rules, whether or not they give it
    "some strength",  # the same, up to what is enough
    "strongest other",  # of the field
    "words for another",
    "named",  # what is named of it, in whatever part or context
    "others given",  # by the rules, in the field
    "enforcement",  # how strongly the rules find a crackdown
    "words for a crackdown",
    "length",  # log of the length of the text over the usual one
)
_NAMED = [SIGNS.index(sign) for sign in ("rules", "strength", "named")]
_RATHER = 0.5
_MOST = {"strength": 3.0, "named": 4.0, "enforcement": 2.5}  # what lies above says nothing more
_USUAL = {"en": 1000, "ko": 380}  # characters


def strengths_of(document: Document) -> dict:
    """Field -> code -> (how strongly it speaks by the rules, what is named of it in whatever context), of all codes that are named."""
    named = defaultdict(lambda: defaultdict(float))
    for hit in hits_of(document):
        if hit.entry.group in ("themes", "actors", "targets", "sanctions"):
            named[hit.entry.group][hit.entry.code] += hit.entry.weight
    strong = {
        "themes": themes.theme_strengths(document),
        "actors": roles.strengths(document, "actors"),
        "targets": roles.strengths(document, "targets"),
        "sanctions": themes.sanction_strengths(document),
    }
    found = {field: {code: (by.get(code, 0.0), named[field][code]) for code in {*by, *named[field]}} for field, by in strong.items()}
    return found | {"crackdown": {"true": (themes.crackdown_strength(document), 0.0)}}


def signs(names: tuple, ruled: dict, strengths: dict, values: np.ndarray, length: float) -> np.ndarray:
    """The signs for every code: a row a code of `names`, a column a sign of SIGNS.

    `names` are the (field, code) of the word model, field by field, and `values` what the words say of each; `ruled` are the codes of the
    rules by field, `strengths` those of `strengths_of`, `length` is that of the text in times the usual one.
    """
    rules = np.array([ruled["crackdown"] if field == "crackdown" else code in ruled[field] for field, code in names], dtype=float)
    strong, named = np.array([strengths[field].get(code, (0.0, 0.0)) for field, code in names]).T
    strong, named = np.clip(strong, 0, _MOST["strength"]), np.minimum(named, _MOST["named"])
    others = np.empty((3, len(names)))
    for field in _fields(names):
        for row, of_all in zip(others, (strong, values)):
            row[field] = _largest_other(of_all[field])
        others[2, field] = rules[field].sum() - rules[field]
    enforced = min(max(strengths["crackdown"]["true"][0], 0), _MOST["enforcement"])
    of_text = (enforced, values[names.index(("crackdown", "true"))], log(max(length, 0.05)))
    columns = (values, np.maximum(values, 0), rules, rules * values, strong, np.minimum(strong, 1), others[0], others[1], named, others[2])
    return np.concatenate([np.stack(columns, axis=1), np.broadcast_to(of_text, (len(names), len(of_text)))], axis=1)


@lru_cache(maxsize=4)
def _fields(names):
    """The rows of each field, as slices."""
    first = [at for at, (field, _) in enumerate(names) if at == 0 or names[at - 1][0] != field]
    return tuple(slice(start, end) for start, end in zip(first, [*first[1:], len(names)]))


def _largest_other(values):
    """For each value the largest of the others, none of them below 0."""
    largest = values.argmax()
    found = np.full(len(values), max(values[largest], 0.0))
    found[largest] = max(np.delete(values, largest).max(initial=0.0), 0.0)
    return found


def length_of(document: Document) -> float:
    """How long a text is, in times the usual length of a report in its language."""
    return len(document.text) / _USUAL[document.grammar]


@lru_cache(maxsize=4)
def judge(language: str) -> tuple:
    """The weights of a language ("en" or "ko"): a row a code of the word model, a column a sign; and each code's constant.

    They stand in data/learned/judge.csv. Raises ValueError where a weight is missing.
    """
    read = {}
    with (FOLDER / "judge.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["language"] == language:
                read[line["field"], line["code"] or line["sign"]] = float(line["weight"])
    names = model(language).names
    wanted = {(field, sign) for field, _ in names for sign in SIGNS} | set(names)
    if missing := sorted(wanted - set(read)):
        raise ValueError(f"judge.csv: {language}, {missing[0][0]}: no weight for {missing[0][1]}; `python -m reports learn` writes all.")
    return np.array([[read[field, sign] for sign in SIGNS] for field, _ in names]), np.array([read[name] for name in names])


@lru_cache(maxsize=1)
def limit() -> float:
    """The probability from which on a code is given, from data/learned/limits.yml."""
    return yaml.safe_load((FOLDER / "limits.yml").read_text(encoding="utf-8"))["given_from"]


def sureness(said: np.ndarray, weights: np.ndarray, alone: np.ndarray) -> np.ndarray:
    """The probability that each code is right, by its signs (along the last axis), their weights and the code's constant."""
    return 1 / (1 + np.exp(-(said * weights).sum(axis=-1) - alone))


def given(sure: np.ndarray, said: np.ndarray, enough: float) -> np.ndarray:
    """Which codes are given: those as sure as the limit; one of which nothing at all is named only where it is rather right than wrong.

    `sure` are probabilities, `said` the signs of the same codes along the last axis.
    """
    named = (said[..., _NAMED] > 0).any(axis=-1)
    return sure >= np.where(named, enough, max(enough, _RATHER))


def settle(
    document: Document, codes: dict, evidence: list, known: Model | None = None, judged: tuple | None = None, enough: float | None = None
) -> tuple:
    """The codes of an article and their evidence after all was heard; both are given anew.

    By default with the model, the judge and the limit of data/learned/. A text of fewer words than the model can weigh keeps the
    codes of the rules.
    """
    known, (weights, alone) = known or model(document.grammar), judged or judge(document.grammar)
    values, found = weigh(document, known)
    if len(found) < FEWEST:
        return codes, evidence
    said = signs(known.names, codes, strengths_of(document), values, length_of(document))
    right_ones = given(sureness(said, weights, alone), said, limit() if enough is None else enough)
    settled, kept = dict(codes), list(evidence)
    for field in FIELDS:
        ruled = ({"true"} if codes[field] else set()) if field == "crackdown" else set(codes[field])
        right = {code for (name, code), yes in zip(known.names, right_ones) if name == field and yes}
        right |= ruled - {code for name, code in known.names if name == field}  # codes too rare to be learned are left to the rules
        shown = {code: _heard(document, field, code) or speaking(document, found, known, field, code) for code in sorted(right - ruled)}
        right -= {code for code, words in shown.items() if not words}  # no code without the words it came from
        settled[field] = bool(right) if field == "crackdown" else sorted(right)
        kept = [e for e in kept if e.field != field or e.code in right]
        kept += [e for words in shown.values() for e in words]
    return settled, kept


def _heard(document, field, code):
    """Evidence of what the lexicon finds for a code that the rules alone did not give: the heaviest words, those of the title first."""
    hits = [h for h in hits_of(document) if h.entry.group == _GROUP.get(field, field) and (field == "crackdown" or h.entry.code == code)]
    best = sorted(hits, key=lambda h: (-h.entry.weight, h.part != "title", h.start))[:_SHOWN]
    return [document.evidence(field, code, h.part, h.start, h.end, say("note_too_weak")) for h in best]
