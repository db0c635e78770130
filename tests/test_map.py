"""The map: where reports stand, what is counted there, and that page, file and table say the same."""

import json

import numpy as np
import pytest
from matplotlib.figure import Figure as Canvas

from reports.drawing.file import to_bytes
from reports.drawing.map import fitted, to_canvas, to_deck
from reports.drawing.map_labels import beside_points
from reports.drawing.map_legend import to_html
from reports.figures.map import MEASURES, places_map, radius
from reports.figures.map_ground import ground, layer, within
from reports.figures.map_names import place_name
from reports.gazetteer import gazetteer
from reports.map_steps import in_step, step_label, steps_of, unit_of, vague_in
from reports.palette import LIGHT, area_of, rgb
from reports.schema import LIGHT as COLUMNS
from reports.schema import REPORTS, cast, frame
from reports.standing import TRAYS, layer_named, layer_of, listed_of, standing_at
from reports.store import Store

HYESAN, POCHON = "kp-yanggang-hyesan", "kp-yanggang-pochon"
HYEJANG, WIYON, KARIM = "kp-yanggang-hyesan-hyejang", "kp-yanggang-hyesan-wiyon", "kp-yanggang-pochon-karim-ri"
OUTSIDE, PROVINCE = "kp-pyongyang", "kp-yanggang"


def reports_of(*rows):
    """Light reports from (places, other fields): as many rows, a story each unless it is given."""
    made = [{"article_id": str(i), "event_place_ids": places, **fields} for i, (places, fields) in enumerate(rows)]
    stories = [fields.get("story", 1000 + i) for i, (_, fields) in enumerate(rows)]
    return cast(frame(made, REPORTS), COLUMNS).assign(story=np.unique(stories, return_inverse=True)[1].astype("int32"))


def row(figure, place_id):
    return figure.numbers.set_index("place_id").loc[place_id]


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The light reports of the sample."""
    return Store(tmp_path_factory.mktemp("map")).ensure_sample().reports()


@pytest.mark.parametrize(
    ("places", "roll", "expected"),
    [
        pytest.param([HYESAN], False, [("county", HYESAN)], id="known to the city: its area"),
        pytest.param([HYESAN, WIYON], False, [("point", WIYON)], id="known more finely: a point, and not the area too"),
        pytest.param([HYESAN, WIYON], True, [("point", WIYON), ("county", HYESAN)], id="rolled up: the area too"),
        pytest.param([HYEJANG], False, [("county", HYESAN)], id="no point of its own: the city's area, never a dot"),
        pytest.param([WIYON, POCHON], False, [("point", WIYON), ("county", POCHON)], id="two places, each in its own way"),
        pytest.param([PROVINCE], False, [("tray", "province")], id="the province alone: a tray"),
        pytest.param([OUTSIDE], False, [("tray", "outside")], id="elsewhere in the country: a tray"),
        pytest.param([], False, [("tray", "none")], id="no place: a tray"),
        pytest.param([OUTSIDE, HYESAN], False, [("county", HYESAN)], id="what is on the map needs no tray"),
    ],
)
def test_layer_of(places, roll, expected):
    assert layer_of(places, roll) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param(HYESAN, "county", id="city"),
        pytest.param(WIYON, "point", id="neighbourhood with a point"),
        pytest.param(HYEJANG, "listed", id="neighbourhood without one"),
        pytest.param("none", "tray", id="tray"),
        pytest.param(PROVINCE, None, id="the province is no place on its map"),
        pytest.param(OUTSIDE, None, id="outside"),
        pytest.param("<script>", None, id="nonsense"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_layer_named(name, expected):
    assert layer_named(name) == expected


def test_listed_of_names_only_places_without_a_point():
    assert listed_of([HYESAN, HYEJANG, WIYON, OUTSIDE]) == [("listed", HYEJANG)]


@pytest.mark.parametrize("roll", [False, True], ids=["finest", "rolled up"])
def test_every_row_holds_as_many_reports_as_it_says_and_every_report_stands_somewhere(sample, roll):
    table, seen = places_map(sample, roll=roll).numbers, set()
    for kind, place_id, n in zip(table["layer"], table["place_id"], table["reports"]):
        found = standing_at(sample, kind, place_id, roll)
        assert len(found) == n, place_id
        seen |= set(found.index)
    assert seen == set(sample.index)


def test_numbers_keep_their_columns_all_counties_and_all_trays(sample):
    table = places_map(sample.head(0)).numbers
    assert {"layer", "place_id", "name_en", "name_ko", "reports"} <= set(table.columns)
    assert (table["layer"] == "county").sum() == 12 and list(table.loc[table["layer"] == "tray", "place_id"]) == list(TRAYS)
    assert table["reports"].sum() == 0


def test_rolled_up_a_county_counts_a_report_of_two_villages_once():
    figure = places_map(reports_of(([KARIM, "kp-yanggang-pochon-kasan-ri"], {}), ([POCHON], {})), roll=True)
    assert row(figure, POCHON)["reports"] == 2 and row(figure, KARIM)["reports"] == 1


def test_stories_count_once_however_many_report_them():
    figure = places_map(reports_of(([HYESAN], {"story": 1}), ([HYESAN], {"story": 1}), ([HYESAN], {"story": 2})), measure="stories")
    assert (row(figure, HYESAN)["reports"], row(figure, HYESAN)["stories"]) == (3, 2)


@pytest.mark.parametrize(
    ("others", "expected"),
    [pytest.param(4, 20.0, id="five reports"), pytest.param(3, None, id="four are a list, not a rate")],
)
def test_share_of_a_theme(others, expected):
    figure = places_map(reports_of(([HYESAN], {"themes": ["smuggling"]}), *[([HYESAN], {})] * others), measure="share", theme="smuggling")
    found = row(figure, HYESAN)["share_percent"]
    assert found == expected if expected else np.isnan(found)
    assert row(figure, HYESAN)["theme_reports"] == 1


@pytest.mark.parametrize(
    ("told", "expected", "words"),
    [
        pytest.param([(10, 10, 1)], (10, 10, False), "10", id="one count"),
        pytest.param([(5, 6, 1), (10, 19, 2)], (15, 25, False), "15–25", id="ranges add up as ranges"),
        pytest.param([(10, 10, 1), (12, 12, 1)], (12, 12, False), "12", id="a story once, by its largest count"),
        pytest.param([(30, -1, 1), (2, 3, 2)], (32, 33, True), "32–33+", id="open above"),
        pytest.param([(-1, 8, 1)], (0, 8, False), "0–8", id="only an upper bound"),
        pytest.param([(-1, -1, 1)], (0, 0, False), "", id="no count"),
    ],
)
def test_people_are_ranges(told, expected, words):
    figure = places_map(reports_of(*[([HYESAN], {"people_low": a, "people_high": b, "story": s}) for a, b, s in told]), measure="people")
    found = row(figure, HYESAN)
    assert (found["people_low"], found["people_high"], found["people_open"]) == expected
    assert figure.marks["texts"][HYESAN] == words


def dated(places, start, end=None, precision="day"):
    return places, {"event_start": start, "event_end": end or start, "precision": precision}


def test_change_between_two_steps():
    reports = reports_of(
        dated([HYESAN], "2021-05-01"), dated([HYESAN], "2021-06-01"), dated([HYESAN], "2022-05-01"), dated([POCHON], "2022-05-01")
    )
    figure = places_map(reports, measure="change", was="2021", when="2022")
    assert {p: row(figure, p)["change"] for p in (HYESAN, POCHON)} == {HYESAN: -1, POCHON: 1}
    assert figure.marks["texts"][HYESAN] == "−1" and figure.marks["texts"][POCHON] == "+1"


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"measure": "nonsense"}, id="unknown measure"),
        pytest.param({"measure": "share"}, id="share without a theme"),
        pytest.param({"measure": "change", "when": "2022"}, id="change without a second step"),
    ],
)
def test_what_cannot_be_measured_counts_reports(options):
    assert places_map(reports_of(([HYESAN], {})), **options).marks["measure"] == "reports"


@pytest.mark.parametrize(
    ("step", "unit", "label"),
    [
        pytest.param("2023", "year", "2023", id="year"),
        pytest.param("2023-q2", "quarter", "Q2 2023", id="quarter"),
        pytest.param("2023-06", "month", "June 2023", id="month"),
        pytest.param("2023-q5", None, None, id="no such quarter"),
        pytest.param("2023-13", None, None, id="no such month"),
        pytest.param("", None, None, id="nothing"),
        pytest.param(None, None, None, id="none"),
    ],
)
def test_units_of_steps(step, unit, label):
    assert unit_of(step) == unit
    assert unit is None or step_label(step) == label


def test_a_step_holds_what_may_lie_in_it_and_says_how_much_is_vague():
    reports = reports_of(
        dated([HYESAN], "2022-05-03"),
        dated([HYESAN], "2022-04-01", "2022-06-30", "season"),
        dated([HYESAN], "2021-12-31", "2022-05-02"),
        ([HYESAN], {}),
    )
    held = in_step(reports, "2022-05")
    assert list(held["article_id"]) == ["0", "1"]
    assert vague_in(held, "2022-05") == 1 and vague_in(in_step(reports, "2022-q2"), "2022-q2") == 0
    assert "of them 1 with a vague date" in places_map(reports, when="2022-05").subtitle
    assert len(in_step(reports, "nonsense")) == 4


def test_steps_run_without_gaps_from_first_to_last():
    reports = reports_of(dated([HYESAN], "2021-11-30"), dated([HYESAN], "2022-02-01"))
    assert steps_of(reports, "month") == ["2021-11", "2021-12", "2022-01", "2022-02"]
    assert steps_of(reports, "quarter") == ["2021-q4", "2022-q1"] and steps_of(reports, "year") == ["2021", "2022"]
    assert steps_of(reports.head(0), "year") == []


ALL = [
    pytest.param({}, id="reports"),
    pytest.param({"roll": True}, id="rolled up"),
    pytest.param({"measure": "stories", "language": "ko"}, id="stories, Korean"),
    pytest.param({"measure": "share", "theme": "smuggling"}, id="share"),
    pytest.param({"measure": "people"}, id="people"),
    pytest.param({"measure": "change", "was": "2021", "when": "2022"}, id="change"),
    pytest.param({"when": "2022-q1"}, id="a quarter"),
]


def test_every_measure_is_drawn_below():
    assert {dict(p.values[0]).get("measure", "reports") for p in ALL} == set(MEASURES)


def layers_of(deck):
    return {found["id"].split(":")[0]: found for found in json.loads(deck.to_json())["layers"]}


def drawn(deck, name):
    return {f["properties"]["place_id"]: f["properties"] for f in layers_of(deck)[name]["data"]["features"]}


@pytest.mark.parametrize("options", ALL)
def test_page_draws_the_numbers(sample, options):
    figure = places_map(sample, **options)
    table, marks = figure.numbers, figure.marks
    main, inset = to_deck(figure, split=True), to_deck(figure, frame="hyesan")
    held = table[table["layer"] == "county"]
    fills = {
        p: rgb(area_of(v, marks["classes"], LIGHT, marks["measure"] == "change")) for p, v in zip(held["place_id"], held[marks["value"]])
    }
    assert {p: shown["fill"] for p, shown in drawn(main, "county").items()} == fills
    points = set(table.loc[table["layer"] == "point", "place_id"])
    assert drawn(main, "points").keys() | drawn(inset, "points").keys() == points
    assert drawn(to_deck(figure), "points").keys() == points, "a small map without the inset draws all"
    assert {tuple(t["words"].split("\n")) for t in layers_of(main)["names_text"]["data"]} >= {label["lines"] for label in marks["labels"]}


@pytest.mark.parametrize("options", ALL)
def test_file_draws_the_numbers(sample, options):
    figure, canvas = places_map(sample, **options), Canvas(figsize=(10, 7))
    to_canvas(canvas, figure)
    on_canvas = [t.get_text() for t in canvas.texts]
    on_map = [t.get_text() for axes in canvas.axes for t in axes.texts]
    assert {"\n".join(label["lines"]) for label in figure.marks["labels"]} <= set(on_map)
    assert {words for _, words in figure.marks["legend_rows"]} <= set(on_canvas)
    trays = figure.numbers[figure.numbers["layer"] == "tray"]
    assert {f"{n:,}" for n in trays["reports"]} <= set(on_canvas)
    assert all(0.1 <= axes.get_position().y0 and axes.get_position().y1 <= 0.86 + 1e-9 for axes in canvas.axes)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_file_in_every_form(sample, form):
    figure = places_map(sample, language="ko")
    assert to_bytes(figure, form, "보도") == to_bytes(figure, form, "보도")


def test_legend_prints_the_classes_and_sizes_it_draws(sample):
    figure = places_map(sample)
    words = to_html(figure)
    assert all(f"</i>{said}</span>" in words for _, said in figure.marks["legend_rows"])
    assert all(f"width:{2 * r:.1f}px" in words and f"</i>{n}</span>" in words for n, r in figure.marks["sizes"])


def test_classes_leave_no_count_without_a_colour(sample):
    figure = places_map(sample, roll=True)
    counts = figure.numbers.loc[figure.numbers["layer"] == "county", "reports"]
    assert len(figure.marks["classes"]) == 5 and figure.marks["classes"][-1] == counts.max()


def test_areas_of_points_go_by_the_number():
    assert radius(16, 16) / radius(4, 16) == pytest.approx(2)
    assert radius(1_000_000, 1_000_000) == radius(18, 18) and radius(1, 1_000_000) > 3


def test_map_asks_nothing_of_the_network(sample):
    deck = to_deck(places_map(sample))
    text = deck.to_json()
    assert json.loads(text)["mapStyle"] == "__MAP_STYLE__" and "http" not in text and deck.map_provider is None


def test_a_pick_greys_nothing_out_and_a_second_one_is_news(sample):
    figure = places_map(sample)
    before, after = (json.loads(to_deck(figure, at=at).to_json())["layers"] for at in (None, HYESAN))
    assert not any({"getFillColor", "getColor"} & found.keys() for found in after)
    assert {found["id"] for found in before if found.get("pickable")}.isdisjoint(found["id"] for found in after if found.get("pickable"))
    assert "chosen" in {found["id"] for found in after} - {found["id"] for found in before}


def test_no_zoom_beyond_what_is_known(sample):
    figure = places_map(sample)
    for deck in (to_deck(figure, height=330), fitted(to_deck(figure), "province", 660), to_deck(figure, frame="hyesan")):
        view = json.loads(deck.to_json())["initialViewState"]
        assert view["zoom"] <= view["maxZoom"] < 11


def test_places_without_a_point_of_their_own_are_never_drawn(sample):
    figure = places_map(sample)
    assert (figure.numbers["layer"] == "listed").any()
    assert all(gazetteer().place(p).has_own_point for p in figure.marks["radii"])


def test_frame_leaves_air_around_the_province():
    west, south, east, north = ground()["frames"]["province"]
    ring = np.array(layer("province")[0]["geometry"]["coordinates"][0])
    assert west < ring[:, 0].min() - 0.1 and ring[:, 0].max() + 0.1 < east
    assert south < ring[:, 1].min() - 0.03 and ring[:, 1].max() + 0.1 < north


def test_every_county_has_a_place_for_its_name():
    assert set(ground()["labels"]) == {f["properties"]["place_id"] for f in layer("county")}


def test_names_lie_over_no_point_of_the_sample(sample):
    figure = places_map(sample)
    spots = [at for p, at in figure.marks["points"].items() if p in figure.marks["radii"] and not within("hyesan", *at)]
    for label in figure.marks["labels"]:
        assert not any(abs(x - label["at"][0]) < 0.12 and abs(y - label["at"][1]) < 0.06 for x, y in spots), label["place_id"]


def test_a_name_gives_way_to_a_point_within_its_county():
    place, lines = "kp-yanggang-paekam", ("Paekam", "백암 5")
    usual = place_name(place, lines, ())
    moved = place_name(place, lines, (usual,))
    assert moved != usual and (abs(moved[0] - usual[0]) > 0.15 or abs(moved[1] - usual[1]) > 0.05)


def test_names_in_the_inset_cover_neither_points_nor_one_another(sample):
    figure = places_map(sample)
    placed = beside_points(figure, 380, 330)
    assert len(placed) >= 5
    assert not beside_points(figure, 20, 20), "without room a name is left out"


def test_a_map_of_nothing_says_so():
    figure = places_map(reports_of(([OUTSIDE], {})))
    assert figure.alt.startswith("Nothing in view is known to a county") and figure.marks["sizes"] == []
    to_bytes(figure, "svg")
    assert drawn(to_deck(figure), "points") == {}


@pytest.mark.parametrize(
    ("query", "heading"),
    [
        pytest.param({"at": HYESAN}, "Hyesan 혜산시", id="area"),
        pytest.param({"at": HYEJANG}, "Hyejang\\-dong 혜장동", id="listed place"),
        pytest.param({"at": "province"}, "In the province, place not named", id="tray"),
        pytest.param({"at": HYESAN, "when": "2022"}, "Hyesan 혜산시, 2022", id="area in a year"),
        pytest.param({"at": HYESAN, "colour": "change", "when": "2022", "was": "2021"}, "Hyesan 혜산시, 2021", id="two years"),
        pytest.param(
            {"at": "<b>", "colour": "<b>", "when": "<b>", "share": "<b>", "roll": "<b>"}, None, id="unknown values are left alone"
        ),
    ],
)
def test_page_opens_what_the_address_says(query, heading):
    from tests.test_pages import open_page

    app = open_page("pages/2_Map.py", **query)
    assert not app.exception and len(app.get("deck_gl_json_chart")) == 2
    headings = [s.value for s in app.subheader]
    assert heading is None or any(h.startswith(heading) for h in headings), headings
    assert not any("<b>" in h for h in headings)


def test_menu_beside_the_map_lists_every_row_that_holds_a_report(sample):
    from tests.test_pages import open_page

    app = open_page("pages/2_Map.py")
    table = places_map(sample).numbers
    assert len(app.selectbox(key="c_at").options) == 1 + (table["reports"] > 0).sum()
