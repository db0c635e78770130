"""What was exported comes back: the private form without loss, the public form with its own columns and never coded anew."""

import io
import json

import orjson
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from loaders import load_file
from loaders.__main__ import main as loaders_main
from reports import store as store_module
from reports.codebook import FIELDS, codebook
from reports.coding import VERSION
from reports.exports import Selection, to_bytes
from reports.exports.columns import PUBLIC_NAMES
from reports.filters import Filters
from reports.gazetteer import gazetteer
from reports.schema import ARTICLES, REPORTS, frame
from reports.store import Store
from tests.browserless import no_browser  # noqa: F401

FILES = {"csv": "x.csv", "spreadsheet": "x.csv", "jsonl": "x.jsonl", "datapackage": "x.zip"}
WORDS = some.text(some.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=40) | some.sampled_from(
    ["=1+1", "'=1", "\ufeff혜산", "“a”;\r\nb", 'q"uote', "\x00", " blank ", "\ta", "1,2", "-1", "true", "[]"]
)
NUMBER = some.none() | some.integers(0, 10**9)
DAY = some.dates(min_value=pd.Timestamp("1990-01-01").date()).map(str) | some.sampled_from(["", "2023-05", "XXXX-05-31"])


def codes(values, most=4):
    return some.lists(some.sampled_from(sorted(values)), unique=True, max_size=most)


@some.composite
def coded(draw):
    """A row of articles and its row of reports, with values no coder would think of."""
    words = {name: draw(WORDS) for name in ("url", "outlet", "title", "text", "published_from", "source_file", "note")}
    shared = words | {
        "article_id": draw(some.text("0123456789abcdef", min_size=4, max_size=16)), "language": draw(some.sampled_from(["en", "ko"])),
        "published": draw(DAY.filter(lambda d: not d.startswith("X"))), "sha256": draw(WORDS), "collection": draw(WORDS),
    }  # fmt: skip
    people = some.fixed_dictionaries({"min": NUMBER, "max": NUMBER, "approx": some.booleans(), "what": WORDS})
    money = some.fixed_dictionaries(
        {"currency": some.sampled_from(["KPW", "CNY"]), "min": NUMBER, "max": NUMBER, "per": some.none() | WORDS, "what": WORDS}
    )
    places = some.fixed_dictionaries(
        {"place_id": some.none(), "name": WORDS, "kind": some.just("other"), "role": some.sampled_from(["event", "mention"])}
    )
    evidence = some.fixed_dictionaries(
        {
            "field": some.just("themes"),
            "code": WORDS,
            "part": some.just("text"),
            "start": some.integers(0, 9),
            "end": some.integers(0, 9),
            "words": WORDS,
            "note": WORDS,
        }
    )
    kinds = {"people": people, "money": money, "places": places, "evidence": evidence}
    nested = {name: orjson.dumps(draw(some.lists(kind, max_size=2))).decode() for name, kind in kinds.items()}
    report = shared | nested | {name: draw(codes(codebook().codes(name))) for name in FIELDS}
    report |= {"event_place_ids": draw(codes(p.place_id for p in gazetteer())), "crackdown": draw(some.booleans())}
    report |= {"people_low": draw(some.integers(-1, 9999)), "people_high": draw(some.integers(-1, 9999)), "story_id": shared["article_id"]}
    report |= {name: draw(DAY) for name in ("told_on", "event_start", "event_end")} | {
        "precision": draw(some.sampled_from(["", "day", "month"])),
        "coder": "2",
    }
    return shared, report


def stored(folder, rows):
    store = Store(folder)
    store.add(frame([a for a, _ in rows], ARTICLES), frame([r for _, r in rows], REPORTS))
    return store


def came_back(folder, form, selection):
    loaded = load_file(FILES[form], io.BytesIO(to_bytes(form, selection)), "again")
    store = Store(folder)
    store.add(loaded.articles(), loaded.given())
    return loaded, store


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return Store(tmp_path_factory.mktemp("sample")).ensure_sample()


def whole(store):
    """All that a store holds, as text."""
    reports = store.details(store.reports()).astype("str").reset_index(drop=True)
    return pd.concat([reports, store.articles().astype("str").add_prefix("article ")], axis=1)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows=some.lists(coded(), min_size=1, max_size=3, unique_by=lambda row: row[0]["article_id"]))
def test_private_form_comes_back_without_loss(tmp_path_factory, rows):
    before = stored(tmp_path_factory.mktemp("before"), rows)
    selection = Selection(before, before.reports(), Filters(), private=True)
    for form in FILES:
        loaded, after = came_back(tmp_path_factory.mktemp("after"), form, selection)
        assert loaded.problems == []
        pd.testing.assert_frame_equal(whole(after), whole(before), obj=form)


@pytest.mark.parametrize("form", FILES)
def test_sample_comes_back_in_the_private_form(tmp_path, form, sample):
    before = sample
    _, after = came_back(tmp_path / "after", form, Selection(before, before.reports(), Filters(), private=True))
    pd.testing.assert_frame_equal(whole(after), whole(before))
    assert after.version == before.version


@pytest.mark.parametrize("form", FILES)
def test_public_form_comes_back_with_its_own_columns_and_is_never_coded_anew(tmp_path, form, sample, monkeypatch):
    before = sample
    first = Selection(before, before.reports(), Filters())
    was = public(before)
    loaded, after = came_back(tmp_path / "after", form, first)
    assert loaded.problems == [] and len(loaded.rows) == len(first.reports)
    assert public(after) == was
    monkeypatch.setattr(store_module, "VERSION", "another")
    assert public(after) == was


def public(store):
    return [{name: row[name] for name in PUBLIC_NAMES} for row in Selection(store, store.reports(), Filters()).rows()]


def test_program_of_another_version_codes_others_anew_and_keeps_the_given(tmp_path, articles, monkeypatch):
    store = Store(tmp_path / "both")
    store.add(articles.head(1))
    given_row = {"article_id": articles["article_id"][1], "themes": ["drugs"], "language": "ko", "coder": "given"}
    store.add(articles.tail(1), frame([given_row], REPORTS))
    monkeypatch.setattr(store_module, "VERSION", "another")
    reports = store.details(store.reports()).set_index("article_id").loc[list(articles["article_id"])]
    assert list(reports["coder"]) == [VERSION, "given"] and list(reports["themes"])[1] == "drugs" and list(reports["themes"])[0]


def test_given_codes_are_part_of_the_data_version(tmp_path, articles):
    def version(theme):
        store = Store(tmp_path / theme)
        store.add(articles.head(1), frame([{"article_id": articles["article_id"][0], "themes": [theme], "coder": "given"}], REPORTS))
        return store.version

    assert version("drugs") != version("markets")


def lines(content):
    return [json.loads(line) for line in content.decode().splitlines()]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param({"themes": ["weather"]}, "themes holds weather, which data/codebook.yml does not know", id="unknown code"),
        pytest.param({"event_place_ids": ["kp-atlantis"]}, "event_place_ids holds kp-atlantis", id="unknown place"),
        pytest.param({"event_start": "31 May"}, "'31 May' is no date", id="a date that is none"),
        pytest.param({"precision": "exact"}, "precision is “exact”", id="unknown precision"),
        pytest.param({"form": "yanggang-monitor public 9"}, "of the form “yanggang-monitor public 9”", id="a later edition"),
        pytest.param({"crackdown": "perhaps"}, "crackdown is “perhaps”; accepted are true and false", id="neither true nor false"),
    ],
)
def test_row_that_is_not_understood_is_set_aside_and_the_others_are_read(reports, change, reason):
    first, second = lines(to_bytes("jsonl", Selection(Store(), reports, Filters())))
    file = "\n".join(json.dumps(row, ensure_ascii=False) for row in (first, second | change))
    loaded = load_file("back.jsonl", io.BytesIO(file.encode()))
    assert len(loaded.rows) == 1
    assert [(row, reason in said) for _, _, said in loaded.problems for row in [said[:6]]] == [("Row 2:", True)]


def test_file_that_was_cut_says_so(reports):
    content = to_bytes("csv", Selection(Store(), reports, Filters()))
    cut = content[: content.rindex(b"\r\n", 0, -2) + 2]
    loaded = load_file("cut.csv", io.BytesIO(cut))
    assert len(loaded.rows) == 1
    assert "says it holds 2 reports and 1 were found" in loaded.problems[0][2]


def test_other_peoples_files_are_read_as_before():
    loaded = load_file("mine.csv", io.BytesIO("article_id,title,text\n1,혜산,보안원들이 단속했다\n".encode()))
    assert len(loaded.rows) == 1 and loaded.given().empty


def test_command_line_takes_an_export_back(tmp_path, reports, capsys):
    path = tmp_path / "public.csv"
    path.write_bytes(to_bytes("csv", Selection(Store(), reports, Filters())))
    assert loaders_main(["add", str(path), "--store", str(tmp_path / "new")]) == 0
    assert "2 rows read = 2 kept" in capsys.readouterr().err
    assert loaders_main(["code", str(path)]) == 0
    assert ["cart_pullers"] in [json.loads(line)["targets"] for line in capsys.readouterr().out.splitlines()]


def test_given_codes_stay_when_another_report_of_their_story_is_removed(tmp_path, articles):
    store, (one, other) = Store(tmp_path / "story"), list(articles["article_id"])
    shared = {"story_id": one, "coder": "given", "language": "en"}
    store.add(
        articles,
        frame(
            [{**shared, "article_id": one, "themes": ["drugs"]}, {**shared, "article_id": other, "themes": ["religion_superstition"]}],
            REPORTS,
        ),
    )
    store.remove(article_ids=[one])
    left = store.details(store.reports())
    assert list(left["themes"]) == ["religion_superstition"] and list(left["coder"]) == ["given"]


def test_store_of_an_older_program_without_the_column_coder_still_opens(tmp_path, articles):
    store = Store(tmp_path / "old")
    store.add(articles)
    path = next(store.folder.glob("*/reports.parquet"))
    table = pq.read_table(path)
    pq.write_table(table.drop_columns(["coder"]), path, row_group_size=2000)
    assert set(store.details(store.reports())["coder"]) == {""}
    assert len(lines(to_bytes("jsonl", Selection(store, store.reports(), Filters(), private=True)))) == 2
    store.add(articles)
    assert len(store.reports()) == 2
