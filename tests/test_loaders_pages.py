"""What a page says of itself, in the order of trust."""

import io

import pytest

from loaders import load_file

TEXT = "<p>Guards at the river have put up a second fence, people near Hyesan say.</p>"


def page(head, body=TEXT):
    loaded = load_file("a.html", io.BytesIO(f"<html><head>{head}</head><body>{body}</body></html>".encode()))
    return loaded.rows[0] if loaded.rows else loaded.problems


def ld(words):
    return f'<script type="application/ld+json">{words}</script>'


@pytest.mark.parametrize(
    ("head", "published", "rule"),
    [
        (
            ld('{"@type":"NewsArticle","datePublished":"2023-06-13"}') + '<meta name="date" content="2023-06-14">',
            "2023-06-13",
            "JSON-LD datePublished",
        ),
        (ld('[{"@type":["Article","NewsArticle"],"datePublished":["2023-06-13"]}]'), "2023-06-13", "JSON-LD datePublished"),
        (
            ld('{"@type":"Organization","foundingDate":"1999-01-01"}') + '<meta name="date" content="2023-06-14">',
            "2023-06-14",
            "meta tag date",
        ),
        (
            ld("{broken") + '<meta property="article:published_time" content="2023-06-15T09:00:00+09:00">',
            "2023-06-15",
            "Open Graph article:published_time",
        ),
        ('<meta itemprop="datePublished" content="20230613103000">', "2023-06-13", "meta tag datepublished"),
        ('<meta name="date" content="soon"><link rel="canonical" href="https://e.org/2023/06/13/a">', "2023-06-13", "date in the address"),
        ('<meta property="og:url" content="https://www.dailynk.com/20250314-6/">', "2025-03-14", "date in the address"),
        (
            '<link rel="alternate" hreflang="ko-KR" href="https://www.dailynk.com/20250314-6/">',
            "2025-03-14",
            "date in the address of the Korean version",
        ),
        ("", None, ""),
    ],
)
def test_published(head, published, rule):
    """JSON-LD, Open Graph, other meta tags, the address, the Korean version."""
    row = page(head)
    assert (row["published"], row["published_from"]) == (published, rule)


def test_time_and_relative_link():
    """A time marked as that of publication; a link to the Korean version without its host."""
    row = page("", '<time datetime="2020-01-01">old</time><time itemprop="datePublished" datetime="2023-06-13T10:00">13 June</time>' + TEXT)
    assert (row["published"], row["published_from"]) == ("2023-06-13", "time marked as published")
    row = page(
        '<link rel="canonical" href="https://www.dailynk.com/english/a/">', TEXT + '<p><a href="/20250314-6/">Read in Korean</a></p>'
    )
    assert (row["published"], row["published_from"]) == ("2025-03-14", "date in the address of the Korean version")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        (ld('{"@type":"NewsArticle","headline":"Fence &amp; river"}') + "<title>Other</title>", "", "Fence & river"),
        ('<meta property="og:title" content="Fence"><title>Other</title>', "", "Fence"),
        ("<title>Fence - Daily NK English</title>", "<h1>Daily NK</h1><h1>Fence</h1>", "Fence"),
        ('<title>Fence | Example</title><meta property="og:site_name" content="Example">', "", "Fence"),
        ("<title>A fence - and a river</title>", "", "A fence - and a river"),
        ("", "<h1>Fence</h1>", "Fence"),
        ("", "", ""),
    ],
)
def test_title(head, body, title):
    assert page(head, body + TEXT)["title"] == title


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        ('<link rel="canonical" href="https://e.org/a"><meta property="og:url" content="https://e.org/b">', "https://e.org/a", "e.org"),
        (
            '<link rel="canonical" href="/a"><meta property="og:url" content="https://e.org/b?utm_source=x">',
            "https://e.org/b?utm_source=x",
            "e.org",
        ),
        pytest.param(
            '<link rel="canonical" href="https://e.org/">' + ld('{"@type":"WebPage","url":"https://e.org/c"}'),
            "https://e.org/c",
            "e.org",
            id="canonical link to the front page",
        ),
        pytest.param('<link rel="canonical" href="javascript:alert(1)">', "", "", id="an address that is a script"),
        pytest.param('<link rel="alternate" hreflang="ko" href="http://[">', "", "", id="an address that is none"),
        (ld('{"@type":"NewsArticle","publisher":{"@type":"Organization","name":"Example Press"}}'), "", "Example Press"),
        ('<meta property="og:site_name" content="데일리NK">', "", "Daily NK"),
    ],
)
def test_address_and_outlet(head, url, outlet):
    row = page(head)
    assert (row["url"], row["outlet"]) == (url, outlet)


def test_language_is_that_of_the_words():
    """Many Korean pages call themselves English; it is said."""
    loaded = load_file("a.html", io.BytesIO('<html lang="en"><body><p>혜산시 국경에 철조망이 늘었다고 전했다.</p></body></html>'.encode()))
    assert loaded.rows[0]["language"] == "ko" and "given as “en” but written in “ko”" in loaded.remarks[0][2]
