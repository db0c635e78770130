"""python -m reports export | figure | score | check: what the pages show, without a browser."""

import argparse
import json
import sys
from datetime import date
from pathlib import Path

from reports.codebook import FIELDS, codebook
from reports.codes import split
from reports.export import EXPORTS
from reports.filters import FACETS, Filters
from reports.store import Store


SINGLE = ("from", "to", "dates", "q", "sample", "count")


def main(arguments=None) -> int:
    """Runs the command line; gives the exit code: 0 done, 1 something found wrong, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="the reports in view as a file")
    export.add_argument("--format", choices=list(EXPORTS), required=True)
    figure = commands.add_parser("figure", help="a figure as a file")
    figure.add_argument("name")
    figure.add_argument("--ui", choices=("en", "ko"), default="en")
    score = commands.add_parser("score", help="how well the program codes")
    score.add_argument("gold", nargs="*", help="hand-coded files or folders (default: data/gold/)")
    score.add_argument("--write", action="store_true", help="keep the measured results in data/quality/, for the pages")
    score.add_argument("--misses", metavar="FIELD", help="list what the program got wrong in a field, the commonest first")
    score.add_argument("--raise-floors", action="store_true", help="lift tests/floors.json to these scores; floors never sink by command")
    check = commands.add_parser("check", help="whether the store is sound")
    for command in (export, figure):
        command.add_argument("--out", required=True, help="a file, or - for standard output")
        for name in (*FACETS, *SINGLE):
            command.add_argument(f"--{name}", action="append", default=[], dest=f"filter_{name}")
        command.add_argument("--crackdown", nargs="?", const="1", default="", choices=("", "0", "1"))
    for command in (export, figure, check):
        command.add_argument("--store")
    options = parser.parse_args(arguments)
    return {"export": _export, "figure": _figure, "score": _score, "check": _check}[options.command](options)


def _view(options):
    """Store, filters and reports in view; filters None where a value was unknown."""
    store = Store(options.store).ensure_sample()
    reports = store.reports()
    query = {n: getattr(options, f"filter_{n}") for n in (*FACETS, *SINGLE)} | {"crackdown": [options.crackdown]}
    filters, dropped = Filters.from_query(query, reports["outlet"].unique())
    if dropped:
        print(
            f"{dropped} filter value{'s are' if dropped > 1 else ' is'} unknown; see data/codebook.yml and data/places.csv.",
            file=sys.stderr,
        )
    return store, None if dropped else filters, reports


def _export(options):
    store, filters, reports = _view(options)
    if filters is None:
        return 2
    view = store.view(filters, reports)
    _write(options.out, EXPORTS[options.format](store.details(view), filters, store.version))
    print(filters.describe(len(view)) + ".", file=sys.stderr)
    return 0


def _figure(options):
    from reports.drawing.file import FORMATS, to_bytes
    from reports.figures import FIGURES

    form = Path(options.out).suffix[1:].lower()
    if options.name not in FIGURES or form not in FORMATS:
        print(f"Accepted figures: {', '.join(FIGURES)}; accepted endings of --out: .{', .'.join(FORMATS)}.", file=sys.stderr)
        return 2
    store, filters, reports = _view(options)
    if filters is None:
        return 2
    view = store.view(filters, reports)
    sentence = f"{filters.describe(len(view), options.ui)} · {store.version}"
    ground = Filters(sample=filters.sample).apply(reports)
    _write(options.out, to_bytes(FIGURES[options.name](view, language=options.ui, dates=filters.dates, everything=ground), form, sentence))
    return 0


def _score(options):
    from reports.quality import raise_floors, write_quality
    from reports.score import DATES, GOLD, SETS, misses, read_gold, table

    missing = [p for p in options.gold if not Path(p).exists()]
    if missing:
        print(f"There is no file {missing[0]}.", file=sys.stderr)
        return 2
    if options.misses and options.misses not in SETS + DATES:
        print(f"Accepted fields: {', '.join(SETS + DATES)}.", file=sys.stderr)
        return 2
    gold = read_gold(options.gold or [GOLD])
    if options.misses:
        for row in misses(gold, options.misses).itertuples():
            print(f"{row.count:3d} {row.language} {row.kind:6} {row.item}\n      " + "\n      ".join(row.urls))
        return 0
    scores = table(gold)
    print(f"{'field':14}{'lang':>5}{'reports':>9}{'items':>7}{'precision':>11}{'recall':>8}{'F1':>7}   95% interval")
    for row in scores.itertuples():
        print(
            f"{row.field:14}{row.language:>5}{row.reports:9d}{row.items:7d}{row.precision:11.3f}{row.recall:8.3f}{row.f1:7.3f}"
            f"   {row.low:.3f}–{row.high:.3f}"
        )
    if options.write:
        write_quality(gold, date.today())
        print("Written to data/quality/.", file=sys.stderr)
    if options.raise_floors:
        print(f"{raise_floors(scores)} floors lifted.", file=sys.stderr)
    return 0


def _check(options):
    store = Store(options.store)
    articles = store.articles()
    reports = store.details(store.reports())
    wrong = []
    if articles["article_id"].duplicated().any() or list(articles["article_id"]) != list(reports["article_id"]):
        wrong.append("Articles and reports do not stand one to one.")
    book = codebook()
    for report, title, text in zip(reports.to_dict("records"), articles["title"], articles["text"]):
        parts = {"title": title or "", "text": text or ""}
        if any(parts[e["part"]][e["start"] : e["end"]] != e["words"] for e in json.loads(report["evidence"])):
            wrong.append(f"{report['article_id']}: evidence does not stand where it says.")
        if any(code not in book.codes(field) for field in FIELDS for code in split(report[field])):
            wrong.append(f"{report['article_id']}: a code is not in the codebook.")
    print("\n".join(wrong) or f"{len(reports)} reports, data version {store.version}: sound.", file=sys.stderr)
    return 1 if wrong else 0


def _write(out, content):
    if out == "-":
        sys.stdout.buffer.write(content)
    else:
        Path(out).write_bytes(content)


if __name__ == "__main__":
    sys.exit(main())
