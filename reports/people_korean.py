"""Counts of people acted on in Korean: "30대 여성 김모 씨가 체포됐다", "5, 6명", "20여 세대", "수십 명", "형제"."""

import re

from reports.people_korean_acts import HANDLED, acted_on, is_abroad
from reports.people_korean_acts import patterns as compiled
from reports.people_korean_numbers import AMONG_THEM, COUNT, FAMILY, GOT_AWAY, NATIVE, OF_THEM, PART_OF, PLAIN, WORDS, bounds
from reports.people_korean_singles import find_singles
from reports.quantities import Count

_MANY = 200  # a text that tells more counts is no report


class _Told:
    """What a part has told so far: counts by size and kind, and the characters they stand on."""

    def __init__(self, length, mishap):
        self.sizes, self.taken, self.found, self.nouns = set(), bytearray(length), [], []
        self.acted = set()  # the starts of sentences that tell of an act
        self.mishap = mishap  # whether the title tells of an accident or a private crime
        self.part_alone = False  # whether "1명" was one of several

    def add(self, low, high, approx, what, start, end, kind="people"):
        """Keeps a count."""
        self.found.append(Count(low, high, approx, what, start, end, kind))
        self.taken[start:end] = b"\1" * (end - start)
        self.sizes.add((low, high, kind))


def counts(document, part):
    """Each count of people acted on in a part, in order."""
    words, patterns = document.part(part), compiled()
    title = document.title or ""
    mishap = bool(patterns["died_of"].search(title)) and not _PURSUED.search(title)
    told, acted = _Told(len(words), mishap), False
    for sentence in document.sentences:
        if sentence.part != part:
            continue
        if sentence.number > 1 and _BEFORE_NOW.search(words, sentence.start, sentence.end):
            acted = False
            continue
        if is_abroad(words, sentence):
            acted = False
            continue
        told_before, acted = acted, any(p.search(words, sentence.start, sentence.end) for p in (patterns["acted"], HANDLED))
        if acted:
            told.acted.add(sentence.start)
        if told_before and any(f.low and f.low > 1 for f in told.found):
            _one_and_another(words, sentence, told)
        if acted or told_before and told.found and any(words.find(w, sentence.start, sentence.end) >= 0 for w in _SOME):
            _numbered(words, sentence, patterns, told, parts_only=not acted)
        if told.found and (among := patterns["among"].search(words, sentence.start, sentence.end)):  # "그중에는 교원도 있었다"
            part_of = "np" if among["np"] else "np2"
            told.add(1, 1, False, among[part_of], among.start(part_of), among.end(part_of))
            told.nouns.append(among[part_of])
    if part == "text" or not told.found:
        find_singles(document, part, patterns, told)
    return sorted(told.found, key=lambda f: f.start)


def _numbered(words, sentence, patterns, told, parts_only):
    """The numbered counts of a sentence; with `parts_only` those that divide the people of the sentence before."""
    known = set(told.sizes) if len(told.sizes) < _MANY else told.sizes  # within a sentence the same size may be other people
    starts, divided = set(), False
    for match in COUNT.finditer(words, sentence.start, sentence.end):
        size = bounds(match)
        divides = bool(told.found) and size is not None and not parts_only and _divides(words, match, sentence, told, divided)
        of_them = divides or bool(told.found) and bool(
            OF_THEM.match(words, match.start()) or size and _is_part(words, match, size, sentence, told)
        )
        if match["unit"] in ("채", "곳") and not _HOMES.search(words, max(sentence.start, match.start() - 6), match.start()):
            continue
        if size is None or not (of_them or not parts_only and acted_on(words, match, sentence, patterns, told.mishap)):
            continue
        divided = divided or divides
        kind = "households" if match["unit"] in patterns["households"] else "people"
        before = max(sentence.start, match.start() - 12), match.start() + (words[match.start()] == " ")
        if (*size[:2], kind) not in known or divides and _OTHERS.search(words, *before):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            told.add(*size, kind, start, match.end(), kind)
            starts.add(start)
            apart = PART_OF.search(words, max(sentence.start, start - 12), start)
            told.part_alone |= size[:2] == (1, 1) and bool(divides or apart)
            if size[:2] == (1, 1) and (who := patterns["person_before"].search(words, max(sentence.start, start - 14), start)):
                told.nouns.append(who.group().strip())
            if kind == "people" and size[0] and size[0] == size[1]:
                _listed_with(words, sentence, start, size[0], patterns, told)
    for match in () if parts_only else patterns["few"].finditer(words, sentence.start, sentence.end):  # "두 작업반장은"
        number = NATIVE[match["n"]][0]
        if 1 not in told.taken[match.start() : match.end()] and (number, number, "people") not in known:
            if acted_on(words, match, sentence, patterns, told.mishap):
                told.add(number, number, False, "people", match.start(), match.end())
    for match in () if parts_only else FAMILY.finditer(words, sentence.start, sentence.end):
        if (1, 1, "households") not in known and acted_on(words, match, sentence, patterns, told.mishap):
            told.add(1, 1, False, "households", match.start(), match.end(), "households")
    for match in patterns["beside"].finditer(words, sentence.start, sentence.end) if starts else ():  # "부위원장과 직원 4명이"
        if 1 not in told.taken[match.start() : match.end()] and any(match.end() + n in starts for n in range(1, 24)):
            told.add(1, 1, False, match.group(), match.start(), match.end())
    for match in [*patterns["pair"].finditer(words, sentence.start, sentence.end), *PLAIN.finditer(words, sentence.start, sentence.end)]:
        more = _MORE.search(words, max(sentence.start, match.start() - 3), match.start())
        number = WORDS.get(match.group()) or (NATIVE[more[1]][0] if more and more[1] else int(more[2]) if more else 2)
        if "word" in match.groupdict() and told.found and _is_part(words, match, (number, number), sentence, told):
            if (number, number, "people") not in told.sizes:
                told.add(number, number, False, match.group().strip(), match.start(), match.end())
            continue
        if "word" in match.groupdict() and not _counts_persons(words, match, patterns):
            continue
        if number == 2 and not more and "word" not in match.groupdict() and _AS_A_RULE.match(words, match.end(), sentence.end):
            continue
        if (number, number, "people") not in told.sizes and acted_on(words, match, sentence, patterns, told.mishap):
            told.add(number, number, False, match.group().strip(), match.start(), match.end())


# years ago, told beside what is reported: "2009년에도 한 의사가 자리를 잃었다"
_BEFORE_NOW = re.compile(r"(?:(?:19|20)\d\d년|지난해|작년|재작년|\d년 전)\s?(?:\d{1,2}월|봄|여름|가을|겨울)?(?:에도|까지만|만 해도)\s|에서도 (?:지난해|작년)")
_PURSUED = re.compile("단속|추격|쫓기|쫓겨|고문|순찰|사살|총살|처형")  # a fall on the flight from a patrol is no mishap: "단속에 굴러떨어져 1명 숨져"
_SOME = ("중 ", "가운데 ", "그중", "명,", "명이")  # what a number that divides those told of before stands with
_AS_A_RULE = re.compile(r"[은는이가]\s[^.“”]{0,60}(?:[가-힣](?<=[간된난린한힌온진긴])다|[는받맞]다)\.?$")  # "갈라서는 부부는 단련대에 끌려간다"
_OTHERS = re.compile(r"(?:나머지|다른|남은)(?:은|는)?\s$")
_ONE_AND_ANOTHER = re.compile(
    r"(?<![가-힣])(?P<one>한 (?:명|사람|[가-힣]{2,3}))[은는이가]\s(?P<said>[^.“”]{3,50}?)(?P<other>(?:다른|또 다른) (?:한 )?(?:명|사람|하나|[가-힣]{2,3}))[은는이가]\s"
)


def _one_and_another(words, sentence, told):
    """Two of those told of in the sentence before, each by what is said of them: "한 여성은 ..., 다른 한 명은 ..."."""
    pair = _ONE_AND_ANOTHER.search(words, sentence.start, sentence.end)
    rest = words[pair.end() : min(sentence.end, pair.end() + 40)] if pair else ""
    for who, said in (("one", pair["said"]), ("other", rest)) if pair else ():
        if not GOT_AWAY.search(said) and 1 not in told.taken[pair.start(who) : pair.end(who)]:
            told.add(1, 1, False, "people", pair.start(who), pair.end(who))
            told.part_alone = True


_SUMMED = re.compile(r"(?:등|까지|(?:을|를)? ?비롯한|(?:을|를)? ?포함한)\s(?:모두\s|총\s|이렇게\s)?$")


def _listed_with(words, sentence, start, number, patterns, told):
    """Those a count sums up, each named before it: "지배인과 부원, 운전사 등 세 명"."""
    low = max(sentence.start, start - 90)
    summed = _SUMMED.search(words, low, start)
    if not summed or number > 6:
        return
    named = list(patterns["summed"].finditer(words, low, start))
    counted = [bounds(m) for m in COUNT.finditer(words, low, start)]
    if len(named) + sum(c[0] for c in counted if c and c[0] == c[1]) == number:
        for noun in named:
            told.add(1, 1, False, noun.group(), noun.start(), noun.end())
            told.nouns.append(noun.group())


def _is_part(words, match, size, sentence, told):
    """Whether a number is said to be some of the people told of before, who did not get away: "그중 셋은 아이들이다"."""
    if not AMONG_THEM.search(words, max(sentence.start, match.start() - 14), match.start() + (words[match.start()] == " ")):
        return False
    if GOT_AWAY.search(COUNT.split(words[match.end() : min(sentence.end, match.end() + 40)], maxsplit=1)[0]):
        return False
    if match.group().endswith(("집", "세대", "가구", "가족")) and size[:2] == (1, 1):  # one of the homes: only told apart
        return False
    return size[0] is not None and any(f.low and f.low > size[0] for f in told.found)


def _divides(words, match, sentence, told, divided):
    """Whether a count divides people told of before, and these did not get away: "나머지 세 사람은 ... 나왔다", "네 명은 ... 두 명은"."""
    after = words[match.end() : min(sentence.end, match.end() + 40)]
    if GOT_AWAY.search(COUNT.split(after, maxsplit=1)[0]):
        return False
    if PART_OF.search(words, max(sentence.start, match.start() - 12), match.start() + (words[match.start()] == " ")):
        return True
    if not after.startswith(("은 ", "는 ")):
        return False
    smaller = bounds(match)[0] is not None and any(f.low and f.low > bounds(match)[0] for f in told.found)
    return smaller and (divided or match.start() - sentence.start < 4)


def _counts_persons(words, match, patterns):
    """Whether a number without a counter word stands behind a noun for persons; "둘" and "셋" nearly always do."""
    if match.group().endswith(("둘", "셋", "넷")):
        return True
    if PART_OF.search(words, max(0, match.start() - 12), match.start()):  # "그 가운데 하나가 숨졌다"
        return True
    return bool(patterns["person_before"].search(words, max(0, match.start() - 12), match.start()))


_HOMES = re.compile(r"(?:집|주택|가옥)\s?$")  # "살림집 스무 채가 수색당했다"
_MORE = re.compile("([세네]) $|([3-9]) ?$")  # "세 모녀", "3부자"
