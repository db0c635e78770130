"""python -m reports export | figure | cite | brief | views | score | check: what the pages show, without a browser."""

import argparse
import json
import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path

from reports.cite import STYLES
from reports.codebook import FIELDS, codebook
from reports.codes import split
from reports.exports import EXPORTS, ExportError, Selection, to_file
from reports.filters import FACETS, Filters
from reports.store import Store


SINGLE = ("from", "to", "dates", "q", "sample", "count")


def main(arguments=None) -> int:
    """Runs the command line; gives the exit code: 0 done, 1 something found wrong, 2 wrong usage."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    options = _parser().parse_args(arguments)
    run = {"export": _export, "figure": _figure, "cite": _cite, "brief": _brief, "views": _views, "score": _score, "learn": _learn, "check": _check}
    try:
        return run[options.command](options)
    except (ExportError, OSError) as error:
        print(f"{error.strerror}: {error.filename}." if isinstance(error, OSError) and error.filename else error, file=sys.stderr)
        return 1


def _parser():
    parser = argparse.ArgumentParser(prog="python -m reports", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    export = commands.add_parser("export", help="the reports in view as a file")
    export.add_argument("--format", choices=list(EXPORTS), required=True)
    export.add_argument("--private", action="store_true", help="the full form: texts, days of telling, all evidence; for your own machine")
    figure = commands.add_parser("figure", help="a figure as a file")
    figure.add_argument("name", nargs="?", help="timeline, map, themes, ...; --list names all")
    figure.add_argument("--list", action="store_true", help="names all figures and forms")
    figure.add_argument("--form", help="of the file, where its ending does not say it: png2x (twice the size), print (300 dpi)")
    figure.add_argument("--ui", choices=("en", "ko"), default="en", help="language of the words")
    cite = commands.add_parser("cite", help="how to cite a view")
    cite.add_argument("--style", choices=STYLES, default="text")
    cite.add_argument("--ui", choices=("en", "ko"), default="en", help="language of the words")
    brief = commands.add_parser("brief", help="a brief of a view, as .html or .pdf")
    brief.add_argument("--ui", choices=("en", "ko"), default="en", help="language of the words")
    views = commands.add_parser("views", help="saved views: without an option, all of them")
    what = views.add_mutually_exclusive_group()
    what.add_argument("--save", metavar="NAME", help="saves the view of the filters given")
    what.add_argument("--show", metavar="NAME", help="says its filters and what changed since it was saved")
    what.add_argument("--remove", metavar="NAME", help="forgets it")
    for command in (export, figure, cite, brief):
        command.add_argument(
            "--accessed", default="", help="day of access for citations (2026-11-24), or today; without it, the date of the data"
        )
    score = commands.add_parser("score", help="how well the program codes")
    score.add_argument("gold", nargs="*", help="hand-coded files or folders (default: data/gold/)")
    score.add_argument("--write", action="store_true", help="keep the measured results in data/quality/, for the pages")
    score.add_argument("--misses", metavar="FIELD", help="list what the program got wrong in a field, the commonest first")
    score.add_argument("--raise-floors", action="store_true", help="lift tests/floors.json to these scores; floors never sink by command")
    learn = commands.add_parser("learn", help="learn word model and judge anew from the coded examples (needs requirements-dev.txt)")
    learn.add_argument("--unread", nargs="*", default=[], metavar="GOLD", help="first keep what the rules find in hand-coded reports nobody has read yet")
    check = commands.add_parser("check", help="whether the store is sound")
    for command in (export, figure, cite, brief, views):
        command.add_argument("--out", help="a file, or - for standard output", default=None if command in (export, figure, brief) else "-")
        for name in (*FACETS, *SINGLE):
            command.add_argument(f"--{name}", action="append", default=[], dest=f"filter_{name}")
        command.add_argument("--crackdown", nargs="?", const="1", default="", choices=("", "0", "1"))
    for command in (export, figure, cite, brief, views, check):
        command.add_argument("--store")
    return parser


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


def _selection(options):
    """What the options ask for as a Selection; None where it was asked wrongly, which is said."""
    accessed = date.today().isoformat() if options.accessed == "today" else options.accessed
    try:
        date.fromisoformat(accessed or "2026-11-24")
    except ValueError:
        return _wrong(f"--accessed is {accessed}; accepted are a day such as 2026-11-24, and today.")
    if not options.out:
        return _wrong("Say where to: --out FILE, or --out - for standard output.")
    store, filters, reports = _view(options)
    if filters is None:
        return None
    return Selection(store, store.view(filters, reports), filters, getattr(options, "private", False), accessed)


def _wrong(words):
    print(words, file=sys.stderr)


def _export(options):
    selection = _selection(options)
    if selection is None:
        return 2
    to_file(options.format, selection, options.out)
    print(selection.filters.describe(len(selection.reports)) + ".", file=sys.stderr)
    return 0


def _cite(options):
    from reports.cite import cite_as

    selection = _selection(options)
    if selection is None:
        return 2
    _write(
        options.out,
        cite_as(
            options.style, selection.statement, selection.filters, options.ui, selection.accessed, selection.frame(options.ui).sentence
        ).encode(),
    )
    return 0


def _brief(options):
    from reports.exports import brief

    form = Path(options.out or "").suffix[1:].lower()
    if form not in brief.FORMATS:
        print("Accepted endings of --out: .html, .pdf.", file=sys.stderr)
        return 2
    selection = _selection(options)
    if selection is None:
        return 2
    _write(options.out, brief.to_bytes(form, selection, selection.store.reports(), options.ui))
    return 0


def _views(options):
    from reports.views import changes, find_view, remove_view, save_view, saved_views

    store, filters, reports = _view(options)
    if filters is None:
        return 2
    try:
        if options.save:
            saved = save_view(store, options.save, filters, store.view(filters, reports))
            print(f"Saved “{saved.name}”: {filters.describe(saved.count)}, data version {saved.version}.", file=sys.stderr)
        elif options.show:
            view = find_view(store, options.show)
            found = store.view(view.filters, reports)
            since = changes(store, view, found)
            said = {"added": list(since.added), "changed": {k: list(v) for k, v in since.changed.items()}, "removed": list(since.removed)}
            _write(options.out, (json.dumps(asdict(view) | said, ensure_ascii=False, indent=1) + "\n").encode())
            counts = f"{len(since.added):,} added, {len(since.changed):,} changed, {len(since.removed):,} removed"
            print(f"{view.filters.describe(len(found))}. Since it was saved: {counts}.", file=sys.stderr)
        elif options.remove:
            find_view(store, options.remove)
            remove_view(store, options.remove)
        else:
            for view in saved_views(store):
                print(f"{view.name}: {view.filters.describe(view.count)}, data version {view.version}")
    except (KeyError, ValueError) as error:
        print(error.args[0], file=sys.stderr)
        return 1
    return 0


def _figure(options):
    from reports.drawing.file import FORMATS, form_of, to_bytes
    from reports.figures import FIGURES

    if options.list:
        print("\n".join(FIGURES))
        print(f"Forms: {', '.join(FORMATS)}.", file=sys.stderr)
        return 0
    form = options.form or form_of(options.out or "")
    if options.name not in FIGURES or form not in FORMATS:
        print(
            f"Accepted figures: {', '.join(FIGURES)}; accepted endings of --out: {', '.join(f.ending for f in FORMATS.values())}; "
            f"or --form {', '.join(FORMATS)}.",
            file=sys.stderr,
        )
        return 2
    selection = _selection(options)
    if selection is None:
        return 2
    everything = Filters(sample=selection.filters.sample).apply(selection.store.reports())
    figure = FIGURES[options.name](selection.reports, language=options.ui, dates=selection.filters.dates, everything=everything)
    _write(options.out, to_bytes(figure, form, selection.frame(options.ui)))
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


def _learn(options):
    import pandas as pd

    from reports.learning import keep_first_sight, learn
    from reports.quality import FOLDER
    from reports.score import read_gold

    if options.unread:
        print(f"{keep_first_sight(read_gold(options.unread))} reports kept as they are seen at first sight.", file=sys.stderr)
    rows = pd.DataFrame(learn()).round(3)
    rows.to_csv(FOLDER / "closed_folds.csv", index=False)
    print("F1 in closed folds by story, of the rules' codes at first sight, without and with words and judge:")
    print(rows.to_string(index=False))
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
