"""What a reader fills in before saving."""

from loaders.fill import BY_HAND, filled_in
from loaders.normalise import normalise

ROW = normalise({"title": "Raid in Hyesan", "text": "Police raided a house in Hyesan."}, "note.txt", "mine")
KEEP = {name: ROW[name] for name in ("title", "outlet", "published", "url")}


def test_nothing_filled_in_leaves_the_row_and_its_id():
    assert filled_in(ROW, KEEP) is ROW


def test_a_date_in_words_is_read_and_its_rule_says_where_it_is_from():
    row = filled_in(ROW, KEEP | {"published": "13 June 2023"})
    assert (row["published"], row["published_from"], row["text"]) == ("2023-06-13", BY_HAND, ROW["text"])


def test_an_address_gives_the_article_its_lasting_name():
    one = filled_in(ROW, KEEP | {"url": "https://www.dailynk.com/english/raid/?utm_source=x"})
    other = filled_in(ROW, KEEP | {"url": "https://www.dailynk.com/english/raid/"})
    assert one["article_id"] == other["article_id"] != ROW["article_id"] and one["outlet"] == "Daily NK"
