"""Downloads: a chart as files and as its numbers, the reports in view as files."""

from functools import partial

import streamlit as st

from pages.parts.view import View
from reports.drawing.file import FORMATS, to_bytes
from reports.exports import EXPORTS, Selection
from reports.exports import to_bytes as exported
from reports.exports.selection import newest_day
from reports.figures import Figure


def chart_downloads(figure: Figure, view: View, key: str):
    """One button that opens to the chart's files; a file is made when it is asked for."""
    opened = st.popover(view.say("download"), width="stretch", key=f"{key}_download", on_change="rerun")
    if not opened.open:  # what is not looked at is not sent
        return
    with opened:
        for form, kind in FORMATS.items():
            content, name = partial(_drawn, figure, form, view), f"yanggang_{figure.name}{kind.ending}"
            st.download_button(view.say(f"form_{form}"), content, name, kind.mime, on_click="ignore", key=f"{key}_{form}", width="stretch")
        numbers = partial(_numbers, figure, view)
        st.download_button(
            view.say("numbers_csv"),
            numbers,
            f"yanggang_{figure.name}.csv",
            "text/csv",
            on_click="ignore",
            key=f"{key}_csv",
            width="stretch",
        )


def _drawn(figure, form, view):
    return to_bytes(figure, form, selection_of(view).frame(view.language))


def _numbers(figure, view):
    said = figure.numbers.assign(view=view.sentence, data_version=view.version, data_date=newest_day(view.reports))
    return said.to_csv(index=False).encode()


def report_downloads(view: View):
    """The reports in view as files, in the public form."""
    opened = st.popover(view.say("download_reports"), key="reports_download", on_change="rerun")
    if opened.open:
        with opened:
            export_buttons(view, "reports")


def export_buttons(view: View, key: str, private: bool = False, accessed: str = "", across: int = 1):
    """A button a format, so many side by side; a file is made when it is asked for."""
    selection = selection_of(view, private, accessed)
    name = f"yanggang_reports{'_private' * private}"
    for number, (form, export) in enumerate(EXPORTS.items()):
        if number % across == 0:
            columns = st.columns(across)
        content = partial(exported, form, selection)
        columns[number % across].download_button(
            view.say(f"format_{form}"),
            content,
            f"{name}{export.ending}",
            export.mime,
            on_click="ignore",
            key=f"{key}_{form}",
            width="stretch",
        )


def selection_of(view: View, private: bool = False, accessed: str = "") -> Selection:
    """What the view shows, as it is exported."""
    return Selection(view.store, view.reports, view.filters, private, accessed)
