"""Data as text: what comes from articles never reaches Markdown unescaped."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~:$<>&])")


def plain(words: str) -> str:
    """Words with every Markdown sign escaped, so that data shows as it is written."""
    return _MARKDOWN.sub(r"\\\1", str(words)).replace("\n", " ")
