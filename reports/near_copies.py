"""Which texts are nearly the same words: MinHash over runs of words, so that nobody compares all with all."""

import zlib
from collections.abc import Iterable

import numpy as np

_RUN = 4  # words in a shingle
_LONGEST = 5000  # words looked at: what comes after tells no copy from another text
_BANDS, _ROWS = 16, 4  # of the signature: texts that share half their shingles meet in some band nearly always
_ALIKE = 0.5  # estimated share of shingles from which two texts are copies
_MOST = 4  # how many of the first that meet in a band a later one is compared with
_RANDOM = np.random.RandomState(7)  # a fixed seed: the same texts give the same pairs
_FACTORS, _SHIFTS, _MIX = (
    _RANDOM.randint(1, 2**62, size=size, dtype=np.uint64) * np.uint64(2) + np.uint64(1) for size in (_BANDS * _ROWS, _BANDS * _ROWS, _ROWS)
)
_ROLL = np.array([1_000_003**power % 2**64 for power in range(_RUN)], dtype=np.uint64)


def near_copies(texts: Iterable[str]) -> list:
    """Pairs of positions (i < j) of texts that share at least about half their word runs; in time linear in the texts.

    Of many copies each is paired with some of the first only, which is enough to bring all together.
    """
    numbers = {}  # word -> hash, computed once for all texts
    signatures = np.array([_signature(text, numbers) for text in texts], dtype=np.uint64).reshape(-1, _BANDS * _ROWS)
    seen = set()
    for band in range(_BANDS):
        keys = (signatures[:, band * _ROWS : (band + 1) * _ROWS] * _MIX).sum(axis=1)
        order = np.argsort(keys, kind="stable")
        starts = np.flatnonzero(np.r_[True, keys[order][1:] != keys[order][:-1]]) if len(order) else []
        for start, end in zip(starts, [*starts[1:], len(order)]):
            for later in range(start + 1, end):
                seen.update((int(order[first]), int(order[later])) for first in range(start, min(later, start + _MOST)))
    return sorted(pair for pair in seen if (signatures[pair[0]] == signatures[pair[1]]).mean() >= _ALIKE)


def _signature(text, numbers):
    words = text.casefold().split()[:_LONGEST]
    for word in words:
        if word not in numbers:
            numbers[word] = zlib.crc32(word.encode("utf-8", "replace"))
    hashes = np.array([numbers[word] for word in words] or [0], dtype=np.uint64)
    if len(hashes) >= _RUN:
        hashes = np.lib.stride_tricks.sliding_window_view(hashes, _RUN) @ _ROLL
    return (np.outer(np.unique(hashes), _FACTORS) + _SHIFTS).min(axis=0)
