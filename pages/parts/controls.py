"""Controls of a single page: each shows what stands in the address under its name and writes a change there, in stable codes."""

import datetime
from collections.abc import Callable, Sequence

import streamlit as st

_EARLIEST, _LATEST = datetime.date(1990, 1, 1), datetime.date(2099, 12, 31)


def choice(label: str, name: str, options: Sequence, default: str, words: Callable, width: int = 190) -> str:
    """One of `options` (codes; `words` says each to the reader); an unknown value of the address counts as the default."""
    options = list(options)
    value = _mirrored(name, options, default)
    st.selectbox(label, options, key=f"c_{name}", on_change=_write, args=(name, default), format_func=words, width=width)
    return value


def segments(label: str, name: str, options: Sequence, default: str, words: Callable) -> str:
    """The same as buttons side by side, for two to four options."""
    options = list(options)
    value = _mirrored(name, options, default)
    st.segmented_control(
        label, options, key=f"c_{name}", on_change=_write, args=(name, default), format_func=words, required=True, wrap=True
    )
    return value


def switch(label: str, name: str, default: bool = False) -> bool:
    """On or off: 1 or 0 in the address."""
    value = st.query_params.get(name, "") == "1" if not default else st.query_params.get(name, "") != "0"
    _mirror(name, value)
    st.toggle(label, key=f"c_{name}", on_change=_write, args=(name, default))
    return value


def several(label: str, name: str, options: Sequence, words: Callable, placeholder: str = "") -> list:
    """Any number of `options`; the address repeats the name."""
    options = list(options)
    value = [v for v in dict.fromkeys(st.query_params.get_all(name)) if v in options]
    _mirror(name, value)
    st.multiselect(label, options, key=f"c_{name}", on_change=_write, args=(name, []), format_func=words, placeholder=placeholder)
    return value


def day(label: str, name: str) -> str | None:
    """A day as 2023-06-13, or None."""
    value = _as_day(st.query_params.get(name, ""))
    _mirror(name, value)
    st.date_input(
        label, value=None, key=f"c_{name}", on_change=_write, args=(name, None), format="YYYY-MM-DD", min_value=_EARLIEST, max_value=_LATEST
    )
    return value.isoformat() if value else None


def _as_day(value):
    try:
        found = datetime.date.fromisoformat(value)
    except ValueError:
        return None
    return found if _EARLIEST <= found <= _LATEST else None


def _mirrored(name, options, default):
    value = st.query_params.get(name, default)
    value = value if value in options else default
    _mirror(name, value)
    return value


def _mirror(name, value):
    if st.session_state.get(f"c_{name}", ...) != value:
        st.session_state[f"c_{name}"] = value


def _write(name, default):
    value = st.session_state[f"c_{name}"]
    if value in (None, default):
        st.query_params.pop(name, None)
    else:
        as_text = (
            {True: "1", False: "0"}.get(value)
            if isinstance(value, bool)
            else value.isoformat()
            if isinstance(value, datetime.date)
            else value
        )
        st.query_params[name] = as_text
