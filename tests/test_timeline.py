"""Bins, lanes and what a bar stands for; drawn for page and file from one value."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.drawing.file import to_bytes
from reports.drawing.page import to_plotly
from reports.figures import FIGURES
from reports.figures.series import SPLITS
from reports.markers import FILE, markers, on_axis
from reports.timeline_bins import MOST_BARS, RULES, Axis, in_bin, spread
from reports.words import catalogue
from tests.frames import dated, light
from tests.test_pages import open_page


def shares(reports, **options):
    """The lane, bin, whole and vague reports of every bin that is not empty."""
    _, table = spread(reports, {"all": np.ones(len(reports), dtype=bool)}, **options)
    return [(r.lane, r.bin, r.reports, round(r.vague, 3)) for r in table.itertuples() if r.reports or r.vague]


@pytest.mark.parametrize(
    ("row", "rule", "expected"),
    [
        pytest.param(dated("2023-06-13"), "month", [("dated", "2023-06", 1, 0)], id="a day is whole"),
        pytest.param(
            dated("2023-05-28", "2023-08-01"), "month", [("dated", "2023-05", 1, 0)], id="a measure that goes on counts where it began"
        ),
        pytest.param(
            dated("2023-05-21", "2023-05-31", "part_of_month"), "month", [("dated", "2023-05", 1, 0)], id="late May is certain to be in May"
        ),
        pytest.param(
            dated("2023-05-21", "2023-06-10", "part_of_month"),
            "month",
            [("dated", "2023-05", 0, 0.5), ("dated", "2023-06", 0, 0.5)],
            id="a vague span is halved",
        ),
        pytest.param(
            dated("2022-12-01", "2023-02-28", "season"),
            "month",
            [("dated", f, 0, 0.333) for f in ("2022-12", "2023-01", "2023-02")],
            id="winter crosses into the next year",
        ),
        pytest.param(
            dated("2022-01-01", "2022-12-31", "year"), "year", [("dated", "2022", 1, 0)], id="a year is whole in a chart of years"
        ),
        pytest.param(
            dated("2022-01-01", "2022-12-31", "year"),
            "quarter",
            [("dated", f"2022-{m}", 0, 0.25) for m in ("01", "04", "07", "10")],
            id="a year over its quarters",
        ),
        pytest.param(
            {"event_start": "XXXX-05-31", "precision": "day"}, "month", [("no_year", "XXXX-05", 1, 0)], id="month known, year not"
        ),
        pytest.param({}, "month", [("undated", "", 1, 0)], id="nothing known"),
    ],
)
def test_a_date_is_spread_over_all_it_may_be(row, rule, expected):
    assert shares(light(row), rule=rule) == expected


@pytest.mark.parametrize(
    ("last", "rule"),
    [
        pytest.param("2022-12-31", "month", id="three years by month"),
        pytest.param("2023-02-01", "quarter", id="a little more by quarter"),
        pytest.param("2029-12-31", "quarter", id="ten years by quarter"),
        pytest.param("2031-01-01", "year", id="more by year"),
    ],
)
def test_the_range_chooses_the_bins(last, rule):
    reports = light(dated("2020-01-01"), dated(last))
    axis, _ = spread(reports, {"all": np.ones(2, dtype=bool)})
    assert axis.rule == rule


def test_publication_and_event_are_never_mixed():
    report = light({"event_start": "2022-03-01", "event_end": "2022-03-01", "precision": "day", "published": "2023-06-16"})
    assert [s[1] for s in shares(report, rule="month", dates="event")] == ["2022-03"]
    assert [s[1] for s in shares(report, rule="month", dates="published")] == ["2023-06"]


def test_exactly_dated_only_counts_the_rest_aside():
    reports = light(dated("2023-06-13"), dated("2023-05-21", "2023-06-10", "part_of_month"))
    assert shares(reports, rule="month", exact_only=True) == [("dated", "2023-06", 1, 0), ("left_out", "vague", 1, 0)]


def test_too_many_bars_make_the_bins_coarser():
    rows = [
        dated(f"{year}-{month:02d}-05", themes=[theme])
        for year in range(1995, 2027)
        for month in range(1, 13)
        for theme in ("markets", "smuggling", "drugs")
    ]
    figure = FIGURES["timeline"](light(*rows), split="themes", rule="month")
    assert figure.marks["rule"] == "quarter" and "too many" in figure.subtitle
    assert sum(len(t.x) for t in to_plotly(figure).data if t.type == "bar") <= MOST_BARS


dates = st.one_of(
    st.just({}),
    st.builds(lambda m: {"event_start": f"XXXX-{m:02d}-10", "precision": "day"}, st.integers(1, 12)),
    st.builds(
        lambda start, length, precision: dated(str(start), str(start + np.timedelta64(length, "D")), precision),
        st.integers(0, 5000).map(lambda n: np.datetime64("2010-01-01") + n),
        st.integers(0, 400),
        st.sampled_from(["day", "part_of_month", "month", "season", "year"]),
    ),
)
rows = st.builds(
    lambda date, crackdown, themes, outlet: date | {"crackdown": crackdown, "themes": themes, "outlet": outlet},
    dates,
    st.booleans(),
    st.lists(st.sampled_from(["markets", "smuggling", "drugs"]), max_size=2, unique=True),
    st.sampled_from(["Daily NK", "RFA", ""]),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(rows, min_size=1, max_size=12), st.sampled_from([None, *RULES]), st.sampled_from(["event", "published"]), st.booleans())
def test_all_lanes_add_up_to_the_reports(found, rule, by, exact_only):
    reports = light(*found)
    figure = FIGURES["timeline"](reports, everything=reports, rule=rule, dates=by, exact_only=exact_only)
    assert figure.numbers["reports"].sum() + figure.numbers["vague"].sum() == pytest.approx(len(reports))
    loaded = figure.numbers.loc[figure.numbers["lane"] == "coverage", "articles"].sum()
    assert loaded <= (reports["published"] != "").sum()


@settings(deadline=None, max_examples=40)
@given(st.lists(rows, min_size=1, max_size=12), st.sampled_from(RULES))
def test_a_bar_lists_the_reports_it_stands_for(found, rule):
    reports = light(*found)
    axis, table = spread(reports, {"all": np.ones(len(reports), dtype=bool)}, rule=rule)
    for row in table.itertuples():
        held = in_bin(reports, row.bin, axis.rule)
        assert len(held) >= row.reports and (len(held) > 0) == (row.reports + row.vague > 1e-9)


@pytest.mark.parametrize("split", SPLITS)
def test_split_by_any_field_holds_every_report(split):
    reports = light(
        dated("2023-06-13", themes=["markets"], actors=["police"], event_place_ids=["kp-yanggang-hyesan"]), dated("2023-07-13", outlet="")
    )
    numbers = FIGURES["timeline"](reports, split=split).numbers
    assert numbers["reports"].sum() == pytest.approx(2)


def test_the_title_says_the_peak_only_where_no_vague_date_could_change_it():
    certain = [dated("2023-06-13", crackdown=True)] * 6 + [dated("2023-03-01", crackdown=True)]
    assert FIGURES["timeline"](light(*certain)).title == "Crackdown reports peak in June 2023"
    vague = certain + [dated("2023-02-01", "2023-03-31", "month", crackdown=True)] * 14
    assert "peak" not in FIGURES["timeline"](light(*vague)).title
    assert FIGURES["timeline"](light(*certain)).alt == "Crackdown reports peak in June 2023, 6 of 7."
    others = [dated("2023-09-01")] * 8
    assert (
        FIGURES["timeline"](light(*certain, *others)).alt
        == "Crackdown reports peak in June 2023, 6 of 7. Reports peak in September 2023, 8 of 15."
    )


def test_leaving_out_an_outlet_says_so_and_leaves_it_out_of_the_band():
    reports = light(dated("2023-06-13"), dated("2023-06-14", outlet="RFA"))
    figure = FIGURES["timeline"](reports, everything=reports, without="RFA")
    assert "without RFA (1 left out)" in figure.subtitle
    assert "RFA" not in set(figure.numbers["series"]) and figure.marks["sums"]["dated"] == 1


@pytest.mark.parametrize("position", [0, 0.5, 3.9, 11.99, 40, -3])
def test_a_day_of_the_axis_stands_where_it_was_found(position):
    axis = Axis("month", 2023 * 12, 12)
    day = np.datetime64(axis.day_at(position), "D").astype(int)
    assert abs(axis.positions_of(day) - min(max(position, 0), 12)) < 0.04


def test_ticks_are_few_and_name_the_year():
    values, labels = Axis("month", 2022 * 12 + 4, 24).ticks()
    assert labels[0] == "Jul\n2022" and len(values) <= 9 and any(label == "Jan\n2023" for label in labels)
    assert Axis("month", 2022 * 12 + 4, 24).ticks("ko")[1][0] == "7월\n2022"


def test_markers_stand_in_order_with_words_and_a_source_in_both_languages():
    found = markers()
    assert [m.number for m in found] == sorted(m.number for m in found) and len({m.name for m in found}) == len(found)
    assert all(m.what[language] and m.source[language] for m in found for language in ("en", "ko"))
    assert [m["numeral"] for m in on_axis(Axis("year", 2020, 4))] == list(range(1, len(on_axis(Axis("year", 2020, 4))) + 1))


def test_a_broken_marker_is_named(tmp_path):
    (tmp_path / "markers.yml").write_text(FILE.read_text(encoding="utf-8").replace('"2023-08-26"', '"2023-08"'), encoding="utf-8")
    with pytest.raises(ValueError, match="border_reopened: day is '2023-08'"):
        markers(tmp_path / "markers.yml")


def test_markers_stay_out_of_files_unless_asked_for():
    reports = light(dated("2023-06-13"), dated("2023-12-14"))
    with_markers, without = (to_bytes(FIGURES["timeline"](reports, markers=m), "svg") for m in ("page", "none"))
    assert with_markers == without
    assert to_bytes(FIGURES["timeline"](reports, markers="all"), "svg") != without


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", ["timeline", "events", "coverage", "change", "compare", "compare_time"])
@pytest.mark.parametrize(
    "found",
    [
        pytest.param([], id="no report"),
        pytest.param([{}], id="nothing dated"),
        pytest.param([dated("2023-06-13")], id="one report"),
        pytest.param(
            [dated(f"20{year}-06-13", outlet="RFA" if year % 2 else "Daily NK", crackdown=year > 20) for year in range(11, 25)] * 2,
            id="many reports",
        ),
    ],
)
def test_every_figure_of_time_is_drawn_for_page_and_file(name, language, found):
    reports = light(*found)
    figure = FIGURES[name](reports, language=language, everything=reports, markers="all")
    assert to_plotly(figure).to_plotly_json()["layout"] and to_plotly(figure, dark=True)
    assert to_bytes(figure, "svg").startswith(b"<?xml")
    assert figure.title and figure.alt and figure.caption


def test_every_event_is_a_row_and_the_rest_is_counted():
    found = [dated(f"2023-01-{1 + n % 28:02d}", crackdown=True) for n in range(70)] + [{}, {"event_start": "XXXX-05-31"}]
    numbers = FIGURES["events"](light(*found)).numbers
    assert numbers.groupby("lane")["reports"].sum().to_dict() == {"dated": 60, "more": 10, "undated": 1, "no_year": 1}


def test_words_of_time_stand_in_both_languages():
    assert [key for key, words in catalogue().items() if not words.get("en") or not words.get("ko")] == []


@pytest.mark.parametrize(
    "query",
    [
        pytest.param({"show": "bars", "bins": "quarter", "split": "outlet", "context": "all", "exact": "1"}, id="every control"),
        pytest.param(
            {"show": "bars", "bins": "century", "split": "<script>", "without": "nobody", "bar": "9999"}, id="unknown values are ignored"
        ),
        pytest.param({"show": "events", "ui": "ko"}, id="events in Korean"),
        pytest.param(
            {"show": "bars", "without": "Daily NK", "bar": "undated", "dates": "published"}, id="without an outlet, by publication"
        ),
    ],
)
def test_the_page_follows_its_address(query):
    app = open_page("pages/1_Timeline.py", **query)
    assert not app.exception
    assert app.selectbox(key="c_bins").value == (query.get("bins") if query.get("bins") == "quarter" else "auto")


def test_a_bar_in_the_address_lists_its_reports():
    app = open_page("pages/1_Timeline.py", show="bars", bar="undated")
    assert app.selectbox(key="c_bar").value == "undated"
    assert len(app.get("page_link")) > 10


def test_controls_of_the_page_survive_a_change_of_the_filters():
    app = open_page("pages/1_Timeline.py", show="bars", split="themes")
    app.multiselect(key="f_theme").set_value(["markets"]).run()
    assert not app.exception and app.selectbox(key="c_split").value == "themes" and "themes" in app.query_params["split"]
