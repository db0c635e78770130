"""python -m loaders code | add | remove: article files in, coded JSON lines or a store out, without a browser.

Exit codes: 0 done, 1 something was set aside or not found, 2 wrong usage. Messages go to standard error.
"""

import argparse
import json
import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from loaders import Loaded, load_paths
from loaders.clean import printable
from reports.coding import code_article
from reports.exports.reimport import codes_of
from reports.store import SAMPLE, Store

CODED = ("article_id", "url", "outlet", "title", "text", "language", "published")


def main(arguments=None) -> int:
    """Runs the command line; gives the exit code."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)
    options = _parser().parse_args(arguments)
    try:
        return {"code": _code, "add": _add, "remove": _remove}[options.command](options)
    except OSError as error:
        return _fail(f"{error.strerror or error}: {error.filename or ''}".rstrip(": ") + ".", 1)


def _parser():
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Article files in, coded JSON lines or a store out, without a browser.",
        epilog="Exit codes: 0 done, 1 something was set aside or not found, 2 wrong usage.",
    )  # fmt: skip
    commands = parser.add_subparsers(dest="command", required=True)
    code = commands.add_parser("code", help="code articles into JSON lines; nothing is stored")
    add = commands.add_parser("add", help="add articles to the store")
    for command in (code, add):
        command.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder or a .zip")
    code.add_argument("--out", metavar="FILE", help="where the lines go; without it, standard output")
    add.add_argument("--collection", metavar="NAME", help="name of the batch (default: the name of the first path)")
    remove = commands.add_parser("remove", help="remove articles for good")
    remove.add_argument("article_ids", nargs="*", metavar="ARTICLE_ID")
    remove.add_argument("--collection", metavar="NAME", help="remove a whole batch")
    for command in (add, remove):
        command.add_argument("--store", metavar="DIR", help="where the articles are kept (default: $YANGGANG_STORE, else ./.store)")
    return parser


def _code(options):
    if missing := _missing(options.paths):
        return missing
    if options.out and not Path(options.out).absolute().parent.is_dir():
        return _fail(f"There is no folder {printable(str(Path(options.out).parent))} to write into.", 2)
    loaded = load_paths(options.paths, progress=_progress("Reading"))
    show = _progress("Coding")
    with _output(options.out) as out:
        for number, row in enumerate(loaded.rows):
            show(number, len(loaded.rows), row["source_file"])
            given = loaded.coded.get(row["article_id"])
            line = {name: row[name] for name in CODED} | (codes_of(given) if given else code_article(row))
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return _say(loaded, len(loaded.rows), loaded.duplicates)


def _add(options):
    if missing := _missing(options.paths):
        return missing
    collection = printable(options.collection or Path(options.paths[0]).resolve().stem)
    if collection == SAMPLE:
        return _fail(f"The name “{SAMPLE}” is that of the sample; choose another with --collection NAME.", 2)
    loaded = load_paths(options.paths, collection, _progress("Reading"))
    added = Store(options.store).add(loaded.articles(), loaded.given())
    return _say(loaded, added.kept, loaded.duplicates + added.duplicates)


def _remove(options):
    if not options.article_ids and not options.collection:
        return _fail("Say what to remove: article ids, or --collection NAME.", 2)
    store = Store(options.store)
    held = store.articles() if store.folder.is_dir() else Loaded().articles()
    ids, collections = set(held["article_id"]), sorted(set(held["collection"]))
    absent = [f"article {name}" for name in options.article_ids if name not in ids]
    absent += [f"collection “{options.collection}”"] * bool(options.collection and options.collection not in collections)
    for name in absent:
        print(
            f"There is no {printable(name)} in the store {store.folder}; its collections: {', '.join(collections) or 'none'}.",
            file=sys.stderr,
        )
    removed = 0
    if len(absent) < len(options.article_ids) + bool(options.collection):
        removed = store.remove(article_ids=options.article_ids, collection=options.collection)
    print(f"{removed} article{'s' * (removed != 1)} removed for good.", file=sys.stderr)
    return 1 if absent else 0


def _missing(paths):
    """2 where a path does not exist, said on standard error; else 0."""
    missing = [path for path in paths if not os.path.lexists(path)]
    for path in missing:
        print(f"There is no file or folder {printable(path)}.", file=sys.stderr)
    return 2 if missing else 0


@contextmanager
def _output(path):
    """The stream for the coded lines. A file is written beside and put in its place when whole; a closed pipe ends the writing."""
    if not path:
        try:
            yield sys.stdout
            sys.stdout.flush()
        except BrokenPipeError:  # the reader has seen enough (| head): nothing went wrong, and nothing is left to flush
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    if Path(path).exists() and not Path(path).is_file():  # as /dev/stdout
        with open(path, "w", encoding="utf-8", newline="\n") as out:
            yield out
        return
    half = Path(f"{path}.part")
    try:
        with half.open("w", encoding="utf-8", newline="\n") as out:
            yield out
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)


def _progress(doing):
    """A function that shows on a terminal how far a long work is, ten times a second at most; nothing where there is no terminal."""
    shown = [time.monotonic()]

    def show(done, of, name):
        if sys.stderr.isatty() and time.monotonic() - shown[0] > 0.1:
            shown[0] = time.monotonic()
            print(f"\r\x1b[K{doing}: {done} of {of}, {printable(name)[-60:]}", end="\r", file=sys.stderr, flush=True)

    return show


def _say(loaded, kept, duplicates):
    """What was set aside and what is to be known, each as a sentence; then the sum. Gives the exit code."""
    if sys.stderr.isatty():
        print("\r\x1b[K", end="", file=sys.stderr)
    for file, _, words in loaded.problems:
        print(f"Set aside: {file}: {words}", file=sys.stderr)
    for file, _, words in loaded.remarks:
        print(f"Note: {file}: {words}", file=sys.stderr)
    print(f"{loaded.read} rows read = {kept} kept + {duplicates} duplicates + {len(loaded.problems)} set aside.", file=sys.stderr)
    return 1 if loaded.problems else 0


def _fail(words, code):
    print(words, file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
