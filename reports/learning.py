"""Learns the word model (reports/learned.py) from coded examples: `python -m reports learn`. Needs requirements-dev.txt.

Learned from: the hand-coded reports of data/gold/ and the short coded examples of data/learned/examples.*.jsonl. For every code a
logistic regression over the words' weights (tf-idf), the two outcomes weighed alike, so that rare codes are learned too.

The limits above which the model adds to the rules and below which it takes from them are set where together they code best in closed folds by story:
on reports to which the rules gave their codes before anybody had read them (data/learned/first_sight.jsonl). On reports that rules were
written from they are better than on new ones, and the model would be told to trust them too far.
"""

import csv
import json
import zlib
from pathlib import Path

import numpy as np
import yaml

from reports.codebook import FIELDS as CODED
from reports.codebook import codebook
from reports.learned import FIELDS, FOLDER, Model, weigh, words_of
from reports.score import GOLD, LANGUAGES, read_gold
from reports.text import Document

_FEWEST, _WORDS = 3, 3000  # examples a word must stand in; words that are kept, those that tell codes apart best
_CODED_AT_LEAST = 5  # examples of a code: of fewer nothing is learned
_STRICTNESS = 3.0  # the regression's C: smaller trusts the examples less
_REPORT = 2.0  # a hand-coded report counts for so many short examples: reports are what the model will read
_SMALL = 0.1  # weights below it are left out of the file
_FOLDS = 5
_ADD, _DROP = np.arange(-0.5, 2.55, 0.1), np.arange(-3.0, -0.65, 0.1)
_NEAR = 2  # limits to each side whose F1 is averaged with a pair's own: a peak that stands alone is chance


def learn(folder: Path = FOLDER, gold: list | None = None, examples: dict | None = None) -> list:
    """Learns both languages, writes words.en.csv, words.ko.csv and limits.yml into `folder`, and gives the rows of the closed folds.

    `gold` are lines of hand-coded files (default: data/gold/), `examples` the short ones by language (default: data/learned/). A row a
    field and language: field, language, reports, rules and together (F1 of the codes at first sight, without and with the model).
    """
    gold = read_gold() if gold is None else gold
    examples = examples or {language: _lines(FOLDER / f"examples.{language}.jsonl") for language in LANGUAGES}
    given = {line["url"]: line for line in _lines(FOLDER / "first_sight.jsonl")}
    closed = []  # (field, language, what the model says, the rules' codes, the true ones), a column a code
    for language in LANGUAGES:
        own = [line for line in gold if line["language"] == language]
        names = _names([*own, *examples[language]])
        values, known = _closed(own, examples[language], names, language, given)
        for field in FIELDS:
            columns = [at for at, (name, _) in enumerate(names) if name == field]
            one, true = (_carried(codes, [names[at] for at in columns]) for codes in ([given[x["url"]] for x in known], [x["gold"] for x in known]))
            closed.append((field, language, values[:, columns], one, true))
        _write(folder / f"words.{language}.csv", _fitted([*own, *examples[language]], names, language))
    limits = _limits([parts[2:] for parts in closed])
    (folder / "limits.yml").write_text(
        "# Written by `python -m reports learn`: above which value the model adds a code, below which it takes one back.\n"
        + yaml.safe_dump(limits | {"learned_from": fingerprint()}, sort_keys=False),
        encoding="utf-8",
    )
    return [
        {"field": f, "language": la, "reports": len(t), "rules": _f1(o, t), "together": _f1(_together(v, o, **limits), t)}
        for f, la, v, o, t in closed
    ]


def fingerprint() -> str:
    """Tells the files that the model is learned from: other examples, another fingerprint."""
    files = [*sorted(GOLD.glob("*.jsonl")), *sorted(FOLDER.glob("*.jsonl"))]
    return f"{zlib.crc32(b''.join(file.read_bytes() for file in files)):08x}"


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _names(lines):
    """(field, code) of every code with enough examples."""
    every = [(field, code) for field in FIELDS for code in (codebook().codes(field) if field in CODED else ["true"])]
    return [name for name in every if sum(_carries(line["gold"], *name) for line in lines) >= _CODED_AT_LEAST]


def _carries(codes, field, code):
    return bool(codes["crackdown"]) if field == "crackdown" else code in codes[field]


def _carried(codes, names):
    """A row a report, a column a code: whether it carries it."""
    return np.array([[_carries(one, *name) for name in names] for one in codes], dtype=bool).reshape(len(codes), len(names))


def _closed(own, examples, names, language, given):
    """What the model says of each report coded at first sight, learned without any report of its fold; and those reports."""
    fold = [zlib.crc32((line.get("same_story") or line["url"]).encode()) % _FOLDS for line in own]
    known = [at for at, line in enumerate(own) if line["url"] in given]
    values = np.zeros((len(known), len(names)))
    for closed in range(_FOLDS):
        learned = _fitted([line for line, f in zip(own, fold) if f != closed] + examples, names, language)
        for n, at in enumerate(known):
            if fold[at] == closed:
                values[n] = weigh(_document(own[at], language), learned)[0]
    return values, [own[at] for at in known]


def _fitted(lines, names, language):
    """The model learned from the lines, without limits."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.feature_selection import chi2
    from sklearn.linear_model import LogisticRegression

    texts = [[word for word, *_ in words_of(_document(line, language))] for line in lines]
    counts = [_REPORT if "url" in line else 1.0 for line in lines]
    true = _carried([line["gold"] for line in lines], names)
    every = TfidfVectorizer(analyzer=list, min_df=_FEWEST, sublinear_tf=True)
    table = every.fit_transform(texts)
    telling = np.max([np.nan_to_num(chi2(table, true[:, at])[0]) for at in range(len(names)) if true[:, at].any()], axis=0)
    words = every.get_feature_names_out()
    kept = sorted(words[np.lexsort((words, -telling))[:_WORDS]])
    chosen = TfidfVectorizer(analyzer=list, vocabulary=kept, sublinear_tf=True)
    table = chosen.fit_transform(texts)
    weights, alone = np.zeros((len(kept), len(names))), np.full(len(names), -9.0)
    for at in range(len(names)):
        if true[:, at].sum() >= 2:
            found = LogisticRegression(C=_STRICTNESS, class_weight="balanced", max_iter=500).fit(table, true[:, at], sample_weight=counts)
            weights[:, at], alone[at] = found.coef_[0], found.intercept_[0]
    weights[np.abs(weights) < _SMALL] = 0.0
    return Model({word: at for at, word in enumerate(kept)}, chosen.idf_, weights, alone, tuple(names), add=np.inf, drop=-np.inf)


def _document(line, language):
    return Document(line["title"] or "", line["text"], language)


def _limits(parts):
    """The pair of limits, one for all codes of both languages, by which rules and model together code best; averaged over its neighbours.

    A pair a field, tried as well, followed chance: on reports nobody had seen it coded no better than one for all.
    """
    reached = np.array([[np.mean([_f1(_together(v, o, add, drop), t) for v, o, t in parts]) for drop in _DROP] for add in _ADD])
    padded = np.pad(reached, _NEAR, mode="edge")
    smooth = np.mean([padded[i : i + len(_ADD), j : j + len(_DROP)] for i in range(2 * _NEAR + 1) for j in range(2 * _NEAR + 1)], axis=0)
    add, drop = np.unravel_index(np.argmax(smooth), smooth.shape)
    return {"add": round(float(_ADD[add]), 2), "drop": round(float(_DROP[drop]), 2)}


def _together(values, one, add, drop):
    """The codes of rules (`one`) and model together, as reports.learned.settle makes them."""
    return (values > add) | (one & (values >= drop))


def _f1(found, true):
    both = found.sum() + true.sum()
    return float(2 * (found & true).sum() / both) if both else 1.0


def _write(path, learned):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["word", "rarity", *(".".join(name) for name in learned.names)])
        writer.writerow(["", "", *(f"{value:.2f}" for value in learned.alone)])
        for word, rare, line in zip(learned.rows, learned.rarity, learned.weights):
            writer.writerow([word, f"{rare:.2f}", *(f"{value:.2f}" if value else "" for value in line)])
