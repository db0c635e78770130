"""The lexicon tested by its own table: every entry's example is found, its counter-example is not; and the loader's promises."""

import json
from collections import Counter, defaultdict
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.codebook import FIELDS, codebook
from reports.contexts import SCOPES, contexts_of
from reports.korean_forms import forms
from reports.lexicon import FOLDER, ROLES, Matcher, entries, hits_of
from reports.text import Document

ENTRIES = entries()
CODED = [e for e in ENTRIES if e.group in FIELDS]
ROLE_NAMES = {
    "acts": {"enforcement", "pressure", "measure"},
    "contexts": {"background", "law", "threat", "prospect", "negation", "foreign"},
}


def name(entry):
    return f"{entry.group}.{entry.language}:{entry.code}:{entry.terms[0]}"


def language(entry):
    return "ko" if entry.language == "ko" else "en"


@cache
def alone(entry):
    """A matcher that knows one entry only."""
    return Matcher((entry,), language(entry))


def hits(entry, sentence):
    return alone(entry).find(Document("", sentence, language(entry)))


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.example], ids=name)
def test_an_entry_finds_its_example(entry):
    assert hits(entry, entry.example), f"{entry.example!r} has no hit."


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.counter], ids=name)
def test_an_entry_passes_over_its_counter_example(entry):
    found = [entry.counter[h.start : h.end] for h in hits(entry, entry.counter)]
    assert not found, f"{entry.counter!r} is hit by {found}."


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.group in ("themes", "sanctions", "acts", "contexts")], ids=name)
def test_an_entry_says_why_and_shows_what_it_means(entry):
    missing = [key for key in ("reason", "example", "counter") if not getattr(entry, key)]
    assert not missing, f"An entry of {entry.group}.{entry.language}.yml for {entry.code} lacks {', '.join(missing)}."


@pytest.mark.parametrize("entry", CODED, ids=name)
def test_codes_stand_in_the_codebook(entry):
    assert entry.code in codebook().codes(entry.group)


@pytest.mark.parametrize("group", sorted(ROLE_NAMES))
def test_groups_without_codes_keep_to_their_names(group):
    assert {e.code for e in ENTRIES if e.group == group} == ROLE_NAMES[group]


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.group == "contexts"], ids=name)
def test_contexts_say_how_far_they_reach(entry):
    assert entry.more.get("scope") in SCOPES
    assert isinstance(entry.more.get("reach", 1), int)


@pytest.mark.parametrize("group", ["themes", "sanctions"])
@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_code_has_words_in_both_languages(group, language):
    assert {e.code for e in ENTRIES if e.group == group and e.language == language} == set(codebook().codes(group))


@pytest.mark.parametrize("entry", [e for e in ENTRIES if e.group in ("themes", "sanctions", "acts", "contexts")], ids=name)
def test_no_term_stands_twice_in_one_entry(entry):
    for role in ROLES:
        twice = [term for term, n in Counter(getattr(entry, role)).items() if n > 1]
        assert not twice, f"{role} of {name(entry)} repeats {twice}."


def test_no_term_counts_twice_for_one_code_under_the_same_conditions():
    places = defaultdict(list)
    for e in ENTRIES:
        if e.group in ("themes", "sanctions"):
            for term in e.terms:
                places[e.group, e.language, e.code, term, e.near, e.also, e.first, e.then].append(name(e))
    twice = {key[:4]: found for key, found in places.items() if len(found) > 1}
    assert not twice


def test_keys_are_known():
    ours = [e for e in ENTRIES if e.group in ("themes", "sanctions", "acts", "contexts")]
    unknown = {(e.group, key) for e in ours for key in e.more if key not in ("scope", "reach")}
    assert not unknown


FORMS = [
    pytest.param("막히", ["막힌", "막혀", "막혔"], id="ㅣ melts into ㅕ"),
    pytest.param("감시하", ["감시한", "감시해", "감시했"], id="하 becomes 해"),
    pytest.param("나르", ["나른", "날라", "날랐"], id="르 doubles its ㄹ"),
    pytest.param("모으", ["모은", "모아", "모았"], id="ㅡ falls, and the vowel before it chooses 아"),
    pytest.param("쓰", ["쓴", "써", "썼"], id="ㅡ falls in a stem of one syllable"),
    pytest.param("보내", ["보낸", "보냈"], id="ㅐ only takes its endings"),
    pytest.param("되", ["된", "돼", "됐"], id="ㅚ melts into ㅙ"),
    pytest.param("잡", ["잡"], id="a closed syllable stands whole in all forms"),
]


@pytest.mark.parametrize("stem, some", FORMS)
def test_forms_of_a_korean_stem(stem, some):
    assert forms(stem)[0] == stem
    assert set(some) <= set(forms(stem))


def test_no_form_of_a_stem_is_another_word():
    assert "나라" not in forms("나르")  # a country, no carrying


BROKEN = {
    "an entry without terms": ("- {code: markets}", ", entry 1: every entry needs `code` and `terms`"),
    "an entry without a code": ("- {terms: [stall]}", ", entry 1: every entry needs `code` and `terms`"),
    "a number among the terms": (
        "- {code: markets, terms: [stall]}\n- {code: markets, terms: [109]}",
        ", entry 2: every one of its `terms`",
    ),
    "a stray colon": ("- {code: markets, terms: [stall]}\n- code: markets: street", " is no YAML that can be read"),
    "a lone star": ('- {code: markets, terms: ["*"]}', ", entry 1: every one of its `terms`"),
}


@pytest.mark.parametrize("content, words", BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named_with_the_entry(tmp_path, content, words):
    (tmp_path / "themes.en.yml").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match="themes.en.yml" + words):
        entries(tmp_path)


CONDITIONS = [
    pytest.param({"terms": ["cart*"]}, "Handcarts and carts.", ["carts"], id="an English term begins a word"),
    pytest.param({"terms": ["*cart*"]}, "Handcarts.", ["carts"], id="an opening star lets it stand inside one"),
    pytest.param({"terms": ["CART"]}, "A Cart.", ["Cart"], id="case does not matter"),
    pytest.param({"terms": ["sold"], "near": ["street"]}, "Sold here. In the street.", [], id="near means the same sentence"),
    pytest.param({"terms": ["막히"]}, "길이 막혔다.", [], id="a Korean stem alone is not found in the forms it melts into"),
    pytest.param({"terms": ["막히~"]}, "길이 막혔다.", ["막혔"], id="a closing ~ stands for all of them"),
    pytest.param({"terms": ["sold"], "near": ["street"], "within": 5}, "Sold in a far street.", [], id="within counts characters"),
    pytest.param({"terms": ["sold"], "near": ["street"], "within": 5}, "Street: sold.", ["sold"], id="within looks back too"),
    pytest.param({"terms": ["sold"], "near": ["a"], "also": ["b"]}, "a sold", [], id="also is asked for beside near"),
    pytest.param({"terms": ["sold"], "near": ["a"], "also": ["b"]}, "a sold b", ["sold"], id="near and also both there"),
    pytest.param(
        {"terms": ["sold"], "near": ["a"], "within": 2, "also": ["b"], "also_within": 20}, "a sold far off b", ["sold"],
        id="also has its own reach",
    ),
    pytest.param(
        {"terms": ["taken"], "first": ["was"], "apart": 6}, "Taken, was she? She was taken.", ["taken"], id="first asks what stands before",
    ),
    pytest.param(
        {"terms": ["took"], "then": ["cart"], "apart": 6}, "The cart took wood. He took a cart.", ["took"], id="then asks what follows",
    ),
    pytest.param({"terms": ["took"], "then": ["cart"], "apart": 6}, "He took a heavy old cart.", [], id="apart counts characters"),
    pytest.param({"terms": ["sold"], "unless": ["house"]}, "He sold the house. He sold it.", ["sold"], id="unless voids one sentence"),
    pytest.param(
        {"terms": ["market*"], "not_in": ["market price*"]}, "Market prices, markets.", ["markets"], id="not_in voids the longer word",
    ),
    pytest.param({"terms": ["sold"], "absent": ["state"]}, "He sold it. The state came.", [], id="absent looks at the whole article"),
    pytest.param(
        {"terms": ["shut"], "present": ["virus"]}, "All was shut. A virus came.", ["shut"], id="present looks at the whole article",
    ),
    pytest.param({"terms": ["shut"], "present": ["virus"]}, "All was shut.", [], id="present not there"),
]


@pytest.mark.parametrize("rule, sentence, words", CONDITIONS)
def test_conditions_of_an_entry(tmp_path, rule, sentence, words):
    (tmp_path / "themes.en.yml").write_text(json.dumps([{"code": "markets", **rule}]), encoding="utf-8")
    found = Matcher(entries(tmp_path), "en").find(Document("", sentence, "en"))
    assert [sentence[h.start : h.end] for h in found] == words


def test_a_korean_term_is_found_before_its_particles():
    rule = next(e for e in ENTRIES if e.group == "themes" and e.language == "ko" and "와크" in e.terms)
    assert [(h.start, h.end) for h in hits(rule, "올해분 와크를 받았다.")] == [(4, 6)]


CONTEXTS = [
    pytest.param(
        "en", "Since the pandemic began, vendors were arrested.", "vendors", set(), id="the clause of the pandemic ends at its comma",
    ),
    pytest.param("en", "Since the pandemic began, vendors were arrested.", "began", {"background"}, id="inside that clause"),
    pytest.param("en", "They warned that he would be shot, banished or fined.", "fined", {"threat"}, id="a threat runs over commas"),
    pytest.param("en", "She will probably go to prison; he was fined.", "fined", set(), id="a semicolon ends what is expected"),
    pytest.param("en", "She was fined; the law provides for a camp.", "fined", set(), id="the law of one clause is not that of the next"),
    pytest.param("en", "They were arrested at once.", "arrested", set(), id="at once is no once upon a time"),
    pytest.param("ko", "걸리면 교화소에 보내겠다고 을렀다.", "교화소", {"threat"}, id="Korean threatens at the end"),
    pytest.param("ko", "물건을 빼앗거나 벌금을 물려 다툼이 끊이지 않는다.", "벌금", set(), id="a Korean negation reaches its own verb only"),
]


@pytest.mark.parametrize("language, sentence, word, kinds", CONTEXTS)
def test_contexts_reach_as_far_as_they_should(language, sentence, word, kinds):
    assert contexts_of(Document("", sentence, language)).at("text", sentence.index(word)) == kinds


YEARS = [
    pytest.param("In 2008 a woman was fined.", "2015-03-01", {"long ago"}, id="another case of years gone by"),
    pytest.param("In 2014 a woman was fined.", "2015-03-01", set(), id="last year may be the case itself"),
    pytest.param("Caught in 2008, she was fined in 2015.", "2015-03-01", set(), id="a sentence that comes to the present"),
    pytest.param("In 2008 a woman was fined.", None, set(), id="no day of publication to count from"),
]


@pytest.mark.parametrize("sentence, published, kinds", YEARS)
def test_years_gone_by(sentence, published, kinds):
    assert contexts_of(Document("", sentence, "en", published)).at("text", sentence.index("fined")) == kinds


def test_no_context_reaches_into_a_title():
    assert contexts_of(Document("They warned that he would be shot", "", "en")).at("title", 28) == set()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["smuggling", "arrested", "waku", "was", "never", "밀수", "체포", "와크", ".", ",", "\n", "—", "İ"]), max_size=40),
    st.sampled_from(["en", "ko"]),
)
def test_every_hit_lies_in_its_part_and_its_sentence(words, language):
    document = Document(" ".join(words[:5]), " ".join(words), language)
    for hit in hits_of(document):
        sentence = document.sentences[hit.sentence]
        assert sentence.part == hit.part and sentence.start <= hit.start < hit.end <= len(document.part(hit.part))


def test_files_are_named_by_group_and_language():
    for path in FOLDER.glob("*.yml"):
        group, _, suffix = path.stem.rpartition(".")
        assert group and suffix in ("en", "ko", "all"), f"{path.name} should be named <group>.<language>.yml."
