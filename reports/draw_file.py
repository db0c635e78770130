"""Draws figure values as files, with matplotlib: SVG, PNG, PDF, without a browser and with Hangul as outlines."""

import io
import logging
import textwrap
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import matplotlib
import numpy as np

matplotlib.use("Agg")
from matplotlib import font_manager  # noqa: E402  (the backend is chosen first)
from matplotlib.figure import Figure as Canvas  # noqa: E402
from matplotlib.patches import PathPatch  # noqa: E402
from matplotlib.path import Path as Outline  # noqa: E402

from reports.figures import Figure  # noqa: E402
from reports.map_figure import areas  # noqa: E402
from reports.palette import LIGHT, faint, step_of  # noqa: E402
from reports.timeline_bins import bin_label  # noqa: E402

# NanumGothic carries hinting tables that the PDF writer leaves out; that is no news to anyone at the page.
logging.getLogger("fontTools").setLevel(logging.ERROR)
FORMATS = ("svg", "png", "pdf")
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
        canvas = Canvas(figsize=(10, 7 if figure.marks["kind"] != "matrix" else 8), facecolor=LIGHT.ground)
        {"timeline": _timeline, "bars": _bars, "matrix": _matrix, "map": _map}[figure.marks["kind"]](canvas, figure)
        canvas.text(0.04, 0.965, figure.title, fontsize=15, weight="bold", va="top")
        canvas.text(0.04, 0.918, textwrap.fill(" · ".join(p for p in (view, figure.subtitle) if p), 135), fontsize=8.5, va="top", color=LIGHT.ink)
        canvas.text(0.04, 0.015, textwrap.fill(f"{figure.caption} {figure.credits}", 150), fontsize=7, va="bottom", color="#4A535C")
        out = io.BytesIO()
        about = {"svg": {"Date": None, "Title": figure.title, "Description": figure.alt}, "pdf": {"CreationDate": None, "Title": figure.title, "Subject": figure.alt}}
        canvas.savefig(out, format=form, dpi=200, facecolor=LIGHT.ground, metadata=about.get(form, {"Title": figure.title, "Description": figure.alt}))
    return out.getvalue()


def _timeline(canvas, figure):
    table, language = figure.numbers, figure.marks["language"]
    for lane, box, rule in (("dated", (0.06, 0.38, 0.9, 0.44), figure.marks["rule"]), ("no_year", (0.06, 0.16, 0.9, 0.12), "month")):
        part, axes = table[table["lane"] == lane], canvas.add_axes(box)
        at, bottom = np.arange(len(part)), np.zeros(len(part))
        for column, colour in (("crackdown", LIGHT.strong), ("crackdown_vague", LIGHT.strong), ("other", LIGHT.quiet), ("other_vague", LIGHT.quiet)):
            vague = column.endswith("vague")
            kind = "crackdown_reports" if column.startswith("crackdown") else "other_reports"
            axes.bar(
                at, part[column], bottom=bottom, width=0.96, color=faint(colour, LIGHT.ground) if vague else colour, hatch="////" if vague else None,
                edgecolor=colour if vague else "none", linewidth=0, label=None if vague else figure.marks["labels"][kind],
            )  # fmt: skip
            bottom += part[column].to_numpy()
        step = max(1, -(-len(part) // 12))
        axes.set_xticks(at[::step], [bin_label(b, rule, language) for b in part["bin"]][::step], fontsize=8)
        axes.grid(axis="y", color=LIGHT.grid, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.set_facecolor("none")
        if lane == "dated":
            axes.legend(loc="upper left", frameon=False, ncols=2, fontsize=9)
        axes.yaxis.get_major_locator().set_params(integer=True)
    lanes = figure.marks["lanes"]
    canvas.text(0.06, 0.295, f"{lanes['no_year']} · {lanes['undated']}", fontsize=9)


def _bars(canvas, figure):
    table = figure.numbers.iloc[::-1]
    axes = canvas.add_axes((0.24, 0.12, 0.7, 0.72))
    axes.barh(list(table["label"]), table["reports"], color=figure.marks["colours"][::-1], height=0.75)
    for at, n in enumerate(table["reports"]):
        axes.text(n, at, f" {n}", va="center", fontsize=9)
    axes.grid(axis="x", color=LIGHT.grid, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.set_facecolor("none")
    axes.set_xlabel(figure.marks["axis"])


def _matrix(canvas, figure):
    table = figure.numbers
    if table.empty:
        return
    rows, columns = list(dict.fromkeys(table["theme_label"])), list(dict.fromkeys(table["code_label"]))
    values = table["reports"].to_numpy().reshape(len(rows), len(columns))
    axes = canvas.add_axes((0.2, 0.1, 0.76, 0.6))
    colours = matplotlib.colors.LinearSegmentedColormap.from_list("steps", [LIGHT.ground, *LIGHT.steps])
    axes.imshow(values, cmap=colours, aspect="auto")
    axes.set_xticks(range(len(columns)), columns, rotation=45, ha="left", fontsize=8)
    axes.set_yticks(range(len(rows)), rows, fontsize=8)
    axes.tick_params(top=True, labeltop=True, bottom=False, labelbottom=False, length=0)
    for (row, column), n in np.ndenumerate(values):
        if n:
            axes.text(column, row, str(n), ha="center", va="center", fontsize=7, color=LIGHT.ground if n > values.max() / 2 else LIGHT.ink)


def _map(canvas, figure):
    table, classes = figure.numbers, figure.marks["classes"]
    counts = dict(zip(table["place_id"], table["reports"]))
    axes = canvas.add_axes((0.02, 0.1, 0.68, 0.76))
    for feature in sorted(areas()["features"], key=lambda f: ("context", "province", "county", "river").index(f["properties"]["layer"])):
        layer, shape = feature["properties"]["layer"], feature["geometry"]
        if layer == "river":
            for line in shape["coordinates"] if shape["type"] == "MultiLineString" else [shape["coordinates"]]:
                axes.plot(*zip(*line), color=LIGHT.water, linewidth=1.6)
            continue
        fill = step_of(counts[feature["properties"]["place_id"]], classes, LIGHT) if layer == "county" else LIGHT.neighbour if layer == "context" else LIGHT.land
        for rings in shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]:
            axes.add_patch(PathPatch(_outline(rings), facecolor=fill, edgecolor=LIGHT.quiet, linewidth=0.6))
    names = "name_ko" if figure.marks["language"] == "ko" else "name_en"
    for _, row in table[table["layer"] != "tray"].iterrows():
        lon, lat = figure.marks["points"][row["place_id"]]
        if row["layer"] == "point":
            axes.scatter([lon], [lat], s=24 * row["reports"] ** 0.5, color="#D55E00", edgecolor=LIGHT.ground, linewidth=0.6, zorder=5)
        else:
            lon, lat = figure.marks["labels_aside"].get(row["place_id"], (lon, lat))
            axes.text(lon, lat, f"{row[names].replace(' County', '')}\n{row['name_ko'] if names == 'name_en' else row['name_en']}\n{row['reports']}",
                      ha="center", va="center", fontsize=6.5, zorder=6, linespacing=1.05)  # fmt: skip
    axes.plot([127.05, 127.05 + 50 / (111.32 * np.cos(np.radians(41.3)))], [40.35, 40.35], color=LIGHT.ink, linewidth=1.5)
    axes.text(127.05, 40.38, "50 km", fontsize=7)
    axes.set_xlim(126.75, 129.2)
    axes.set_ylim(40.25, 42.2)
    axes.set_aspect(1 / np.cos(np.radians(41.3)))
    axes.axis("off")
    _legend(canvas, figure, classes, names)


def _legend(canvas, figure, classes, names):
    canvas.text(0.72, 0.82, figure.marks["legend"], fontsize=9, weight="bold")
    lower, line = 1, 0.79
    for upper in classes:
        canvas.patches.append(matplotlib.patches.Rectangle((0.72, line - 0.012), 0.025, 0.02, transform=canvas.transFigure, facecolor=step_of(upper, classes, LIGHT)))
        canvas.text(0.755, line - 0.008, f"{lower}–{upper}" if lower < upper else str(upper), fontsize=8)
        lower, line = upper + 1, line - 0.03
    line -= 0.02
    for _, row in figure.numbers[figure.numbers["layer"] == "tray"].iterrows():
        canvas.text(0.72, line, f"{row[names]}: {row['reports']}", fontsize=8.5)
        line -= 0.03
    line -= 0.02
    for _, row in figure.numbers[figure.numbers["layer"] == "point"].nlargest(12, "reports").iterrows():
        canvas.text(0.72, line, f"● {row['name_en']} {row['name_ko']}: {row['reports']}", fontsize=7.5, color="#A34700")
        line -= 0.026


def _outline(rings):
    vertices = [tuple(p) for ring in rings for p in ring]
    codes = [c for ring in rings for c in [Outline.MOVETO] + [Outline.LINETO] * (len(ring) - 2) + [Outline.CLOSEPOLY]]
    return Outline(vertices, codes)
