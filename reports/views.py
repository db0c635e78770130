"""Saved views: a name for a set of filters, kept in the store, that can say what has changed since it was saved.

Beside the filters a view keeps for each report its id and a hash a field: enough to say what was added, changed and removed,
and nothing that brings back a report which was removed for good.
"""

import fcntl
import hashlib
import json
import os
import tempfile
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq

from reports.exports.selection import newest_day
from reports.filters import Filters
from reports.schema import LIGHT
from reports.store import Store

LONGEST = 120  # characters of a name
_FIELDS = tuple(c.name for c in LIGHT if c.name not in ("article_id", "collection"))


@dataclass(frozen=True)
class SavedView:
    """A saved view: its name, its filters as a query, and what it held: data version, date of the data, number of reports."""

    name: str
    query: dict
    version: str
    date: str
    count: int

    @property
    def filters(self) -> Filters:
        """Its filters."""
        return Filters.from_query(self.query, self.query.get("outlet", ()))[0]


@dataclass(frozen=True)
class Changes:
    """What is in the view now that was not when it was saved (ids), what is in it no more, and what changed (id -> fields)."""

    added: tuple
    changed: dict
    removed: tuple

    def __bool__(self):
        return bool(self.added or self.changed or self.removed)


def saved_views(store: Store) -> list:
    """All views saved in the store, by name."""
    return [SavedView(name, **held) for name, held in sorted(_index(store).items())]


def save_view(store: Store, name: str, filters: Filters, reports: pd.DataFrame) -> SavedView:
    """Keeps a view under a name, in place of one that had it; `reports` are those in view. Raises ValueError for a name that is none."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST or not name.isprintable():
        raise ValueError(f"A view needs a name of 1 to {LONGEST} printable characters.")
    view = SavedView(name, filters.to_query(), store.version, newest_day(reports), len(reports))
    with _lock(store):
        _put(_file(store, name), lambda path: _prints(reports).to_parquet(path, index=False))
        _write(store, _index(store) | {name: {k: v for k, v in asdict(view).items() if k != "name"}})
    return view


def remove_view(store: Store, name: str) -> bool:
    """Forgets a view; whether there was one of that name."""
    with _lock(store):
        index = _index(store)
        known = index.pop(name, None) is not None
        if known:
            _write(store, index)
            _file(store, name).unlink(missing_ok=True)
    return known


def find_view(store: Store, name: str) -> SavedView:
    """The view of that name. Raises KeyError that says which there are."""
    index = _index(store)
    if name not in index:
        raise KeyError(f"There is no view “{name}”; there are: {', '.join(sorted(index)) or 'none yet'}.")
    return SavedView(name, **index[name])


def changes(store: Store, view: SavedView, reports: pd.DataFrame) -> Changes:
    """What changed since the view was saved; `reports` are those its filters select now."""
    if view.version == store.version:  # the version names the data
        return Changes((), {}, ())
    then = pq.read_table(_file(store, view.name)).to_pandas().set_index("article_id")
    now = _prints(reports).set_index("article_id")
    both = now.index.intersection(then.index)
    differs = now.loc[both].ne(then.loc[both].reindex(columns=now.columns))
    touched = differs[differs.any(axis=1)]
    changed = {article_id: tuple(touched.columns[row]) for article_id, row in zip(touched.index, touched.to_numpy())}
    return Changes(tuple(now.index.difference(then.index, sort=False)), changed, tuple(then.index.difference(now.index, sort=False)))


def _prints(reports):
    """For each report its id and a hash of each field."""
    hashes = {name: pd.util.hash_pandas_object(reports[name], index=False).to_numpy() for name in _FIELDS}
    return pd.DataFrame({"article_id": reports["article_id"].to_numpy(), **hashes})


def _folder(store):
    return store.folder / "views"


def _file(store, name) -> Path:
    return _folder(store) / f"{hashlib.sha256(name.encode()).hexdigest()[:16]}.parquet"


def _index(store):
    path = _folder(store) / "index.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _write(store, index):
    words = json.dumps(index, ensure_ascii=False, indent=1, sort_keys=True)
    _put(_folder(store) / "index.json", lambda path: Path(path).write_text(words, encoding="utf-8"))


def _put(target, write):
    """Writes beside the old file, then puts the new one in its place."""
    handle, beside = tempfile.mkstemp(dir=target.parent)
    os.close(handle)
    write(beside)
    os.replace(beside, target)


@contextmanager
def _lock(store):
    _folder(store).mkdir(parents=True, exist_ok=True)
    with open(_folder(store) / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
