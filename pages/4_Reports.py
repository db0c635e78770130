"""Reports: the table, and a reading view with the coded words marked in the text."""

import streamlit as st

from pages import nothing_here, plain, report_downloads, reports_in_view
from reports.reading import codes_table, evidence_of, reading_html, safe_link
from reports.table import PAGE_ROWS, newest, table_of

view = reports_in_view("reports")


def reading(report):
    """One report: outlet, date and link above, text on the left, codes on the right."""
    evidence = evidence_of(report)
    about = " · ".join(p for p in (report["outlet"], report["published"], report["note"]) if p)
    st.subheader(plain(report["title"] or view.say("untitled")), anchor=False)
    st.caption(plain(about))
    if link := safe_link(report["url"]):
        st.html(f"{view.say('original')}: {link}")
    left, right = st.columns([3, 2])
    with left:
        fields = sorted({e["field"] for e in evidence})
        chosen = st.pills(view.say("marks"), fields, selection_mode="multi", default=fields, key=f"marks_{report['article_id']}")
        st.html(reading_html(report, [e for e in evidence if e["field"] in chosen]))
    with right:
        st.dataframe(codes_table(report, evidence, view.language), hide_index=True, key="codes")


if not nothing_here(view):
    pages = -(-len(view.reports) // PAGE_ROWS)
    number = st.number_input(view.say("page_of", n=pages), 1, pages, 1, key="table_page") if pages > 1 else 1
    found = view.store.details(newest(view.reports, (number - 1) * PAGE_ROWS, number * PAGE_ROWS))
    rows = table_of(found, view.language)
    picked = st.dataframe(rows, hide_index=True, key="table", on_select="rerun", selection_mode="single-row", column_config={"article_id": None})
    asked = st.query_params.get("report")
    if picked.selection.rows:
        asked = rows["article_id"].iloc[picked.selection.rows[0]]
    found = view.everything[view.everything["article_id"] == asked]
    if len(found):
        reading(view.store.details(found).iloc[0].to_dict())
    else:
        st.caption(view.say("pick_report"))
    report_downloads(view)
