"""Sentences: where they end, that none is lost, and that none is endless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.text import Document, split_sentences

ENDS = [
    pytest.param("He came on Feb. 8. She left.", ["He came on Feb. 8.", "She left."], id="a month's abbreviation ends none"),
    pytest.param(
        "“They came,” he said. “Why?” Nobody knew.", ["“They came,” he said.", "“Why?”", "Nobody knew."], id="closing quotes go along"
    ),
    pytest.param("체포했다. 풀려났다.", ["체포했다.", "풀려났다."], id="Korean"),
    pytest.param("체포했다.풀려났다.", ["체포했다.", "풀려났다."], id="Korean without a space"),
    pytest.param("One line\nanother", ["One line", "another"], id="a line break"),
]


@pytest.mark.parametrize("words, expected", ENDS)
def test_sentences(words, expected):
    assert [s.words for s in split_sentences("text", words)] == expected


def test_an_endless_sentence_is_cut_at_a_space():
    sentences = split_sentences("text", "since late May, " * 1000)
    assert max(len(s.words) for s in sentences) <= 1000
    assert all(s.words.endswith(",") or s.words.endswith(("since", "late")) for s in sentences)


@given(st.text(alphabet="ab .\n!”다각İ", max_size=60).map(lambda s: s * 40))
def test_sentences_cover_every_letter(words):
    sentences = split_sentences("text", words)
    assert "".join("".join(s.words.split()) for s in sentences) == "".join(words.split())
    assert all(words[s.start : s.end] == s.words for s in sentences)


@given(st.text(max_size=80))
def test_lower_case_keeps_every_place(words):
    document = Document(words, words, "en")
    assert len(document.lowered["text"]) == len(words)


def test_a_curved_apostrophe_is_read_as_a_straight_one_and_quotes_stay():
    words = "The people’s committee’s ‘order’ of İnju"
    lowered = Document("", words, "en").lowered["text"]
    assert lowered.startswith("the people's committee's ‘order’ of") and len(lowered) == len(words)
