"""Every file in tests/examples becomes what stands beside it; and rows read = kept + duplicates + set aside, whatever is thrown in.

A bug report becomes a pair of files: `name.ext` and `name.ext.expected.json`.
"""

import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import READERS, Loaded, load_file, load_paths
from loaders.rows import Problem, Remark

EXAMPLES = Path(__file__).parent / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if not path.name.endswith(".expected.json"))


def load(name, content, **options):
    """What a file of this name and content gives."""
    raw = content.encode() if isinstance(content, str) else content
    return load_file(name, io.BytesIO(raw), **options)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_example(path):
    """What is expected of an article is named: title, text, language and whatever else is known; what is not named is empty."""
    expected = json.loads(path.with_name(f"{path.name}.expected.json").read_text(encoding="utf-8"))
    loaded = load(path.name, path.read_bytes())
    names = ("title", "url", "outlet", "language", "published", "published_from", "note", "text")
    assert [{name: row[name] for name in names if row[name]} for row in loaded.rows] == expected["articles"]
    assert [reason for _, _, reason in loaded.problems] == expected.get("set_aside", [])
    assert [words for _, _, words in loaded.remarks] == expected.get("remarks", [])


def test_every_reader_has_an_example():
    """No format without proof."""
    assert {READERS[path.suffix] for path in FILES} == set(READERS.values())


# --- rows read = kept + duplicates + set aside


def count(name, raw):
    """Rows a reader gives by itself, one more where it refuses the rest of a file: counted apart from what is made of them."""
    rows = 0
    try:
        for row in READERS[Path(name).suffix](io.BytesIO(raw)):
            rows += not isinstance(row, Remark)
    except Exception:
        rows += 1
    return rows


def adds_up(name, raw):
    loaded = load_file(name, io.BytesIO(raw))
    assert count(name, raw) == len(loaded.rows) + loaded.duplicates + len(loaded.problems) == loaded.read
    assert all(file == name and reason.endswith(".") for file, _, reason in loaded.problems)
    assert len(loaded.articles()) == len(loaded.rows)
    json.dumps(loaded.rows, ensure_ascii=False).encode("utf-8")  # nothing that cannot be written


SUFFIXES = sorted({suffix: reader for suffix, reader in READERS.items() if suffix not in (".htm", ".xhtml", ".ndjson", ".rss", ".atom")})
PIECES = {
    ".txt": ["Title: x", "\n", "\n\n", "Read in Korean", "Hyesan.", "혜산", "https://example.org/a", "June 13, 2023"],
    ".md": ["---\n", "title: x\n", "a: [\n", "# Title\n", "Words.", "\n\n"],
    ".html": [
        "<html>",
        "<p>",
        "Words of it. ",
        "</p>",
        "<script>",
        "</script>",
        "<title>",
        "<meta charset=euc-kr>",
        "<!--",
        "</div>",
        "&#x0;",
    ],
    ".json": ["[", "]", "{", "}", '"text"', ":", '"a"', ",", "1e999", "NaN", "\n"],
    ".jsonl": [
        '{"text": "a"}',
        '{"text": "b", "url": "http://e.org/1"}',
        "[1]",
        "{",
        "null",
        "\n",
        '{"text": {"rendered": "<p>c</p>"}}',
        '"\\ud800"',
    ],
    ".csv": ["title,text", "\n", "a,b", '"', "a;b", ",", "혜산", "sep=;", "\r\n", '""'],
    ".tsv": ["title\ttext", "\n", "a\tb", '"', "\t"],
    ".xml": [
        "<rss>",
        "<channel>",
        "<item>",
        "<title>",
        "Words",
        "</title>",
        "</item>",
        "<!DOCTYPE a>",
        "<![CDATA[",
        "]]>",
        "&amp;",
        "<?xml version='1.0'?>",
    ],
}


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_random_bytes_add_up(suffix, data):
    """Bytes of any kind."""
    adds_up(f"a{suffix}", data.draw(st.binary(max_size=400)))


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_random_mixes_of_rows_add_up(suffix, data):
    """Whole and broken rows of the format itself, in any order, in the encodings people have."""
    pieces = data.draw(st.lists(st.sampled_from(PIECES[suffix]) | st.text(max_size=8), max_size=25))
    adds_up(f"a{suffix}", "".join(pieces).encode(data.draw(st.sampled_from(["utf-8", "cp949", "utf-16"])), "replace"))


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.fixed_dictionaries(
            {
                "text": st.text(max_size=30),
                "title": st.text(max_size=10),
                "url": st.sampled_from(["", "http://e.org/1", "e.org/1?utm_source=x"]),
            }
        )
    )
)
def test_loading_twice_keeps_nothing_new(rows):
    """The same file again is all duplicates (and the same problems)."""
    raw = "\n".join(map(json.dumps, rows)).encode()
    once = load_file("a.jsonl", io.BytesIO(raw))
    kept, problems = len(once.rows), len(once.problems)
    twice = load_file("a.jsonl", io.BytesIO(raw), loaded=once)
    assert len(twice.rows) == kept and len(twice.problems) == 2 * problems


# --- duplicates


@pytest.mark.parametrize(
    ("first", "second", "kept", "said"),
    [
        pytest.param({"url": "https://www.e.org/a/?utm_source=x"}, {"url": "http://m.e.org/a"}, 1, "", id="one address in two spellings"),
        pytest.param(
            {"url": "https://e.org/a"},
            {"url": "https://e.org/a", "text": "Updated."},
            1,
            "with other words",
            id="updated text: the first stays, and it is said",
        ),
        pytest.param({"url": "https://e.org/a"}, {"url": "https://e.org/b"}, 2, "", id="the same words at two addresses are two articles"),
        pytest.param({"url": "https://e.org/a"}, {}, 1, "", id="the same words without the address"),
        pytest.param({}, {"url": "https://e.org/a"}, 1, "without an address", id="the address comes later"),
        pytest.param({"outlet": "A"}, {"outlet": "B"}, 2, "", id="two outlets, no address"),
    ],
)
def test_duplicates(first, second, kept, said):
    """Row 25 of bad inputs: what counts as the same article."""
    base = {"title": "T", "text": "The same words."}
    loaded = load("a.jsonl", "\n".join(json.dumps(base | row) for row in (first, second)))
    assert (len(loaded.rows), loaded.duplicates) == (kept, 2 - kept)
    assert said in "".join(words for _, _, words in loaded.remarks) and bool(said) == bool(loaded.remarks)


# --- files and folders


def test_folder(tmp_path):
    """All files below a folder in the order of their names; links, unknown endings and parts of saved pages are said."""
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text("Second.")
    (tmp_path / "1.txt").write_text("First.")
    (tmp_path / "page.html").write_text("<p>Third.</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>An advertisement.</p>")
    (tmp_path / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")
    (tmp_path / "__MACOSX").mkdir()
    (tmp_path / "__MACOSX" / "._1.txt").write_bytes(b"\0\5\x16\7")
    (tmp_path / "notes.docx").write_bytes(b"PK\x03\x04")
    (tmp_path / "link.txt").symlink_to(tmp_path / "1.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    loaded = load_paths([tmp_path])
    assert [row["source_file"] for row in loaded.rows] == ["1.txt", "b/2.txt", "page.html"]
    assert [(file, reason.split(".")[0]) for file, _, reason in loaded.problems] == [
        ("link.txt", "It is a link to another place"),
        ("loop", "It is a link to another place"),
        ("notes.docx", "The ending "),
    ]
    assert [words for _, _, words in loaded.remarks] == [
        "Passed over: 2 hidden files and files of the system.",
        "Passed over: 1 parts of saved pages (folders that end in _files).",
    ]


def test_odd_paths(tmp_path, monkeypatch):
    """A link that leads nowhere, a pipe, a file that may not be read: each a sentence, none a wait or a crash."""
    import os

    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "secret.txt").write_text("x")
    real = Path.open

    def guarded(path, *args, **kwargs):
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", guarded)
    loaded = load_paths([tmp_path / "nowhere.txt", tmp_path / "pipe.txt", tmp_path / "secret.txt"])
    assert [reason for _, _, reason in loaded.problems] == [
        "The file cannot be opened: No such file or directory.",
        "It is a device or a pipe; accepted are files.",
        "The file cannot be opened: Permission denied.",
    ]


def test_progress(tmp_path):
    """A long load says how far it is."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"Report {name}.")
    said = []
    load_paths([tmp_path], progress=lambda *step: said.append(step))
    assert said == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt")]


def test_a_broken_reader_stops_no_other_file(tmp_path, monkeypatch):
    """Whatever a file does to a parser, the others are read."""

    def fails(file):
        yield {"text": "Read before it failed."}
        raise RuntimeError("boom")

    monkeypatch.setitem(READERS, ".md", fails)
    (tmp_path / "a.md").write_text("x")
    (tmp_path / "b.txt").write_text("Read.")
    loaded = load_paths([tmp_path])
    assert [row["text"] for row in loaded.rows] == ["Read before it failed.", "Read."]
    assert loaded.problems == [("a.md", None, "The file cannot be read (RuntimeError: boom).")]


def test_problem_and_frame():
    """The table of what was set aside has a row for each, and the articles frame its columns, also where nothing was read."""
    loaded = load("a.pdf", b"%PDF")
    assert loaded.set_aside().to_dict("records")[0]["file"] == "a.pdf"
    assert Loaded().articles().columns[0] == "article_id" and Loaded().set_aside().empty
    assert Problem(3, "x").row == 3
