"""The store: what is added stays once, what is removed is gone, and a cut in the middle leaves the old state whole."""

import json

import pytest

from loaders.normalise import normalise
from reports.filters import Filters
from reports.schema import ARTICLES, REPORTS, frame
from reports.store import StaleData, Store


def article(**values):
    return frame([normalise({"title": "Raid", "text": "Police raided a house in Hyesan.", **values}, "a.txt", values.get("collection", "mine"))], ARTICLES)


def test_adding_the_same_twice_changes_nothing(articles):
    store = Store()
    first = store.add(articles)
    version = store.version
    again = store.add(articles)
    assert (first.kept, first.duplicates, again.kept, again.duplicates) == (2, 0, 0, 2)
    assert store.version == version and len(store.reports()) == 2


def test_articles_and_reports_stand_row_by_row_with_their_evidence(reports):
    store = Store()
    details = store.details(reports)
    assert list(details["article_id"]) == list(store.articles()["article_id"])
    for row in details.to_dict("records"):
        found = json.loads(row["evidence"])
        assert found and all({"title": row["title"], "text": row["text"]}[e["part"]][e["start"] : e["end"]] == e["words"] for e in found)


def test_rows_lie_newest_first_so_that_a_page_of_them_lies_together(reports):
    assert list(reports["published"]) == ["2024-03-04", "2023-06-16"]


def test_details_come_in_the_order_and_with_the_columns_asked_for(reports):
    store = Store()
    assert list(store.details(reports, ("title", "outlet")).columns) == ["title", "outlet"]
    assert list(store.details(reports.iloc[::-1])["article_id"]) == list(reports["article_id"])[::-1]
    assert [len(b) for b in store.batches(reports, size=1)] == [1, 1]
    assert list(store.details(reports.head(0)).columns) == [c.name for c in REPORTS] + ["text"]


def test_what_is_removed_is_gone_from_every_file(articles, tmp_path):
    store = Store(tmp_path / "own")
    store.add(articles)
    assert store.remove(article_ids=[articles["article_id"][0]]) == 1
    assert list(store.reports()["article_id"]) == [articles["article_id"][1]]
    assert not any(b"cart-pullers" in f.read_bytes() for f in (tmp_path / "own").rglob("*") if f.is_file())
    assert len(list((tmp_path / "own").glob("*-*/"))) == 1, "older tables are deleted with what they held"
    assert store.remove(collection="mine") == 1 and store.remove(collection="mine") == 0


def test_the_sample_comes_once_and_does_not_come_back(tmp_path):
    store = Store(tmp_path / "own").ensure_sample()
    assert len(store.reports()) > 100
    store.remove(collection="sample")
    assert len(store.ensure_sample().reports()) == 0
    assert len(store.ensure_sample(again=True).reports()) > 100, "unless it is asked for"


def test_own_articles_push_the_sample_out_of_view():
    store = Store().ensure_sample()
    sample = len(store.view(Filters()))
    store.add(article())
    assert (len(store.view(Filters())), len(store.view(Filters(sample=True))), len(store.view(Filters(sample=False)))) == (1, sample + 1, 1)


def test_an_own_article_that_is_in_the_sample_too_becomes_the_readers():
    store = Store().ensure_sample()
    sample = store.articles().head(1)
    added = store.add(sample.assign(collection="mine").astype({"collection": "category"}))
    assert added.kept == 1 and list(store.view(Filters())["article_id"]) == list(sample["article_id"])
    assert store.add(sample.assign(collection="mine")).duplicates == 1


def test_a_cut_in_the_middle_of_writing_leaves_the_old_state(articles, monkeypatch):
    store = Store()
    store.add(articles.head(1))
    version = store.version
    with monkeypatch.context() as broken:
        broken.setattr("reports.store._sync", lambda path: (_ for _ in ()).throw(OSError("disk full")))
        with pytest.raises(OSError, match="disk full"):
            store.add(articles)
    assert store.version == version and len(store.reports()) == 1
    store.add(articles)
    assert len(store.reports()) == 2


def test_reports_in_hand_do_not_mix_with_newer_data(articles):
    store = Store()
    store.add(articles)
    in_hand = store.reports()
    store.remove(article_ids=[articles["article_id"][0]])
    with pytest.raises(StaleData):
        store.details(in_hand)


def test_words_are_found_literally_in_both_scripts_whatever_the_case(reports):
    store = Store()
    korean = (reports["language"] == "ko").to_numpy()
    assert list(store.find("와크")) == list(korean)
    assert list(store.find("CART-pullers")) == list(store.find("police in\n hyesan")) == list(~korean)
    assert not store.find(".*").any(), "no pattern language"


def test_a_store_coded_by_another_version_is_coded_anew(articles, monkeypatch):
    store = Store()
    store.add(articles)
    before = store.version
    assert store.outdated == 0
    monkeypatch.setattr("reports.store.VERSION", "other")
    assert store.outdated == len(articles), "so many are announced before they are coded anew"
    assert set(store.reports()["article_id"]) == set(articles["article_id"])
    assert store.version != before and store.outdated == 0


def test_tellings_of_one_story_share_a_number_and_lose_it_with_their_partner():
    store = Store()
    same = "Police in Hyesan arrested twelve cart-pullers on June 13 and sent them to a labor camp, a source in Ryanggang Province said. "
    one, other = article(text=same, published="2023-06-15", outlet="Daily NK"), article(text=same + "It was raining.", outlet="Elsewhere")
    store.add(one), store.add(other)
    assert store.reports()["story"].nunique() == 1
    store.remove(article_ids=list(one["article_id"]))
    left = store.details(store.reports())
    assert list(left["story_id"]) == list(other["article_id"])
    assert "inferred" not in left["evidence"].iloc[0] and left["event_start"].iloc[0].startswith("XXXX-")
