"""Takes page furniture out of a text: captions, credits, contact lines, tags, links to the other language."""

import re
from functools import cache
from pathlib import Path

import yaml

from reports.text import split_sentences

FILE = Path(__file__).parent.parent / "data" / "furniture.yml"
_LINE = 600  # characters: a longer line is a paragraph of the article, whatever it begins with


@cache
def _patterns():
    """Whole lines, sentences and photo credits, each as one pattern, and the words that signal such sentences (data/furniture.yml)."""
    known = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    joined = {kind: "|".join(f"(?:{entry['pattern']})" for entry in known[kind]) for kind in ("lines", "sentences", "credits")}
    return (
        re.compile(f"(?:{joined['lines']}|{joined['credits']}|{joined['sentences']})", re.I),
        re.compile(f"(?:{joined['sentences']})", re.I),
        re.compile(f"(?:{joined['credits']})", re.I),
        tuple({word.lower() for entry in known["sentences"] for word in entry["signal"]}),
    )


def strip_furniture(text: str) -> str:
    """The text without lines and sentences that are furniture; what remains keeps its words and its paragraphs."""
    whole, sentence, _, signals = _patterns()
    lines = text.split("\n")
    kept = []
    for number, line in enumerate(lines):
        short = line.strip()
        if len(short) <= _LINE and whole.fullmatch(short):
            continue
        if is_caption(lines, number):
            continue
        lowered = line.lower()
        kept.append(_without_sentences(short, sentence) if any(signal in lowered for signal in signals) else line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture."""
    return len(line) <= _LINE and bool(_patterns()[0].fullmatch(line.strip()))


def is_caption(lines: list, number: int) -> bool:
    """Whether a line is a caption without a mark of its own (the alternative text of a picture): the next line is a credit
    that says the same.
    """
    line = lines[number].strip()
    if not line or len(line) > 300 or line.endswith((".", "”", '"')):
        return False
    below = next((other.strip() for other in lines[number + 1 : number + 4] if other.strip()), "")
    if not _patterns()[2].fullmatch(below[:_LINE]):
        return False
    words = set(re.findall(r"\w+", line.casefold()))
    return len(words & set(re.findall(r"\w+", below.casefold()))) * 2 >= len(words)


def _without_sentences(line, sentence):
    """A line (a whole article, where line breaks were lost) without its sentences that are furniture."""
    kept, end = [], 0
    for found in split_sentences("text", line):
        if not sentence.fullmatch(found.words.strip()):
            kept.append(line[end : found.end] if kept else found.words)
        end = found.end
    return "".join(kept).strip()
