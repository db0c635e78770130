"""Saved views: kept in the store, reopened, and able to say what has changed since."""

import json

import pytest

from loaders.normalise import normalise
from reports.__main__ import main
from reports.coding import GIVEN
from reports.filters import Filters
from reports.schema import ARTICLES, REPORTS, frame
from reports.store import Store
from reports.views import changes, find_view, remove_view, save_view, saved_views

HYESAN = Filters(place=("kp-yanggang-hyesan",))


def article(number, **more):
    return normalise({"title": f"title {number}", "text": f"text {number}", "url": f"https://example.org/{number}"} | more, "test", "mine")


def put(store, *rows):
    """Reports with given codes: (number, themes), all in Hyesan."""
    articles = [article(number) for number, _ in rows]
    coded = [
        {**a, "themes": list(themes), "event_place_ids": ["kp-yanggang-hyesan"], "coder": GIVEN} for a, (_, themes) in zip(articles, rows)
    ]
    store.add(frame(articles, ARTICLES), frame(coded, REPORTS))
    return [a["article_id"] for a in articles]


def test_view_is_kept_and_reopened():
    store = Store()
    put(store, (1, ["markets"]))
    save_view(store, "  혜산  보기 ", HYESAN, store.view(HYESAN))
    again = find_view(Store(store.folder), "혜산 보기")
    assert again.filters == HYESAN and again.count == 1 and again.version == store.version


def test_view_says_what_was_added_changed_and_removed():
    store = Store()
    kept, changed, removed = put(store, (1, ["markets"]), (2, ["markets"]), (3, ["drugs"]))
    view = save_view(store, "Hyesan", HYESAN, store.view(HYESAN))
    store.remove(article_ids=[changed, removed])
    _, added = put(store, (2, ["markets", "smuggling"]), (4, ["drugs"]))
    found = changes(store, view, store.view(HYESAN))
    assert (found.added, found.changed, found.removed) == ((added,), {changed: ("themes",)}, (removed,))


def test_nothing_changed_on_the_same_data():
    store = Store()
    put(store, (1, ["markets"]))
    assert not changes(store, save_view(store, "all", Filters(), store.reports()), store.reports())


def test_report_removed_for_good_is_not_kept_by_a_view():
    store = Store()
    secret = normalise({"title": "SECRET", "text": "SECRET", "outlet": "SECRET PRESS", "url": "https://example.org/s"}, "test", "mine")
    store.add(frame([secret], ARTICLES))
    save_view(store, "all", Filters(), store.reports())
    store.remove(article_ids=[secret["article_id"]])
    held = b"".join(path.read_bytes() for path in (store.folder / "views").rglob("*") if path.is_file())
    assert b"SECRET" not in held and held


def test_view_of_the_same_name_is_replaced_and_can_be_forgotten():
    store = Store()
    put(store, (1, ["markets"]), (2, ["drugs"]))
    for theme in ("markets", "drugs"):
        filters = Filters(theme=(theme,))
        save_view(store, "mine", filters, store.view(filters))
    assert [v.filters.theme for v in saved_views(store)] == [("drugs",)]
    assert remove_view(store, "mine") and not remove_view(store, "mine")
    assert saved_views(store) == []


@pytest.mark.parametrize("name", ["", "   ", "x" * 121, "a\x00b"], ids=["empty", "blank", "too long", "not printable"])
def test_name_that_is_none_is_refused(name):
    with pytest.raises(ValueError, match="1 to 120 printable"):
        save_view(Store(), name, Filters(), Store().reports())


def test_name_is_no_path():
    store = Store()
    put(store, (1, ["markets"]))
    save_view(store, "../../evil", Filters(), store.reports())
    assert not list(store.folder.parent.glob("evil*"))


def test_command_line_saves_shows_and_forgets(capsys):
    assert main(["views", "--save", "waku", "--theme", "waku_permits"]) == 0
    assert main(["views"]) == 0
    assert capsys.readouterr().out.startswith("waku: ")
    assert main(["views", "--show", "waku"]) == 0
    assert json.loads(capsys.readouterr().out)["query"] == {"theme": ["waku_permits"]}
    assert main(["views", "--show", "other"]) == 1
    assert "There is no view “other”; there are: waku." in capsys.readouterr().err
    assert main(["views", "--remove", "waku"]) == 0
