"""Small multiples: a name, a number and a strip of bars each; on the page every one is a link that filters by it."""

import html
from urllib.parse import urlencode

from reports.palette import LIGHT
from reports.timeline_bins import bin_label


def to_html(figure, link) -> str:
    """The small charts as one block of safe HTML; `link(theme)` gives the address parameters of the view narrowed to a theme."""
    top = figure.numbers["dated_reports"].max() if len(figure.numbers) else 0
    cells = []
    for code, total in figure.marks["totals"].items():
        own = figure.numbers[figure.numbers["theme"] == code]
        label = html.escape(figure.marks["labels"][code])
        address = html.escape("?" + urlencode(link(code)), quote=True)
        cells.append(
            f'<a href="{address}" target="_self"><span class="name"><span>{label}</span><span>{total:,}</span></span>'
            f"{_bars(own, top, figure.marks['colours'][code])}</a>"
        )
    return f'<div class="smalls">{"".join(cells)}</div>'


def _bars(own, top, colour):
    """Bars without an image: what the page shows safely knows no SVG."""
    bars = "".join(f'<i style="height:{100 * n / top:.1f}%;background:{colour}"></i>' if n else "<i></i>" for n in own["dated_reports"])
    return f'<span class="bars" aria-hidden="true">{bars}</span>'


def to_canvas(canvas, figure):
    marks, columns = figure.marks, 4
    top = figure.numbers["dated_reports"].max() if len(figure.numbers) else 1
    for number, (code, total) in enumerate(marks["totals"].items()):
        row, column = divmod(number, columns)
        axes = canvas.add_axes((0.05 + column * 0.235, 0.70 - row * 0.185, 0.2, 0.1))
        own = figure.numbers[figure.numbers["theme"] == code]
        axes.bar(range(len(own)), own["dated_reports"], width=0.9, color=marks["colours"][code])
        axes.set_ylim(0, top or 1)
        axes.set_title(f"{marks['labels'][code]}  {total:,}", loc="left", fontsize=9)
        axes.set_yticks([])
        axes.spines["left"].set_visible(False)
        ends = [0, len(own) - 1] if len(own) > 1 else []
        axes.set_xticks(ends, [bin_label(own["bin"].iloc[i], marks["rule"], marks["language"]) for i in ends], fontsize=6.5)
        axes.tick_params(length=0, colors=LIGHT.ink)
        axes.set_facecolor("none")
