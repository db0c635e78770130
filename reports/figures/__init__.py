"""All figures by name. Each function takes the reports in view and gives a value (reports/figures/value.py).

Every function is called as `FIGURES[name](reports, language=..., everything=..., dates=..., **options)`; it takes what it
needs of these and leaves the rest. `everything` is all reports of the store that are not left out as the sample: what
the outlets published on any theme, the ground against which a change is read.
"""

from functools import partial

from reports.figures.bars import by_field
from reports.figures.change import change
from reports.figures.compare import compare, compare_time
from reports.figures.coverage import coverage
from reports.figures.events import events
from reports.figures.flow import flow
from reports.figures.map import places_map
from reports.figures.matrix import actors_by_sanctions, theme_by, theme_pairs
from reports.figures.quality import measured
from reports.figures.smalls import theme_smalls
from reports.figures.timeline import timeline
from reports.figures.value import Figure

FIGURES = {
    "timeline": timeline,
    "coverage": coverage,
    "events": events,
    "change": change,
    "compare": compare,
    "compare_time": compare_time,
    "map": places_map,
    "themes": partial(by_field, field_name="themes"),
    "theme_smalls": theme_smalls,
    "actors": partial(by_field, field_name="actors"),
    "targets": partial(by_field, field_name="targets"),
    "sanctions": partial(by_field, field_name="sanctions"),
    "theme_pairs": theme_pairs,
    "flow": flow,
    "theme_by_actors": partial(theme_by, field_name="actors"),
    "theme_by_targets": partial(theme_by, field_name="targets"),
    "theme_by_sanctions": partial(theme_by, field_name="sanctions"),
    "actors_by_sanctions": actors_by_sanctions,
    "quality": measured,
}

__all__ = ["FIGURES", "Figure"]
