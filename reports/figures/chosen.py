"""The reports that a cell, a bar, a node or a band of a figure stands for, and how it is called."""

import numpy as np
import pandas as pd

from reports.codebook import codebook
from reports.codes import combinations_of, has_any, numbers_of
from reports.figures.flow import label_of_node, names_in


def chosen_cell(reports: pd.DataFrame, field: str, row: str, code: str, language: str = "en", row_field: str = "themes") -> tuple:
    """The reports with a code of `row_field` and a code of `field`, and the name of the cell."""
    book = codebook()
    found = reports[has_any(reports[row_field], (row,)) & has_any(reports[field], (code,))]
    names = dict.fromkeys((book.label(row_field, row, language), book.label(field, code, language)))
    return found, " + ".join(names)


def chosen_flow(reports: pd.DataFrame, ends: list, language: str = "en") -> tuple:
    """The reports of a node [field, code] or a band [field, code, field, code] of the flow, and its name."""
    keep, labels = np.ones(len(reports), dtype=bool), []
    for field, code in zip(ends[::2], ends[1::2]):
        name, column = names_in(reports, field), reports[field]
        keep &= np.array([code in name(codes) for codes in combinations_of(column)], dtype=bool)[numbers_of(column)]
        labels.append(label_of_node(field, code, language))
    return reports[keep], " → ".join(labels)
