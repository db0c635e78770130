"""Reports in series: crackdown reports in front of all others, or a series a value of any one field."""

import numpy as np
import pandas as pd

from reports.codebook import FIELDS, codebook
from reports.codes import combinations_of, numbers_of
from reports.gazetteer import gazetteer
from reports.palette import CATEGORIES, LIGHT
from reports.words import say

SPLITS = (*FIELDS, "county", "outlet", "language")
_WITHOUT = "#6A7178"  # darker than the grey of "other", 3:1 on both grounds
_MOST = len(CATEGORIES)  # series drawn by themselves; the others stand together


def series_of(reports: pd.DataFrame, split: str | None, language: str = "en") -> tuple:
    """(name -> mask over the reports, name -> label, name -> colour) for a split; None tells crackdown reports from others.

    A report may stand in several series, as it may carry several codes; one without any stands in `none`.
    """
    if split is None:
        crackdown = reports["crackdown"].to_numpy()
        labels = {"crackdown": say("crackdown_reports", language), "other": say("other_reports", language)}
        return {"crackdown": crackdown, "other": ~crackdown}, labels, {"crackdown": LIGHT.strong, "other": LIGHT.quiet}
    column = reports["event_place_ids" if split == "county" else split]
    codes = _codes(column, split)
    frequency = np.bincount(numbers_of(column), minlength=len(codes)) if len(column) else []
    found = {}
    for held, n in zip(codes, frequency):
        for code in held if n else ():
            found[code] = found.get(code, 0) + int(n)
    order = sorted(found, key=lambda c: (-found[c], c))
    shown, rest = order[:_MOST], order[_MOST:]
    sets = {code: {code} for code in shown} | ({"other": set(rest)} if rest else {})
    masks = {name: _mask(column, codes, lambda held, wanted=wanted: bool(wanted & held)) for name, wanted in sets.items()}
    labels = {code: _label(split, code, language) for code in shown} | {"other": say("other_codes", language)}
    colours = _colours(split, shown) | {"other": LIGHT.quiet}
    without = _mask(column, codes, lambda held: not held)
    if without.any():
        masks["none"], labels["none"], colours["none"] = without, say("no_code", language), _WITHOUT
    return masks, {name: labels[name] for name in masks}, {name: colours[name] for name in masks}


def _codes(column, split):
    """For each category of the column the set of its values: codes, counties, or the one text it is."""
    if split in FIELDS:
        return [frozenset(held) for held in combinations_of(column)]
    if split == "county":
        return [
            frozenset(c for p in held if (c := gazetteer().county_of(p)) and gazetteer().in_yanggang(p)) for held in combinations_of(column)
        ]
    return [frozenset([value] if value else []) for value in column.cat.categories]


def _mask(column, codes, test):
    hit = np.array([test(held) for held in codes], dtype=bool)
    return hit[numbers_of(column)] if len(hit) else np.zeros(len(column), dtype=bool)


def _label(split, code, language):
    if split in FIELDS:
        return codebook().label(split, code, language)
    if split == "county":
        return gazetteer().label(code, language)
    return say(f"language_{code}", language) if split == "language" else code


def _colours(split, shown):
    """A theme keeps the codebook's colour where it is one of the seven that are told apart; the free ones go round."""
    own = {c: codebook().colour("themes", c) for c in shown} if split == "themes" else {}
    kept = {}
    for code in shown:
        if own.get(code) in CATEGORIES and own[code] not in kept.values():
            kept[code] = own[code]
    free = iter(c for c in CATEGORIES if c not in kept.values())
    return kept | {code: next(free) for code in shown if code not in kept}
