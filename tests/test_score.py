"""Scoring: figures against hand-made codes, by field and by code, and the floors that may not sink."""

from datetime import date

import pandas as pd
import pytest

from reports.codebook import FIELDS, codebook
from reports.quality import floors, quality, raise_floors, sunk, write_quality
from reports.score import DATES, LANGUAGES, SETS, coded, examples, misses, per_code, read_gold, table

EMPTY = {"themes": [], "crackdown": False, "places": [], "actors": [], "targets": [], "sanctions": [], "people": [], "money": [],
         "dates": {"told_on": None, "event_start": None, "event_end": None, "precision": "unknown"}}  # fmt: skip


def line(text, language="en", **gold):
    return {
        "url": f"https://example.org/{abs(hash(text))}",
        "title": "",
        "text": text,
        "language": language,
        "published": None,
        "gold": EMPTY | gold,
    }


@pytest.fixture(scope="module")
def everything():
    return read_gold()


@pytest.fixture
def two():
    """One report coded as the program codes it, one that it gets wrong."""
    right = line("Police arrested cart-pullers in Hyesan.")
    right["gold"] = {k: v for k, v in coded(right).items() if k != "evidence"}
    return [right, line("Nothing of note took place in Musan.", places=[{"name": "Wonsan", "kind": "city", "role": "event"}])]


def test_a_row_a_field_and_language(two):
    found = table(two)
    assert list(found["field"]) == list(SETS + DATES)
    assert set(found["language"]) == {"en"} and set(found["reports"]) == {2}


def test_places_count_once_by_id_or_name(two):
    row = table(two).set_index("field").loc["event_places"]
    assert (row["items"], row["precision"], row["recall"]) == (2, 0.5, 0.5)


def test_the_interval_holds_the_score(two):
    found = table(two)
    assert ((found["low"] <= found["f1"] + 1e-9) & (found["f1"] <= found["high"] + 1e-9)).all()


def test_misses_name_item_and_article(two):
    found = misses(two, "all_places")
    assert set(zip(found["kind"], found["item"])) == {("missed", "kp-kangwon-wonsan"), ("added", "kp-north-hamgyong-musan")}
    assert all(urls == [two[1]["url"]] for urls in found["urls"])


def test_a_code_nobody_gave_has_no_precision(two):
    found = per_code(two).set_index(["field", "code", "language"])
    assert found.loc[("actors", "police", "en"), ["true", "made", "hit", "precision"]].tolist() == [1, 1, 1, 1.0]
    assert pd.isna(found.loc[("themes", "drugs", "en"), "precision"])


def test_every_code_has_a_row_in_each_language(everything):
    found = per_code(everything)
    assert len(found) == sum(len(codebook().codes(field)) for field in FIELDS) * len(LANGUAGES)
    assert ((found["hit"] <= found["made"]) & (found["hit"] <= found["true"])).all()


def test_examples_quote_their_article(everything):
    lines = {entry["url"]: entry for entry in everything}
    found = [(code, e) for codes in examples(everything).values() for code, shown in codes.items() for e in shown]
    assert found
    assert all(lines[e["url"]][e["part"]][e["start"] : e["end"]] == e["words"] for _, e in found)
    assert all(len(shown) <= 3 for codes in examples(everything).values() for shown in codes.values())


def test_scores_do_not_sink(everything):
    assert sunk(table(everything), floors()) == []


def test_a_sunken_score_is_named(two):
    assert sunk(table(two), {"event_places": {"en": 0.9}}) == ["event_places (en) is 0.500, below its floor 0.90"]


def test_floors_rise_and_never_sink(two, tmp_path):
    file = tmp_path / "floors.json"
    file.write_text('{"event_places": {"en": 0.9}, "all_places": {"en": 0.1}}')
    raise_floors(table(two), file)
    assert floors(file)["event_places"]["en"] == 0.9
    assert floors(file)["all_places"]["en"] == 0.5


def test_what_is_written_can_be_shown(two, tmp_path):
    for name in ("agreement.yml", "first_sight.yml"):
        (tmp_path / name).write_text("agreement: {themes: {en: 0.9}}\nsets: [{reports: {en: 4}, scores: {themes: {en: 0.5}}}]\n")
    (tmp_path / "closed_folds.csv").write_text("field,language,reports,rules,together\nthemes,en,9,0.5,0.7\n")
    write_quality(two, date(2024, 5, 1), tmp_path)
    found = quality(tmp_path)
    row = found.scores.set_index(["field", "language"]).loc[("themes", "en")]
    assert (row["agreement"], row["first_sight"], row["first_sight_reports"], row["closed_folds"]) == (0.9, 0.5, 4, 0.7)
    assert found.measured_on == "2024-05-01"
    assert [e["words"] for e in found.examples["targets"]["cart_pullers"]] == ["cart-pullers"]


def test_nothing_measured_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="score --write"):
        quality(tmp_path)


def test_the_kept_results_cover_every_field():
    assert set(quality().scores["field"]) == set(SETS + DATES)
