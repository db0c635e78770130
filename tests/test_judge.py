"""The judge: which codes stand after rules and words were heard, the words it shows, and what it leaves to the rules."""

import numpy as np
import pytest

from reports import judge as judging
from reports.judge import SIGNS, given, judge, settle, signs, strengths_of
from reports.learned import Model, model
from reports.score import LANGUAGES
from reports.text import Document
from reports.words import say

# Thirty words the model below knows and one of each kind that decides.
FILLING = [f"filler{chr(97 + n // 26)}{chr(97 + n % 26)}" for n in range(30)]
NOTHING = {"themes": [], "crackdown": False, "actors": [], "targets": [], "sanctions": []}
NAMES = (("themes", "markets"), ("themes", "drugs"), ("crackdown", "true"), ("actors", "police"), ("targets", "women"), ("sanctions", "fine"))


def tiny(**weights):
    """A model that knows the filling and the words given: word -> what it says of the first three of NAMES."""
    words = [*FILLING, *weights]
    table = np.array([[0.0] * 6] * len(FILLING) + [[*w, 0, 0, 0] for w in weights.values()])
    return Model({w: at for at, w in enumerate(words)}, np.ones(len(words)), table, np.zeros(6), NAMES)


def trusting(words=0.0, rules=0.0):
    """A judge that goes by words and rules as far as told, and is against every code where they say nothing."""
    by = {"words": words, "rules": rules}
    return np.array([[by.get(sign, 0.0) for sign in SIGNS]] * len(NAMES)), np.full(len(NAMES), -1.0)


def coded(text, known, judged, **codes):
    """What comes of a text to which the rules gave the codes."""
    return settle(Document("", text + " " + " ".join(FILLING), "en"), NOTHING | codes, [], known, judged, enough=0.5)


@pytest.mark.parametrize(
    ("says", "judged", "rules", "expected"),
    [
        pytest.param((9, 0, 0), trusting(words=9), {}, {"themes": ["markets"]}, id="words that speak for a code add it, where words are trusted"),
        pytest.param((9, 0, 0), trusting(rules=9), {}, {}, id="and do not where they are not"),
        pytest.param((-9, 0, 0), trusting(9, 2), {"themes": ["markets"]}, {"themes": []}, id="words that speak against a code take it back"),
        pytest.param((-9, 0, 0), trusting(0, 2), {"themes": ["markets"]}, {"themes": ["markets"]}, id="the rules stand where they are trusted"),
        pytest.param((9, 9, 0), trusting(9), {}, {"themes": ["drugs", "markets"]}, id="several codes, in order"),
        pytest.param((0, 0, 9), trusting(9), {}, {"crackdown": True}, id="a crackdown is added"),
        pytest.param((0, 0, -9), trusting(9, 2), {"crackdown": True}, {"crackdown": False}, id="and taken back"),
        pytest.param((0, 0, 0), trusting(), {"themes": ["waku_permits"]}, {"themes": ["waku_permits"]}, id="a code nobody could learn is left to the rules"),
    ],
)
def test_which_codes_stand(says, judged, rules, expected):
    codes, evidence = coded("They cleared the lanterns away.", tiny(lantern=says), judged, **rules)
    assert codes == NOTHING | rules | expected
    added = {c for c in codes["themes"] if c not in rules.get("themes", [])} | ({"true"} if codes["crackdown"] and not rules.get("crackdown") else set())
    assert {e.code for e in evidence} == added
    assert all((e.words, e.note) == ("lanterns", say("note_words")) for e in evidence), "an added code shows the word it came from"


def test_what_the_rules_found_too_weak_is_shown_where_it_is_given_after_all():
    document = Document("", "A trader sold noodles at the market stalls. " + " ".join(FILLING), "en")
    _, evidence = settle(document, NOTHING, [], tiny(noodl=(9, 0, 0)), trusting(words=9), enough=0.5)
    assert {e.note for e in evidence if e.code == "markets"} == {say("note_too_weak")}
    assert all(document.text[e.start : e.end] == e.words for e in evidence)


def test_a_code_for_which_no_word_speaks_is_not_given():
    always = (trusting()[0], np.full(len(NAMES), 9.0))
    assert coded("Nothing of note.", tiny(), always) == (NOTHING, [])


@pytest.mark.parametrize(
    ("sign", "expected"),
    [
        pytest.param(None, False, id="nothing is named of it: it must be rather right than wrong"),
        pytest.param("named", True, id="a word of the lexicon stands for it"),
        pytest.param("strength", True, id="it speaks by the rules"),
        pytest.param("rules", True, id="the rules give it"),
    ],
)
def test_how_sure_is_sure_enough(sign, expected):
    said = np.array([[1.0 if name == sign else 0.0 for name in SIGNS]])
    assert given(np.array([0.4]), said, enough=0.375).tolist() == [expected]
    assert given(np.array([0.6]), said, enough=0.375).all() and not given(np.array([0.3]), said, enough=0.375).any()


def test_a_code_that_is_taken_back_takes_its_words_along():
    document = Document("", "Lanterns. " + " ".join(FILLING), "en")
    evidence = [document.evidence("themes", "markets", "text", 0, 8), document.evidence("places", "Hyesan", "text", 0, 8)]
    settled = settle(document, NOTHING | {"themes": ["markets"]}, evidence, tiny(lantern=(-9, 0, 0)), trusting(9), enough=0.5)
    assert [e.code for e in settled[1]] == ["Hyesan"]


def test_a_short_text_is_left_to_the_rules():
    document = Document("", "They cleared the lanterns away.", "en")
    assert settle(document, NOTHING, [], tiny(lantern=(9, 9, 9)), trusting(9), enough=0.5) == (NOTHING, [])


def test_the_signs_of_a_code():
    """Two themes: the rules give one of them; of the other they find half of what is enough, and words speak for it."""
    strengths = {"themes": {"markets": (5.0, 9.0), "drugs": (0.5, 1.0)}, "crackdown": {"true": (4.0, 0.0)}, "actors": {}, "targets": {}, "sanctions": {}}
    values = np.array([-1.0, 2.0, 0.5, 0, 0, 0])
    rules = NOTHING | {"themes": ["markets"]}
    markets, drugs = (dict(zip(SIGNS, row)) for row in signs(NAMES, rules, strengths, values, length=1.0)[:2])
    assert markets == {
        "words": -1, "words for it": 0, "rules": 1, "rules and words": -1, "strength": 3, "some strength": 1, "strongest other": 0.5,
        "words for another": 2, "named": 4, "others given": 0, "enforcement": 2.5, "words for a crackdown": 0.5, "length": 0,
    }  # fmt: skip
    assert drugs | {"enforcement": 0, "words for a crackdown": 0} == {
        "words": 2, "words for it": 2, "rules": 0, "rules and words": 0, "strength": 0.5, "some strength": 0.5, "strongest other": 3,
        "words for another": 0, "named": 1, "others given": 1, "enforcement": 0, "words for a crackdown": 0, "length": 0,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "language", "field", "code"),
    [
        pytest.param("Police arrested three smugglers in Hyesan.", "en", "actors", "police", id="an organ that acts"),
        pytest.param("보위부가 혜산에서 밀수꾼을 체포했다.", "ko", "targets", "smugglers", id="people who are struck"),
    ],
)
def test_what_is_named_more_speaks_more_strongly(text, language, field, code):
    assert strengths_of(Document("", text, language))[field][code][0] > 0.5
    assert code not in strengths_of(Document("", "", language))[field]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_that_words_speak_for_can_be_judged(language):
    weights, alone = judge(language)
    assert weights.shape == (len(model(language).names), len(SIGNS)) and len(alone) == len(weights)
    assert 0 < judging.limit() < 1


def test_a_sign_that_is_missing_is_named(tmp_path, monkeypatch):
    monkeypatch.setattr(judging, "FOLDER", tmp_path)
    (tmp_path / "judge.csv").write_text("language,field,sign,code,weight\nen,themes,words,,1.0\n", encoding="utf-8")
    with pytest.raises(ValueError, match="en, [a-z]+: no weight for .+; `python -m reports learn` writes all"):
        judge.__wrapped__("en")
