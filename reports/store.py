"""The store: articles and their codes as Parquet on this machine, written whole or not at all."""

import fcntl
import hashlib
import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from reports.coding import VERSION, code_articles
from reports.schema import ARTICLE_COLUMNS, ARTICLES, REPORT_COLUMNS, REPORTS, frame

SAMPLE = "sample"  # the collection of the reports that come with the project
SAMPLE_FILE = Path(__file__).parent.parent / "data" / "sample" / "articles.jsonl"


@dataclass(frozen=True)
class Added:
    """What adding did: articles kept, and those that were there already."""

    kept: int
    duplicates: int


class Store:
    """A folder with `articles.parquet`, `reports.parquet` and `state.json`; default `$YANGGANG_STORE`, else `./.store`."""

    def __init__(self, folder: str | Path | None = None):
        self.folder = Path(folder or os.environ.get("YANGGANG_STORE") or ".store")

    @property
    def version(self) -> str:
        """Twelve hex digits that name the data: the same articles coded by the same program give the same."""
        return self._state().get("version", "0" * 12)

    def ensure_sample(self) -> "Store":
        """Loads the sample into a store that never had it (once removed it does not come back); gives the store itself."""
        if not self._state().get("sample_loaded"):
            rows = [json.loads(line) for line in SAMPLE_FILE.read_text(encoding="utf-8").splitlines()]
            self.add(frame(rows, ARTICLES))
        return self

    def articles(self) -> pd.DataFrame:
        """The articles frame."""
        return self._read("articles", ARTICLES)

    def reports(self) -> pd.DataFrame:
        """The reports frame, with the text of each article in a column `text` (for search and reading, never exported)."""
        self._recode_if_old()
        return self._read("reports", REPORTS).assign(text=self.articles()["text"])

    def add(self, articles: pd.DataFrame) -> Added:
        """Codes and keeps the articles that are not there yet (by `article_id`)."""
        self._recode_if_old()
        with self._lock():
            old = self._read("articles", ARTICLES)
            new = articles[~articles["article_id"].isin(old["article_id"])].drop_duplicates("article_id")
            if len(new):
                reports = pd.concat([self._read("reports", REPORTS), code_articles(new)], ignore_index=True)
                self._write(pd.concat([old, new], ignore_index=True), reports)
            if (new["collection"] == SAMPLE).any():
                self._write_state(sample_loaded=True)
        return Added(len(new), len(articles) - len(new))

    def remove(self, article_ids=(), collection: str | None = None) -> int:
        """Removes articles and their codes for good; gives how many."""
        with self._lock():
            old = self._read("articles", ARTICLES)
            gone = old["article_id"].isin(list(article_ids)) | (old["collection"] == collection if collection else False)
            if gone.any():
                reports = self._read("reports", REPORTS)
                self._write(old[~gone].reset_index(drop=True), reports[~gone.to_numpy()].reset_index(drop=True))
        return int(gone.sum())

    def _recode_if_old(self):
        state = self._state()
        if state and state.get("coder") != VERSION:
            with self._lock():
                articles = self._read("articles", ARTICLES)
                self._write(articles, code_articles(articles))

    def _read(self, name, columns):
        path = self.folder / f"{name}.parquet"
        if not path.exists():
            return frame([], columns)
        found = pd.read_parquet(path)
        for column in columns:
            if column.dtype == "list":
                found[column.name] = [list(v) for v in found[column.name]]
        return found[list(ARTICLE_COLUMNS if columns is ARTICLES else REPORT_COLUMNS)]

    def _write(self, articles, reports):
        self._replace("articles.parquet", lambda path: articles.to_parquet(path, index=False))
        self._replace("reports.parquet", lambda path: reports.to_parquet(path, index=False))
        names = "\n".join(sorted(articles["article_id"] + articles["sha256"])) + VERSION
        self._write_state(version=hashlib.sha256(names.encode()).hexdigest()[:12], coder=VERSION)

    def _state(self):
        path = self.folder / "state.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def _write_state(self, **changes):
        state = self._state() | changes
        self._replace("state.json", lambda path: Path(path).write_text(json.dumps(state), encoding="utf-8"))

    def _replace(self, name, write):
        """Writes beside the old file, then puts the new one in its place: a cut in the middle leaves the old one whole."""
        handle, path = tempfile.mkstemp(dir=self.folder, prefix=name)
        os.close(handle)
        try:
            write(path)
            with open(path, "rb") as written:
                os.fsync(written.fileno())
            os.replace(path, self.folder / name)
        except BaseException:
            os.unlink(path)
            raise

    @contextmanager
    def _lock(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
