"""The word model: what it adds to the rules and takes from them, the words it shows, and that it is learned the same way twice."""

import numpy as np
import pytest

from reports.codebook import FIELDS as CODED
from reports.codebook import codebook
from reports.coding import CODERS
from reports.learned import FIELDS, NOTE, Model, model, settle, weigh, words_of
from reports.learning import fingerprint, learn
from reports.score import LANGUAGES, read_gold
from reports.text import Document

# Thirty words the model below knows and one of each kind that decides.
FILLING = [f"filler{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(30)]
NOTHING = {"themes": [], "crackdown": False, "actors": [], "targets": [], "sanctions": []}


def tiny(**weights):
    """A model of two themes and of crackdown that knows the filling and the words given: word -> (markets, drugs, crackdown)."""
    words = [*FILLING, *weights]
    table = np.array([[0.0, 0.0, 0.0]] * len(FILLING) + [list(w) for w in weights.values()])
    names = (("themes", "markets"), ("themes", "drugs"), ("crackdown", "true"))
    return Model({w: at for at, w in enumerate(words)}, np.ones(len(words)), table, np.zeros(3), names, add=0.5, drop=-0.5)


def coded(text, known, **codes):
    """What comes of a text to which the rules gave the codes."""
    return settle(Document("", text + " " + " ".join(FILLING), "en"), NOTHING | codes, [], known)


@pytest.mark.parametrize(
    ("weights", "given", "expected"),
    [
        pytest.param({"stalls": (9, 0, 0)}, {}, {"themes": ["markets"]}, id="a word that speaks for a code adds it"),
        pytest.param({"stalls": (1, 0, 0)}, {}, {"themes": []}, id="a word that hardly does adds nothing"),
        pytest.param({"stalls": (-9, 0, 0)}, {"themes": ["markets"]}, {"themes": []}, id="a word that speaks against a code takes it back"),
        pytest.param({"stalls": (-1, 0, 0)}, {"themes": ["markets"]}, {"themes": ["markets"]}, id="a little doubt leaves the rules as they are"),
        pytest.param({"stalls": (9, 9, 0)}, {"themes": ["waku_permits"]}, {"themes": ["drugs", "markets", "waku_permits"]}, id="other codes stay, in order"),
        pytest.param({"stalls": (0, 0, 9)}, {}, {"crackdown": True}, id="crackdown is added"),
        pytest.param({"stalls": (0, 0, -9)}, {"crackdown": True}, {"crackdown": False}, id="crackdown is taken back"),
    ],
)
def test_what_the_model_adds_and_takes(weights, given, expected):
    known = tiny(stall=weights["stalls"])
    codes, evidence = coded("They cleared the stalls away.", known, **given)
    assert codes == NOTHING | given | expected
    added = [c for c in codes["themes"] if c not in given.get("themes", [])]
    assert {e.code for e in evidence} == {*added, *(["true"] if codes["crackdown"] else [])}
    assert all(e.words == "stalls" and e.note == NOTE for e in evidence), "an added code shows the word it came from"


def test_a_code_that_is_taken_back_takes_its_words_along():
    known, document = tiny(stall=(-9, 0, 0)), Document("", "Stalls. " + " ".join(FILLING), "en")
    evidence = [document.evidence("themes", "markets", "text", 0, 6), document.evidence("places", "Hyesan", "text", 0, 6)]
    assert [e.code for e in settle(document, NOTHING | {"themes": ["markets"]}, evidence, known)[1]] == ["Hyesan"]


def test_a_short_text_is_left_to_the_rules():
    document = Document("", "They cleared the stalls away.", "en")
    assert settle(document, NOTHING, [], tiny(stall=(9, 9, 9))) == (NOTHING, [])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "The traders' stalls", ["trad", "stall", "trad stall"], id="English stems and pairs, plain words passed over"),
        pytest.param("en", "1,000 yuan", ["yuan"], id="no numbers"),
        pytest.param("ko", "밀수꾼들을 5명", ["밀수", "밀수꾼", "밀수꾼들"], id="Korean beginnings, so that particles do not matter"),
        pytest.param("ko", "", [], id="nothing"),
    ],
)
def test_the_words_of_a_text(language, text, expected):
    assert [word for word, *_ in words_of(Document("", text, language))] == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_model_fits_the_codebook_and_its_examples(language):
    known = model(language)
    every = {(field, code) for field in CODED if field in FIELDS for code in codebook().codes(field)} | {("crackdown", "true")}
    assert set(known.names) <= every and {field for field, _ in known.names} == set(FIELDS) == set(CODERS) & set(FIELDS)
    assert known.drop < 0 < known.add


def test_the_model_was_learned_from_the_examples_at_hand():
    from reports.learned import FOLDER

    assert f"learned_from: {fingerprint()}" in (FOLDER / "limits.yml").read_text(encoding="utf-8"), "run `python -m reports learn`"


def test_words_are_weighed_as_they_were_when_learned(tmp_path):
    """Learning from the same examples gives the same files, and what was learned speaks for the code of its examples."""
    gold = [line for line in read_gold() if line["language"] == "ko"][::4]
    examples = {"en": [line for line in read_gold() if line["language"] == "en"][::6], "ko": []}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        learn(tmp_path / name, gold, examples)
    for file in ("words.en.csv", "words.ko.csv", "limits.yml"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_examples_speak_for_their_codes(language):
    """Of the hand-coded reports it was learned from, the model puts nine in ten above the others in a common theme."""
    known = model(language)
    at = known.names.index(("themes", "smuggling"))
    lines = [line for line in read_gold() if line["language"] == language]
    sums = [(weigh(Document(line["title"] or "", line["text"], language), known)[0][at], "smuggling" in line["gold"]["themes"]) for line in lines]
    carrying, others = [s for s, yes in sums if yes], [s for s, yes in sums if not yes]
    assert np.mean([[one > other for other in others] for one in carrying]) > 0.9
