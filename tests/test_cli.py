"""python -m loaders code | add | remove: what goes where, the sentences, and the exit codes 0, 1 and 2."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from loaders.__main__ import main
from reports.store import Store

ROOT = Path(__file__).parent.parent
CODED = ["article_id", "url", "outlet", "title", "text", "language", "published"]
CODES = {"themes", "crackdown", "places", "dates", "actors", "targets", "sanctions", "people", "money", "evidence"}


@pytest.fixture
def folder(tmp_path):
    """A folder with two articles, one in each language."""
    made = tmp_path / "기사 모음"
    made.mkdir()
    (made / "1.txt").write_text("Raid in Hyesan\n\nPolice arrested smugglers in Hyesan on June 13.", encoding="utf-8")
    (made / "2.jsonl").write_text(
        '{"title": "혜산 단속", "text": "혜산시 안전원들이 밀수꾼을 단속했다.", "gold": {"themes": ["drugs"]}}\n', encoding="utf-8"
    )
    return made


def run(*arguments, **options):
    """The command line as a program of its own."""
    environment = {**os.environ, **options.pop("env", {}), "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, "-m", "loaders", *map(str, arguments)], capture_output=True, env=environment, timeout=60, **options
    )


def test_code(folder, capsys):
    """One line an article, each ending in a newline, Hangul unescaped; the codes at the top level; nothing is stored."""
    assert main(["code", str(folder)]) == 0
    out, err = capsys.readouterr()
    lines = out.split("\n")
    rows = [json.loads(line) for line in lines[:-1]]
    assert lines[-1] == "" and len(rows) == 2 and "혜산 단속" in out
    assert all(list(row)[: len(CODED)] == CODED and set(row) == {*CODED, *CODES} for row in rows)
    assert rows[0]["published"] is None
    assert err == "2 rows read = 2 kept + 0 duplicates + 0 set aside.\n"
    assert not Store().folder.exists()


def test_code_into_a_file(folder, tmp_path, capsys):
    """--out holds what would have been printed, and is put in place when it is whole."""
    main(["code", str(folder)])
    printed = capsys.readouterr().out
    assert main(["code", str(folder), "--out", str(tmp_path / "coded.jsonl")]) == 0
    assert (tmp_path / "coded.jsonl").read_bytes().decode("utf-8") == printed
    assert capsys.readouterr().out == "" and not list(tmp_path.glob("*.part"))


def test_a_failure_leaves_the_old_file(folder, tmp_path, monkeypatch):
    """A cut in the middle of coding harms nothing that was there."""
    (tmp_path / "coded.jsonl").write_text("old")
    monkeypatch.setattr("loaders.__main__.code_article", lambda row: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        main(["code", str(folder), "--out", str(tmp_path / "coded.jsonl")])
    assert (tmp_path / "coded.jsonl").read_text() == "old" and not list(tmp_path.glob("*.part"))


def test_code_says_what_was_set_aside(folder, capsys):
    """Exit code 1; file, row and reason; the other articles are coded; what only needs a look is a note."""
    (folder / "3.jsonl").write_text('{"text": "One."}\n{"text": \n{"text": "Three.", "published": "soon"}\n')
    (folder / "4\x1b[31m.txt").write_text("")
    assert main(["code", str(folder)]) == 1
    out, err = capsys.readouterr()
    assert out.count("\n") == 4
    assert "Set aside: 3.jsonl: Row 2: this line is no JSON" in err
    assert "Set aside: 4\\u001b[31m.txt: The file is empty" in err and "\x1b" not in err
    assert "Note: 3.jsonl: Row 3: the date “soon” is not understood" in err
    assert err.endswith("6 rows read = 4 kept + 0 duplicates + 2 set aside.\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["code", "no/such/file.txt"], "There is no file or folder no/such/file.txt.", id="no such file"),
        pytest.param(["add", "no/such"], "There is no file or folder no/such.", id="no such folder"),
        pytest.param(
            ["code", "README.md", "--out", "no/such/out.jsonl"], "There is no folder no/such to write into.", id="no folder to write into"
        ),
        pytest.param(["add", "README.md", "--collection", "sample"], "is that of the sample; choose another", id="the name of the sample"),
        pytest.param(["remove"], "Say what to remove", id="remove what?"),
    ],
)
def test_wrong_usage(arguments, said, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert main(arguments) == 2
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["nonsense"], ["code"], ["code", "x", "--format", "csv"]])
def test_usage_is_explained(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2 and "usage: python -m loaders" in capsys.readouterr().err


def test_add_twice_and_remove(folder, tmp_path, capsys):
    """Adding the same folder again changes nothing; an article or a collection is removed for good."""
    store = ["--store", str(tmp_path / "my store")]
    assert main(["add", str(folder), *store]) == 0
    assert "2 rows read = 2 kept + 0 duplicates + 0 set aside." in capsys.readouterr().err
    held = Store(tmp_path / "my store")
    version = held.version
    assert set(held.articles()["collection"]) == {"기사 모음"}
    assert main(["add", str(folder), *store]) == 0
    assert "2 rows read = 0 kept + 2 duplicates + 0 set aside." in capsys.readouterr().err and held.version == version
    assert main(["remove", held.articles()["article_id"][0], *store]) == 0
    assert capsys.readouterr().err == "1 article removed for good.\n" and len(held.articles()) == 1
    assert main(["remove", "--collection", "기사 모음", *store]) == 0
    assert len(held.articles()) == 0 and len(held.reports()) == 0


def test_remove_what_is_not_there(folder, tmp_path, capsys):
    """Exit code 1 and a sentence with what there is; what is there is removed all the same; no store is made by asking."""
    store = ["--store", str(tmp_path / "store")]
    assert main(["remove", "0123456789abcdef", *store]) == 1
    assert "There is no article 0123456789abcdef in the store" in capsys.readouterr().err and not (tmp_path / "store").exists()
    main(["add", str(folder), "--collection", "mine", *store])
    capsys.readouterr()
    assert main(["remove", "--collection", "yours", *store]) == 1
    assert "There is no collection “yours” in the store" in (err := capsys.readouterr().err) and "its collections: mine" in err
    there = Store(tmp_path / "store").articles()["article_id"][0]
    assert main(["remove", there, "0123456789abcdef", *store]) == 1
    assert capsys.readouterr().err.endswith("1 article removed for good.\n")


def test_a_store_that_cannot_be_written(folder, tmp_path, capsys):
    (tmp_path / "store").write_text("a file, no folder")
    assert main(["add", str(folder), "--store", str(tmp_path / "store")]) == 1
    assert str(tmp_path / "store") in capsys.readouterr().err


@pytest.mark.parametrize(
    "locale", [{"LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "euc-kr", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}]
)
def test_under_another_locale_in_a_korean_path(folder, locale):
    """UTF-8 goes out whatever the locale says."""
    (folder / "혜산.pdf").write_text("x")
    done = run("code", folder, "--out", "/dev/stdout", env=locale, cwd=folder)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert done.returncode == 1 and "Set aside: 혜산.pdf: The ending .pdf is not known" in err and "Traceback" not in err
    assert "혜산 단속" in out and out.count("\n") == 2


def test_output_that_is_closed_early(tmp_path):
    """`| head -1` ends the writing without a traceback."""
    (tmp_path / "many.jsonl").write_text("".join(json.dumps({"text": f"Report {n}. " + "Words. " * 500}) + "\n" for n in range(60)))
    program = f"{sys.executable} -m loaders code {tmp_path}/many.jsonl | head -c 100"
    done = subprocess.run(["bash", "-c", f"set -o pipefail; {program}"], capture_output=True, cwd=ROOT, timeout=60)
    assert len(done.stdout) == 100 and b"Traceback" not in done.stderr and b"Broken" not in done.stderr
    assert done.returncode == 0 and b"60 rows read = 60 kept" in done.stderr


def test_progress_on_a_terminal_only(folder, monkeypatch, capsys):
    """A long work says how far it is where somebody watches; logs stay clean."""
    import loaders.__main__ as program

    steps = iter(range(1000))
    monkeypatch.setattr(program.time, "monotonic", lambda: next(steps))
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["code", str(folder)])
    err = capsys.readouterr().err
    assert "Reading: 0 of 2, 1.txt" in err and "Coding: 1 of 2, 2.jsonl" in err
