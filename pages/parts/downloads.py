"""Downloads: a chart as files and as its numbers, the reports in view as files."""

from functools import partial

import streamlit as st

from pages.parts.view import View
from reports.drawing.file import FORMATS, to_bytes
from reports.export import EXPORTS, MIME
from reports.figures import Figure


def chart_downloads(figure: Figure, view: View, key: str):
    """One button that opens to the chart's files; a file is made when it is asked for."""
    with st.popover(view.say("download"), width="stretch", key=f"{key}_download"):
        for form in FORMATS:
            content = partial(to_bytes, figure, form, f"{view.sentence} · {view.version}")
            st.download_button(form.upper(), content, f"yanggang_{figure.name}.{form}", on_click="ignore", key=f"{key}_{form}", width="stretch")
        numbers = partial(_numbers, figure, view)
        st.download_button(view.say("numbers_csv"), numbers, f"yanggang_{figure.name}.csv", "text/csv", on_click="ignore", key=f"{key}_csv", width="stretch")


def _numbers(figure, view):
    said = figure.numbers.assign(view=view.sentence, data_version=view.version)
    return said.to_csv(index=False).encode()


def report_downloads(view: View):
    """The reports in view as files."""
    with st.popover(view.say("download_reports"), key="reports_download"):
        for form, export in EXPORTS.items():
            content = partial(_exported, export, view)
            st.download_button(form.upper(), content, f"yanggang_reports.{form}", MIME[form], on_click="ignore", key=f"reports_{form}", width="stretch")


def _exported(export, view):
    return export(view.store.details(view.reports), view.filters, view.version)
