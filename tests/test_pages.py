"""Every page opens, with many, one and no reports in view."""

import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

HOME = str(Path(__file__).parent.parent / "dashboard.py")
PAGES = ["pages/1_Timeline.py", "pages/2_Map.py", "pages/3_Themes.py", "pages/4_Reports.py", "pages/5_Add_articles.py", "pages/6_Codebook.py",
         "pages/7_Compare.py", "pages/8_Share.py"]  # fmt: skip


def open_page(page, **query):
    """The page as the address `?query` shows it."""
    app = AppTest.from_file(HOME, default_timeout=60)
    for name, value in query.items():
        app.query_params[name] = value
    if page:
        app.switch_page(page)
    return app.run()


@pytest.mark.parametrize("page", ["", *PAGES], ids=lambda p: p or "Home")
@pytest.mark.parametrize(
    "query",
    [
        pytest.param({}, id="many reports"),
        pytest.param({"q": "handcart porters"}, id="one report"),
        pytest.param({"q": "no such words"}, id="no report"),
        pytest.param({"ui": "ko", "theme": "smuggling"}, id="in Korean"),
    ],
)
def test_page_opens(page, query):
    app = open_page(page, **query)
    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("page", ["", *PAGES[:4]], ids=lambda p: p or "Home")
def test_filter_sentence_begins_with_the_same_number_everywhere(page):
    from reports.filters import Filters
    from reports.store import Store

    expected = len(Store().ensure_sample().view(Filters(theme=("waku_permits",))))
    app = open_page(page, theme="waku_permits")
    assert expected > 0
    assert any(m.value.startswith(f"{expected} reports") and "on waku permits" in m.value for m in app.markdown)


def test_choosing_a_theme_in_the_sidebar_narrows_the_view():
    app = open_page("pages/1_Timeline.py")
    app.multiselect(key="f_theme").set_value(["waku_permits"]).run()
    assert app.multiselect(key="f_theme").value == ["waku_permits"]
    assert any("on waku permits" in m.value for m in app.markdown)


def test_a_store_that_an_older_program_coded_is_coded_anew_and_opens():
    from reports.store import Store

    store = Store().ensure_sample()
    state = store.folder / "state.json"
    state.write_text(json.dumps(json.loads(state.read_text(encoding="utf-8")) | {"coder": "0"}), encoding="utf-8")
    app = open_page("pages/1_Timeline.py")
    assert not app.exception and app.title[0].value
    assert store.outdated == 0


def test_unknown_values_of_the_address_are_dropped_and_not_echoed():
    app = open_page("", theme="<script>bad")
    assert app.warning and not any("bad" in w.value for w in app.warning)
