"""Small articles and a store of their own for every test."""

import pytest

from loaders.normalise import normalise
from reports.schema import ARTICLES, frame
from reports.store import Store

CART_PULLERS = {
    "title": "Police seize cart-pullers in Hyesan",
    "text": "Police in Hyesan have arrested cart-pullers since late May, a source in Ryanggang Province said on June 13. "
    "Some thirty of them were sent to a labor camp. A day of hauling brings KPW 4,000 to 5,000.",
    "url": "https://www.dailynk.com/english/cart-pullers/",
    "published": "2023-06-16",
}
WAKU = {"title": "와크 값 올라", "text": "량강도 소식통은 3일 혜산시 무역회사들이 와크를 구하지 못한다고 전했다.", "published": "2024-03-04", "outlet": "데일리NK"}


@pytest.fixture(autouse=True)
def own_store(tmp_path, monkeypatch):
    """No test touches the reader's store."""
    monkeypatch.setenv("YANGGANG_STORE", str(tmp_path / "store"))


@pytest.fixture
def articles():
    """Two articles, one in each language."""
    return frame([normalise(row, "test.jsonl", "mine") for row in (CART_PULLERS, WAKU)], ARTICLES)


@pytest.fixture
def reports(articles):
    """The reports frame of the two articles, as a store gives it."""
    store = Store()
    store.add(articles)
    return store.reports()
