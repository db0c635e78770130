"""Takes page furniture out of a text: captions, credits, contact lines, tags, links to the other language."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

FILE = Path(__file__).parent.parent / "data" / "furniture.yml"
_CREDIT = re.compile(r"^(file )?photo[:,]|[©ⓒ]", re.I)


@lru_cache(maxsize=None)
def _patterns():
    lines = yaml.safe_load(FILE.read_text(encoding="utf-8"))["lines"]
    return [re.compile(entry["pattern"], re.I) for entry in lines]


def strip_furniture(text: str) -> str:
    """The text without the lines that are furniture; what remains keeps its words and its paragraphs."""
    lines = text.split("\n")
    kept = []
    for number, line in enumerate(lines):
        short = line.strip()
        is_caption = number == 0 and len(lines) > 1 and len(short) < 200 and _CREDIT.search(lines[1]) and not short.endswith((".", "”", '"'))
        if not is_caption and (len(short) > 2000 or not any(p.fullmatch(short) for p in _patterns())):
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()
