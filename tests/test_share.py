"""The page Share: cite, take away, save and come back to a view."""

from reports.filters import Filters
from reports.store import Store
from reports.views import find_view, saved_views
from tests.browserless import no_browser  # noqa: F401
from tests.test_pages import open_page

PAGE = "pages/8_Share.py"


def test_view_is_cited_with_query_version_and_day_of_access():
    app = open_page(PAGE, theme="waku_permits")
    said = app.code[0].value
    assert Store().version in said and "?theme=waku_permits" in said and "Accessed" in said
    app.radio(key="cite_style").set_value("bibtex").run()
    assert app.code[0].value.startswith("@dataset{")


def test_private_form_is_an_explicit_choice_and_is_warned_of():
    app = open_page(PAGE)
    assert app.checkbox(key="private").value is False
    assert any(c.value.startswith("Public form") for c in app.caption)
    app.checkbox(key="private").set_value(True).run()
    assert any("do not publish it" in c.value for c in app.caption)


def test_view_is_saved_and_says_what_changed_since():
    app = open_page(PAGE, theme="waku_permits")
    app.text_input(key="view_name").set_value("와크")
    app.button[[b.label for b in app.button].index("Save this view")].click().run()
    store = Store()
    assert find_view(store, "와크").filters == Filters(theme=("waku_permits",))
    assert any("Nothing has changed" in c.value for c in app.caption)
    first = store.view(Filters(theme=("waku_permits",)))["article_id"].iloc[0]
    store.remove(article_ids=[first])
    app = open_page(PAGE)
    assert any(e.label.startswith("Since then: 0 added") and "1 removed" in e.label for e in app.expander)
    app.button(key="forget_0").click().run()
    assert saved_views(Store()) == [] and not app.exception


def test_every_button_is_there_in_korean():
    app = open_page(PAGE, ui="ko")
    assert not app.exception and app.title[0].value == "인용과 내보내기"
