"""Learns the word model (reports/learned.py) and the judge (reports/judge.py) from coded examples: `python -m reports learn`.

Needs requirements-dev.txt. The word model is learned from the hand-coded reports of data/gold/ and the short coded examples of
data/learned/examples.*.jsonl: for every code a logistic regression over the words' weights (tf-idf), the two outcomes weighed alike, so
that rare codes are learned too.

The judge is learned from texts that nobody who writes rules has read: the short examples, and the reports of data/gold/ with what the
rules found in them at first sight (data/learned/first_sight.jsonl). On reports that rules were written from they are better than on new
ones, and the judge would be told to trust them too far. What the words say of a text comes from a model learned without its fold, for
the same reason. For every field a logistic regression over the signs of reports/judge.py and the codes.
"""

import csv
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from reports.codebook import FIELDS as CODED
from reports.codebook import codebook
from reports.coding import CODERS
from reports.judge import SIGNS, given, length_of, signs, strengths_of, sureness
from reports.learned import FIELDS, FOLDER, Model, weigh, words_of
from reports.score import GOLD, LANGUAGES, read_gold
from reports.text import Document

_FEWEST, _WORDS = 3, 3000  # examples a word must stand in; words that are kept, those that tell codes apart best
_CODED_AT_LEAST = 5  # examples of a code: of fewer nothing is learned
_STRICTNESS, _JUDGED = 3.0, 0.3  # the regressions' C, of words and of signs: smaller trusts the examples less
_REPORT, _REPORT_JUDGED = 2.0, 3.0  # a hand-coded report counts for so many short examples: reports are what will be read
_SMALL = 0.1  # weights below it are left out of the file
_FOLDS = 5
_LIMITS = np.arange(0.2, 0.605, 0.025)
_ALIKE = 0.003  # of F1: less is chance
_NEAR = 2  # limits to each side whose F1 is averaged with a limit's own: a peak that stands alone is chance


@dataclass(frozen=True)
class Heard:
    """What the judge learns from in one language: the texts nobody read, what is said of each code, and which are right.

    `signs` is an array (texts, codes, SIGNS), `right` and `rules` are (texts, codes); `weight`, `fold` and `report` go by text.
    """

    names: tuple
    signs: np.ndarray
    right: np.ndarray
    rules: np.ndarray
    weight: np.ndarray
    fold: np.ndarray
    report: np.ndarray


def learn(folder: Path = FOLDER, gold: list | None = None, examples: dict | None = None) -> list:
    """Learns both languages, writes words.en.csv, words.ko.csv, judge.csv and limits.yml into `folder`; gives the rows of the closed folds.

    `gold` are lines of hand-coded files (default: data/gold/), `examples` the short ones by language (default: data/learned/). A row a
    field and language: field, language, reports, rules and together (F1 of the codes at first sight, without and with words and judge).
    """
    gold = read_gold() if gold is None else gold
    examples = examples or {language: _lines(FOLDER / f"examples.{language}.jsonl") for language in LANGUAGES}
    first = first_sight()
    heard, judged = {}, []
    for language in LANGUAGES:
        own = [line for line in gold if line["language"] == language]
        names = _names([*own, *examples[language]])
        heard[language] = _heard(own, examples[language], names, language, first)
        _write(folder / f"words.{language}.csv", _fitted([*own, *examples[language]], names, language))
        judged += [row for field in FIELDS for row in _rows(heard[language], field, language)]
    with (folder / "judge.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([("language", "field", "sign", "code", "weight"), *judged])
    closed = [(field, language, *_closed(heard[language], field)) for language in LANGUAGES for field in FIELDS]
    enough = _limit([parts[3:] for parts in closed])
    (folder / "limits.yml").write_text(
        "# Written by `python -m reports learn`: the probability from which on a code is given.\n"
        + yaml.safe_dump({"given_from": enough, "learned_from": fingerprint()}, sort_keys=False),
        encoding="utf-8",
    )
    return [
        {"field": field, "language": language, "reports": len(right)}
        | {"rules": _f1(rules, right), "together": _f1(given(sure, said, enough), right)}
        for field, language, rules, sure, said, right in closed
    ]


def first_sight() -> dict:
    """Address of a report -> what the rules found in it before anybody who writes rules had read it: `codes` and `strengths`."""
    return {line["url"]: line for line in _lines(FOLDER / "first_sight.jsonl")}


def keep_first_sight(lines: list, file: Path = FOLDER / "first_sight.jsonl") -> int:
    """Adds what the rules find in hand-coded reports that nobody has read yet, and gives their number; what was kept before stays."""
    kept = {line["url"] for line in _lines(file)}
    new = [{"url": line["url"]} | seen(_document(line, line["language"])) for line in lines if line["url"] not in kept]
    with file.open("a", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in new)
    return len(new)


def seen(document: Document) -> dict:
    """What the rules alone find in a document, in the form of first_sight.jsonl: codes by field, and strengths by field and code."""
    strong = strengths_of(document).items()
    rounded = {field: {code: [round(value, 2) for value in by[code]] for code in sorted(by)} for field, by in strong}
    return {"codes": {field: CODERS[field](document)[0] for field in FIELDS}, "strengths": rounded}


def fingerprint() -> str:
    """Tells the files that was learned from: other examples, another fingerprint."""
    files = [*sorted(GOLD.glob("*.jsonl")), *sorted(FOLDER.glob("*.jsonl"))]
    return f"{zlib.crc32(b''.join(file.read_bytes() for file in files)):08x}"


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _names(lines):
    """(field, code) of every code with enough examples."""
    every = [(field, code) for field in FIELDS for code in (codebook().codes(field) if field in CODED else ["true"])]
    return tuple(name for name in every if sum(_carries(line["gold"], *name) for line in lines) >= _CODED_AT_LEAST)


def _carries(codes, field, code):
    return bool(codes["crackdown"]) if field == "crackdown" else code in codes[field]


def _carried(codes, names):
    """A row a report, a column a code: whether it carries it."""
    return np.array([[_carries(one, *name) for name in names] for one in codes], dtype=bool).reshape(len(codes), len(names))


def _heard(own, examples, names, language, first):
    """All that the judge learns from in a language; of each text the words are heard by a model that was learned without its fold."""
    lines = [*own, *examples]
    names_of = [line.get("same_story") or line.get("url") or line["title"] + line["text"] for line in lines]
    fold = np.array([zlib.crc32(name.encode()) % _FOLDS for name in names_of])
    unread = [at for at, line in enumerate(lines) if at >= len(own) or line["url"] in first]
    documents = {at: _document(lines[at], language) for at in unread}
    values = {}
    for closed in range(_FOLDS):
        learned = _fitted([line for line, f in zip(lines, fold) if f != closed], names, language)
        values |= {at: weigh(documents[at], learned)[0] for at in unread if fold[at] == closed}
    found = {at: first.get(lines[at].get("url")) or seen(documents[at]) for at in unread}
    return Heard(
        names,
        np.array([signs(names, found[at]["codes"], found[at]["strengths"], values[at], length_of(documents[at])) for at in unread]),
        _carried([lines[at]["gold"] for at in unread], names),
        _carried([found[at]["codes"] for at in unread], names),
        np.array([_REPORT_JUDGED if at < len(own) else 1.0 for at in unread]),
        fold[unread],
        np.array([at < len(own) for at in unread]),
    )


def _columns(heard, field):
    return [at for at, (name, _) in enumerate(heard.names) if name == field]


def _judged(heard, field, texts):
    """The weight of each sign and the constant of each code of a field, learned from some of the texts."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.preprocessing import StandardScaler

    columns = _columns(heard, field)
    said, right = heard.signs[texts][:, columns], heard.right[texts][:, columns].reshape(-1)
    codes = len(columns)
    table = np.concatenate([said, np.broadcast_to(np.eye(codes), (len(said), codes, codes))], axis=2).reshape(len(right), -1)
    scale = StandardScaler().fit(table)
    counts = np.repeat(heard.weight[texts], codes)
    fitted = LogisticRegression(C=_JUDGED, max_iter=3000).fit(scale.transform(table), right, sample_weight=counts)
    weights = fitted.coef_[0] / scale.scale_
    return weights[: len(SIGNS)], weights[len(SIGNS) :] + fitted.intercept_[0] - weights @ scale.mean_


def _rows(heard, field, language):
    """The lines of judge.csv for a field: (language, field, sign, code, weight)."""
    weights, alone = _judged(heard, field, np.ones(len(heard.fold), dtype=bool))
    codes = [heard.names[at][1] for at in _columns(heard, field)]
    return [(language, field, sign, "", f"{w:.3f}") for sign, w in zip(SIGNS, weights)] + [
        (language, field, "", code, f"{w:.3f}") for code, w in zip(codes, alone)
    ]


def _closed(heard, field):
    """Of the reports read by nobody: the rules' codes, how sure a judge that learned without their fold is, the signs, the right codes."""
    columns = _columns(heard, field)
    sure = np.zeros((len(heard.fold), len(columns)))
    for closed in range(_FOLDS):
        weights, alone = _judged(heard, field, heard.fold != closed)
        there = heard.fold == closed
        sure[there] = sureness(heard.signs[there][:, columns], weights, alone)
    rules, said, right = (table[heard.report][:, columns] for table in (heard.rules, heard.signs, heard.right))
    return rules, sure[heard.report], said, right


def _limit(parts):
    """The probability, one for all fields of both languages, from which on codes are best given; averaged over its neighbours.

    Of limits that code alike, the highest: it gives the fewest wrong codes.
    """
    reached = np.array([np.mean([_f1(given(sure, said, limit), right) for sure, said, right in parts]) for limit in _LIMITS])
    padded = np.pad(reached, _NEAR, mode="edge")
    smooth = np.array([padded[at : at + 2 * _NEAR + 1].mean() for at in range(len(reached))])
    return round(float(_LIMITS[smooth >= smooth.max() - _ALIKE].max()), 3)


def _fitted(lines, names, language):
    """The word model learned from the lines."""
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
    return Model({word: at for at, word in enumerate(kept)}, chosen.idf_, weights, alone, names)


def _document(line, language):
    return Document(line["title"] or "", line["text"], language, line.get("published"))


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
