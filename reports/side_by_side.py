"""Codes many articles in several processes at once, each with an equal share of them; the result is the same as one by one.

A process is this module run as a program of its own (articles in on standard input, codes out, both JSON), not a copy of
the one that calls: that may be a server in the middle of drawing a page, with threads that a copy would not survive.
"""

import logging
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson

SEEN = ("title", "text", "language", "published")  # all that coding looks at
ENOUGH = 3000  # articles below which one process is done before others have started
_MOST = 8  # processes: each holds the whole lexicon in memory
_ROOT = Path(__file__).parent.parent
_LOG = logging.getLogger(__name__)


def processes(articles: int) -> int:
    """How many processes so many articles are worth: one for a few, else one a core, and no more than eight."""
    return 1 if articles < ENOUGH else max(1, min(_MOST, _cores()))


def code_side_by_side(articles: list, code, number: int | None = None) -> list:
    """The codes of each article (mappings with SEEN), in the same order, as `code` gives them for one.

    `number` is how many processes are used (default: `processes`). A share whose process fails, for want of memory or of the right
    to start one, is coded here instead, and that is logged.
    """
    number = processes(len(articles)) if number is None else number
    if number < 2:
        return [code(article) for article in articles]
    shares = [articles[at::number] for at in range(number)]  # dealt out, so that long ones do not all fall to one
    with ThreadPoolExecutor(number) as threads:
        coded = list(threads.map(lambda share: _coded_apart(share) or [code(article) for article in share], shares))
    return [coded[at % number][at // number] for at in range(len(articles))]


def _coded_apart(share):
    """The codes of a share from a process of its own, None where that failed."""
    given = orjson.dumps([{name: article.get(name) for name in SEEN} for article in share])
    try:
        done = subprocess.run([sys.executable, "-m", "reports.side_by_side"], input=given, capture_output=True, cwd=_ROOT, check=True)
        return orjson.loads(done.stdout)
    except (OSError, subprocess.CalledProcessError, orjson.JSONDecodeError) as error:
        _LOG.warning("A coding process failed (%s); its %d articles are coded in this one.", error, len(share))
        return None


def _cores():
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _main():
    from reports.coding import code_article  # coding itself uses this module

    sys.stdout.buffer.write(orjson.dumps([code_article(article) for article in orjson.loads(sys.stdin.buffer.read())]))


if __name__ == "__main__":
    _main()
