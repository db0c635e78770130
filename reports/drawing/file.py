"""Draws figure values as files, with matplotlib: SVG, PNG, PDF, without a browser and with Hangul as outlines."""

import io
import logging
import textwrap
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib

matplotlib.use("Agg")
from matplotlib import font_manager  # noqa: E402  (the backend is chosen first)
from matplotlib.figure import Figure as Canvas  # noqa: E402

from reports.drawing import bars, change, compare, coverage, dots, events, flow, map, matrix, smalls, timeline  # noqa: E402
from reports.figures.value import Figure  # noqa: E402
from reports.palette import LIGHT  # noqa: E402

# NanumGothic carries hinting tables that the PDF writer leaves out; that is no news to anyone at the page.
logging.getLogger("fontTools").setLevel(logging.ERROR)
FORMATS = ("svg", "png", "pdf")
_KINDS = {
    "timeline": timeline.to_canvas, "coverage": coverage.to_canvas, "events": events.to_canvas, "change": change.to_canvas, "compare": compare.to_canvas,
    "compare_time": compare.time_to_canvas,
    "bars": bars.to_canvas, "matrix": matrix.to_canvas, "map": map.to_canvas,
    "smalls": smalls.to_canvas, "flow": flow.to_canvas, "dots": dots.to_canvas,
}  # fmt: skip
_SETTINGS = {
    "svg.fonttype": "path", "svg.hashsalt": "yanggang", "pdf.fonttype": 42, "font.size": 10, "axes.spines.top": False,
    "axes.spines.right": False, "axes.edgecolor": LIGHT.quiet, "text.color": LIGHT.ink, "axes.labelcolor": LIGHT.ink,
    "xtick.color": LIGHT.ink, "ytick.color": LIGHT.ink, "hatch.linewidth": 0.5,
}  # fmt: skip


@lru_cache(maxsize=None)
def _fonts():
    """Registers NanumGothic (OFL) from the package that carries it; gives the families to draw with."""
    for path in sorted(Path(find_spec("koreanize_matplotlib").origin).parent.glob("fonts/*.ttf")):
        font_manager.fontManager.addfont(str(path))
    return ["DejaVu Sans", "NanumGothic"]


def to_bytes(figure: Figure, form: str, view: str = "") -> bytes:
    """The figure as a file of `form` ("svg", "png", "pdf"); `view` is the filter sentence with data version and date.

    The same value gives the same bytes. Raises ValueError for another form.
    """
    if form not in FORMATS:
        raise ValueError(f"A figure can be had as {', '.join(FORMATS)}, not as {form}.")
    with matplotlib.rc_context(_SETTINGS | {"font.family": _fonts()}):
        canvas = Canvas(figsize=(10, figure.marks.get("inches", 7 if figure.marks["kind"] != "matrix" else 8)), facecolor=LIGHT.ground)
        _KINDS[figure.marks["kind"]](canvas, figure)
        canvas.text(0.04, 0.965, figure.title, fontsize=15, weight="bold", va="top")
        canvas.text(0.04, 0.918, textwrap.fill(" · ".join(p for p in (view, figure.subtitle) if p), 135), fontsize=8.5, va="top", color=LIGHT.ink)
        canvas.text(0.04, 0.015, textwrap.fill(f"{figure.caption} {figure.credits}", 150), fontsize=7, va="bottom", color="#4A535C")
        out = io.BytesIO()
        about = {"svg": {"Date": None, "Title": figure.title, "Description": figure.alt}, "pdf": {"CreationDate": None, "Title": figure.title, "Subject": figure.alt}}
        canvas.savefig(out, format=form, dpi=200, facecolor=LIGHT.ground, metadata=about.get(form, {"Title": figure.title, "Description": figure.alt}))
    return out.getvalue()
