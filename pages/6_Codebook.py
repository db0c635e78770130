"""Codebook: what every code means, examples of it, how well it is found, and what every column holds."""

import streamlit as st

from pages import plain, reports_in_view
from pages.parts.view import MENU
from reports.codebook import FIELDS, codebook
from reports.quality import quality
from reports.schema import ARTICLES, REPORTS

measured = quality()
book = codebook()


def code_entry(field, code):
    """A code's rule, its precision and recall by language, and up to three examples that open their reports."""
    st.markdown(plain(book.rule(field, code, view.language)))
    own = measured.per_code[(measured.per_code["field"] == field) & (measured.per_code["code"] == code)]
    for row in own.to_dict("records"):
        shares = {name: "–" if row[name] != row[name] else f"{row[name]:.2f}" for name in ("precision", "recall")}
        st.caption(view.say("code_measured", reports_in=view.say(f"language_{row['language']}"), true=row["true"], **shares))
    for example in measured.examples.get(field, {}).get(code, []):
        label = f"“{example['words']}” · {titles.get(example['article_id'], example['url'])}"
        if example["article_id"]:
            st.page_link(MENU["reports"], label=plain(label), query_params=view.link(report=example["article_id"]))
        else:  # a report that is coded by hand, but not in the sample
            st.caption(plain(label))


with reports_in_view("codebook") as view:
    field = st.segmented_control(
        view.say("field_of_code"), FIELDS, default=FIELDS[0], required=True, key="field", format_func=lambda f: view.say(f"field_{f}")
    )
    found = {e["article_id"] for examples in measured.examples.get(field, {}).values() for e in examples}
    details = view.store.details(view.everything[view.everything["article_id"].isin(found)], ("article_id", "title"))
    titles = dict(zip(details["article_id"], details["title"]))
    for code in book.codes(field):
        with st.expander(f"{plain(book.label(field, code, view.language))} · `{code}`"):
            code_entry(field, code)
    st.subheader(view.say("columns"), anchor=False)
    st.dataframe(
        [{view.say("column"): c.name, view.say("meaning"): c.meaning(view.language)} for c in dict.fromkeys((*ARTICLES, *REPORTS))],
        hide_index=True, key="columns",
    )  # fmt: skip
