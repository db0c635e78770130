"""Data as text: what comes from articles never reaches Markdown unescaped."""

import re

_NAMED = re.compile(r":(?=[a-z_]+(?:/\w+)?:)")  # :name: and :material/name: would become a picture even where escaped
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-!|~:$<>&])")


def plain(words: str) -> str:
    """Words with every Markdown sign escaped, so that data shows as it is written."""
    words = _NAMED.sub(":\u2060", str(words).replace("\n", " "))
    return _MARKDOWN.sub(r"\\\1", words)
