"""Files made to harm, and files broken as files break: each gives a sentence within seconds, and the rest is read."""

import io
import json
import resource
import stat
import struct
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import archive, load_file

ROOT = Path(__file__).parent.parent
MB = 2**20


def load(name, content):
    raw = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    return load_file(name, io.BytesIO(raw))


def zipped(*files, method=zipfile.ZIP_DEFLATED):
    """A .zip of (name or ZipInfo, content)."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as made:
        for name, content in files:
            made.writestr(name, content, method)
    return out.getvalue()


def of(name, **attributes):
    info = zipfile.ZipInfo(name)
    for key, value in attributes.items():
        setattr(info, key, value)
    return info


GOOD = ("good.txt", "A report from Hyesan.")


@pytest.mark.parametrize(
    ("name", "content", "kept", "said"),
    [
        pytest.param("a.txt", "", 0, "The file is empty", id="empty file"),
        pytest.param("a.zip", b"", 0, "no whole .zip", id="empty zip"),
        pytest.param("a.zip", zipped(GOOD)[:-30], 0, "no whole .zip", id="zip cut off"),
        pytest.param("a.exe", b"MZ", 0, "The ending .exe is not known. Accepted are .txt, .md", id="unknown ending"),
        pytest.param("a", b"words", 0, "The ending (none) is not known", id="no ending"),
        pytest.param("a.txt", "Translated by Jane Doe.\nRead in Korean", 0, "no words but page furniture", id="nothing but furniture"),
        pytest.param(
            "a.txt", "word " * 300_000, 0, "1,499,999 characters; accepted are up to 1,000,000", id="an article of 1.5 million characters"
        ),
        pytest.param("a.json", "[" * 200_000, 0, "nested too deeply", id="200,000 brackets"),
        pytest.param(
            "a.jsonl",
            '{"text": "kept"}\n' + '{"a":' * 100_000 + "1" + "}" * 100_000,
            1,
            "Row 2: this line is no JSON (brackets are nested too deeply)",
            id="deep JSON in one line",
        ),
        pytest.param("a.jsonl", '{"text": "kept", "n": ' + "9" * 5000 + "}", 1, "", id="a number of 5,000 digits"),
        pytest.param(
            "a.jsonl",
            '{"text": "one"}\n{"text": "' + "x" * (50 * MB) + '"}\n{"text": "three"}',
            2,
            "Row 2: one article has 52,428,800 characters",
            id="a line of 50 MB",
        ),
        pytest.param(
            "a.csv",
            'title,text\na,one\nb,"' + "x" * (50 * MB) + '"\nc,three\n',
            2,
            "Row 3: it has 52,428,804 characters; accepted are cells",
            id="a cell of 50 MB",
        ),
        pytest.param(
            "a.csv",
            'title,text\na,one\nb,"two\n' + "".join(f"c,row {n}\n" for n in range(5000)),
            5001,
            "Row 3: a quote opens here and is not closed",
            id="a quote that would swallow the file",
        ),
        pytest.param(
            "a.csv",
            "text\n" + '"a"b\n' * 5000,
            0,
            "more than 200 rows have a broken quote; this row and the 4799 lines below it",
            id="nothing but broken quotes",
        ),
        pytest.param("a.csv", ",".join(f"c{n}" for n in range(100_000)) + "\n1\n", 0, "c19 and 99980 more", id="100,000 columns"),
        pytest.param("a.csv", "title,text\n", 0, "There is a header line and no row below it", id="header only"),
        pytest.param("a.csv", "text,text\none,two\n", 1, "", id="one header twice"),
        pytest.param(
            "a.md",
            "---\na: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12))
            + "---\nText.",
            1,
            "",
            id="YAML that multiplies itself",
        ),
        pytest.param(
            "a.xml",
            '<!DOCTYPE r [<!ENTITY a "x">]><rss><channel><item><title>&a;</title></item></channel></rss>',
            0,
            "DOCTYPE",
            id="entities in a feed",
        ),
        pytest.param("a.xml", '<!DOCTYPE r SYSTEM "file:///etc/passwd"><rss/>'.encode("utf-16"), 0, "DOCTYPE", id="the same in UTF-16"),
        pytest.param(
            "a.xml",
            "<rss><channel><item><description>a &lt;!DOCTYPE html&gt; b</description></item></channel></rss>",
            1,
            "",
            id="a DOCTYPE that is talked about",
        ),
        pytest.param("a.xml", "<a>" * 100_000, 0, "nested more than 200 deep", id="100,000 elements in each other"),
        pytest.param("a.xml", "/etc/passwd", 0, "no entry of a feed", id="a feed that is a path"),
        pytest.param(
            "a.xml",
            f"<rss><channel><item><description><![CDATA[{'line<br>' * 500}]]></description></item></channel></rss>",
            1,
            "",
            id="tags that a feed carries as characters",
        ),
        pytest.param("a.xml", "<!-- x -->" * 100_000 + "<rss/>", 0, "no entry of a feed", id="comments without end"),
        pytest.param(
            "a.xml",
            "<rss><channel>" + "".join(f"<item><title>{n}</title></item>" for n in range(3)) + "<item><ti",
            3,
            "Row 4: the entry has neither text nor title",
            id="a feed cut off: what is whole is read",
        ),
        pytest.param("a.html", "<div>" * 100_000 + "x", 0, "nested more than", id="100,000 blocks in each other"),
        pytest.param(
            "a.html", '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>Words &a; stay.</p>', 1, "", id="an entity in a page"
        ),
        pytest.param("a.html", "<p>" + "x" * (11 * MB), 0, "The page has 11 MB; accepted are pages of up to 10 MB", id="a page of 11 MB"),
        pytest.param(
            "a.html",
            "<p " + " ".join(f"a{n}=1" for n in range(500_000)) + ">x",
            0,
            "One element has more than 200 attributes",
            id="half a million attributes",
        ),
        pytest.param("a.html", "<p>x" * 500_000, 0, "more than 30,000 elements", id="half a million paragraphs"),
        pytest.param(
            "a.html",
            "<p>Words.</p><img src='data:image/png;base64," + "A" * (4 * MB) + "'>",
            1,
            "",
            id="a page saved with its pictures in it",
        ),
        pytest.param("a.html", "<script>draw()</script>", 0, "holds no text", id="a page that a script fills"),
        pytest.param(
            "a.html",
            '<script type="application/ld+json">{"@type":' * 1000 + "<p>Words.</p>",
            0,
            "holds no text",
            id="JSON-LD that never ends",
        ),
        pytest.param("a.zip", zipped(GOOD, ("in.zip", zipped(GOOD))), 1, "A .zip inside a .zip is not opened", id="zip in zip"),
        pytest.param("a.zip", zipped(GOOD, ("bomb.txt", b"\n" * (60 * MB))), 1, "packed more than 100 times", id="zip bomb"),
        pytest.param(
            "a.zip",
            zipped(GOOD, (of("link.txt", external_attr=(stat.S_IFLNK | 0o777) << 16), "/etc/passwd")),
            1,
            "It is a link to another file",
            id="link in a zip",
        ),
        pytest.param(
            "a.zip",
            zipped(GOOD, *((f"{n}.txt", "") for n in range(5001))),
            0,
            "holds 5,002 files; accepted are up to 5,000",
            id="too many files",
        ),
        pytest.param(
            "a.zip",
            zipped(
                ("../../etc/evil.txt", "Climbs."),
                ("C:\\evil.txt", "Drives."),
                ("/abs.txt", "Roots."),
                ("CON.txt", "Device."),
                ("x" * 300 + ".txt", "Long."),
            ),
            5,
            "",
            id="names that lead elsewhere lead nowhere",
        ),
        pytest.param(
            "a.zip",
            zipped(GOOD, ("__MACOSX/._good.txt", b"\0\5"), (".DS_Store", b"\0"), ("Thumbs.db", b"\0")),
            1,
            "",
            id="what systems leave behind",
        ),
    ],
)
def test_hostile_file(name, content, kept, said, tmp_path, monkeypatch):
    """Each within seconds; what is kept is kept; the sentence says what was found and what is accepted."""
    monkeypatch.chdir(tmp_path)
    start = time.process_time()
    loaded = load(name, content)
    assert time.process_time() - start < 8
    reasons = " ".join(reason for _, _, reason in loaded.problems)
    assert len(loaded.rows) == kept
    assert (said in reasons) if said else not loaded.problems
    assert loaded.rows or loaded.problems or loaded.remarks
    assert not list(tmp_path.iterdir()), "nothing is ever unpacked onto the disk"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=12), st.integers(0, 400))
def test_any_damage_to_a_zip(changes, cut):
    """Bytes changed and cut off anywhere: no crash, and something is always said or kept."""
    raw = bytearray(zipped(("1.txt", "One report. " * 20), ("2.jsonl", '{"text": "Two."}')))
    for at, byte in changes:
        raw[at % len(raw)] = byte
    loaded = load("a.zip", bytes(raw[: len(raw) - cut]))
    assert loaded.rows or loaded.problems


def test_names_in_a_zip():
    """Steps upwards are left out, Korean names read in the encoding of their maker, marks made visible."""
    made = bytearray(zipped(("../../up.txt", "One."), ("\u202etxt.exe.txt", "Two."), ("XXXX.txt", "Three.")))
    korean = "혜산".encode("cp949")
    raw = bytes(made).replace(b"XXXX", korean)
    loaded = load("a.zip", raw)
    assert [row["source_file"] for row in loaded.rows] == ["a.zip/up.txt", "a.zip/\\u202etxt.exe.txt", "a.zip/혜산.txt"]


def test_files_that_lie_upon_each_other():
    """A zip whose directory names the same bytes twice (a bomb that no single file gives away)."""
    raw = zipped(("a.txt", "x" * 100), ("b.txt", "y" * 100), method=zipfile.ZIP_STORED)
    directory = raw.rindex(b"PK\x01\x02")
    overlapping = raw[: directory + 42] + struct.pack("<I", 10) + raw[directory + 46 :]
    assert "lie upon each other" in load("a.zip", overlapping).problems[0][2]


def test_a_size_the_zip_lies_about():
    """Bytes are counted while they are unpacked; the directory may say what it likes."""
    raw = bytearray(zipped(("a.txt", b"\n" * (40 * MB))))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        raw[raw.index(mark) + at : raw.index(mark) + at + 4] = struct.pack("<I", 10)
    assert load("a.zip", bytes(raw)).problems


def test_all_of_a_zip_is_bounded(monkeypatch):
    """Many files, each harmless, are one bomb together; what fitted before is kept."""
    monkeypatch.setattr(archive, "_ALL_BYTES", 100)
    loaded = load("a.zip", zipped(("1.txt", "One. " * 10), ("2.txt", "Two. " * 15), ("3.txt", "Three.")))
    assert [row["text"][:4] for row in loaded.rows] == ["One.", "Thre"]
    assert "unpacks to more than" in loaded.problems[0][2] and loaded.problems[0][0] == "a.zip/2.txt"


def test_locked_and_odd_zips():
    """A password and a method of packing that is not known: the other file is read."""
    raw = bytearray(zipped(("a.txt", "locked"), GOOD))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in load("a.zip", bytes(raw)).problems[0][2]
    raw = bytearray(zipped(("a.txt", "odd"), GOOD))
    raw[8] = raw[raw.index(b"PK\x01\x02") + 10] = 99
    loaded = load("a.zip", bytes(raw))
    assert "cannot be unpacked" in loaded.problems[0][2] and len(loaded.rows) == 1


def test_marks_are_counted():
    """Row 10 and 11 of bad inputs: taken out, and said."""
    loaded = load("a.jsonl", json.dumps({"title": "혜\u200b산\x1b[31m", "text": "One\0 two\u202e."}))
    assert (loaded.rows[0]["title"], loaded.rows[0]["text"]) == ("혜산", "One two.")
    assert "taken out: 4" in loaded.remarks[0][2]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": "혜산시 소식", "language": "en"}, "it is given as “en” but written in “ko”"),
        ({"text": "恵山市の市場で取り締まりが強まっている"}, "neither English nor Korean"),
        ({"text": "혜산시 단속이 강화되었다".encode("cp949").decode("latin-1")}, "wrong encoding"),
        ({"text": "x", "published": "soon"}, "the date “soon” is not understood"),
    ],
)
def test_doubts(row, said):
    """Kept, and said: what the person should look at."""
    loaded = load("a.jsonl", json.dumps(row))
    assert len(loaded.rows) == 1 and said in loaded.remarks[0][2]


def test_script_stays_text():
    """HTML in a field is words, whichever format it came in."""
    payload = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    for name, content in {
        "a.jsonl": json.dumps({"title": payload, "text": payload}),
        "a.csv": f"title,text\n{payload},{payload}\n",
        "a.txt": f"{payload}\n\n{payload}",
    }.items():
        assert (load(name, content).rows[0]["title"], load(name, content).rows[0]["text"]) == (payload, payload)


def test_memory_is_bounded(tmp_path):
    """A file of 50 MB on one line, and a bomb of 300 MB in a zip, under a limit of 800 MB for the whole program."""
    (tmp_path / "line.jsonl").write_text('{"text": "' + "혜" * (17 * MB) + '"}\n{"text": "kept"}\n', encoding="utf-8")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as made, made.open("bomb.jsonl", "w") as inside:
        for _ in range(75):
            inside.write(b" " * (4 * MB))
    script = "import sys; from loaders import load_paths; l = load_paths(sys.argv[1:]); print(len(l.rows), len(l.problems))"
    limit = 800 * MB
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, timeout=60,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)),
    )  # fmt: skip
    assert (done.stdout.strip(), done.stderr) == ("1 2", "")
