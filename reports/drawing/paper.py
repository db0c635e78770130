"""Pages of a PDF: words that flow over A4 pages, and figures on pages of their own."""

import io
from dataclasses import dataclass, field

from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure as Canvas

from reports.drawing.file import draw, drawing, wrapped
from reports.drawing.frame import Frame
from reports.palette import LIGHT

_WIDTH, _HEIGHT, _MARGIN = 8.27, 11.69, 0.8  # inches: A4


@dataclass
class Paper:
    """Words that flow over as many pages as they need."""

    lines: list = field(default_factory=list)

    def write(self, words, size, weight="normal", colour=LIGHT.ink, before=0.0, after=0.0, link="", keep=1):
        """A paragraph; `before` and `after` are inches of space, `keep` the lines that stay together at its head."""
        self.lines.append((words, size, weight, colour, before, after, link, keep))

    def pages(self):
        """The pages as canvases. To be called inside `drawing()`."""
        canvas, at = _page(), _HEIGHT - _MARGIN
        for words, size, weight, colour, before, after, link, keep in self.lines:
            step = size / 72 * 1.4
            at -= before
            for number, line in enumerate(wrapped(words, size, weight, _WIDTH - 2 * _MARGIN)):
                if at - step * (keep if number == 0 else 1) < _MARGIN:
                    yield canvas
                    canvas, at = _page(), _HEIGHT - _MARGIN
                at -= step
                text = canvas.text(_MARGIN / _WIDTH, at / _HEIGHT, line, fontsize=size, weight=weight, color=colour, va="bottom")
                if link:
                    text.set_url(link)
            at -= after
        yield canvas


def on_paper(parts: list, frame: Frame, about: dict) -> bytes:
    """A PDF of Papers and figures, in their order, with page numbers; no clock, so the same parts give the same bytes."""
    out = io.BytesIO()
    with (
        drawing(),
        PdfPages(out, metadata={"CreationDate": None, "Author": "Yanggang Monitor", "Creator": "Yanggang Monitor", **about}) as pdf,
    ):
        for part in parts:
            if isinstance(part, Paper):
                for canvas in part.pages():
                    number = pdf.get_pagecount() + 1
                    canvas.text(1 - _MARGIN / _WIDTH, 0.4 / _HEIGHT, str(number), fontsize=8, ha="right", color=LIGHT.quiet)
                    pdf.savefig(canvas)
            else:
                canvas, box = draw(part, frame)
                pdf.savefig(canvas, bbox_inches=box)
    return out.getvalue()


def _page():
    return Canvas(figsize=(_WIDTH, _HEIGHT), facecolor="white")
