"""How well the program codes: precision, recall and F1 against hand-made codes, field by field and language by language."""

import json
import random
from collections import Counter
from pathlib import Path

from reports.coding import code_article
from reports.gazetteer import gazetteer

GOLD = Path(__file__).parent.parent / "data" / "gold"
SETS = ("themes", "crackdown", "event_places", "all_places", "actors", "targets", "sanctions", "people", "money")
DATES = ("told_on", "event_start", "event_end", "precision")
_DRAWS = 400  # of the bootstrap


def read_gold(paths) -> list:
    """The lines of hand-coded files (default: data/gold/)."""
    files = [f for p in map(Path, paths) for f in (sorted(p.glob("*.jsonl")) if p.is_dir() else [p])]
    return [json.loads(line) for f in files for line in f.read_text(encoding="utf-8").splitlines() if line.strip()]


def table(gold: list) -> list:
    """A row a field and language: field, language, n reports, n items, precision, recall, F1 (dates: share exactly right),
    and the 95% interval of the last by bootstrap over reports.
    """
    coded = [code_article(line) for line in gold]
    rows = []
    for field in SETS + DATES:
        for language in ("en", "ko"):
            pairs = [(c, g["gold"]) for c, g in zip(coded, gold) if g["language"] == language]
            if pairs:
                rows.append({"field": field, "language": language, "reports": len(pairs), **_figures(field, pairs)})
    return rows


def _figures(field, pairs):
    counts = [_exact(field, c, g) if field in DATES else _overlap(field, c, g) for c, g in pairs]
    low, high = _interval(counts)
    hit, made, true = map(sum, zip(*counts))
    return {
        "items": true, "precision": hit / made if made else 0.0, "recall": hit / true if true else 0.0, "f1": _f1(counts), "low": low, "high": high,
    }  # fmt: skip


def _overlap(field, coded, gold):
    got, want = _items(field, coded), _items(field, gold)
    return sum((got & want).values()), sum(got.values()), sum(want.values())


def _exact(field, coded, gold):
    return int(coded["dates"].get(field) == gold["dates"].get(field)), 1, 1


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
    """A place by its id, else by any of its names as the gazetteer knows them."""
    if place.get("place_id"):
        return place["place_id"]
    names = {n.casefold(): p.place_id for p in gazetteer() for n in p.names if p.kind in ("province", "city", "county", "neighbourhood")}
    name = (place.get("en") or place["name"]).casefold()
    return names.get(name) or names.get(place["name"].casefold(), name)
