"""Share: cite this view, take it away as files or as a brief, save it under a name and see what has changed since."""

from datetime import date
from functools import partial

import streamlit as st

from pages import plain, reports_in_view
from pages.parts.downloads import export_buttons, selection_of
from pages.parts.links import link_to
from reports.cite import STYLES, cite_as
from reports.exports import brief
from reports.views import changes, remove_view, save_view, saved_views

_LISTED = 20  # ids of a change that are named


def cited():
    """The sentence that cites the view, and its forms for reference managers."""
    st.subheader(view.say("share_cite"), anchor=False)
    style = st.radio(view.say("share_style"), STYLES, key="cite_style", horizontal=True, format_func=lambda s: view.say(f"cite_{s}"))
    st.code(
        cite_as(style, selection.statement, view.filters, view.language, selection.accessed, view.sentence), language=None, wrap_lines=True
    )


def taken_away():
    """A brief, and the reports in view as files, in the public form unless the private one is asked for."""
    st.subheader(view.say("share_brief"), anchor=False)
    st.caption(view.say("share_brief_said"))
    for column, (form, mime) in zip(st.columns(4), brief.FORMATS.items()):
        content = partial(brief.to_bytes, form, selection, view.everything, view.language)
        column.download_button(
            form.upper(), content, f"yanggang_brief.{form}", mime, on_click="ignore", key=f"brief_{form}", width="stretch"
        )
    st.subheader(view.say("share_files"), anchor=False)
    private = st.checkbox(view.say("share_private"), key="private")
    st.caption(view.say("share_private_said" if private else "share_public_said"))
    export_buttons(view, "share", private, selection.accessed, across=3)


def saved():
    """The saved views: opened by a link, each with what has changed since it was saved."""
    st.subheader(view.say("share_saved"), anchor=False)
    with st.form("save_view", clear_on_submit=True):
        name = st.text_input(view.say("share_name"), key="view_name")
        if st.form_submit_button(view.say("share_save")):
            try:
                save_view(view.store, name, view.filters, view.reports)
            except ValueError:
                st.warning(view.say("share_bad_name"))
    for number, kept in enumerate(saved_views(view.store)):
        opened = view.narrowed_to(kept.filters)
        since = changes(view.store, kept, opened.reports)
        left, right = st.columns([5, 1])
        with left:
            link_to(view, "share", plain(kept.name), opened.link(), f"view_{number}")
            st.caption(plain(view.say("share_was", sentence=kept.filters.describe(kept.count, view.language), version=kept.version)))
            if since:
                said = view.say("share_changed", added=len(since.added), changed=len(since.changed), removed=len(since.removed))
                with st.expander(said):
                    changed = [f"{article_id} ({', '.join(fields)})" for article_id, fields in since.changed.items()]
                    for key, found in (("added", since.added), ("changed_ids", changed), ("removed", since.removed)):
                        if found:
                            more = view.say("and_others_short", n=len(found) - _LISTED) if len(found) > _LISTED else ""
                            label = view.say(f"share_{key}")
                            st.markdown(f"{label}: {plain(', '.join(found[:_LISTED]))}{more}")
            else:
                st.caption(view.say("share_same"))
        if right.button(view.say("share_forget"), key=f"forget_{number}"):
            remove_view(view.store, kept.name)
            st.rerun()


with reports_in_view("share") as view:
    accessed = st.columns(3)[0].date_input(
        view.say("share_accessed"), value=date.today(), key="accessed", format="YYYY-MM-DD", help=view.say("share_accessed_said")
    )
    selection = selection_of(view, accessed=accessed.isoformat() if accessed else "")
    cited()
    taken_away()
    saved()
