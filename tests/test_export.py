"""The reports in view as files: each format opens with a reader of its own kind and holds exactly the view."""

import csv
import io
import json
import shutil
import subprocess
import sys
import tracemalloc
import xml.etree.ElementTree as ElementTree
import zipfile

import bibtexparser
import frictionless
import openpyxl
import pyarrow.parquet as pq
import pytest
import rispy

from loaders.normalise import normalise
from reports.__main__ import main
from reports.exports import EXPORTS, ExportError, Selection, to_bytes, to_file
from reports.exports.columns import PRIVATE, PUBLIC, names_source, public_row
from reports.exports.event_date import event_date
from reports.exports.geo import geometry_of
from reports.exports.tables import exact, neutral
from reports.filters import Filters
from reports.schema import ARTICLES, REPORTS, frame
from reports.store import Store
from tests.browserless import no_browser  # noqa: F401
from tests.conftest import CART_PULLERS, WAKU

KML = {"k": "http://www.opengis.net/kml/2.2"}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The reports on smuggling of the sample: enough to hold every kind of value."""
    store = Store(tmp_path_factory.mktemp("sample")).ensure_sample()
    filters = Filters(theme=("smuggling",))
    return Selection(store, store.view(filters), filters)


@pytest.fixture
def two(reports):
    """The two articles of conftest as a selection."""
    return Selection(Store(), reports, Filters())


def selected(*rows):
    """A selection of articles made for one test."""
    store = Store()
    store.add(frame([normalise(row, "test.jsonl", "mine") for row in rows], ARTICLES))
    return Selection(store, store.reports(), Filters())


def csv_of(content):
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def unzipped(content):
    package = zipfile.ZipFile(io.BytesIO(content))
    return {name: package.read(name) for name in package.namelist()}


COUNTS = {
    "csv": lambda b: len(csv_of(b)),
    "spreadsheet": lambda b: len(csv_of(b)),
    "acled": lambda b: len(csv_of(b)),
    "ucdp": lambda b: len(csv_of(b)),
    "xlsx": lambda b: openpyxl.load_workbook(io.BytesIO(b))["reports"].max_row - 1,
    "jsonl": lambda b: len([json.loads(line) for line in b.decode().splitlines()]),
    "parquet": lambda b: pq.read_table(io.BytesIO(b)).num_rows,
    "geojson": lambda b: len(json.loads(b)["features"]),
    "kml": lambda b: len(ElementTree.fromstring(b).findall(".//k:Placemark", KML)),
    "datapackage": lambda b: len(csv_of(unzipped(b)["reports.csv"])),
    "csljson": lambda b: len(json.loads(b)),
    "bibtex": lambda b: len(bibtexparser.loads(b.decode(), bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)).entries),
    "ris": lambda b: len(rispy.loads(b.decode())),
}


def test_every_format_has_a_reader_here():
    assert COUNTS.keys() == EXPORTS.keys()


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
@pytest.mark.parametrize("form", EXPORTS)
def test_file_holds_exactly_the_view_and_is_the_same_twice(sample, form, private):
    selection = Selection(sample.store, sample.reports, sample.filters, private)
    content = to_bytes(form, selection)
    assert COUNTS[form](content) == len(sample.reports) > 20
    assert to_bytes(form, selection) == content


@pytest.mark.parametrize("form", EXPORTS)
def test_file_says_the_view_its_count_its_version_and_its_date(sample, form):
    content = to_bytes(form, sample)
    if form in ("xlsx", "datapackage"):
        words = "".join(v.decode() for k, v in unzipped(content).items() if k.endswith((".xml", ".json")))
    else:
        words = str(pq.read_schema(io.BytesIO(content)).metadata) if form == "parquet" else content.decode()
    assert sample.statement["view"].startswith(f"{len(sample.reports)} reports")
    assert sample.statement["view"] in words
    assert sample.store.version in words
    assert sample.statement["data_date"] in words or sample.statement["data_date"].replace("-", "/") in words


@pytest.mark.parametrize("form", EXPORTS)
def test_empty_view_gives_an_empty_file_and_no_error(sample, form):
    nothing = Selection(sample.store, sample.reports.head(0), Filters(q="no such words"))
    assert COUNTS[form](to_bytes(form, nothing)) == 0


def test_another_number_of_reports_than_the_view_fails_and_leaves_no_file(two, tmp_path, monkeypatch):
    monkeypatch.setattr(type(two), "rows", lambda self: iter([public_row(next(self.records()))]))
    with pytest.raises(ExportError, match="1 of the 2 reports in view"):
        to_file("csv", two, str(tmp_path / "cut.csv"))
    assert list(tmp_path.glob("*cut*")) == []


SECRETS = {
    "title": "Police seize cart-pullers in Hyesan",
    "text": "Police in Hyesan have arrested cart-pullers since late May, a source in Pochon County of Ryanggang Province told us on June 13. "
    "SECRETWORDS Around ten cart-pullers were taken to a labor camp.",
    "url": "https://www.dailynk.com/english/cart-pullers/", "published": "2023-06-16",
}  # fmt: skip


def plain_words(form, content):
    """All that a file holds, as text."""
    if form == "datapackage":
        return "\n".join(
            part.decode() for name, part in unzipped(content).items() if name not in ("places.csv", "codebook.csv", "datapackage.json")
        )
    if form == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return str([list(book[name].values) for name in book.sheetnames if name != "about"])
    return str(pq.read_table(io.BytesIO(content)).to_pylist()) if form == "parquet" else content.decode()


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize(
    "secret",
    [
        pytest.param("2023-06-13", id="the day of telling, also where it ends the event"),
        pytest.param("June 13", id="the words of the day of telling"),
        pytest.param("SECRETWORDS", id="the full text"),
        pytest.param("Pochon", id="the place the source speaks from"),
        pytest.param("a source", id="words that name a source"),
        pytest.param("my folder", id="the name of the batch"),
    ],
)
def test_public_form_keeps_it_back(form, secret):
    store = Store()
    store.add(frame([normalise(SECRETS, "test.jsonl", "my folder")], ARTICLES))
    selection = Selection(store, store.reports(), Filters())
    assert secret not in plain_words(form, to_bytes(form, selection))


@pytest.mark.parametrize("secret", ["2023-06-13", "June 13", "SECRETWORDS", "Pochon", "a source"])
def test_private_form_holds_it(secret):
    selection = selected(SECRETS)
    assert secret in to_bytes("jsonl", Selection(selection.store, selection.reports, Filters(), private=True)).decode()


def test_public_columns_are_an_allow_list():
    assert not {f.name for f in PUBLIC} & {"text", "evidence", "collection", "source_file", "coder"}
    assert {"text", "evidence", "told_on", "sha256"} <= {f.name for f in PRIVATE}


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("a source in Hyesan", True),
        ("Sources say", True),
        ("양강도 소식통", True),
        ("resources", False),
        ("water sourced", False),
        ("10여 명", False),
    ],
)
def test_words_that_name_a_source(words, named):
    assert names_source(words) is named


@pytest.mark.parametrize(
    ("start", "end", "precision", "written"),
    [
        pytest.param("2023-06-13", "2023-06-13", "day", "2023-06-13", id="a day"),
        pytest.param("2023-06-13", "2023-06-15", "day", "2023-06-13/2023-06-15", id="days"),
        pytest.param("2023-05-21", "2023-05-31", "part_of_month", "2023-05-21/2023-05-31", id="late May"),
        pytest.param("2023-05-21", "2023-06-13", "part_of_month", "2023-05-21~/2023-06-13", id="since late May, told 13 June"),
        pytest.param("2023-05-21", "2023-06", "part_of_month", "2023-05-21~/2023-06", id="the same in the public form"),
        pytest.param("2023-05-01", "2023-05-31", "month", "2023-05", id="a month"),
        pytest.param("2024-02-01", "2024-02-29", "month", "2024-02", id="February of a leap year"),
        pytest.param("2023-05-01", "2023-06-13", "month", "2023-05/2023-06-13", id="since May, told 13 June"),
        pytest.param("2023-03-01", "2023-05-31", "season", "2023-21", id="spring"),
        pytest.param("2023-12-01", "2024-02-29", "season", "2023-24", id="winter lies in two years"),
        pytest.param("2023-01-01", "2023-12-31", "year", "2023", id="a year"),
        pytest.param("2023-06-13", "", "day", "2023-06-13/", id="its end is not known"),
        pytest.param("XXXX-05-31", "XXXX-05-31", "day", "XXXX-05-31", id="its year is not known"),
        pytest.param("", "", "unknown", None, id="no date"),
    ],
)
def test_event_dates_are_edtf(start, end, precision, written):
    assert event_date(start, end, precision) == written


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        pytest.param("=1+1", "'=1+1", id="formula"),
        pytest.param("＝1+1", "'＝1+1", id="full-width twin, which Numbers folds"),
        pytest.param("\t=1+1", "'\t=1+1", id="tab before it"),
        pytest.param("@SUM(A1)", "'@SUM(A1)", id="old Lotus sign"),
        pytest.param("'=1+1", "''=1+1", id="an apostrophe that was there already"),
        pytest.param("'Late May' drive", "'Late May' drive", id="a quotation is none"),
        pytest.param("혜산 1+1", "혜산 1+1", id="a sign inside is harmless"),
    ],
)
def test_formulas_are_neutralised_and_come_back(cell, safe):
    assert neutral(cell) == safe
    assert exact(safe) == cell


def test_formula_is_text_in_every_table_and_hangul_stays():
    selection = selected({**CART_PULLERS, "title": "=1+1"}, {**WAKU, "title": "@와크 값"})
    assert [r["title"] for r in csv_of(to_bytes("csv", selection))] == ["@와크 값", "=1+1"]
    spreadsheet = to_bytes("spreadsheet", selection)
    assert spreadsheet.startswith(b"\xef\xbb\xbf")
    assert [r["title"] for r in csv_of(spreadsheet)] == ["'@와크 값", "'=1+1"]
    titles = [row[3] for row in openpyxl.load_workbook(io.BytesIO(to_bytes("xlsx", selection)))["reports"].iter_rows(min_row=2)]
    assert [(c.value, c.data_type) for c in titles] == [("@와크 값", "s"), ("=1+1", "s")]


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed; openpyxl reads the same workbook above")
def test_workbook_opens_in_libreoffice(tmp_path):
    path = tmp_path / "reports.xlsx"
    to_file("xlsx", selected({**CART_PULLERS, "title": "=1+1"}, {**WAKU, "title": "와크 값 올라"}), str(path))
    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    subprocess.run([*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120)
    assert [r["title"] for r in csv_of((tmp_path / "reports.csv").read_bytes())] == ["와크 값 올라", "=1+1"]


def test_words_about_a_source_leave_counts_and_amounts():
    record = next(selected(CART_PULLERS).records())
    record["people"] = json.dumps(
        [{"min": 1, "max": 1, "approx": False, "what": "a source"}, {"min": 10, "max": 10, "approx": True, "what": "cart-pullers"}]
    )
    assert [p["what"] for p in public_row(record)["people"]] == ["", "cart-pullers"]


def test_csv_is_what_rfc_4180_wants(two):
    content = to_bytes("csv", two)
    assert not content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\r\n") == 3 and content.endswith(b"\r\n")


def test_numbers_are_numbers_in_the_workbook():
    sheet = openpyxl.load_workbook(io.BytesIO(to_bytes("xlsx", coded())))["reports"]
    header = [c.value for c in sheet[1]]
    assert sheet.cell(2, header.index("people_low") + 1).value == 10


def test_cell_longer_than_a_workbook_can_hold_fails_loudly():
    with pytest.raises(ExportError, match="40,000 characters; a workbook holds 32,767"):
        to_bytes("xlsx", selected({**CART_PULLERS, "title": "가" * 40_000}))


def test_long_text_stands_whole_in_the_private_workbook():
    text = "혜산 " * 15_000
    selection = selected({**WAKU, "text": text})
    book = openpyxl.load_workbook(io.BytesIO(to_bytes("xlsx", Selection(selection.store, selection.reports, Filters(), private=True))))
    assert "".join(row[2] for row in book["texts"].iter_rows(min_row=2, values_only=True)) == text.strip()


def rings(geometry):
    parts = geometry["geometries"] if geometry["type"] == "GeometryCollection" else [geometry]
    for part in parts:
        if "Polygon" in part["type"]:
            for polygon in part["coordinates"] if part["type"] == "MultiPolygon" else [part["coordinates"]]:
                yield from enumerate(polygon)


def test_geojson_follows_rfc_7946(sample):
    collection = json.loads(to_bytes("geojson", sample))
    assert collection["type"] == "FeatureCollection"
    shapes = [f["geometry"] for f in collection["features"]]
    assert None in shapes and any(shapes)
    for shape in filter(None, shapes):
        for number, ring in rings(shape):
            area = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(ring, ring[1:]))
            assert ring[0] == ring[-1] and len(ring) >= 4
            assert (area > 0) == (number == 0), "right-hand rule: outer rings counter-clockwise, holes clockwise"
            assert all(124 <= lon <= 131 and 37 <= lat <= 43.5 for lon, lat in ring), "longitude before latitude"


@pytest.mark.parametrize(
    ("places", "shape"),
    [
        pytest.param(("kp-yanggang-kapsan",), "Polygon", id="a county is an area, never its centroid"),
        pytest.param(("kp-yanggang-kapsan", "kp-yanggang-samsu"), "MultiPolygon", id="two counties"),
        pytest.param(("kp-yanggang-hyesan-chun",), "Point", id="a neighbourhood is a point"),
        pytest.param(("kp-yanggang-hyesan-chun", "kp-yanggang-kapsan"), "GeometryCollection", id="a neighbourhood and a county elsewhere"),
        pytest.param(("kp-yanggang",), None, id="the province alone is on no map"),
        pytest.param((), None, id="no place"),
    ],
)
def test_geometry_is_no_finer_than_the_place(places, shape):
    found = geometry_of(places)
    assert (found and found["type"]) == shape


def test_kml_has_spans_of_known_years_only():
    selection = selected(
        CART_PULLERS,
        {
            **CART_PULLERS,
            "url": "https://example.org/2",
            "title": "<b>&amp; \x00 혜산",
            "published": "",
            "text": "On June 13 money changers were fined in Kapsan.",
        },
    )
    root = ElementTree.fromstring(to_bytes("kml", selection))
    spans = [[e.text for e in mark.findall("k:TimeSpan/*", KML)] for mark in root.iter(f"{{{KML['k']}}}Placemark")]
    assert spans[0] == ["2023-05-21", "2023-06"] and spans[1] == []
    assert "혜산" in root.findall(".//k:Placemark/k:name", KML)[1].text


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
def test_data_package_is_valid(sample, tmp_path, private):
    path = tmp_path / "package.zip"
    to_file("datapackage", Selection(sample.store, sample.reports, sample.filters, private), str(path))
    report = frictionless.validate(str(path), type="package")
    assert report.valid, report.flatten(["title", "message"])
    with zipfile.ZipFile(path) as package:
        about = json.loads(package.read("datapackage.json"))
    assert about["licenses"][0]["name"] == "CC-BY-4.0"
    fields = {f["name"]: f for r in about["resources"] if r["name"] == "reports" for f in r["schema"]["fields"]}
    assert all(f["description"] for f in fields.values())
    assert fields["precision"]["constraints"]["enum"] == ["day", "part_of_month", "month", "season", "year", "unknown"]
    assert all(r["hash"].startswith("sha256:") for r in about["resources"])


def test_codes_of_the_package_are_those_of_the_reports(sample):
    package = unzipped(to_bytes("datapackage", sample))
    long = [(r["article_id"], r["code"]) for r in csv_of(package["codes.csv"]) if r["field"] == "themes"]
    assert long == [(r["article_id"], code) for r in csv_of(package["reports.csv"]) for code in r["themes"].split(";") if code]


ACLED_CASES = [
    ("event_date", "2023-05-21"), ("time_precision", "3"), ("sub_event_type", "Arrests"), ("admin1", "Ryanggang"), ("admin2", "Hyesan"),
    ("geo_precision", "1"), ("latitude", ""), ("inter1", "State forces"), ("inter2", "Civilians"), ("fatalities", ""),
]  # fmt: skip
UCDP_CASES = [
    ("date_start", "2023-05-21"), ("date_end", "2023-06-30"), ("date_prec", "4"), ("low", "10"), ("high", "10"), ("best", "10"), ("where_prec", "1"),
    ("low_best_high_count", "people acted on (taken, punished, killed, searched), not deaths"), ("source_office", "Daily NK"), ("source_original", ""),
]  # fmt: skip


@pytest.mark.parametrize(("form", "column", "value"), [("acled", *c) for c in ACLED_CASES] + [("ucdp", *c) for c in UCDP_CASES])
def test_columns_of_others(form, column, value):
    assert csv_of(to_bytes(form, coded()))[0][column] == value


def coded():
    """One report whose codes are given, so that no change of the coder touches these tests."""
    article = normalise(CART_PULLERS, "test.jsonl", "mine")
    codes = {
        **article, "told_on": "2023-06-13", "event_start": "2023-05-21", "event_end": "2023-06-13", "precision": "part_of_month", "crackdown": True,
        "themes": ["markets"], "actors": ["police"], "targets": ["cart_pullers"], "sanctions": ["detention", "labour_camp"],
        "event_place_ids": ["kp-yanggang-hyesan", "kp-yanggang"], "people_low": 10, "people_high": 10, "coder": "given",
    }  # fmt: skip
    store = Store()
    store.add(frame([article], ARTICLES), frame([codes], REPORTS))
    return Selection(store, store.reports(), Filters())


def test_source_original_stands_in_the_private_form_alone():
    selection = selected(CART_PULLERS)
    private = Selection(selection.store, selection.reports, Filters(), private=True)
    assert csv_of(to_bytes("ucdp", private))[0]["source_original"] == "source in Ryanggang Province"


def synthetic(n):
    """A store of n reports, written without coding them."""
    text = CART_PULLERS["text"]
    store = Store()
    rows = [
        {
            "article_id": f"{i:016x}",
            "title": f"짐수레꾼 {i}",
            "text": text,
            "language": "en",
            "published": "2023-06-16",
            "sha256": str(i),
            "collection": "mine",
        }
        for i in range(n)
    ]
    articles = frame(rows, ARTICLES)
    coded = [
        {**row, "event_start": "2023-05-21", "event_end": "2023-06-13", "precision": "part_of_month", "themes": "markets", "coder": "given"}
        for row in rows
    ]
    store.add(articles, frame(coded, REPORTS))
    return store


def test_csv_streams_in_bounded_memory():
    store, peaks = synthetic(10_000), []

    class Nowhere(io.RawIOBase):
        def write(self, content):
            return len(content)

    reports = store.reports()
    for n in (2_000, 10_000):
        selection = Selection(store, reports.iloc[:n], Filters())
        selection.statement
        tracemalloc.start()
        assert EXPORTS["csv"].write(selection, Nowhere()) == n
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0], f"five times the reports may not take more memory: {peaks}"


def test_command_line_writes_every_format(tmp_path, capsys):
    for form in EXPORTS:
        path = tmp_path / f"file.{form}"
        assert main(["export", "--format", form, "--theme", "waku_permits", "--out", str(path)]) == 0
        said = int(capsys.readouterr().err.split()[0])
        assert COUNTS[form](path.read_bytes()) == said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        pytest.param(["--theme", "nonsense", "--out", "x.csv"], "1 filter value is unknown", id="unknown theme"),
        pytest.param([], "Say where to", id="no --out"),
        pytest.param(["--accessed", "yesterday", "--out", "x.csv"], "--accessed is yesterday", id="a day that is none"),
    ],
)
def test_wrong_usage_is_said(options, words, capsys):
    assert main(["export", "--format", "csv", *options]) == 2
    assert words in capsys.readouterr().err


def test_folder_that_is_not_there_is_said(tmp_path, capsys):
    assert main(["export", "--format", "csv", "--out", str(tmp_path / "no" / "x.csv")]) == 1
    assert "No such file or directory" in capsys.readouterr().err


def test_nothing_of_a_browser_is_loaded():
    assert not [name for name in sys.modules if name.partition(".")[0] in ("kaleido", "choreographer", "selenium")]
