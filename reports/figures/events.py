"""Events as a value: one row a report, a dot where its date is known to the day, a span where it is not."""

import numpy as np
import pandas as pd

from reports.captions import caption, credits
from reports.codebook import codebook
from reports.codes import split
from reports.figures.coverage import band, band_words, without_outlet
from reports.figures.timeline import inches
from reports.figures.value import Figure, plain
from reports.gazetteer import gazetteer
from reports.markers import on_axis
from reports.palette import LIGHT
from reports.spans import spans
from reports.timeline_bins import axis_of, months_without_year
from reports.words import day, say

FEW = 30  # reports up to which the events are shown rather than bars
_MOST = 60  # rows drawn; the oldest of more are counted in a row of their own
COLUMNS = ["lane", "article_id", "label", "first", "last", "precision", "crackdown", "reports"]


def events(
    reports: pd.DataFrame,
    language: str = "en",
    dates: str = "event",
    rule: str | None = None,
    everything: pd.DataFrame | None = None,
    markers: str = "none",
    without: str | None = None,
    **_,
) -> Figure:
    """One row a report, the newest first. Lanes: `dated`; `no_year`, `undated` and `more` (dated, beyond the sixty newest), counted;
    `coverage` as under the timeline. All but the last add up to the reports.
    """
    reports = without_outlet(reports, without)
    span = spans(reports, dates)
    known = np.flatnonzero(span.known)
    order = known[np.lexsort((-span.last[known], -span.first[known]))]
    drawn = order[:_MOST]
    shown, axis = reports.iloc[drawn], axis_of(reports.iloc[drawn], dates, rule)
    rows = _rows(shown, span.first[drawn], span.last[drawn], dates, language)
    no_year = int((months_without_year(reports, dates)[~span.known] > 0).sum())
    counted = {"no_year": no_year, "undated": int((~span.known).sum()) - no_year, "more": len(order) - len(drawn)}
    rows += [(lane, "", say(f"lane_{lane}", language, n=plain(n)), "", "", "", False, n) for lane, n in counted.items()]
    table = pd.DataFrame(rows, columns=COLUMNS)
    ground = None if everything is None else band(without_outlet(everything, without), axis, language)
    if ground is not None and len(ground):
        table = pd.concat([table, ground.assign(crackdown=False, reports=0)], ignore_index=True)
    if len(shown):
        alt = say(
            "events_alt",
            language,
            n=plain(len(order)),
            first=day(_text(span.first[order].min()), language),
            last=day(_text(span.last[order].max()), language),
        )
    else:
        alt = say("timeline_none", language)
    subtitle = say(f"events_subtitle_{dates}", language)
    subtitle += say("events_more", language, n=_MOST, total=plain(len(order))) if counted["more"] else ""
    subtitle += say("band_said", language) if ground is not None and len(ground) else ""
    return Figure(
        "events",
        say("events_title", language),
        subtitle,
        caption(reports, language),
        credits(reports, language),
        alt,
        table,
        {
            "kind": "events",
            "axis": axis,
            "language": language,
            "band": band_words(language),
            "sums": counted,
            "lanes": {lane: say(f"lane_{lane}", language, n=plain(n)) for lane, n in counted.items()},
            "at": [(float(a), float(b)) for a, b in zip(axis.positions_of(span.first[drawn]), axis.positions_of(span.last[drawn] + 1))]
            if len(drawn)
            else [],
            "colours": {"crackdown": LIGHT.strong, "other": LIGHT.quiet},
            "labels": {"crackdown": say("crackdown_reports", language), "other": say("other_reports", language)},
            "markers": on_axis(axis, language) if markers != "none" else [],
            "markers_in_files": markers == "all",
            "inches": inches(markers, len(shown)),
        },
    )


def _rows(shown, first, last, dates, language):
    """A tuple a report; `label` says where and what, which is all that is known without opening it."""
    book, found = codebook(), []
    for row, low, high in zip(shown.to_dict("records"), first, last):
        where = [gazetteer().label(p, language) for p in split(row["event_place_ids"]) if p in gazetteer()][:1]
        what = [book.label("themes", c, language) for c in split(row["themes"])][:2]
        label = " · ".join(where + what) or row["outlet"] or row["article_id"]
        precision = row["precision"] if dates == "event" else ("day" if low == high else "month")
        found.append(("dated", row["article_id"], label, _text(low), _text(high), precision, row["crackdown"], 1))
    return found


def _text(number):
    return str(np.datetime64(int(number), "D"))
