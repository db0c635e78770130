"""Figures as files: every figure in every form, from the value that the page shows, without a browser."""

import base64
import io
import re
import threading
import xml.etree.ElementTree as ElementTree
from dataclasses import replace

import numpy as np
import pandas as pd
import pypdfium2
import pytest
from PIL import Image

from reports.__main__ import main
from reports.drawing.file import FORMATS, WIDTH, draw, drawing, form_of, to_bytes, wrapped
from reports.drawing.frame import Frame
from reports.exports import Selection
from reports.figures import FIGURES
from reports.filters import Filters
from reports.store import Store
from tests.browserless import no_browser  # noqa: F401

SVG = "{http://www.w3.org/2000/svg}"
LONG = "시·군 단위까지 알려진 양강도 국경 지역의 밀수와 장사, 휴대전화 단속을 다룬 보도의 매우 긴 제목 " * 4
HEAD = Frame("23 reports on waku permits in Hyesan", "Data version abc.", "Cite: Yanggang Monitor.", "en")


@pytest.fixture(scope="module")
def view(tmp_path_factory):
    store = Store(tmp_path_factory.mktemp("sample")).ensure_sample()
    filters = Filters(theme=("smuggling",))
    return Selection(store, store.view(filters), filters)


def figure_of(view, name, language="en"):
    return FIGURES[name](view.reports, language=language, dates="event", everything=view.store.reports())


@pytest.mark.parametrize(
    ("name", "form"), [(name, "svg") for name in FIGURES] + [(name, "pdf") for name in ("timeline", "map", "theme_pairs")]
)
def test_every_figure_is_a_file_and_the_same_twice(view, name, form):
    figure = figure_of(view, name, "ko")
    content = to_bytes(figure, form, view.frame("ko"))
    assert content[:5] in (b"<?xml", b"%PDF-") and len(content) > 10_000
    assert to_bytes(figure, form, view.frame("ko")) == content


@pytest.mark.parametrize(("form", "dpi"), [("png", 100), ("png2x", 200), ("print", 300)])
def test_pictures_come_in_three_sizes(view, form, dpi):
    figure = figure_of(view, "timeline")
    picture = Image.open(io.BytesIO(to_bytes(figure, form, view.frame())))
    assert picture.width == WIDTH * dpi
    assert picture.info["Title"] == figure.title
    assert "Software" not in picture.info


def test_svg_can_be_read_aloud_and_carries_its_metadata(view):
    figure = figure_of(view, "map")
    root = ElementTree.fromstring(to_bytes(figure, "svg", view.frame()))
    assert root.get("role") == "img"
    assert root.find(f"{SVG}title").text == figure.title
    assert figure.alt in root.find(f"{SVG}desc").text
    assert root.get("aria-labelledby").split() == [root.find(f"{SVG}{tag}").get("id") for tag in ("title", "desc")]
    metadata = "".join(root.find(f"{SVG}metadata").itertext())
    for words in (figure.title, figure.caption, view.statement["view"], view.statement["data_version"], "Data version"):
        assert words in metadata
    assert root.findall(f".//{SVG}text") == [], "letters are outlines, so that Hangul shows on any machine"


def pdf_of(content):
    return pypdfium2.PdfDocument(content)


def test_pdf_says_what_it_is_in_words_and_metadata(view):
    figure = figure_of(view, "themes", "ko")
    document = pdf_of(to_bytes(figure, "pdf", view.frame("ko")))
    about = document.get_metadata_dict()
    assert about["Title"] == figure.title and figure.alt in about["Subject"] and about["CreationDate"] == ""
    words = re.sub(r"\s", "", document[0].get_textpage().get_text_range())
    for said in (figure.title, view.frame("ko").sentence, "밀수", figure.caption[:40], view.store.version):
        assert re.sub(r"\s", "", said) in words


def test_pdf_page_shows_the_same_picture_as_the_png(view):
    figure = figure_of(view, "map", "ko")
    page = pdf_of(to_bytes(figure, "pdf", view.frame("ko")))[0].render(scale=100 / 72).to_pil().convert("L").resize((200, 150))
    picture = Image.open(io.BytesIO(to_bytes(figure, "png", view.frame("ko")))).convert("L").resize((200, 150))
    assert np.std(page) > 10, "a blank page has no contrast"
    assert np.abs(np.asarray(page, float) - np.asarray(picture, float)).mean() < 4


def test_web_page_holds_drawing_and_numbers_and_asks_for_nothing(view):
    figure = figure_of(view, "themes")
    page = to_bytes(figure, "html", view.frame()).decode()
    assert "<script" not in page and "default-src 'none'" in page
    assert not re.findall(r'(?:src|href)="(?!data:|#)[^"]*"', page)
    behind = base64.b64decode(re.search(r"data:text/csv;base64,([^\"]+)", page)[1])
    pd.testing.assert_frame_equal(pd.read_csv(io.BytesIO(behind)), figure.numbers, check_dtype=False)
    assert pd.read_html(io.StringIO(page))[0]["reports"].tolist() == figure.numbers["reports"].tolist()


def test_web_page_escapes_what_data_brings(view):
    figure = replace(figure_of(view, "themes"), title="<script>alert(1)</script>", alt='"><img src=x>')
    page = to_bytes(figure, "html", Frame("<b>words</b>")).decode()
    assert "<script>" not in page and "<img src=x>" not in page


@pytest.mark.parametrize(
    ("name", "words"),
    [
        *(pytest.param(name, LONG, id=f"{name} with a long Korean title") for name in FIGURES),
        pytest.param("timeline", "W" * 400, id="a word longer than a line"),
        pytest.param("map", "short", id="a short title"),
    ],
)
def test_head_body_and_foot_never_overlap(view, name, words):
    figure = replace(figure_of(view, name), title=words, subtitle=words, caption=words, credits=words)
    with drawing():
        canvas, box = draw(figure, Frame(words, words, words))
        drawn = canvas.canvas.get_renderer()
        own = [t for t in canvas.texts if t.get_text() and t.get_text() in words]
        boxes = sorted((t.get_window_extent(drawn) for t in own), key=lambda b: b.y0)
        body = [axes.get_tightbbox(drawn) for axes in canvas.axes]
    assert len(boxes) >= 7
    assert all(0 <= b.x0 and b.x1 <= WIDTH * 100 for b in boxes), "no line leaves the page"
    assert boxes[0].y0 >= box.y0 * 100 and boxes[-1].y1 <= box.y1 * 100, "the file is as tall as its words"
    assert all(not b.overlaps(a) or b.y1 - a.y0 < 2 or a.y1 - b.y0 < 2 for b in boxes for a in body), "the body is not written over"
    assert all(later.y1 - earlier.y1 > 4 for earlier, later in zip(boxes, boxes[1:])), "lines stand below one another"


def test_words_are_wrapped_by_what_they_measure():
    with drawing():
        assert wrapped("a b", 10) == ["a b"]
        assert len(wrapped("m" * 100, 10, width=2)) > len(wrapped("i" * 100, 10, width=2)) > 1
        assert "".join(wrapped("가" * 300, 10)) == "가" * 300


def test_dollar_signs_are_dollar_signs(view):
    figure = replace(figure_of(view, "themes"), title=r"1 $\frac{ dollars $ and $\alpha$")
    assert r"$\frac{ dollars" in pdf_of(to_bytes(figure, "pdf"))[0].get_textpage().get_text_range()


def test_empty_view_gives_a_file_that_says_so(view):
    nothing = Selection(view.store, view.reports.head(0), Filters(q="no such words"))
    for name in FIGURES:
        figure = FIGURES[name](nothing.reports, language="en", dates="event", everything=view.store.reports())
        assert to_bytes(figure, "svg", nothing.frame()).startswith(b"<?xml")


def test_threads_do_not_draw_over_one_another(view):
    figures = [figure_of(view, name, "ko") for name in ("themes", "actors", "timeline")]
    alone, found = [to_bytes(f, "svg") for f in figures], {}
    threads = [threading.Thread(target=lambda n=n: found.update({n: to_bytes(figures[n], "svg")})) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[n] for n in range(3)] == alone


def test_another_form_is_refused(view):
    with pytest.raises(ValueError, match="png, png2x, print, svg, pdf, html, not as gif"):
        to_bytes(figure_of(view, "themes"), "gif")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("a.svg", "svg"),
        ("a.png", "png"),
        ("a@2x.png", "png2x"),
        ("a_print.PNG", "print"),
        ("a.html", "html"),
        ("a.gif", None),
        ("svg", None),
    ],
)
def test_ending_of_a_file_says_its_form(name, form):
    assert form_of(name) == form


def test_command_line_draws_and_lists(tmp_path, capsys):
    assert main(["figure", "--list"]) == 0
    assert capsys.readouterr().out.split() == list(FIGURES)
    path = tmp_path / "timeline.svg"
    assert main(["figure", "timeline", "--theme", "waku_permits", "--ui", "ko", "--out", str(path)]) == 0
    assert "와크" in "".join(ElementTree.fromstring(path.read_bytes()).find(f"{SVG}metadata").itertext())
    assert main(["figure", "timeline", "--out", str(tmp_path / "x.gif")]) == 2
    assert "Accepted figures: timeline" in capsys.readouterr().err


@pytest.mark.parametrize("name", FIGURES)
def test_figure_of_the_command_line_has_the_numbers_of_the_page(view, name, tmp_path):
    path = tmp_path / "figure.html"
    assert main(["figure", name, "--theme", "smuggling", "--store", str(view.store.folder), "--out", str(path)]) == 0
    behind = base64.b64decode(re.search(r"data:text/csv;base64,([^\"]+)", path.read_text(encoding="utf-8"))[1])
    assert behind.decode() == figure_of(view, name).numbers.to_csv(index=False)


def test_every_form_has_an_ending_of_its_own():
    assert len({f.ending for f in FORMATS.values()}) == len(FORMATS)
