"""Files in, articles frame out. Every row read is kept, a duplicate, or set aside with its reason."""

import io
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from loaders import csv, html, jsonl, markdown, rss, txt
from loaders.archive import FILE_BYTES, Archive, passed_over
from loaders.clean import REPLACED, clean, printable
from loaders.normalise import doubts, normalise
from loaders.rows import Problem, Remark
from reports.exports import reimport
from reports.schema import ARTICLES, REPORTS, frame

READERS = {
    ".txt": txt.read, ".md": markdown.read, ".html": html.read, ".htm": html.read, ".xhtml": html.read, ".jsonl": jsonl.read,
    ".ndjson": jsonl.read, ".json": jsonl.read, ".csv": csv.read, ".tsv": csv.read, ".xml": rss.read, ".rss": rss.read, ".atom": rss.read,
}  # fmt: skip
PROBLEM_COLUMNS = ("file", "row", "reason")
_TEXT = 1_000_000  # characters of one article; beyond that a file was not divided into its articles


@dataclass
class Loaded:
    """What was read: articles (rows of the frame), problems and remarks (each file, row, words), and how many were there already."""

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    remarks: list = field(default_factory=list)
    duplicates: int = 0
    coded: dict = field(default_factory=dict)  # article_id -> row of the reports frame, where the codes came with the file
    _seen: dict = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Rows read = kept + duplicates + set aside."""
        return len(self.rows) + self.duplicates + len(self.problems)

    def articles(self) -> pd.DataFrame:
        """The articles frame."""
        return frame(self.rows, ARTICLES)

    def given(self) -> pd.DataFrame:
        """The reports frame of the articles whose codes came with them (our own exports)."""
        return frame([self.coded[row["article_id"]] for row in self.rows if row["article_id"] in self.coded], REPORTS)

    def set_aside(self) -> pd.DataFrame:
        """The problems as a frame: file, row (empty for a whole file), reason."""
        return pd.DataFrame(self.problems, columns=list(PROBLEM_COLUMNS))

    def keep(self, row: dict):
        """Takes a row in, or counts it as a duplicate: of the same id, or of the same words where one of the two has no address."""
        same = self._seen.get(row["article_id"]) or self._seen.get(row["sha256"])
        if same and (same["article_id"] == row["article_id"] or bool(same["url"]) != bool(row["url"])):
            self.duplicates += 1
            if same["sha256"] != row["sha256"]:
                self.remark(
                    row["source_file"],
                    None,
                    f"{row['url']} stands there already with other words ({same['source_file']}); the first is kept",
                )
            elif row["url"] and not same["url"]:
                self.remark(
                    row["source_file"],
                    None,
                    f"the same words stand there already without an address ({same['source_file']}); the first is kept",
                )
            return
        self._seen[row["article_id"]] = row
        self._seen.setdefault(row["sha256"], row)
        self.rows.append(row)

    def take_back(self, name: str, returned: reimport.Returned):
        """Takes in what was read of one of our own exports, with its codes; only the same article is a duplicate here."""
        for article, report in returned.rows:
            if article["article_id"] in self._seen:
                self.duplicates += 1
            else:
                self._seen[article["article_id"]] = article
                self.coded[article["article_id"]] = report
                self.rows.append(article)
        for row, reason in returned.problems:
            self.refuse(name, row, reason)

    def refuse(self, file: str, row: int | None, reason: str):
        """Sets a row aside (the whole file where `row` is None)."""
        self.problems.append((file, row, printable(_sentence(row, reason))))

    def remark(self, file: str, row: int | None, words: str):
        """Notes something the person should know of a file or row that was read all the same."""
        self.remarks.append((file, row, printable(_sentence(row, words))))


def _sentence(row, words):
    words = words if words.endswith(".") else f"{words}."
    return f"Row {row}: {words}" if row else words[0].upper() + words[1:]


def load_file(name: str, file: BinaryIO, collection: str = "", loaded: Loaded | None = None, progress: Callable | None = None) -> Loaded:
    """Reads one file by the ending of its name into `loaded`; what cannot be read is set aside with its reason.

    `progress(done, of, name)` is called before each file of a .zip.
    """
    loaded = loaded if loaded is not None else Loaded()
    name = printable(name)
    suffix = Path(name).suffix.lower()
    if (returned := reimport.read(name, file, collection)) is not None:
        loaded.take_back(name, returned)
        return loaded
    if suffix != ".zip" and suffix not in READERS:
        loaded.refuse(name, None, f"The ending {suffix or '(none)'} is not known. Accepted are {', '.join(READERS)} and .zip.")
        return loaded
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    try:
        if suffix == ".zip":
            _load_zip(name, file, collection, loaded, progress or (lambda *_: None))
        elif size > FILE_BYTES:
            loaded.refuse(name, None, f"The file has {size // 2**20} MB; accepted are files of up to {FILE_BYTES // 2**20} MB. Split it.")
        else:
            _load_rows(name, READERS[suffix](file), collection, loaded)
    except ValueError as error:  # a reader's own sentence
        loaded.refuse(name, None, str(error))
    except Exception as error:  # whatever a file does to a parser, the other files are read
        loaded.refuse(name, None, f"The file cannot be read ({type(error).__name__}: {error}).")
    return loaded


def load_paths(paths, collection: str = "", progress: Callable | None = None) -> Loaded:
    """Reads files and folders (all files below them, in the order of their names); `progress(done, of, name)` before each."""
    loaded, progress = Loaded(), progress or (lambda *_: None)
    files = [found for path in map(Path, paths) for found in (_files_below(path, loaded) if path.is_dir() else [(path, path.name)])]
    for done, (path, name) in enumerate(files):
        progress(done, len(files), name)
        try:
            if path.exists() and not path.is_file():  # opening a pipe would wait for ever
                loaded.refuse(printable(name), None, "It is a device or a pipe; accepted are files.")
                continue
            with path.open("rb") as opened:
                load_file(name, opened, collection, loaded, progress)
        except OSError as error:
            loaded.refuse(printable(name), None, f"The file cannot be opened: {error.strerror}.")
    return loaded


def _files_below(folder, loaded):
    """The files of a folder that are to be read, with their names below it; links, and what cannot be listed, are set aside."""
    found = []

    def unlisted(error):
        loaded.refuse(printable(os.path.relpath(error.filename, folder)), None, f"The folder cannot be opened: {error.strerror}.")

    for root, folders, names in os.walk(folder, onerror=unlisted):
        links = [name for name in folders if os.path.islink(os.path.join(root, name))]
        found += [Path(root, name) for name in (*names, *links)]
    by_name = {str(path.relative_to(folder)).replace(os.sep, "/"): path for path in found}
    others = _pass_over(folder.name, list(by_name), loaded)
    kept = []
    for name, path in sorted(by_name.items()):
        if name in others:
            continue
        if path.is_symlink():
            loaded.refuse(
                printable(name),
                None,
                "It is a link to another place. Accepted in a folder are files themselves; name the other place to add it.",
            )
        else:
            kept.append((path, name))
    return kept


def _load_zip(name, file, collection, loaded, progress):
    archive = Archive(file)
    others = _pass_over(name, archive.names, loaded)
    for number, inner in enumerate(archive.names):
        shown = f"{name}/{printable(inner)}"
        progress(number, len(archive.names), shown)
        if inner in others:
            continue
        content = archive.read(number)
        if isinstance(content, str):
            loaded.refuse(shown, None, content)
        else:
            load_file(shown, io.BytesIO(content), collection, loaded)


def _pass_over(name, names, loaded):
    others = passed_over(names)
    for kind in sorted(set(others.values())):
        loaded.remark(name, None, f"passed over: {list(others.values()).count(kind)} {kind}")
    return others


def _load_rows(name, rows, collection, loaded):
    unseen = unread = 0
    for row in rows:
        if isinstance(row, Problem):
            loaded.refuse(name, row.row, row.reason)
        elif isinstance(row, Remark):
            loaded.remark(name, row.row, row.words)
        elif (size := len(row.get("text") or "") + len(row.get("title") or "")) > _TEXT:
            loaded.refuse(
                name, row.get("row"), f"one article has {size:,} characters; accepted are up to {_TEXT:,}; split it into its articles"
            )
        else:
            words, marks, lost = clean(f"{row.get('title') or ''}\n{row.get('text') or ''}")
            unseen, unread = unseen + marks, unread + lost
            article = normalise(row, name, collection)
            if article["title"] or article["text"]:
                for doubt in doubts(row, article, words):
                    loaded.remark(name, row.get("row"), doubt)
                loaded.keep(article)
            else:
                loaded.refuse(
                    name,
                    row.get("row"),
                    "it holds no words but page furniture (captions, credits, contact lines); accepted is the text of an article",
                )
    if unseen:
        loaded.remark(name, None, f"marks that cannot be seen (control, direction or zero-width characters) were taken out: {unseen}")
    if unread:
        loaded.remark(
            name,
            None,
            f"characters that cannot be read, and stand as {REPLACED}: {unread}; save the file as UTF-8 at its source and add it again",
        )
