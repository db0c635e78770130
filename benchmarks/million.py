"""A million reports: how long the server takes for a filter change on each page, against ten thousand reports and an empty page.

    python -m benchmarks.million [--rows 1000000] [--rounds 5]

Builds synthetic stores (invented titles, codes drawn with fixed seeds), opens each page in Streamlit's test runner and
changes the theme in turn; prints medians in milliseconds, their ratio, and the memory of the reports frame. The same run
measures all of it, since these figures are only worth something against each other.
"""

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import pandas as pd
from streamlit.testing.v1 import AppTest

from reports.codebook import FIELDS, codebook
from reports.gazetteer import gazetteer
from reports.schema import ARTICLES, REPORTS, cast
from reports.store import Store

HOME = str(Path(__file__).parent.parent / "dashboard.py")
PAGES = {"Home": None, "Timeline": "pages/1_Timeline.py", "Map": "pages/2_Map.py", "Themes": "pages/3_Themes.py", "Reports": "pages/4_Reports.py"}
THEMES = ("markets", "smuggling", "border_control", "phones_remittances", "food_supply", "drugs")
_COMBINATIONS = 2000  # different combinations of codes in a column, about as many as a million real reports would have
_EMPTY_PAGE = "import streamlit as st\nst.toggle('one')\nst.write('empty')\n"


def build(folder: Path, rows: int) -> Store:
    """A store with so many invented reports, from 2008 to 2026, spread over codes and places as in the sample."""
    draw = np.random.default_rng(rows)

    def codes(options, most):
        made = [";".join(draw.choice(options, size=draw.integers(0, most + 1), replace=False)) for _ in range(_COMBINATIONS)]
        return np.array(sorted(set(made)))[draw.integers(0, len(set(made)), rows)]

    day = np.sort(draw.integers(0, 6700, rows))[::-1]  # newest first, as a store keeps them
    days = np.datetime_as_string(np.datetime64("2008-01-01") + day.astype("timedelta64[D]"))
    lengths = draw.choice([0, 0, 0, 9, 29], rows)
    ends = np.datetime_as_string(days.astype("datetime64[D]") + lengths.astype("timedelta64[D]"))
    dated = draw.random(rows) < 0.8
    places = [p.place_id for p in gazetteer() if gazetteer().in_yanggang(p.place_id)]
    names = [f"{i:016x}" for i in range(rows)]
    common = {
        "article_id": names, "url": [f"https://example.org/{n}" for n in names], "title": [f"Report {n} of a raid in Hyesan" for n in names],
        "outlet": draw.choice(["Daily NK", "RFA", "ASIAPRESS", "Yonhap", "NK News"], rows, p=[0.6, 0.2, 0.1, 0.05, 0.05]),
        "language": draw.choice(["en", "ko"], rows), "published": days, "collection": "synthetic", "note": "",
    }  # fmt: skip
    own = {
        "crackdown": draw.random(rows) < 0.6, "told_on": "", "event_start": np.where(dated, days, ""), "event_end": np.where(dated, ends, ""),
        "precision": np.where(~dated, "unknown", np.where(lengths == 0, "day", "part_of_month")), "people_low": draw.integers(-1, 40, rows),
        "story_id": [names[i] for i in np.maximum(0, np.arange(rows) - draw.integers(0, 2, rows))],
        **{field: codes(codebook().codes(field), 3) for field in FIELDS}, "event_place_ids": codes(places, 3),
        "places": "[]", "people": "[]", "money": "[]", "evidence": "[]",
    }  # fmt: skip
    own["people_high"] = own["people_low"]
    reports = pd.DataFrame({c.name: (common | own).get(c.name, "") for c in REPORTS}, index=range(rows))
    articles = pd.DataFrame({c.name: common.get(c.name, "") for c in ARTICLES}, index=range(rows))
    articles["text"] = "Police raided a house in Hyesan, a source said."
    store = Store(folder)
    with store._lock():
        store._write(cast(articles, ARTICLES), cast(reports, REPORTS))
        store._write_state(sample_loaded=True)
    return store


def page_times(store: Store, rounds: int) -> dict:
    """Page -> median milliseconds of a run after the theme was changed; every theme is new to the caches once a round."""
    import os

    os.environ["YANGGANG_STORE"] = str(store.folder)
    times = {}
    for name, page in PAGES.items():
        app = AppTest.from_file(HOME, default_timeout=300)
        if page:
            app.switch_page(page)
        app.run()
        assert not app.exception, app.exception
        taken = []
        for theme in THEMES[:rounds]:
            app.query_params["theme"] = [theme]
            start = time.perf_counter()
            app.run()
            taken.append(1000 * (time.perf_counter() - start))
            assert not app.exception
        times[name] = statistics.median(taken)
    return times


def empty_page_time(rounds: int) -> float:
    """Median milliseconds of a run of a page with next to nothing on it."""
    app = AppTest.from_string(_EMPTY_PAGE, default_timeout=60).run()
    taken = []
    for _ in range(max(rounds, 5)):
        start = time.perf_counter()
        app.run()
        taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(taken)


def main(arguments=None) -> int:
    """Prints the table; gives 1 where a page takes more than three times as long at the many as at ten thousand, or the frame too much."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        few, many = (build(Path(folder) / str(n), n) for n in (10_000, options.rows))
        megabytes = many.reports().memory_usage(deep=True).sum() / 1e6
        low, high = page_times(few, options.rounds), page_times(many, options.rounds)
    print(f"{'page':10}{'10,000':>10}{options.rows:>12,}{'ratio':>8}   (milliseconds of server time after a filter change, median)")
    for name in PAGES:
        print(f"{name:10}{low[name]:10.0f}{high[name]:12.0f}{high[name] / low[name]:8.2f}")
    print(f"{'empty':10}{empty_page_time(options.rounds):10.0f}\nreports frame: {megabytes:.0f} MB")
    return int(any(high[n] > 3 * low[n] for n in PAGES) or megabytes > 250)


if __name__ == "__main__":
    sys.exit(main())
