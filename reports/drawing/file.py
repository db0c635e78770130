"""Draws figure values as files, with matplotlib: no browser, no network, Hangul in every file.

A file is the body, which the figure's kind draws into 0.10 to 0.86 of the canvas, with a head above it (title, filters,
subtitle) and a foot below (caveats, outlets, data version, how to cite). Head and foot are as long as their words: the
file grows, nothing is pushed into the body.
"""

import html
import io
import logging
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import font_manager  # noqa: E402  (the backend is chosen first)
from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: E402
from matplotlib.figure import Figure as Canvas  # noqa: E402
from matplotlib.font_manager import FontProperties  # noqa: E402
from matplotlib.transforms import Bbox  # noqa: E402

from reports.drawing import bars, change, compare, coverage, dots, events, flow, map, matrix, smalls, timeline  # noqa: E402
from reports.drawing.frame import Frame  # noqa: E402
from reports.drawing.web_page import web_page  # noqa: E402
from reports.figures.value import Figure  # noqa: E402
from reports.palette import LIGHT  # noqa: E402

# NanumGothic carries hinting tables that the PDF writer leaves out; that is no news to anyone at the page.
logging.getLogger("fontTools").setLevel(logging.ERROR)

WIDTH, HEIGHT = 10.0, 7.0  # inches of a canvas; a figure may ask for another height (`inches` of its marks)
BODY = (0.10, 0.86)  # the part of the canvas that is the figure's
_LEFT = 0.4  # inches of margin
_QUIET = "#4A535C"
_LOCK = threading.Lock()  # matplotlib's settings are global, and the page draws in threads
_KINDS = {
    "timeline": timeline.to_canvas, "coverage": coverage.to_canvas, "events": events.to_canvas, "change": change.to_canvas, "compare": compare.to_canvas,
    "compare_time": compare.time_to_canvas,
    "bars": bars.to_canvas, "matrix": matrix.to_canvas, "map": map.to_canvas,
    "smalls": smalls.to_canvas, "flow": flow.to_canvas, "dots": dots.to_canvas,
}  # fmt: skip
_SETTINGS = {
    "svg.fonttype": "path", "svg.hashsalt": "yanggang", "pdf.fonttype": 42, "font.size": 10, "axes.spines.top": False, "text.parse_math": False,
    "axes.spines.right": False, "axes.edgecolor": LIGHT.quiet, "text.color": LIGHT.ink, "axes.labelcolor": LIGHT.ink, "axes.unicode_minus": False,
    "xtick.color": LIGHT.ink, "ytick.color": LIGHT.ink, "hatch.linewidth": 0.5, "axes.facecolor": "none", "savefig.facecolor": LIGHT.ground,
}  # fmt: skip


@dataclass(frozen=True)
class Form:
    """A kind of file: its ending, its media type, what matplotlib writes, at how many dots an inch."""

    ending: str
    mime: str
    writes: str
    dpi: int = 100


FORMATS = {
    "png": Form(".png", "image/png", "png", 100),
    "png2x": Form("@2x.png", "image/png", "png", 200),
    "print": Form("_print.png", "image/png", "png", 300),
    "svg": Form(".svg", "image/svg+xml", "svg"),
    "pdf": Form(".pdf", "application/pdf", "pdf"),
    "html": Form(".html", "text/html", "svg"),
}


def form_of(name: str) -> str | None:
    """The form that a file name asks for by its ending, or None."""
    name = name.lower()
    return max((form for form in FORMATS if name.endswith(FORMATS[form].ending)), key=lambda form: len(FORMATS[form].ending), default=None)


def to_bytes(figure: Figure, form: str, frame: Frame | str = "") -> bytes:
    """The figure as a file of `form` (FORMATS), with the words of the view around it (or the filter sentence alone).

    The same value gives the same bytes. Raises ValueError for another form.
    """
    frame = Frame(frame) if isinstance(frame, str) else frame
    if form not in FORMATS:
        raise ValueError(f"A figure can be had as {', '.join(FORMATS)}, not as {form}.")
    writes = FORMATS[form].writes
    with drawing():
        canvas, box = draw(figure, frame)
        out = io.BytesIO()
        canvas.savefig(out, format=writes, dpi=FORMATS[form].dpi, bbox_inches=box, metadata=_about(figure, frame, writes))
    if writes != "svg":
        return out.getvalue()
    drawn = _with_alt(out.getvalue().decode(), figure, frame)
    return web_page(figure, frame, drawn).encode() if form == "html" else drawn.encode()


@contextmanager
def drawing():
    """Within it this thread alone draws, with the project's settings and fonts."""
    with _LOCK, matplotlib.rc_context(_SETTINGS | {"font.family": _fonts()}):
        yield


def draw(figure: Figure, frame: Frame) -> tuple:
    """The drawn canvas and the box of it (inches) that is the file. To be called inside `drawing()`."""
    height = figure.marks.get("inches", HEIGHT)
    canvas = Canvas(figsize=(WIDTH, height), facecolor=LIGHT.ground)
    FigureCanvasAgg(canvas)
    if figure.numbers.empty:
        canvas.text(0.5, 0.5, figure.alt, ha="center", color=_QUIET)
    else:
        _KINDS[figure.marks["kind"]](canvas, figure)
    body = canvas.get_tightbbox()  # in inches: a label that goes beyond the body moves head and foot, it is not written over
    top = _head(canvas, figure, frame, height, max(BODY[1] * height, body.y1))
    bottom = _foot(canvas, figure, frame, height, min(BODY[0] * height, body.y0))
    return canvas, Bbox([[0, bottom], [WIDTH, top]])


def _head(canvas, figure, frame, height, start):
    """Writes the head upwards from where the body ends; gives where it ends itself, in inches."""
    at = start + 0.12
    lines = [(figure.title, 15, "bold", LIGHT.ink), (frame.sentence, 10, "normal", LIGHT.ink), (figure.subtitle, 9, "normal", _QUIET)]
    for words, size, weight, colour in reversed(lines):
        for line in reversed(wrapped(words, size, weight)):
            canvas.text(_LEFT / WIDTH, at / height, line, fontsize=size, weight=weight, color=colour, va="bottom")
            at += size / 72 * 1.32
        at += 0.05 * bool(words)
    return at + 0.15


def _foot(canvas, figure, frame, height, start):
    """Writes the foot downwards from where the body ends; gives where it ends itself, in inches."""
    at = start - 0.08
    for words, size in ((figure.caption, 7.5), (figure.credits, 7.5), (frame.data, 7.5), (frame.cite, 7.5)):
        for line in wrapped(words, size):
            at -= size / 72 * 1.35
            canvas.text(_LEFT / WIDTH, at / height, line, fontsize=size, color=_QUIET, va="bottom")
        at -= 0.04 * bool(words)
    return at - 0.12


def wrapped(words: str, size: float, weight: str = "normal", width: float = WIDTH - 2 * _LEFT) -> list:
    """Words as lines that fit a width in inches, by what the fonts really measure; a word longer than a line is broken."""
    lines, line, used = [], "", 0.0
    blank = _measured(" ", size, weight)
    for word in words.split():
        wide = _measured(word, size, weight)
        if line and used + blank + wide > width:
            lines.append(line)
            line, used = "", 0.0
        while wide > width:
            fits = max(1, next((n for n in range(len(word) - 1, 0, -1) if _measured(word[:n], size, weight) <= width), 1))
            lines.append(word[:fits])
            word = word[fits:]
            wide = _measured(word, size, weight)
        line, used = (f"{line} {word}", used + blank + wide) if line else (word, wide)
    return lines + [line] * bool(line)


@lru_cache(maxsize=65536)
def _measured(words, size, weight):
    """How far the words advance, in inches (between two letters, since a renderer measures ink)."""
    font = FontProperties(family=_fonts(), size=size, weight=weight)
    between, alone = (_ruler().get_text_width_height_descent(w, font, False)[0] for w in (f"x{words}x", "xx"))
    return (between - alone) / 100


@lru_cache(maxsize=1)
def _ruler():
    return FigureCanvasAgg(Canvas(dpi=100)).get_renderer()


@lru_cache(maxsize=None)
def _fonts():
    """Registers NanumGothic (OFL) from the package that carries it; gives the families to draw with."""
    for path in sorted(Path(find_spec("koreanize_matplotlib").origin).parent.glob("fonts/*.ttf")):
        font_manager.fontManager.addfont(str(path))
    return ["DejaVu Sans", "NanumGothic"]


def _about(figure, frame, writes):
    """The metadata that each kind of file can hold; no clock."""
    said = " ".join(p for p in (figure.alt, frame.sentence, figure.caption, figure.credits, frame.data) if p)
    if writes == "svg":
        return {
            "Date": None,
            "Title": figure.title,
            "Description": said,
            "Creator": "Yanggang Monitor",
            "Source": frame.cite,
            "Language": frame.language,
            "Rights": "CC BY 4.0; the reports belong to their outlets",
            "Type": "StillImage",
            "Format": "image/svg+xml",
        }
    if writes == "pdf":
        return {
            "CreationDate": None,
            "Title": figure.title,
            "Author": "Yanggang Monitor",
            "Subject": said,
            "Keywords": frame.cite,
            "Creator": "Yanggang Monitor",
        }
    return {"Title": figure.title, "Description": said, "Source": frame.cite, "Author": "Yanggang Monitor", "Software": None}


def _with_alt(svg, figure, frame):
    """The SVG with a name and a description that screen readers speak."""
    said = html.escape(f"{figure.alt} {frame.sentence}".strip())
    names = f'<title id="{figure.name}-title">{html.escape(figure.title)}</title><desc id="{figure.name}-desc">{said}</desc>'
    return re.sub(
        r"<svg [^>]*>",
        lambda tag: f'{tag[0][:-1]} role="img" aria-labelledby="{figure.name}-title {figure.name}-desc" lang="{frame.language}">\n {names}',
        svg,
        count=1,
    )
