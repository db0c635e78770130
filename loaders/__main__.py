"""python -m loaders code | add | remove: article files in, coded JSON lines or a store out, without a browser."""

import argparse
import json
import sys
from pathlib import Path

from loaders import load_paths
from reports.coding import code_article
from reports.exports.reimport import codes_of

CODED = ("article_id", "url", "outlet", "title", "text", "language", "published")


def main(arguments=None) -> int:
    """Runs the command line; gives the exit code: 0 done, 1 something set aside or not found, 2 wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m loaders", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    code = commands.add_parser("code", help="code articles into JSON lines; nothing is stored")
    code.add_argument("paths", nargs="+")
    code.add_argument("--out", help="a file; without it the lines go to standard output")
    add = commands.add_parser("add", help="add articles to the store")
    add.add_argument("paths", nargs="+")
    add.add_argument("--collection", help="name of the batch (default: the name of the first path)")
    remove = commands.add_parser("remove", help="remove articles for good")
    remove.add_argument("article_ids", nargs="*")
    remove.add_argument("--collection")
    for command in (add, remove):
        command.add_argument("--store")
    options = parser.parse_args(arguments)
    return {"code": _code, "add": _add, "remove": _remove}[options.command](options)


def _code(options):
    loaded = _load(options.paths)
    if loaded is None:
        return 2
    out = open(options.out, "w", encoding="utf-8", newline="\n") if options.out else sys.stdout
    if not options.out:
        sys.stdout.reconfigure(encoding="utf-8")
    for row in loaded.rows:
        given = loaded.coded.get(row["article_id"])
        codes = codes_of(given) if given else code_article(row)
        print(json.dumps({name: row[name] for name in CODED} | codes, ensure_ascii=False), file=out)
    if options.out:
        out.close()
    return _say(loaded, len(loaded.rows), loaded.duplicates)


def _add(options):
    from reports.store import Store

    loaded = _load(options.paths, options.collection or Path(options.paths[0]).resolve().stem)
    if loaded is None:
        return 2
    added = Store(options.store).add(loaded.articles(), loaded.given())
    return _say(loaded, added.kept, loaded.duplicates + added.duplicates)


def _remove(options):
    from reports.store import Store

    if not options.article_ids and not options.collection:
        print("Say what to remove: article ids, or --collection NAME.", file=sys.stderr)
        return 2
    removed = Store(options.store).remove(article_ids=options.article_ids, collection=options.collection)
    print(f"{removed} article{'s' * (removed != 1)} removed for good.", file=sys.stderr)
    return 0 if removed else 1


def _load(paths, collection=""):
    missing = [p for p in paths if not Path(p).exists()]
    for path in missing:
        print(f"There is no file or folder {path}.", file=sys.stderr)
    return None if missing else load_paths(paths, collection)


def _say(loaded, kept, duplicates):
    for file, _, reason in loaded.problems:
        print(f"Set aside: {file}: {reason}", file=sys.stderr)
    print(f"{loaded.read} rows read = {kept} kept + {duplicates} duplicates + {len(loaded.problems)} set aside.", file=sys.stderr)
    return 1 if loaded.problems else 0


if __name__ == "__main__":
    sys.exit(main())
