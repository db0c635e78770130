"""Outlets from data/outlets.yml: by address, by the spellings of their name, by how they speak of themselves in a text."""

import re
from functools import cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent.parent / "data" / "outlets.yml"


@cache
def _known():
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


@cache
def _by(key):
    """Spelling (or host) in lower case -> the entry of the outlet."""
    return {name.casefold(): o for o in _known()["outlets"] for name in ([o["name"], *o.get("also", ())] if key == "name" else o["hosts"])}


@cache
def _tracking():
    names = _known()["tracking"]
    return frozenset(n for n in names if not n.endswith("*")), tuple(n[:-1] for n in names if n.endswith("*"))


@cache
def _speaks():
    """For each outlet its name, its spellings, and one pattern of all the ways it speaks of itself."""
    found = []
    for outlet in _known()["outlets"]:
        names = (outlet["name"], *outlet.get("also", ()))
        name = "(?:" + "|".join(map(re.escape, names)) + ")"
        ways = "|".join(way.replace("{name}", name) for way in _known()["speaks_of_itself"])
        found.append((outlet["name"], names, re.compile(rf"(?<![\w-])(?:{ways})")))
    return found


def tracking(parameter: str) -> bool:
    """Whether a parameter of an address says where a reader came from, and never which article it is."""
    exact, beginnings = _tracking()
    return parameter.casefold() in exact or parameter.casefold().startswith(beginnings)


def outlet_at(host: str) -> str:
    """The outlet at a host or above it; empty where it is not known."""
    return _at(host).get("name", "")


def clock_at(host: str) -> int:
    """How many hours the clock of the outlet at a host is ahead of UTC; 0 where it is not known."""
    return _at(host).get("utc", 0)


def _at(host):
    parts = host.casefold().split(".")
    return next((known for i in range(len(parts)) if (known := _by("host").get(".".join(parts[i:])))), {})


def outlet_named(name: str) -> str:
    """An outlet by one of its spellings (데일리NK -> Daily NK); any other name as it is."""
    return _by("name").get(name.casefold(), {"name": name})["name"]


def outlet_speaking(text: str) -> tuple[str, str]:
    """The one outlet that speaks of itself in a text ("told Daily NK") and the words; empty where there is none, or two."""
    found = {
        name: match.group() for name, spellings, pattern in _speaks()
        if any(spelling in text for spelling in spellings) and (match := pattern.search(text))
    }  # fmt: skip
    return next(iter(found.items())) if len(found) == 1 else ("", "")
