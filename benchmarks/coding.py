"""python -m benchmarks.coding [ratio|linear|processes]: how fast is coding beside a pipeline of known parts, does it stay linear, and
what do several processes gain over one?

Each prints its figures and fails (exit code 1) where a figure misses its mark. Times are those of the processor, so that
other work on the machine disturbs little; for several processes those of the clock. Needs requirements-dev.txt.
"""

import json
import statistics
import sys
import time
import warnings
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from reports.coding import code_article, code_articles
from reports.gazetteer import gazetteer
from reports.lexicon import entries
from reports.schema import ARTICLES, frame
from reports.side_by_side import ENOUGH, code_side_by_side, processes

SAMPLE = Path(__file__).parent.parent / "data" / "sample" / "articles.jsonl"
LINEAR = 15  # 1 MB may take so many times as long as 0.1 MB
RATIO = 6  # times as fast as the pipeline beside us
GAIN = 1.3  # times as fast in several processes, where there are two cores and more
_RUNS = 5
_PATIENCE = 30  # seconds for 0.1 MB: a coder that needs longer is not linear
# What a coder that looks back and forth without bounds would choke on.
REPETITIONS = {
    "digits": ("en", "1,234,567 "),
    "dates": ("en", "on June 13, from May 5 to 9, since late May, "),
    "date words without end": ("en", "from late early mid "),
    "names": ("en", "Hyesan, Musan and Kangan in Pochon County, "),
    "ambiguous names": ("en", "Sinhung Workers' District, "),
    "agents and acts": ("en", "police arrested traders and sent smugglers to a labor camp and "),
    "quotes": ("en", '"said the source, “he said '),
    "open brackets": ("en", "((((((「‘“"),
    "full stops": ("en", "a. b! c? "),
    "capitals": ("en", "Aa-dong Bb County "),
    "money": ("en", "30,000 yuan (USD 4,160) or KPW 2,000 – 3,000 per day "),
    "one word": ("en", "a"),
    "counts": ("en", "dozens of people, more than 30 men, ten-odd women "),
    "Korean dates": ("ko", "지난달 말 17~19일 5월 6일부터 "),
    "Korean particles": ("ko", "에서는으로부터까지만이라도의"),
    "Korean names": ("ko", "양강도 혜산시 혜흥동과 신흥동에서 "),
    "Korean agents and acts": ("ko", "보위부가 밀수꾼을 체포해 노동단련대로 보냈고 "),
    "Korean lists of places": ("ko", "검산1동, "),
    "feasts": ("en", "the day after Chuseok police, "),
    "Korean feasts": ("ko", "추석 전날 체포 "),
    "Korean counts": ("ko", "10여 명이 2~3만 위안을 5, 6명에게 "),
    "Korean quotes": ("ko", "소식통은 “그가 ‘이렇게 "),
}  # fmt: skip


def linear() -> bool:
    """Codes 0.1 MB and 1 MB (characters) of each repetition; prints both times and their ratio."""
    fine = True
    print(f"{'repetition':24}{'0.1 MB':>9}{'1 MB':>9}{'ratio':>8}")
    code_article({"title": "", "text": "Hyesan", "language": "en"}), code_article({"title": "", "text": "혜산", "language": "ko"})
    for name, (language, unit) in REPETITIONS.items():
        with ProcessPoolExecutor(1) as alone:  # what one repetition leaves behind in memory must not slow the next
            small, large = alone.submit(_small_and_large, language, unit).result()
        if large is None:
            fine = False
            print(f"{name:24}{small:8.2f}s   too slow to try 1 MB", flush=True)
            continue
        fine &= large / small < LINEAR
        print(f"{name:24}{small:8.2f}s{large:8.2f}s{large / small:8.1f}", flush=True)
    return fine


def _small_and_large(language, unit):
    """Seconds for 0.1 MB of a repetition, and for 1 MB unless that would take too long (then None); what disturbs can only lengthen."""
    code_article({"text": unit, "language": language})
    small = min(_coding(unit, language, 100_000, run) for run in range(3))
    return small, None if small > _PATIENCE else min(_coding(unit, language, 1_000_000, run) for run in range(2))


def _coding(unit, language, size, run):
    """Seconds to code a repetition of so many characters; a space more each run, since what is coded last is kept in mind."""
    article = {"text": unit * (size // len(unit)) + " " * run + ".", "language": language}
    return _seconds(lambda: code_article(article))


def ratio() -> bool:
    """Codes the sample into the finished frame, and lets the pipeline beside us do its smaller job on the same articles."""
    rows = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    articles = frame(rows, ARTICLES)
    peer = _peer()
    texts = [f"{row['title']}\n{row['text']}" for row in rows]
    code_articles(articles.head(2)), peer(texts[:2])
    ours, theirs = [], []
    for _ in range(_RUNS):
        ours.append(_seconds(lambda: code_articles(articles)))
        theirs.append(_seconds(lambda: peer(texts)))
    one, other = statistics.median(ours), statistics.median(theirs)
    print(f"ours (plain text to finished frame): {one:.2f} s for {len(rows)} articles, {1000 * one / len(rows):.1f} ms each")
    print(f"pyahocorasick + datefinder (literals and dates): {other:.2f} s, {1000 * other / len(rows):.1f} ms each")
    print(f"times as fast: {other / one:.1f} (mark: {RATIO})")
    return other / one >= RATIO


def several() -> bool:
    """Codes a large load in one process and in as many as it is worth; both give the same."""
    rows = [json.loads(line) for line in SAMPLE.read_text(encoding="utf-8").splitlines()]
    rows = (rows * (ENOUGH // len(rows) + 1))[:ENOUGH]
    number = processes(len(rows))
    times = {1: [], number: []}
    for _ in range(3):
        for count, taken in times.items():
            start = time.perf_counter()
            code_side_by_side(rows, code_article, count)
            taken.append(time.perf_counter() - start)
    one, together = statistics.median(times[1]), statistics.median(times[number])
    print(f"{len(rows):,} articles: {one:.1f} s in one process, {together:.1f} s in {number}: {one / together:.1f} times as fast (mark: {GAIN})")
    return number == 1 or one / together >= GAIN


def _peer():
    """The smaller job with known parts: literals of places and themes by pyahocorasick, dates by datefinder."""
    import ahocorasick
    import datefinder

    automaton = ahocorasick.Automaton()
    literals = {name.lower(): place.place_id for place in gazetteer() for name in place.names}
    literals |= {term.strip("*").lower(): entry.code for entry in entries() if entry.group == "themes" for term in entry.terms}
    for literal, code in literals.items():
        automaton.add_word(literal, (len(literal), code))
    automaton.make_automaton()

    def run(texts):
        found = []
        for text in texts:
            hits = [(end - length + 1, end + 1, code) for end, (length, code) in automaton.iter(text.lower())]
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                dates = [(when, span) for when, span in datefinder.find_dates(text, index=True)]
            found.append((hits, dates))
        return found

    return run


def _seconds(work):
    start = time.process_time()
    work()
    return time.process_time() - start


def main(arguments) -> int:
    """Runs what is asked for, by default all; 0 where every mark is met."""
    known = {"ratio": ratio, "linear": linear, "processes": several}
    if unknown := [name for name in arguments if name not in known]:
        print(f"{unknown[0]} is no benchmark; accepted: {', '.join(known)}.", file=sys.stderr)
        return 2
    return 0 if all([known[name]() for name in arguments or known]) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
