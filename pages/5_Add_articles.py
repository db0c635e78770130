"""Add articles: drop files or paste a text, see the coding, save, and see what was kept and set aside."""

import io

import streamlit as st

from loaders import READERS, Loaded, load_file
from loaders.normalise import normalise
from pages import plain, reports_in_view
from reports.coding import code_articles
from reports.reading import codes_table, evidence_of

view = reports_in_view("add")
store = view.store


def gather() -> Loaded:
    """What was dropped and pasted, read and normalised."""
    loaded = Loaded()
    collection = st.text_input(view.say("collection"), "my articles", key="collection")
    files = st.file_uploader(view.say("drop"), [s[1:] for s in READERS] + ["zip"], accept_multiple_files=True, key="files")
    for file in files:
        load_file(file.name, io.BytesIO(file.getvalue()), collection, loaded)
    with st.expander(view.say("paste")):
        names = ("title", "outlet", "url", "published")
        pasted = {name: column.text_input(view.say(f"field_{name}"), key=f"paste_{name}") for name, column in zip(names, st.columns(4))}
        text = st.text_area(view.say("field_text"), height=200, key="paste_text")
    if text.strip():
        loaded.keep(normalise(pasted | {"text": text}, "pasted text", collection))
    return loaded


def before_saving(loaded):
    """The coding of each article, what it lacks, and a table to fill that in; gives the articles as filled in."""
    articles = loaded.articles()
    columns = ["title", "outlet", "published", "url"]
    st.subheader(view.say("before_saving", n=len(articles)), anchor=False)
    st.caption(view.say("fill_in"))
    filled = st.data_editor(articles[columns], hide_index=True, key="fill")
    articles[columns] = filled[columns].fillna("").astype("str")
    for report in code_articles(articles.head(5), loaded.given()).to_dict("records"):
        with st.expander(plain(report["title"] or view.say("untitled"))):
            st.dataframe(codes_table(report, evidence_of(report), view.language), hide_index=True)
    return articles


loaded = gather()
if loaded.problems:
    st.subheader(view.say("set_aside", n=len(loaded.problems)), anchor=False)
    st.dataframe(loaded.set_aside(), hide_index=True, key="problems")
if loaded.rows:
    articles = before_saving(loaded)
    if st.button(view.say("save"), type="primary", key="save"):
        added = store.add(articles, loaded.given())
        duplicates = loaded.duplicates + added.duplicates
        st.session_state["report"] = view.say("load_report", read=loaded.read, kept=added.kept, duplicates=duplicates, aside=len(loaded.problems))
        st.rerun()
if said := st.session_state.get("report"):
    st.success(said)

st.subheader(view.say("in_store"), anchor=False)
held = store.articles()["collection"].value_counts()
for name, n in held.items():
    left, right = st.columns([4, 1])
    left.write(plain(f"{name}: {n}"))
    if right.button(view.say("remove"), key=f"remove_{name}"):
        store.remove(collection=name)
        st.rerun()
one = st.text_input(view.say("remove_one"), key="remove_one")
if st.button(view.say("remove"), key="remove_article") and one:
    st.write(view.say("removed", n=store.remove(article_ids=[one.strip()])))
