"""The sample: reports that come with the project, a collection of their own."""

from pathlib import Path

from loaders import load_paths
from reports.store import SAMPLE, Store

FOLDER = Path(__file__).parent.parent / "data" / "sample"
NOTE = "summary written for this project; follow the link for the original"


def ensure_sample(store: Store) -> Store:
    """Loads the sample into a store that never had it; gives the store."""
    if not store.has_seen_sample:
        articles = load_paths([FOLDER], SAMPLE).articles()
        store.add(articles.assign(note=NOTE))
    return store
