"""What a report says, in no language: the things, codes, places, counts, sums and numbers by which two tellings of one story agree."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

import ahocorasick_rs
import orjson
import yaml

from reports.codes import split
from reports.text import lower

WORDS = Path(__file__).parent.parent / "data" / "story_words.yml"
# How much a shared fact says that two reports tell one story. Set by hand on the open groups; a code or a province is shared by
# hundreds of reports, a neighbourhood or a sum of money by few.
_THING = {"common": 0.4, "telling": 1.2, "rare": 2.5}
_CODE = {"themes": 0.5, "sanctions": 0.6, "targets": 0.6, "actors": 0.4}
_PLACE = {"province": 0.2, "city": 1.0, "county": 1.5, "town": 2.0, "river": 0.4}
_CAPITAL_OF_THE_PROVINCE, _SMALL_PLACE = 0.4, 2.5
_COUNT, _FEW, _SUM, _NUMBER, _LARGE_NUMBER = 1.0, 0.3, 1.5, 1.2, 2.0
_NUMBERS = re.compile(r"(\d[\d,]*)(?:만 ?(\d{1,4}(?!\d))?)?(?!\d|[,.]\d|st|nd|rd|th|[년월일시차])")
_STAMP = re.compile(r"/(20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[-_/.]|$)")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)$")
_MONTH = re.compile(r"(\d{4})-(\d\d)$")


@lru_cache(maxsize=None)
def _things(language):
    """term -> (thing, weight), and the automaton over all terms of a language."""
    terms = {}
    for group, things in yaml.safe_load(WORDS.read_text(encoding="utf-8")).items():
        for thing, spelled in things.items():
            for term in spelled[language]:
                terms.setdefault(lower(str(term)), []).append((f"thing:{thing}", _THING[group]))
    literals = list(terms)
    return terms, literals, ahocorasick_rs.AhoCorasick(literals)


def facts_of(title: str, text: str, language: str, report: Mapping) -> dict:
    """fact -> weight, for a report with its codes (a row of the reports frame)."""
    words = lower(f"{title}\n{text}")
    facts = _named_things(words, "ko" if language == "ko" else "en") | _numbers(words)
    for field, weight in _CODE.items():
        facts |= {f"{field}:{code}": weight for code in split(report[field])}
    for place in orjson.loads(report["places"]):
        facts[f"place:{_place_key(place)}"] = _place_weight(place)
    for count in orjson.loads(report["people"]):
        facts[f"people:{count['min']}:{count['max']}"] = _FEW if count["min"] in (1, 2) else _COUNT
    for money in orjson.loads(report["money"]):
        facts[f"money:{money['currency']}:{money['min']}"] = _SUM
    return facts


def _named_things(words, language):
    terms, literals, automaton = _things(language)
    found = {}
    for number, start, _ in automaton.find_matches_as_indexes(words, overlapping=True):
        if words[start].isascii() and start and words[start - 1].isalnum() and words[start - 1].isascii():
            continue
        found.update(terms[literals[number]])
    return found


def _numbers(words):
    """Numbers of 32 and more that are no years: smaller ones are days, and stand everywhere."""
    found = {}
    for match in _NUMBERS.finditer(words):
        digits = match.group(1).replace(",", "")
        if len(digits) > 9:
            continue
        value = int(digits) * 10_000 + int(match.group(2) or 0) if "만" in match.group() else int(digits)
        if value >= 32 and not 1945 <= value <= 2045:
            found[f"number:{value}"] = _NUMBER if value < 100 else _LARGE_NUMBER
    return found


def _place_key(place):
    return place["place_id"] or "".join(c for c in (place.get("en") or place["name"]).casefold() if c.isalnum())


def _place_weight(place):
    return _CAPITAL_OF_THE_PROVINCE if place["place_id"] == "kp-yanggang-hyesan" else _PLACE.get(place["kind"], _SMALL_PLACE)


def times_of(url: str, report: Mapping) -> tuple:
    """The days (first, last, as numbers) that place a report in time: publication, a date stamp in its address (an English page
    may carry that of its Korean original), the day the source spoke; failing all, the day of the event and three months on.
    """
    times = [span(report["published"]), span(report["told_on"])]
    times += [span("-".join(match.groups())) for match in _STAMP.finditer(url or "")]
    times = [t for t in times if t]
    if not times and (event := span(report["event_start"])):
        times = [(event[0], event[1] + 90)]
    return tuple(sorted(set(times)))


def span(day: str | None) -> tuple | None:
    """First and last day of "2023-06-13" or "2022-08" as numbers; None for anything else, as a date without a year."""
    if match := _DAY.match(day or ""):
        try:
            number = date(*map(int, match.groups())).toordinal()
        except ValueError:
            return None
        return number, number
    if match := _MONTH.match(day or ""):
        year, month = map(int, match.groups())
        if 1 <= month <= 12 and year:
            return date(year, month, 1).toordinal(), date(year + month // 12, month % 12 + 1, 1).toordinal() - 1
    return None


def yearless(day: str | None) -> int | None:
    """The day of the year (1 to 366) of "XXXX-05-31", else None."""
    if not (day or "").startswith("XXXX-") or not _DAY.match("2024" + day[4:]):
        return None
    try:
        return date(2024, int(day[5:7]), int(day[8:10])).timetuple().tm_yday
    except ValueError:
        return None
