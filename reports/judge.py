"""Which codes of a report stand, after rules and words have both been heard.

The rules (reports/themes.py, reports/roles.py) say what they give and how strongly each code speaks, the words of the whole text say what they
speak for together (reports/learned.py). How far either is to be believed is learned from coded reports (reports/learning.py) and stands in
data/learned/judge.csv: for each field and language a weight for every sign of SIGNS and for every code. The sum is the log of the
odds that the code is right; from the limit in data/learned/limits.yml on it is given. Nothing in it is random, nothing leaves the machine.
"""

import csv
from collections import defaultdict
from functools import lru_cache

import numpy as np
import yaml

from reports import roles, themes
from reports.learned import FIELDS, FOLDER, Model, model, speaking, weigh
from reports.lexicon import hits_of
from reports.text import Document

NOTE = "words that the rules found too weak alone; with the whole text they are enough"
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


def signs(field: str, names: tuple, given: dict, strengths: dict, values: np.ndarray, length: float) -> np.ndarray:
    """The signs for each code of a field: a row a code of the field in `names`, a column a sign of SIGNS.

    `names` are the (field, code) of the word model and `values` what the words say of each; `given` are the codes of the rules by
    field, `strengths` those of `strengths_of`, `length` is that of the text in characters over the usual one.
    """
    at = [n for n, (name, _) in enumerate(names) if name == field]
    codes = [names[n][1] for n in at]
    words = values[at]
    rules = np.array([given["crackdown"] if field == "crackdown" else code in given[field] for code in codes], dtype=float)
    strong, named = np.array([strengths[field].get(code, (0.0, 0.0)) for code in codes]).T
    strong, named = np.clip(strong, 0, _MOST["strength"]), np.minimum(named, _MOST["named"])
    enforced = np.clip(strengths["crackdown"]["true"][0], 0, _MOST["enforcement"])
    hunted = values[names.index(("crackdown", "true"))]
    same = np.ones(len(at))
    columns = (
        words, np.maximum(words, 0), rules, rules * words, strong, np.minimum(strong, 1), _others(strong), _others(words), named,
        rules.sum() - rules, enforced * same, hunted * same, np.log(max(length, 0.05)) * same,
    )  # fmt: skip
    return np.stack(columns, axis=1)


def _others(values):
    """For each value the largest of the others, none of them below 0."""
    first, second = np.sort(np.concatenate([values, [0.0, 0.0]]))[-1:-3:-1]
    return np.where(values == first, second, first) if first > 0 else np.zeros(len(values))


def length_of(document: Document) -> float:
    """How long a text is, in times the usual length of a report in its language."""
    return len(document.text) / _USUAL["ko" if document.language == "ko" else "en"]


@lru_cache(maxsize=4)
def judge(language: str) -> dict:
    """Field -> (weight of each sign, constant of each code by name), of a language ("en" or "ko"), from data/learned/judge.csv.

    Raises ValueError where a sign is missing.
    """
    read = defaultdict(lambda: ({}, {}))
    with (FOLDER / "judge.csv").open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            if line["language"] == language:
                read[line["field"]][bool(line["code"])][line["code"] or line["sign"]] = float(line["weight"])
    for field in FIELDS:
        missing = set(SIGNS) - set(read[field][0])
        if missing:
            raise ValueError(f"judge.csv: {language}, {field}: no weight for {', '.join(sorted(missing))}; `python -m reports learn` writes them.")
    return {field: (np.array([read[field][0][sign] for sign in SIGNS]), read[field][1]) for field in FIELDS}


@lru_cache(maxsize=1)
def limit() -> float:
    """The probability from which on a code is given, from data/learned/limits.yml."""
    return yaml.safe_load((FOLDER / "limits.yml").read_text(encoding="utf-8"))["given_from"]


def settle(document: Document, codes: dict, evidence: list, known: Model | None = None, judged: dict | None = None, enough: float | None = None):
    """The codes of an article and their evidence after all was heard; both are given anew.

    By default with the model, the judge and the limit of data/learned/. A text of fewer words than the model can weigh keeps the codes of the rules.
    """
    language = "ko" if document.language == "ko" else "en"
    known, judged = known or model(language), judged or judge(language)
    enough = limit() if enough is None else enough
    values, found = weigh(document, known)
    if len(found) < FEWEST:
        return codes, evidence
    strengths, length = strengths_of(document), length_of(document)
    settled, kept = dict(codes), list(evidence)
    for field in FIELDS:
        weights, alone = judged[field]
        of_field = [code for name, code in known.names if name == field]
        odds = signs(field, known.names, codes, strengths, values, length) @ weights + np.array([alone[code] for code in of_field])
        right = {code for code, value in zip(of_field, odds) if 1 / (1 + np.exp(-value)) >= enough}
        given = ({"true"} if codes[field] else set()) if field == "crackdown" else set(codes[field])
        unheard = given - set(of_field)  # codes too rare to be learned are left to the rules
        shown = {code: _heard(document, field, code) or speaking(document, found, known, field, code) for code in sorted(right - given)}
        right -= {code for code, words in shown.items() if not words}  # no code without the words it came from
        settled[field] = bool(right) if field == "crackdown" else sorted(right | unheard)
        kept = [e for e in kept if e.field != field or e.code in right | unheard]
        kept += [e for words in shown.values() for e in words]
    return settled, kept


def _heard(document, field, code):
    """Evidence of what the lexicon finds for a code that the rules alone did not give: the heaviest words, those of the title first."""
    hits = [h for h in hits_of(document) if h.entry.group == _GROUP.get(field, field) and (field == "crackdown" or h.entry.code == code)]
    best = sorted(hits, key=lambda h: (-h.entry.weight, h.part != "title", h.start))[:_SHOWN]
    return [document.evidence(field, code, h.part, h.start, h.end, NOTE) for h in best]
