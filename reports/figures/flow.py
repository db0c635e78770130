"""Who acts against whom with what: bands from enforcers through targets to sanctions."""

import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import count, pairs, rows_by_combination
from reports.figures.value import Figure
from reports.words import say

COLUMNS = ("actors", "targets", "sanctions")
_MOST = 8  # codes of a column that stand by themselves
_GAP = 0.012  # between two nodes, of the height of the figure
OTHER, NONE = "other", "none"


def flow(reports: pd.DataFrame, language: str = "en", **_) -> Figure:
    """Bands between neighbouring columns of enforcers, targets and sanctions: a row a band, its reports carry both ends.

    The eight most frequent codes of a column stand by themselves, the rest together; "none" are reports without a code there.
    """
    names = {field: names_in(reports, field) for field in COLUMNS}
    rows = []
    for left, right in zip(COLUMNS, COLUMNS[1:]):
        found = pairs(reports[left], reports[right], names[left], names[right])
        labels = [(left, a, label_of_node(left, a, language), right, b, label_of_node(right, b, language)) for a, b in found]
        rows += [(*words, n) for words, ((a, b), n) in zip(labels, found.items()) if (a, b) != (NONE, NONE)]
    numbers = pd.DataFrame(rows, columns=["from_field", "from", "from_label", "to_field", "to", "to_label", "reports"])
    numbers = numbers.sort_values(["from_field", "reports", "from", "to"], ascending=[True, False, True, True], ignore_index=True)
    named = numbers[~numbers["from"].isin([OTHER, NONE]) & ~numbers["to"].isin([OTHER, NONE])]
    if len(named):
        top = named.loc[named["reports"].idxmax()]
        alt = say("flow_alt", language, a=top["from_label"], b=top["to_label"], n=int(top["reports"]))
    else:
        alt = say("caption_none", language)
    return Figure(
        "flow", say("flow_title", language), say("flow_subtitle", language), caption(reports, language), credits(reports, language), alt, numbers,
        {"kind": "flow", "heads": {f: say(f"field_{f}", language) for f in COLUMNS}, **_layout(numbers, _sizes(reports, names))},
    )  # fmt: skip


def names_in(reports: pd.DataFrame, field: str):
    """How the codes of a combination are called in the flow: by themselves, "other" where rare, "none" where there is none."""
    found = count(reports[field])
    shown = set(sorted(found, key=lambda c: (-found[c], c))[:_MOST])
    return lambda codes: [c if c in shown else OTHER for c in codes] or [NONE]


def label_of_node(field: str, code: str, language: str = "en") -> str:
    """The words of a node."""
    return say(f"flow_{code}", language) if code in (OTHER, NONE) else codebook().label(field, code, language)


def _sizes(reports, names):
    """(field, name of a node) -> how many reports it stands for, each once."""
    sizes = {}
    for field in COLUMNS:
        for codes, n in rows_by_combination(reports[field]):
            for name in dict.fromkeys(names[field](codes)):
                sizes[field, name] = sizes.get((field, name), 0) + n
    return sizes


def _layout(numbers, sizes):
    """Nodes and bands as boxes in a square of 1 by 1, the columns at x 0, 0.5 and 1; heights by the bands that meet there."""
    labels, sums = {}, {}
    for side in ("from", "to"):
        own = numbers.groupby([f"{side}_field", side, f"{side}_label"], sort=False)["reports"].sum()
        for (field, code, label), n in own.items():
            labels[field, code], sums[field, code] = label, max(n, sums.get((field, code), 0))
    columns = {f: sorted((k for k in sums if k[0] == f), key=lambda k: (k[1] == NONE, k[1] == OTHER, -sums[k], k)) for f in COLUMNS}
    tallest = max((sum(sums[k] for k in keys) for keys in columns.values()), default=0)
    most = max((len(keys) for keys in columns.values()), default=0)
    unit = (1 - _GAP * max(0, most - 1)) / tallest if tallest else 0
    tops, nodes = {}, []
    for x, keys in enumerate(columns.values()):
        height = sum(sums[k] for k in keys) * unit + _GAP * (len(keys) - 1)
        y = 1 - (1 - height) / 2
        for key in keys:
            nodes.append({"field": key[0], "code": key[1], "label": labels[key], "reports": sizes[key], "x": x / 2, "top": y, "height": sums[key] * unit})
            tops[key] = y
            y -= sums[key] * unit + _GAP
    return {"nodes": nodes, "bands": _bands(numbers, columns, tops, unit)}


def _bands(numbers, columns, tops, unit):
    place = {key: (number, i) for number, keys in enumerate(columns.values()) for i, key in enumerate(keys)}
    leave, arrive, bands = dict(tops), dict(tops), []
    rows = [((r["from_field"], r["from"]), (r["to_field"], r["to"]), r) for r in numbers.to_dict("records")]
    for start, end, row in sorted(rows, key=lambda r: (place[r[0]], place[r[1]])):
        height = row["reports"] * unit
        bands.append({"from": start, "to": end, "words": f"{row['from_label']} → {row['to_label']}: {row['reports']}", "x": place[start][0] / 2,
                      "left": leave[start], "right": arrive[end], "height": height})  # fmt: skip
        leave[start] -= height
        arrive[end] -= height
    return bands
