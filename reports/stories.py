"""Which reports tell one story: re-published, rewritten, or told in the other language."""

import json
import re
from collections import Counter, defaultdict
from datetime import date

import numpy as np
import pandas as pd

from reports.near_copies import near_copies
from reports.story_facts import facts_of, span, times_of, yearless
from reports.words import say

_DAYS_APART = 21  # an English version follows its Korean original within days, a re-publication within weeks
_COPY_DAYS_APART = 120  # a copy word for word may come much later
_ENOUGH = 0.80  # likeness (share of facts + weight shared, at most 12, / 40) from which two dated reports tell one story
_ENOUGH_UNDATED = 0.84  # where a date is missing on one side, and the days of the year, if there are any, agree
_ENOUGH_SILENT = 0.95  # where nothing dates one side and the words are not alike either
_WORDED_ALIKE = 0.3
_LONG_WORD = re.compile(r"[a-z]{4,}|[가-힣]{2,}")
_STEM = {"en": 6, "ko": 3}
_MOST = 12.0  # weight from which more shared facts say no more: long reports share much by being long
_FACTS = 40.0
_LEAST = 8.0  # weight of the facts that two reports must share: short reports are alike in little
_CROWD = 3000  # reports in one window of time, from which only those with a place or number in common are compared
_RARE = 60  # a fact that more undated reports share brings none of them together
_DATES = ("told_on", "event_start", "event_end")


def find_stories(articles: pd.DataFrame, reports: pd.DataFrame, changed=None) -> pd.Series:
    """The story of each report: the article_id of the story's earliest member, indexed like `reports`.

    `articles` (title, text, language, published, url, outlet) and `reports` (codes) stand row by row side by side. Copies are found by their
    words; other tellings by the facts they share (data/story_words.yml, codes, places, counts, sums, numbers) close in time.
    With `changed` (article_ids) only the stories that these may touch are found anew; the others keep `reports["story_id"]`.
    """
    if changed is None:
        return _find(articles, reports)
    found = reports["story_id"].astype("str").rename("story_id")
    rows = _around(articles, reports, set(changed))
    found.iloc[rows] = _find(articles.iloc[rows], reports.iloc[rows]).to_numpy()
    return found


def _around(articles, reports, changed):
    """The rows that lie so near in time to the changed ones that they might be of one story, undated ones, and their stories whole."""
    new = articles["article_id"].isin(changed).to_numpy()
    columns = (articles["url"], reports["published"], reports["told_on"], reports["event_start"])
    times = [times_of(url, {"published": p, "told_on": t, "event_start": e}) for url, p, t, e in zip(*columns)]
    if any(not times[row] for row in np.flatnonzero(new)):
        return np.arange(len(articles))  # an undated report may belong anywhere
    days = np.array(sorted(day for row in np.flatnonzero(new) for time in times[row] for day in time))
    reach = _COPY_DAYS_APART + 31

    def is_near(day):
        return np.searchsorted(days, day + reach, "right") > np.searchsorted(days, day - reach)

    near = new | np.array([not mine or any(is_near(day) for time in mine for day in time) for mine in times], dtype=bool)
    return np.flatnonzero(near | reports["story_id"].isin(reports["story_id"][near]).to_numpy())


def _find(articles, reports):
    rows = sorted(zip(articles.to_dict("records"), reports.to_dict("records"), strict=True), key=lambda r: r[0]["article_id"])
    numbers, weights = {}, []
    told = sorted((_Told(article, report, numbers, weights) for article, report in rows), key=lambda t: t.order)
    weights = np.array(weights, dtype=np.float32)
    for one in told:
        one.weight = float(weights[one.facts].sum())
    groups = _Groups(told)
    for i, j in near_copies(f"{one.title}\n{one.text}" for one in told):
        if told[i].language == told[j].language and _days_between(told[i], told[j]) <= _COPY_DAYS_APART:
            groups.join(i, j, _COPY_DAYS_APART)
    heads = [i for i in range(len(told)) if groups.head(i) == i]
    for _, i, j in sorted((-likeness, i, j) for i, j, likeness in _alike(told, heads, weights)):
        if not _comes_back(told[i], told[j]):
            groups.join(i, j, 2 * _DAYS_APART)
    story = {one.article_id: told[groups.head(i)].article_id for i, one in enumerate(told)}
    return pd.Series([story[name] for name in articles["article_id"]], index=reports.index, dtype="str", name="story_id")


class _Told:
    """A report as it is compared: its facts (their numbers) and their weight in all, its place in time, its words.

    `order` sorts reports by time, undated ones last, and by name within a day.
    """

    def __init__(self, article, report, numbers, weights):
        self.article_id = article["article_id"]
        self.language, self.outlet = article["language"], article.get("outlet") or ""
        self.title, self.text = article["title"] or "", article["text"] or ""
        facts = facts_of(self.title, self.text, article["language"], report)
        for fact, weight in facts.items():
            if fact not in numbers:
                numbers[fact] = len(weights)
                weights.append(weight)
        self.facts = np.array(sorted(numbers[fact] for fact in facts), dtype=np.int32)
        self.weight = 0.0
        self.times = times_of(article["url"], report)
        days = [yearless(report[name]) for name in _DATES] + [_day_of_year(report[name]) for name in (*_DATES, "published")]
        self.days_of_year = tuple(sorted({d for d in days if d}))
        self.order = (self.times[0][0] if self.times else 10**7, self.article_id)


def _day_of_year(day):
    found = span(day)
    return date.fromordinal(found[0]).timetuple().tm_yday if found and found[0] == found[1] else None


def _days_between(one, other):
    """Days between the nearest of their times; 0 where one is undated."""
    gaps = [max(a[0] - b[1], b[0] - a[1], 0) for a in one.times for b in other.times]
    return min(gaps, default=0)


class _Groups:
    """Sets of reports, each under its earliest: the lowest number, as reports stand in order.

    Sets join unless the story would stretch over too long a time.
    """

    def __init__(self, told):
        self._above = list(range(len(told)))
        self._reach = [(t.times[0][0], t.times[0][1]) if t.times else None for t in told]

    def head(self, i):
        while self._above[i] != i:
            self._above[i] = self._above[self._above[i]]
            i = self._above[i]
        return i

    def join(self, i, j, days):
        one, other = sorted((self.head(i), self.head(j)))
        reaches = [r for r in (self._reach[one], self._reach[other]) if r]
        reach = (min(r[0] for r in reaches), max(r[0] for r in reaches)) if reaches else None
        if one != other and (not reach or reach[1] - reach[0] <= days):
            self._above[other], self._reach[one] = one, reach


def _alike(told, heads, weights):
    """Triples (i, j, likeness) of reports that tell one story, among those that time or rare facts bring together."""
    dated = [i for i in heads if told[i].times]
    undated = [i for i in heads if not told[i].times]
    starts = np.array([told[i].order[0] for i in dated])
    step = _DAYS_APART + 31  # a publication known to the month only may lie a month later
    for first in np.unique(starts // step) * step:
        window = [dated[k] for k in range(*np.searchsorted(starts, (first, first + 2 * step)))]
        for i, j, likeness in _likely(told, window, window, weights, _ENOUGH):
            if _days_between(told[i], told[j]) <= _DAYS_APART:
                yield i, j, likeness
    yield from _with_undated(told, undated, dated, weights)


def _with_undated(told, undated, dated, weights):
    """An undated report meets those that have a day of the year in common with it, or a few rare facts where it names no day."""
    by_week = defaultdict(set)
    for i in dated + undated:
        for day in told[i].days_of_year:
            by_week[day // 10 % 37].add(i)
            by_week[(day // 10 + 1) % 37].add(i)
    for week in sorted(by_week):
        everyone = sorted(by_week[week])
        for i, j, likeness in _likely(told, [i for i in everyone if not told[i].times], everyone, weights, _ENOUGH_UNDATED):
            if _same_day(told[i], told[j]):
                yield i, j, likeness
    silent = [i for i in undated if not told[i].days_of_year]
    for i, j, likeness in _sharing_rare_facts(told, silent, dated + undated, weights, _ENOUGH_UNDATED):
        if likeness >= _ENOUGH_SILENT or _worded_alike(told[i], told[j]):
            yield i, j, likeness


def _same_day(one, other):
    return any(min(abs(a - b), 366 - abs(a - b)) <= 3 for a in one.days_of_year for b in other.days_of_year)


def _worded_alike(one, other):
    """Whether two texts of one language share three in ten of their longer words, cut to their beginnings."""
    if one.language != other.language:
        return False
    mine, theirs = ({w[: _STEM[one.language]] for w in _LONG_WORD.findall(f"{t.title} {t.text}".casefold())} for t in (one, other))
    return 2 * len(mine & theirs) >= _WORDED_ALIKE * (len(mine) + len(theirs))


def _comes_back(one, other):
    """Whether an outlet comes back to a matter in its own language and in other words: then it tells what is new, and not the same story.

    The customs house that is to open next week, and nine days later the same house still shut, share nearly every fact.
    """
    return bool(one.outlet) and one.outlet == other.outlet and one.language == other.language and not _worded_alike(one, other)


def _likely(told, some, others, weights, enough):
    """Triples (i, j, likeness) of alike reports, i in `some`, j in `others`: one matrix product for all that meet in a window."""
    if not some or not others:
        return
    if len(some) > _CROWD or len(others) > _CROWD:
        yield from _sharing_rare_facts(told, some, others, weights, enough)
        return
    facts = np.unique(np.concatenate([told[i].facts for i in others]))
    roots = np.sqrt(weights[facts])
    left, right = _matrix(told, some, facts) * roots, _matrix(told, others, facts) * roots
    shared = left @ right.T
    sums = np.add.outer([told[i].weight for i in some], [told[j].weight for j in others])
    likeness = np.where(shared >= _LEAST, 2 * shared / np.maximum(sums, 1) + np.minimum(shared, _MOST) / _FACTS, 0.0)
    for a, b in np.argwhere(likeness >= enough):
        if some[a] != others[b]:
            yield *sorted((some[a], others[b])), round(float(likeness[a, b]), 6)


def _matrix(told, rows, facts):
    """A row a report, a column a fact: 1 where the report states it."""
    matrix = np.zeros((len(rows), len(facts)), dtype=np.float32)
    for row, i in enumerate(rows):
        columns = np.searchsorted(facts, told[i].facts)
        inside = columns < len(facts)
        columns, stated = columns[inside], told[i].facts[inside]
        matrix[row, columns[facts[columns] == stated]] = 1
    return matrix


def _sharing_rare_facts(told, some, others, weights, enough):
    """Triples (i, j, likeness) of alike reports that share at least two facts which few of `others` state."""
    holders = defaultdict(list)
    for j in others:
        for fact in told[j].facts[weights[told[j].facts] >= 1]:
            holders[fact].append(j)
    for i in some:
        met = Counter(j for fact in told[i].facts if 1 < len(holders.get(fact, ())) <= _RARE for j in holders[fact] if j != i)
        for j in sorted(j for j, n in met.items() if n > 1):
            shared = float(weights[np.intersect1d(told[i].facts, told[j].facts, assume_unique=True)].sum())
            likeness = 2 * shared / (told[i].weight + told[j].weight) + min(shared, _MOST) / _FACTS
            if shared >= _LEAST and likeness >= enough:
                yield *sorted((i, j)), round(likeness, 6)


def lend_years(reports: pd.DataFrame) -> pd.DataFrame:
    """Reports in which a date without a year (`XXXX-05-31`) has the year of a dated report of the same story, marked in the evidence.

    `reports` needs `story_id`. The year is the one that brings the date nearest to the dated report; only dates that lack one change.
    """
    lent = reports.copy()
    for name in _DATES:
        lent[name] = lent[name].astype("str")
    columns = {name: lent.columns.get_loc(name) for name in (*_DATES, "evidence")}
    stories = lent.groupby("story_id", sort=False, observed=True).indices
    for rows in (rows for rows in stories.values() if len(rows) > 1):
        known = [(lent.iloc[r]["article_id"], t[0][0]) for r in rows if (t := times_of("", lent.iloc[r]))]
        for row in rows:
            for name in _DATES:
                day = lent.iat[row, columns[name]]
                if known and yearless(day):
                    lender, when = min(known, key=lambda k: (k[1], k[0]))
                    lent.iat[row, columns[name]] = _nearest(day, when)
                    note = say("note_year_lent", report=lender)
                    lent.iat[row, columns["evidence"]] = _noted(lent.iat[row, columns["evidence"]], name, note)
    for name in _DATES:
        lent[name] = lent[name].astype("category")
    return lent


def _nearest(day, when):
    """`XXXX-02-29` gets a leap year, if one of the three years around has the day."""
    year = date.fromordinal(when).year
    found = [f"{y}{day[4:]}" for y in (year - 1, year, year + 1) if span(f"{y}{day[4:]}")]
    return min(found, key=lambda d: abs(span(d)[0] - when), default=day)


def _noted(evidence, field, note):
    entries = json.loads(evidence)
    for entry in entries:
        if entry["field"] == field:
            entry["note"] = f"{entry['note']}; {note}" if entry["note"] else note
    return json.dumps(entries, ensure_ascii=False)
