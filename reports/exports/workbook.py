"""An Excel workbook: the reports, their codes and evidence as long tables, and a sheet that says what it is."""

from datetime import datetime
from typing import BinaryIO

import xlsxwriter

from reports.codebook import FIELDS, codebook
from reports.exports.columns import columns
from reports.exports.long_tables import code_rows, evidence_rows
from reports.exports.selection import ExportError, Selection
from reports.exports.tables import cell

_ROWS, _CELL = 1_048_576, 32_767  # what a sheet and a cell can hold
_PIECE = 30_000
_APART = ("text", "evidence")  # of the private form: longer than a cell can be, so on sheets of their own


def to_xlsx(selection: Selection, out: BinaryIO) -> int:
    """The workbook; every text is text (no formulas, no links), numbers are numbers. Gives the number of reports.

    Raises ExportError where a sheet or a cell cannot hold what the view holds.
    """
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": selection.statement["view"], "created": datetime(1980, 1, 1)})  # a fixed day: the same bytes every day
    names = [f.name for f in columns(selection.private) if f.name not in _APART]
    reports = _Sheet(book, "reports", names)
    codes = _Sheet(book, "codes", ("article_id", "field", "code", "label_en", "label_ko"))
    evidence = _Sheet(book, "evidence", ("article_id", "field", "code", "part", "start", "end", "words", "note"))
    texts = _Sheet(book, "texts", ("article_id", "piece", "text")) if selection.private else None
    n = 0
    for row, evidences in selection.rows_with_evidence():
        reports.write([cell(row[name]) for name in names])
        for found in code_rows(row):
            codes.write(found)
        for found in evidence_rows(row["article_id"], evidences):
            evidence.write(found)
        if texts:
            text = row["text"] or ""
            for number, start in enumerate(range(0, len(text), _PIECE), 1):
                texts.write((row["article_id"], number, text[start : start + _PIECE]))
        n += 1
    _about(book, selection)
    book.close()
    return n


class _Sheet:
    def __init__(self, book, name, header):
        self.name, self.sheet, self.at = name, book.add_worksheet(name), 0
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_column(0, len(header) - 1, 18)
        self.write(header)

    def write(self, cells):
        if self.at >= _ROWS:
            raise ExportError(
                f"The sheet {self.name} would have more than {_ROWS:,} rows, which no workbook holds. "
                "Take CSV, Parquet or the data package."
            )
        for column, value in enumerate(cells):
            if isinstance(value, str):
                if len(value) > _CELL:
                    raise ExportError(
                        f"A cell of the sheet {self.name} would have {len(value):,} characters; "
                        f"a workbook holds {_CELL:,}. Take CSV or JSON lines."
                    )
                if value:
                    self.sheet.write_string(self.at, column, value)
            elif value is not None:
                self.sheet.write_number(self.at, column, value)
        self.at += 1


def _about(book, selection):
    about = _Sheet(book, "about", ("what", "value"))
    for what, value in selection.about().items():
        about.write((what, value))
    about.write(())
    about.write(("column", "meaning"))
    for field in columns(selection.private):
        about.write((field.name, field.meaning))
    about.write(())
    about.write(("code", "meaning"))
    for field in FIELDS:
        for code in getattr(codebook(), field):
            exclude = f" (not: {code.exclude['en']})" if code.exclude else ""
            about.write((code.code, f"{code.label['en']} {code.label['ko']}: {code.include['en']}{exclude}"))
