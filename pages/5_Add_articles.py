"""Add articles: drop files or paste a text, see the coding, fill in what is missing, save, and see what was kept and set aside."""

import io

import pandas as pd
import streamlit as st

from loaders import PROBLEM_COLUMNS, READERS, Loaded, load_file
from loaders.fill import filled_in
from loaders.normalise import normalise
from pages import plain, reports_in_view
from reports.coding import code_articles
from reports.filters import SAMPLE
from reports.reading import codes_table, evidence_of
from reports.schema import ARTICLES, frame
from reports.table import table_of

_FILL = ("title", "outlet", "published", "url")  # what a reader can fill in before saving
_CODED = ("title", "published", "event", "places", "themes", "crackdown", "actors", "targets", "sanctions")
_SHOWN, _OPENED = 50, 5  # articles whose coding is shown before saving, and whose words can be opened


def gather() -> Loaded:
    """What was dropped and pasted, read and normalised."""
    loaded = Loaded()
    collection = st.text_input(view.say("collection"), "my articles", key="collection", help=view.say("collection_why"))
    times = st.session_state.get("saved_times", 0)  # a new key after each save empties the boxes
    files = st.file_uploader(view.say("drop"), [s[1:] for s in READERS] + ["zip"], accept_multiple_files=True, key=f"files_{times}")
    for file in files:
        load_file(file.name, io.BytesIO(file.getvalue()), collection, loaded)
    with st.expander(view.say("paste")):
        columns = st.columns(len(_FILL))
        pasted = {name: column.text_input(view.say(f"fill_{name}"), key=f"paste_{name}_{times}") for name, column in zip(_FILL, columns)}
        text = st.text_area(view.say("field_text"), height=200, key=f"paste_text_{times}")
    if text.strip():
        loaded.keep(normalise(pasted | {"text": text}, "pasted text", collection))
    return loaded


def before_saving(loaded):
    """What each article lacks, a table to fill that in, and its coding; gives the articles as filled in."""
    articles = loaded.articles()
    st.subheader(view.say("before_saving", n=f"{len(articles):,}"), anchor=False)
    lacking = [(name, int((articles[name].astype("str") == "").sum())) for name in _FILL]
    lacks = " · ".join(view.say("lacking", what=view.say(f"fill_{name}"), n=f"{n:,}") for name, n in lacking if n)
    st.caption(plain(f"{view.say('fill_in')} {lacks}"))
    config = {name: st.column_config.TextColumn(view.say(f"fill_{name}")) for name in _FILL}
    filled = st.data_editor(articles[list(_FILL)].astype("str"), hide_index=True, key="fill", column_config=config)
    articles = frame([row if row["article_id"] in loaded.coded else filled_in(row, values) for row, values in zip(loaded.rows, filled.to_dict("records"))], ARTICLES)
    coded = code_articles(articles.head(_SHOWN), loaded.given())
    st.markdown(f"**{plain(view.say('coding_of_first', n=f'{len(coded):,}'))}**")
    st.dataframe(table_of(coded, view.language, _CODED), hide_index=True, key="coding")
    for report in coded.head(_OPENED).to_dict("records"):
        with st.expander(plain(view.say("words_behind", title=report["title"] or view.say("untitled")))):
            st.dataframe(codes_table(report, evidence_of(report), view.language), hide_index=True)
    return articles


def save(loaded, articles):
    """Adds the articles; the load report is shown on the next run, when the store already holds them."""
    with st.spinner(view.say("coding_now", n=f"{len(articles):,}")):
        added = view.store.add(articles, loaded.given())
    counts = {"kept": added.kept, "duplicates": loaded.duplicates + added.duplicates, "aside": len(loaded.problems)}
    st.session_state["load_report"] = view.say("load_report", read=f"{loaded.read:,}", **{name: f"{n:,}" for name, n in counts.items()})
    st.session_state["saved_times"] = st.session_state.get("saved_times", 0) + 1
    st.rerun()


def kept_here():
    """Every batch with its size, and how to remove it or one article for good."""
    st.subheader(view.say("in_store"), anchor=False)
    held = view.everything["collection"].value_counts()
    for name, n in held[held > 0].items():
        left, right = st.columns([4, 1], vertical_alignment="center")
        left.markdown(plain(f"{view.say('sample_name') if name == SAMPLE else name}: {n:,}"))
        with right.popover(view.say("remove"), key=f"removing_{name}", width="stretch"):
            st.markdown(view.say("remove_sure", n=f"{n:,}"))
            if st.button(view.say("remove_yes"), key=f"remove_{name}"):
                view.store.remove(collection=name)
                st.rerun()
    if not (view.everything["collection"] == SAMPLE).any() and st.button(view.say("sample_back"), key="sample_back"):
        view.store.ensure_sample(again=True)
        st.rerun()
    with st.expander(view.say("remove_one")):
        one = st.text_input(view.say("article_id"), key="remove_one")
        if st.button(view.say("remove"), key="remove_article") and one:
            st.markdown(view.say("removed", n=view.store.remove(article_ids=[one.strip()])))


def rows_known(found):
    """Row numbers as whole numbers; a problem of a whole file has none."""
    return found.astype({"row": "Int64"})


def columns_of_problems():
    """The heads of the lists of problems and remarks; the words take the width, since the remedy stands at their end."""
    return {c: st.column_config.Column(view.say(f"problem_{c}"), width="large" if c == "reason" else "small") for c in PROBLEM_COLUMNS}


with reports_in_view("add") as view:
    if said := st.session_state.pop("load_report", None):
        st.success(plain(said))
    loaded = gather()
    if loaded.problems:
        st.subheader(view.say("set_aside", n=f"{len(loaded.problems):,}"), anchor=False)
        st.dataframe(rows_known(loaded.set_aside()), hide_index=True, key="problems", column_config=columns_of_problems())
        st.download_button(view.say("set_aside_csv"), loaded.set_aside().to_csv(index=False).encode(), "set_aside.csv", "text/csv", on_click="ignore")
    if loaded.remarks:
        with st.expander(view.say("remarks", n=f"{len(loaded.remarks):,}")):
            remarks = pd.DataFrame(loaded.remarks, columns=list(PROBLEM_COLUMNS))
            st.dataframe(rows_known(remarks), hide_index=True, key="remarks", column_config=columns_of_problems())
    if loaded.read:
        counts = {"kept": len(loaded.rows), "duplicates": loaded.duplicates, "aside": len(loaded.problems)}
        st.markdown(plain(view.say("read_so_far", read=f"{loaded.read:,}", **{name: f"{n:,}" for name, n in counts.items()})))
    if loaded.rows:
        articles = before_saving(loaded)
        if st.button(view.say("save"), type="primary", key="save"):
            save(loaded, articles)
    kept_here()
