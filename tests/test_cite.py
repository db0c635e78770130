"""Citations: of reports, of views, of the project; and the brief that carries them."""

import io
import json
import re

import bibtexparser
import pypdfium2
import pytest
import rispy
import yaml

from reports.__main__ import main
from reports.cite import CITATION, STYLES, address, cite, cite_as
from reports.exports import Selection, brief, to_bytes
from reports.exports.citations import bibtex, item_of, ris
from reports.filters import Filters
from reports.store import Store
from tests.browserless import no_browser  # noqa: F401

KOREAN = {
    "article_id": "0123456789abcdef", "title": "와크 {값} 50% 올라 & \\ $100 #1_2", "outlet": "데일리NK", "language": "ko", "published": "2024-03-04",
    "url": "https://example.org/와크?a=1&b=%EA%B0%80", "note": "",
}  # fmt: skip


def entries(words):
    return bibtexparser.loads(words, bibtexparser.bparser.BibTexParser(ignore_nonstandard_types=False)).entries


@pytest.fixture
def selection(reports):
    return Selection(Store(), reports, Filters(theme=("waku_permits",), start="2022-01-01"))


def test_korean_title_and_outlet_stand_in_bibtex_as_printed():
    entry = entries(bibtex(item_of(KOREAN, "2026-11-24")))[0]
    assert entry["title"] == r"와크 \{값\} 50\% 올라 \& \textbackslash{} \$100 \#1\_2"
    assert entry["ENTRYTYPE"] == "online" and entry["ID"] == "0123456789abcdef"
    expected = {"organization": "데일리NK", "langid": "korean", "date": "2024-03-04", "urldate": "2026-11-24", "url": KOREAN["url"]}
    assert {name: entry[name] for name in expected} == expected


def test_korean_title_and_outlet_stand_in_ris_as_printed():
    entry = rispy.loads(ris(item_of(KOREAN, "2026-11-24")))[0]
    assert entry["type_of_reference"] == "NEWS" and entry["title"] == KOREAN["title"] and entry["language"] == "ko"
    assert entry["secondary_title"] == "데일리NK" and entry["date"] == "2024/03/04/" and entry["access_date"] == "2026/11/24"


def test_korean_title_and_outlet_stand_in_csl_json():
    item = item_of(KOREAN, "2026-11-24")
    assert (
        item["type"] == "article-newspaper"
        and item["title"] == KOREAN["title"]
        and item["container-title"] == "데일리NK"
        and item["language"] == "ko"
    )
    assert item["issued"] == {"date-parts": [[2024, 3, 4]]} and item["accessed"] == {"date-parts": [[2026, 11, 24]]}


@pytest.mark.parametrize(
    ("published", "date"),
    [("2022-08", {"date-parts": [[2022, 8]]}), ("", None)],
    ids=["a month alone", "not known: no date, never that of loading"],
)
def test_publication_is_no_finer_than_known(published, date):
    assert item_of(KOREAN | {"published": published}).get("issued") == date


def test_line_breaks_in_a_title_cannot_begin_another_record():
    evil = item_of(KOREAN | {"title": "one\r\nER  - \r\nTY  - NEWS\u2028two", "url": "https://example.org/}x@misc{y"})
    assert len(rispy.loads(ris(evil))) == 1
    assert len(entries(bibtex(evil))) == 1


@pytest.mark.parametrize("form", ["csljson", "bibtex", "ris"])
def test_day_of_access_is_asked_for_and_else_the_date_of_the_data(reports, form):
    undated, dated = Selection(Store(), reports, Filters()), Selection(Store(), reports, Filters(), accessed="2026-11-24")
    assert "2026" not in to_bytes(form, undated).decode()
    assert re.search(r"2026\D+11\D+24", to_bytes(form, dated).decode())


def test_view_is_cited_by_query_and_data_version(selection):
    said = cite(selection.statement, selection.filters)
    assert selection.store.version in said and "?theme=waku_permits&from=2022-01-01" in said
    assert said.startswith("Yanggang Monitor contributors, Yanggang Monitor")


def test_address_opens_the_same_view(selection):
    from urllib.parse import parse_qs

    assert Filters.from_query(parse_qs(address(selection.filters)[1:])) == (selection.filters, 0)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_view_can_be_cited_in_every_style(selection, style, language):
    words = cite_as(style, selection.statement, selection.filters, language, "2026-11-24")
    read = {
        "csljson": lambda w: json.loads(w)[0]["version"],
        "bibtex": lambda w: entries(w)[0]["version"],
        "ris": lambda w: rispy.loads(w)[0]["edition"],
    }
    assert read.get(style, lambda w: re.search(r"[0-9a-f]{12}", w)[0])(words) == selection.store.version


def test_unknown_style_is_refused(selection):
    with pytest.raises(ValueError, match="text, csljson, bibtex, ris, not as mla"):
        cite_as("mla", selection.statement, selection.filters)


def test_citation_file_is_sound():
    about = yaml.safe_load(CITATION.read_text(encoding="utf-8"))
    assert about["cff-version"] == "1.2.0" and about["authors"] and about["title"] and about["message"]
    changes = (CITATION.parent / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(r"^## (\d+\.\d+\.\d+)", changes, re.M)[1] == about["version"], "the version is that of the newest change"


def test_command_line_cites(capsys):
    assert main(["cite", "--theme", "waku_permits", "--style", "bibtex", "--accessed", "today"]) == 0
    assert entries(capsys.readouterr().out)[0]["ENTRYTYPE"] == "dataset"


@pytest.fixture(scope="module")
def briefed(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("sample")).ensure_sample()
    filters = Filters(theme=("waku_permits",))
    return Selection(store, store.view(filters), filters)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_brief_as_web_page_holds_everything_and_asks_for_nothing(briefed, language):
    page = brief.to_bytes("html", briefed, briefed.store.reports(), language).decode()
    assert page.count("<li>") == len(briefed.reports) and page.count("data:image/svg+xml") == 3
    assert briefed.frame(language).sentence in page and briefed.store.version in page
    assert "<script" not in page and not re.findall(r'src="(?!data:)', page)


def test_brief_as_pdf_holds_everything_and_is_the_same_twice(briefed):
    content = brief.to_bytes("pdf", briefed, briefed.store.reports(), "ko")
    document = pypdfium2.PdfDocument(io.BytesIO(content))
    words = re.sub(r"\s", "", "".join(document[n].get_textpage().get_text_range() for n in range(len(document))))
    titles = briefed.store.details(briefed.reports)["title"]
    assert all(re.sub(r"\s", "", title) in words for title in titles) and re.search("[가-힣]", words)
    assert brief.to_bytes("pdf", briefed, briefed.store.reports(), "ko") == content


def test_brief_says_how_many_reports_it_does_not_list(briefed, monkeypatch):
    monkeypatch.setattr(brief, "MOST", 5)
    page = brief.to_bytes("html", briefed, briefed.store.reports()).decode()
    assert page.count("<li>") == 5 and f"and {len(briefed.reports) - 5} more" in page


def test_brief_links_to_web_addresses_alone(reports):
    from loaders.normalise import normalise
    from reports.schema import ARTICLES, frame

    store = Store()
    evil = normalise(
        {"title": "<img src=x onerror=alert(1)>", "text": "혜산", "url": "javascript:alert(1)", "published": "2024-01-01"}, "x", "mine"
    )
    store.add(frame([evil], ARTICLES))
    view = store.reports().tail(1)
    page = brief.to_bytes("html", Selection(store, view, Filters()), store.reports()).decode()
    assert "javascript:" not in page and "<img src=x" not in page


def test_brief_of_nothing_is_a_brief(briefed):
    nothing = Selection(briefed.store, briefed.reports.head(0), Filters(q="no such words"))
    for form in brief.FORMATS:
        assert brief.to_bytes(form, nothing, briefed.store.reports())


def test_command_line_writes_a_brief(tmp_path, capsys):
    assert main(["brief", "--theme", "waku_permits", "--out", str(tmp_path / "brief.pdf")]) == 0
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    assert main(["brief", "--out", str(tmp_path / "brief.docx")]) == 2
