"""The store: articles and their codes as Parquet on this machine, written whole or not at all."""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from reports.coding import GIVEN, VERSION, code_articles
from reports.filters import SAMPLE, Filters, fold
from reports.schema import ARTICLES, LIGHT, REPORT_COLUMNS, REPORTS, cast, empty_of, frame, joined
from reports.stories import find_stories, lend_years

SAMPLE_FILE = Path(__file__).parent.parent / "data" / "sample" / "articles.jsonl"
_STORY = next(c for c in REPORTS if c.name == "story_id")
_OF_ARTICLES = tuple(c.name for c in ARTICLES if c.name not in REPORT_COLUMNS)
_GROUP = 2000  # rows of a Parquet row group: what is read at once to show one report


@dataclass(frozen=True)
class Added:
    """What adding did: articles kept, and those that were there already."""

    kept: int
    duplicates: int


class StaleData(LookupError):
    """The store was changed by another window after the reports in hand were read; reading them anew mends it."""


class Store:
    """A folder with `state.json` and a folder of tables; default `$YANGGANG_STORE`, else `./.store`.

    Every change writes all tables (`articles`, `reports`, `search`, row by row side by side) into a new folder and then
    turns `state.json` to it in one step: a cut in the middle leaves the old state whole, and what is removed is gone. `reports()` gives what fits into memory at a million rows;
    `details()` and `batches()` fetch the rest (titles, texts, evidence) for the rows that are shown or written.
    """

    def __init__(self, folder: str | Path | None = None):
        self.folder = Path(folder or os.environ.get("YANGGANG_STORE") or ".store")

    @property
    def version(self) -> str:
        """Twelve hex digits that name the data: the same articles coded by the same program give the same."""
        return self._state().get("version", "0" * 12)

    @property
    def outdated(self) -> int:
        """How many articles are held with the codes of another version of the program: they are coded anew before they are next read."""
        state = self._state()
        if state.get("coder") in (None, VERSION) or not self._table("articles").exists():
            return 0
        return pq.read_metadata(self._table("articles")).num_rows

    def ensure_sample(self, again: bool = False) -> "Store":
        """Loads the sample into a store that never had it; once removed it comes back only where asked for `again`. Gives the store itself."""
        if again or not self._state().get("sample_loaded"):
            rows = [json.loads(line) for line in SAMPLE_FILE.read_text(encoding="utf-8").splitlines()]
            self.add(frame(rows, ARTICLES))
        return self

    def articles(self) -> pd.DataFrame:
        """The articles frame, whole."""
        return self._read("articles", ARTICLES)

    def reports(self) -> pd.DataFrame:
        """The light columns of the reports frame (reports.schema.LIGHT), and `story`, a number that reports of one story share.

        The index is the row's number in the store.
        """
        self._recode_if_old()
        stories = self._read("reports", (_STORY,))["story_id"]
        return self._read("reports", LIGHT).assign(story=pd.factorize(stories)[0].astype("int32"))

    def view(self, filters: Filters, reports: pd.DataFrame | None = None) -> pd.DataFrame:
        """The reports that the filters select, of `reports` (default: all of the store)."""
        return filters.apply(self.reports() if reports is None else reports, self.find)

    def find(self, words: str) -> np.ndarray:
        """For each row of the store whether title or text holds the words: literally, whatever the case, NFC."""
        needle, found = fold(words), []
        path = self._table("search")
        for batch in pq.ParquetFile(path).iter_batches(columns=["words"]) if path.exists() else ():
            found.append(pc.match_substring(batch["words"], needle).to_numpy(zero_copy_only=False))
        return np.concatenate(found) if found else np.zeros(0, dtype=bool)

    def details(self, reports: pd.DataFrame, columns: tuple = (*REPORT_COLUMNS, "text")) -> pd.DataFrame:
        """The same rows in the same order with the columns asked for (default: all of reports, and `text`), for the few that are shown.

        Raises StaleData where another window has changed the store since `reports` was read.
        """
        return self._fetch(reports, columns)

    def batches(self, reports: pd.DataFrame, size: int = _GROUP, of_articles: tuple = ("text",)) -> Iterator[pd.DataFrame]:
        """The rows of `details`, in the order given, `size` at a time: for files of any length in bounded memory.


        `of_articles` names the columns of articles that are fetched beside those of reports.
        """
        for start in range(0, len(reports), size):
            yield self._fetch(reports.iloc[start : start + size], (*REPORT_COLUMNS, *of_articles))

    def add(self, articles: pd.DataFrame, given: pd.DataFrame | None = None) -> Added:
        """Codes and keeps the articles that are not there yet (by `article_id`); one that is there as sample alone becomes the reader's.

        `given` holds rows of the reports frame for articles whose codes came with them: these are kept as they are.
        """
        self._recode_if_old()
        with self._lock():
            old, coded = self._read("articles", ARTICLES), self._read("reports", REPORTS)
            own = articles["article_id"][articles["collection"] != SAMPLE]
            stays = ~((old["collection"] == SAMPLE) & old["article_id"].isin(own)).to_numpy()
            old, coded = old[stays], coded[stays]
            new = articles[~articles["article_id"].isin(old["article_id"])].drop_duplicates("article_id")
            if len(new):
                reports = [coded, code_articles(new, given)]
                came_with = () if given is None else given["article_id"]
                self._write(*_told(joined([old, new], ARTICLES), joined(reports, REPORTS), new["article_id"], came_with))
            if (new["collection"] == SAMPLE).any():
                self._write_state(sample_loaded=True)
        return Added(len(new), len(articles) - len(new))

    def remove(self, article_ids=(), collection: str | None = None) -> int:
        """Removes articles and their codes for good; gives how many.

        What is left of their stories is coded anew, so that no year that a removed article lent stays behind.
        """
        with self._lock():
            old, reports = self._read("articles", ARTICLES), self._read("reports", REPORTS)
            gone = (old["article_id"].isin(list(article_ids)) | (old["collection"] == collection if collection else False)).to_numpy()
            if gone.any():
                left = ~gone & reports["story_id"].isin(reports["story_id"][gone]).to_numpy()
                parts = [reports[~gone & ~left], code_articles(old[left], reports[left & (reports["coder"] == GIVEN).to_numpy()])]
                order = np.argsort(np.concatenate([np.flatnonzero(~gone & ~left), np.flatnonzero(left)]), kind="stable")
                kept = joined(parts, REPORTS).iloc[order].reset_index(drop=True)
                self._write(*_told(old[~gone].reset_index(drop=True), kept, old["article_id"][left]))
        return int(gone.sum())

    def _recode_if_old(self):
        if self.outdated:
            with self._lock():
                articles, reports = self._read("articles", ARTICLES), self._read("reports", REPORTS)
                self._write(*_told(articles, code_articles(articles, reports[reports["coder"] == GIVEN])))

    def _read(self, name, columns):
        path = self._table(name)
        if not path.exists():
            return frame([], columns)
        held = set(pq.read_schema(path).names)  # a store of an older program lacks the newer columns
        found = pd.read_parquet(path, columns=[c.name for c in columns if c.name in held])
        return cast(found.assign(**{c.name: empty_of(c) for c in columns if c.name not in held}), columns)

    def _fetch(self, reports, columns):
        """Whole row groups are read and picked from; what the light frame holds already is not read again."""
        if not len(reports):
            return frame([], REPORTS).assign(**dict.fromkeys(_OF_ARTICLES, ""))[list(columns)]
        rows = reports.index.to_numpy()
        order = np.argsort(rows, kind="stable")
        beside = [c for c in columns if c in _OF_ARTICLES]
        asked = ["article_id", *(c for c in columns if c not in reports.columns and c not in beside)]
        try:
            found = self._take("reports", asked, rows[order])
            if beside:
                of_articles = self._take("articles", beside, rows[order])
                found = found.assign(**{name: of_articles[name].astype("str") for name in beside})
        except (FileNotFoundError, IndexError) as error:
            raise StaleData from error
        found = found.iloc[np.argsort(order, kind="stable")].set_index(rows)
        if list(found["article_id"]) != list(reports["article_id"]):
            raise StaleData
        lacking = {c.name: empty_of(c) for c in REPORTS if c.name in asked and c.name not in found}  # in a store of an older program
        return found.assign(**lacking, **{c: reports[c] for c in columns if c in reports.columns})[list(columns)]

    def _take(self, name, columns, rows):
        file = pq.ParquetFile(self._table(name))
        sizes = [file.metadata.row_group(i).num_rows for i in range(file.metadata.num_row_groups)]
        ends = np.cumsum(sizes)
        groups = np.searchsorted(ends, rows, side="right")
        pieces = []
        for group in np.unique(groups):
            start = ends[group] - sizes[group]
            pieces.append(file.read_row_group(int(group), columns=columns).take(pa.array(rows[groups == group] - start)))
        return pa.concat_tables(pieces, promote_options="permissive").to_pandas()

    def _table(self, name):
        return self.folder / self._state().get("tables", "none") / f"{name}.parquet"

    def _write(self, articles, reports):
        names = "\n".join([*sorted(articles["article_id"] + articles["sha256"]), *_given_codes(reports)]) + VERSION
        version = hashlib.sha256(names.encode()).hexdigest()[:12]
        tables = Path(tempfile.mkdtemp(dir=self.folder, prefix=f"{version}-"))
        articles.to_parquet(tables / "articles.parquet", index=False, row_group_size=_GROUP)
        reports.to_parquet(tables / "reports.parquet", index=False, row_group_size=_GROUP)
        words = pa.array([fold(f"{title}\n{text}") for title, text in zip(articles["title"], articles["text"])], pa.large_string())
        pq.write_table(pa.table({"words": words}), tables / "search.parquet", row_group_size=_GROUP)
        for path in tables.iterdir():
            _sync(path)
        self._write_state(version=version, coder=VERSION, tables=tables.name)
        for old in self.folder.glob("*-*/"):
            if old != tables:
                shutil.rmtree(old, ignore_errors=True)

    def _state(self):
        path = self.folder / "state.json"
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def _write_state(self, **changes):
        """Writes beside the old file, then puts the new one in its place."""
        handle, path = tempfile.mkstemp(dir=self.folder, prefix="state")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(self._state() | changes, file)
        _sync(path)
        os.replace(path, self.folder / "state.json")

    @contextmanager
    def _lock(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        with open(self.folder / "lock", "w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _given_codes(reports):
    """The given codes as sorted lines: unlike this program's they do not follow from the articles, so the version names them too."""
    given = reports[~reports["coder"].isin(["", VERSION])]
    return sorted("\t".join(map(str, row)) for row in given.itertuples(index=False))


def _told(articles, reports, changed=None, came_with=()):
    """Articles and reports with their stories found anew: a new article may join, found or lend its year to an old story.

    They are put in the order in which they are mostly read, newest publication first, so that a page of them lies together.
    Reports whose codes are given, or have just come with their articles (`came_with`), keep story and years as they came.
    """
    kept = ((reports["coder"] == GIVEN) | reports["article_id"].isin(came_with)).to_numpy()
    told = reports[~kept].reset_index(drop=True)
    if changed is None or told["article_id"].isin(changed).any():
        told = told.assign(story_id=find_stories(articles[~kept].reset_index(drop=True), told, changed))
        told = cast(lend_years(told), REPORTS)
    order = np.argsort(np.concatenate([np.flatnonzero(~kept), np.flatnonzero(kept)]), kind="stable")
    both = joined([told, reports[kept]], REPORTS).iloc[order] if kept.any() else told
    both = both.assign(story_id=both["story_id"].mask(both["story_id"] == "", both["article_id"]))
    newest = np.argsort(-articles["published"].cat.codes.to_numpy().astype("int64"), kind="stable")
    return articles.iloc[newest].reset_index(drop=True), both.iloc[newest].reset_index(drop=True)


def _sync(path):
    with open(path, "rb") as written:
        os.fsync(written.fileno())
