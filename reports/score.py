"""How well the program codes: precision, recall and F1 against hand-made codes, by field, by code and by language."""

import json
import random
from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path

import pandas as pd

from reports.codebook import FIELDS, codebook
from reports.coding import VERSION, code_article
from reports.gazetteer import gazetteer

GOLD = Path(__file__).parent.parent / "data" / "gold"
SETS = ("themes", "crackdown", "event_places", "all_places", "actors", "targets", "sanctions", "people", "money")
DATES = ("told_on", "event_start", "event_end", "precision")
LANGUAGES = ("en", "ko")
_SEEN = ("title", "text", "language", "published")  # all that the coder looks at
_DRAWS = 400  # of the bootstrap
_coded = {}


def read_gold(paths=(GOLD,)) -> list:
    """The lines of hand-coded files, or of all `.jsonl` files of folders: articles with their codes under `gold`."""
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.jsonl")) if p.is_dir() else [p])]
    return [json.loads(line) for f in files for line in f.read_text(encoding="utf-8").splitlines() if line.strip()]


def coded(line: dict) -> dict:
    """The program's codes for one line of gold; each is coded once, however many tables are made of it."""
    key = (VERSION, *(line.get(name) for name in _SEEN))
    if key not in _coded:
        _coded[key] = code_article({name: line.get(name) for name in _SEEN})
    return _coded[key]


def table(gold: list) -> pd.DataFrame:
    """A row a field and language: field, language, reports, items, precision, recall, f1 (dates: the share exactly right), and
    low and high, the 95% interval of f1 by bootstrap over reports.
    """
    rows = []
    for field in SETS + DATES:
        for language in LANGUAGES:
            pairs = _pairs(gold, language)
            if pairs:
                counts = [_exact(field, c, g) if field in DATES else _overlap(field, c, g) for c, g in pairs]
                rows.append({"field": field, "language": language, "reports": len(pairs), **_figures(counts)})
    return pd.DataFrame(rows, columns=["field", "language", "reports", "items", "precision", "recall", "f1", "low", "high"])


def per_code(gold: list) -> pd.DataFrame:
    """A row a code of the codebook and language: field, code, language, true (reports that carry it by hand), made (by the
    program), hit (by both), precision, recall. A share of nothing is empty, not nought.
    """
    rows = []
    for field in FIELDS:
        for language in LANGUAGES:
            pairs = [(set(c[field]), set(g[field])) for c, g in _pairs(gold, language)]
            for code in codebook().codes(field):
                made, true = sum(code in c for c, _ in pairs), sum(code in g for _, g in pairs)
                hit = sum(code in c and code in g for c, g in pairs)
                rows.append({"field": field, "code": code, "language": language, "true": true, "made": made, "hit": hit})
    found = pd.DataFrame(rows, columns=["field", "code", "language", "true", "made", "hit"])
    made, true = found["made"].where(found["made"] > 0), found["true"].where(found["true"] > 0)
    return found.assign(precision=found["hit"] / made, recall=found["hit"] / true)


def misses(gold: list, field: str) -> pd.DataFrame:
    """What the program got wrong in a field, the commonest first: language, item, kind (`missed` or `added`), count, and urls."""
    urls = defaultdict(list)
    for line in gold:
        if field in DATES:
            got, want = Counter([coded(line)["dates"].get(field)]), Counter([line["gold"]["dates"].get(field)])
        else:
            got, want = _items(field, coded(line)), _items(field, line["gold"])
        for kind, wrong in (("missed", want - got), ("added", got - want)):
            for item in wrong.elements():
                urls[line["language"], str(item), kind].append(line["url"])
    rows = [{"language": la, "item": item, "kind": kind, "count": len(found), "urls": found} for (la, item, kind), found in urls.items()]
    return pd.DataFrame(rows, columns=["language", "item", "kind", "count", "urls"]).sort_values(["count", "item"], ascending=[False, True])


def examples(gold: list, most: int = 3) -> dict:
    """For each field and code up to `most` reports where hand and program agree, both languages if there are: url, language,
    part, start, end and words of the evidence.
    """
    found = {field: {code: [] for code in codebook().codes(field)} for field in FIELDS}
    turns = [[line for line in gold if line["language"] == language] for language in LANGUAGES]
    for line in (line for turn in _alternate(*turns) for line in turn):
        codes = coded(line)
        for evidence in codes["evidence"]:
            field, code = evidence["field"], evidence["code"]
            shown = found.get(field, {}).get(code)
            if shown is None or len(shown) == most or code not in codes[field] or code not in line["gold"][field]:
                continue
            if not any(e["url"] == line["url"] for e in shown):
                shown.append(
                    {"url": line["url"], "language": line["language"]} | {k: evidence[k] for k in ("part", "start", "end", "words")}
                )
    return found


def _alternate(*lists):
    """[a, b], [c] -> [a, c], [b]"""
    return [[one[i] for one in lists if i < len(one)] for i in range(max(map(len, lists), default=0))]


def _pairs(gold, language):
    return [(coded(line), line["gold"]) for line in gold if line["language"] == language]


def _figures(counts):
    hit, made, true = map(sum, zip(*counts))
    low, high = _interval(counts)
    precision, recall = hit / made if made else 0.0, hit / true if true else 0.0
    return {"items": true, "precision": precision, "recall": recall, "f1": _f1(counts), "low": low, "high": high}


def _overlap(field, codes, gold):
    got, want = _items(field, codes), _items(field, gold)
    return sum((got & want).values()), sum(got.values()), sum(want.values())


def _exact(field, codes, gold):
    return int(codes["dates"].get(field) == gold["dates"].get(field)), 1, 1


def _f1(counts):
    hit, made, true = map(sum, zip(*counts))
    return 2 * hit / (made + true) if made + true else 0.0


def _interval(counts):
    """The middle 95% of F1 over reports drawn with replacement, always with the same draws."""
    draw = random.Random(1)
    scores = sorted(_f1(draw.choices(counts, k=len(counts))) for _ in range(_DRAWS))
    return scores[int(0.025 * _DRAWS)], scores[int(0.975 * _DRAWS) - 1]


def _items(field, codes):
    if field == "crackdown":
        return Counter({True: 1} if codes["crackdown"] else {})
    if field in ("event_places", "all_places"):
        return Counter({_place(p) for p in codes["places"] if field == "all_places" or p["role"] == "event"})
    if field == "people":
        return Counter((p["min"], p["max"]) for p in codes["people"])
    if field == "money":
        return Counter((m["currency"], m["min"], m["max"]) for m in codes["money"])
    return Counter(set(codes[field]))


def _place(place):
    """A place by its id, else by its English or Korean name as the gazetteer knows it, else by that name without its unit word."""
    if place.get("place_id"):
        return place["place_id"]
    spelled = [_fold(n) for n in (place.get("en"), place["name"]) if n]
    return next((_places()[n] for n in spelled if n in _places()), spelled[0])


@lru_cache(maxsize=None)
def _places():
    """Folded name -> place id; a province, city or county before a smaller place of the same name."""
    large = sorted(gazetteer(), key=lambda p: p.kind not in ("province", "city", "county"))
    return {_fold(name): p.place_id for p in reversed(large) for name in p.names}


def _fold(name):
    """A name without case, hyphens, spaces and a closing unit word: "Gasan-ri" and "Gasan" are one."""
    name = " ".join(name.casefold().split())
    for unit in (
        " city",
        " county",
        "-gun",
        "-si",
        "-dong",
        "-do",
        "-ri",
        "-up",
        " neighborhood",
        " province",
        "시",
        "군",
        "동",
        "도",
        "리",
    ):
        if name.endswith(unit) and len(name) > len(unit) + 1:
            name = name.removesuffix(unit)
            break
    return name.replace("-", "").replace("'", "").replace(" ", "")
