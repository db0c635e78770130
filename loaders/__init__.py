"""Files in, articles frame out. Every row read is kept, a duplicate, or set aside with its reason."""

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pandas as pd

from loaders import csv, html, jsonl, markdown, rss, txt
from loaders.normalise import normalise
from loaders.rows import Problem
from reports.exports import reimport
from reports.schema import ARTICLES, REPORTS, frame

READERS = {
    ".txt": txt.read, ".md": markdown.read, ".html": html.read, ".htm": html.read, ".jsonl": jsonl.read, ".ndjson": jsonl.read,
    ".json": jsonl.read, ".csv": csv.read, ".tsv": csv.read, ".xml": rss.read, ".rss": rss.read, ".atom": rss.read,
}  # fmt: skip
_ZIP_BYTES, _ZIP_RATIO, _ZIP_FILES = 500 * 2**20, 200, 5000  # what a .zip may unpack to, how tightly, how many files
PROBLEM_COLUMNS = ("file", "row", "reason")


@dataclass
class Loaded:
    """What was read: articles (rows of the frame), problems (file, row, reason), and the rows that were there already."""

    rows: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    duplicates: int = 0
    coded: dict = field(default_factory=dict)  # article_id -> row of the reports frame, where the codes came with the file
    _seen: set = field(default_factory=set)

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
        """Takes a row in, or counts it as a duplicate where an article of its id is there already."""
        if row["article_id"] in self._seen:
            self.duplicates += 1
        else:
            self._seen.add(row["article_id"])
            self.rows.append(row)


    def take_back(self, name: str, returned) -> "Loaded":
        """Takes in what reports.exports.reimport has read, with its codes."""
        for article, report in returned.rows:
            if article["article_id"] not in self._seen:
                self.coded[article["article_id"]] = report
            self.keep(article)
        self.problems += [(name, row, f"Row {row}: {reason}." if row else reason) for row, reason in returned.problems]
        return self


def load_file(name: str, file: BinaryIO, collection: str = "", loaded: Loaded | None = None) -> Loaded:
    """Reads one file by the ending of its name into `loaded`; what cannot be read is set aside with its reason."""
    loaded = loaded if loaded is not None else Loaded()
    if (returned := reimport.read(name, file, collection)) is not None:
        return loaded.take_back(name, returned)
    suffix = Path(name).suffix.lower()
    if suffix == ".zip":
        return _load_zip(name, file, collection, loaded)
    reader = READERS.get(suffix)
    if not reader:
        loaded.problems.append((name, None, f"The ending {suffix or '(none)'} is not known; accepted: {', '.join(READERS)}, .zip."))
        return loaded
    try:
        for row in reader(file):
            if isinstance(row, Problem):
                loaded.problems.append((name, row.row, f"Row {row.row}: {row.reason}."))
            else:
                loaded.keep(normalise(row, name, collection))
    except (ValueError, OSError, RecursionError) as error:
        loaded.problems.append((name, None, str(error)))
    return loaded


def load_paths(paths, collection: str = "") -> Loaded:
    """Reads files and folders (all files below them, in the order of their names)."""
    loaded = Loaded()
    for path in map(Path, paths):
        files = sorted(p for p in path.rglob("*") if p.is_file() and not p.name.startswith(".")) if path.is_dir() else [path]
        for file in files:
            name = str(file.relative_to(path)) if path.is_dir() else file.name
            try:
                with file.open("rb") as opened:
                    load_file(name, opened, collection, loaded)
            except OSError as error:
                loaded.problems.append((name, None, f"The file cannot be opened: {error.strerror}."))
    return loaded


def _load_zip(name, file, collection, loaded):
    try:
        archive = zipfile.ZipFile(file)
    except zipfile.BadZipFile:
        loaded.problems.append((name, None, "This is not a whole .zip file."))
        return loaded
    left = _ZIP_BYTES
    entries = [e for e in archive.infolist() if not e.is_dir() and not Path(e.filename).name.startswith(".") and "__MACOSX" not in e.filename]
    for number, entry in enumerate(entries):
        inner = f"{name}/{entry.filename}"
        reason = None
        if number >= _ZIP_FILES:
            reason = f"A .zip may hold {_ZIP_FILES} files; this one is beyond that."
        elif entry.filename.lower().endswith(".zip"):
            reason = "A .zip inside a .zip is not opened; unpack it and add it by itself."
        elif entry.compress_size and entry.file_size / entry.compress_size > _ZIP_RATIO:
            reason = "It is packed so tightly that it may be made to fill the machine; it is not unpacked."
        if not reason:
            try:
                with archive.open(entry) as opened:
                    raw = opened.read(left + 1)
            except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
                raw, reason = b"", f"It cannot be unpacked: {error}."
            left -= len(raw)
            if left < 0:
                reason = f"A .zip may unpack to {_ZIP_BYTES // 2**20} MB; this goes beyond."
        if reason:
            loaded.problems.append((inner, None, reason))
            if left < 0:
                left = 0
        else:
            load_file(inner, io.BytesIO(raw), collection, loaded)
    return loaded
