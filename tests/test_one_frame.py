"""One frame behind everything: under any filter, every page, figure and export speaks of the same number of reports."""

import csv
import io
import json
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from reports.export import EXPORTS
from reports.figures import FIGURES
from reports.figures.map import TRAYS, standing_at
from reports.filters import Filters
from reports.store import Store
from reports.table import ordered

HOME = str(Path(__file__).parent.parent / "dashboard.py")
PAGES = (None, "pages/1_Timeline.py", "pages/2_Map.py", "pages/4_Reports.py")
VIEWS = [
    {},
    {"theme": ["waku_permits"]},
    {"theme": ["waku_permits", "smuggling"]},
    {"theme": ["markets"], "crackdown": ["1"]},
    {"crackdown": ["1"]},
    {"place": ["kp-yanggang-hyesan"]},
    {"place": ["kp-yanggang-samjiyon", "kp-yanggang-pochon"]},
    {"place": ["kp-yanggang-hyesan"], "theme": ["phones_remittances"]},
    {"from": ["2022-01-01"], "to": ["2022-12-31"]},
    {"dates": ["published"], "from": ["2020-01-01"], "to": ["2021-06-30"]},
    {"dates": ["published"]},
    {"language": ["ko"]},
    {"language": ["en"], "outlet": ["Daily NK"]},
    {"actor": ["police", "state_security"]},
    {"target": ["smugglers"], "sanction": ["detention"]},
    {"sanction": ["execution"]},
    {"q": ["밀수"]},
    {"q": ["Chinese"], "language": ["en"]},
    {"count": ["stories"]},
    {"count": ["stories"], "theme": ["markets"], "crackdown": ["1"]},
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """A store with the sample, coded once for all views."""
    return Store(tmp_path_factory.mktemp("sample") / "store").ensure_sample()


def in_timeline(reports, filters):
    """Reports of all bars, of the strip and of the tray."""
    numbers = FIGURES["timeline"](reports, everything=reports, dates=filters.dates).numbers
    return numbers[["reports", "vague"]].to_numpy().sum()


def on_map(reports):
    """Different reports of areas, points and trays."""
    numbers, found = FIGURES["map"](reports).numbers, set()
    for row in numbers[numbers["layer"].isin(["county", "point"])].to_dict("records"):
        found |= set(standing_at(reports, row["layer"], row["place_id"])["article_id"])
    return found.union(*(set(standing_at(reports, "tray", tray)["article_id"]) for tray in TRAYS))


@pytest.mark.parametrize("query", VIEWS, ids=lambda q: "&".join(f"{k}={','.join(v)}" for k, v in q.items()) or "nothing asked")
def test_every_figure_and_export_counts_alike(sample, query):
    filters, dropped = Filters.from_query(query, sample.reports()["outlet"].cat.categories)
    view = sample.view(filters)
    assert dropped == 0 and len(view) > 0
    assert in_timeline(view, filters) == pytest.approx(len(view), abs=0.01)
    assert on_map(view) == set(view["article_id"])
    assert sum(1 for _ in ordered(view)["article_id"]) == len(view)
    exported = {form: EXPORTS[form](sample.details(view), filters, sample.version) for form in ("csv", "jsonl", "geojson")}
    assert len(list(csv.DictReader(io.StringIO(exported["csv"].decode(), newline="")))) == len(view)
    assert len(exported["jsonl"].decode().splitlines()) == len(json.loads(exported["geojson"])["features"]) == len(view)


@pytest.mark.parametrize("query", VIEWS, ids=lambda q: "&".join(f"{k}={','.join(v)}" for k, v in q.items()) or "nothing asked")
def test_every_page_says_the_same_number(sample, monkeypatch, query):
    monkeypatch.setenv("YANGGANG_STORE", str(sample.folder))
    expected = len(sample.view(Filters.from_query(query, sample.reports()["outlet"].cat.categories)[0]))
    for page in PAGES:
        app = AppTest.from_file(HOME, default_timeout=120)
        for name, values in query.items():
            app.query_params[name] = values
        if page:
            app.switch_page(page)
        app.run()
        assert not app.exception
        assert any(m.value.startswith((f"{expected} report", f"{expected} crackdown", f"{expected} stor")) for m in app.markdown), page
