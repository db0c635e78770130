"""Intervals and tests for small numbers of reports, each by a standard method.

Wilson, E. B. (1927): Probable inference, the law of succession, and statistical inference. JASA 22: 209-212.
Przyborowski, J. and Wilenski, H. (1940): Homogeneity of results in testing samples from Poisson series. Biometrika 31: 313-323.
"""

import math

import numpy as np

Z = 1.959964  # of a normal distribution: 95 in a hundred lie within


def wilson(n: np.ndarray, of: np.ndarray) -> tuple:
    """The 95% interval of the shares n / of (Wilson 1927), as (low, high); (0, 1) where nothing is known."""
    n, of = np.asarray(n, dtype=float), np.asarray(of, dtype=float)
    safe = np.maximum(of, 1)
    share, square = n / safe, Z * Z
    middle = (share + square / (2 * safe)) / (1 + square / safe)
    half = Z / (1 + square / safe) * np.sqrt(share * (1 - share) / safe + square / (4 * safe * safe))
    low = np.where((of > 0) & (n > 0), np.maximum(0, middle - half), 0.0)
    return low, np.where((of > 0) & (n < of), np.minimum(1, middle + half), 1.0)  # the ends are exact where rounding would miss them


def rate_ratio(n: int, of: float, other_n: int, other_of: float) -> tuple:
    """(ratio, low, high) of two rates n / of and other_n / other_of.

    Given their sum, the first of two Poisson counts is binomial; the interval of its share (Wilson) becomes that of the ratio. None
    where a rate cannot be told; the upper end is infinite where the other count is 0.
    """
    if not of or not other_of or not n + other_n:
        return None
    low, high = wilson(n, n + other_n)
    scale = other_of / of
    return tuple(_odds(share) * scale for share in (n / (n + other_n), float(low), float(high)))


def _odds(share):
    return math.inf if share >= 1 else share / (1 - share)


def at_least(n: int, of: float, before: int, before_of: float) -> float:
    """How likely n or more reports of `of` articles would be, were the rate that of the baseline: `before` reports of `before_of` articles.

    The conditional test of two Poisson counts (Przyborowski and Wilenski 1940), which takes account of how little a short baseline says.
    """
    total, share = n + before, of / (of + before_of)
    if n <= 0 or n <= total * share:
        return 1.0
    log = math.lgamma(total + 1) - math.lgamma(n + 1) - math.lgamma(total - n + 1) + n * math.log(share)
    log += (total - n) * math.log1p(-share) if total > n else 0.0
    term, tail, ratio = math.exp(log), 0.0, share / (1 - share) if share < 1 else math.inf
    for k in range(n, total + 1):
        tail += term
        term *= (total - k) / (k + 1) * ratio if k < total else 0.0
        if term < tail * 1e-12:
            break
    return min(1.0, tail)
