"""Numbers of people in Korean: "12명", "5, 6명", "스물세 명", "수십 명", "20여 세대"; and the bounds they stand for."""

import re

NATIVE = {
    "여남은": (10, 12), "열댓": (15, 15), "여나문": (10, 12), "스무남은": (20, None), "십수": (10, 19),
    "한두": (1, 2), "두세": (2, 3), "두서너": (2, 4), "서너": (3, 4), "네댓": (4, 5), "너댓": (4, 5),
    "대여섯": (5, 6), "예닐곱": (6, 7), "일고여덟": (7, 8), "여덟아홉": (8, 9),
    "한": (1, 1), "두": (2, 2), "세": (3, 3), "네": (4, 4), "다섯": (5, 5), "여섯": (6, 6), "일곱": (7, 7), "여덟": (8, 8), "아홉": (9, 9), "열": (10, 10),
    "열한": (11, 11), "열두": (12, 12), "열세": (13, 13), "열네": (14, 14), "열다섯": (15, 15),
    "스무": (20, 20), "서른": (30, 30), "마흔": (40, 40), "쉰": (50, 50),
    "십": (10, 10), "이십": (20, 20), "삼십": (30, 30), "백": (100, 100), "천": (1000, 1000),
}  # fmt: skip
_TENS = {"열": 10, "스물": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}
_ONES = {"": 0, "한": 1, "두": 2, "세": 3, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}
NATIVE |= {t + o: (tens + ones,) * 2 for t, tens in _TENS.items() for o, ones in _ONES.items()}  # "서른두 세대"
_SINO = {"이": 20, "삼": 30, "사": 40, "오": 50, "육": 60, "칠": 70, "팔": 80, "구": 90}
NATIVE |= {digit + "십": (value, value) for digit, value in _SINO.items()}
WORDS = {
    "하나": 1, "둘": 2, "셋": 3, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열둘": 12, "열셋": 13, "열넷": 14,
    "삼형제": 3, "삼남매": 3, "삼부자": 3,
}  # fmt: skip
_PLACES = {"만": 10_000, "천": 1000, "백": 100, "십": 10}
_DIGITS = {digit: n for n, digit in enumerate("일이삼사오육칠팔구", 1)}
# numbers that name their places: "1천200명", "3백여 명", "2만 5천 명", "천이백 명"
_PLACED = re.compile(
    r"(?:\d[\d,]{0,5}\s?만(?:\s?\d천)?(?:\s?\d백)?(?:\s?\d{1,4})?|\d천(?:\s?\d백)?(?:\s?\d{1,3})?|\d백(?:\s?\d{1,2})?|[일이삼사오육칠팔구천백십만]{2,8})"
)
_NUMBER = rf"(?:{_PLACED.pattern}|\d[\d,]{{0,14}}|{'|'.join(sorted(NATIVE, key=len, reverse=True))})"
COUNT = re.compile(
    rf"(?<![\d가-힣])(?P<q>약|대략|최소한?|적어도|무려|최대|총|모두|각각)?\s?(?:(?P<vague>수십|수백|수천|수만|몇십|몇백|몇천)(?P<vodd>여)?"
    rf"|(?P<n>{_NUMBER})(?P<odd>여)?(?:\s?(?P<to>[~∼～·,–-]|에서)\s?(?P<m>\d[\d,]{{0,14}}))?)\s?(?:개\s?(?=가정))?"
    r"(?P<unit>명(?!절|목|령|단|의로|칭|분|소)|세대(?!당|주|마다|별)|가구(?!당|별)|집(?=[이을은도]\s)|채(?=[가를는의도]\s)"
    r"|곳(?=[을이은의도]\s)|가정(?=[이을은도]\s)|호(?=[가를는]\s)|식구(?=[가를는의]\s)|사람"
    r"|(?<=[두세네] )가[족정](?=[이을은도]\s)|쌍(?=[이을은도의]\s)"
    r"|인(?=[이을의은]\s)|(?<=[한두세네] )분(?=[은이을도]\s))(?!씩\s)(?:당|마다|씩)?"
    r"(?P<post>\s?(?:남짓|가량|정도|안팎|내외|쯤|이상|넘게|여|[이가] 넘(?!어[졌뜨])|를 넘(?!어[졌뜨]|겨|[기긴겼길])|을 넘(?!어[졌뜨]|겨|[기긴겼길])|미만|이하))?"
)
PLAIN = re.compile(
    r"(?<![가-힣])(?P<word>열?(?:둘|셋|넷)|(?:(?<=[가-힣]{2}\s)|(?<=\s중\s))(?:다섯|여섯|일곱|여덟|아홉|열|하나)(?=[이가은는을를도]\s))(?=(?:[이가은는을를도]|과|와)?\s|$)"
)
OF_THEM = re.compile(r"\s?(?<!\d)\d{1,5}명(?:,\s(?:여자|남자|여성|남성|나머지)[가는이은]|이었|이고|이다)")  # "남자가 1명, 여자가 6명이었고"
# what stands before a count that divides the people told of before: "나머지 세 사람은", "그 가운데 한 명은"
PART_OF = re.compile(r"(?:나머지|그중|(?:그|이) ?(?:중|가운데)|(?<=\s)가운데|(?<=[명들섯곱덟홉열람] )중|다른|또 다른|남은)(?:에서)?\s(?:단 |오직 )?$")
AMONG_THEM = re.compile(r"(?:그중|(?:그|이|이들|그들|\d명|[한두세네섯곱덟홉열] 명|[섯곱덟홉열셋넷]|사람) ?(?:중|가운데))(?:에서)?\s(?:단 |오직 )?$")
# one household: "일가족이 끌려갔다", but not "일가족 4명이"
FAMILY = re.compile(r"(?<![가-힣])(?:일가족|온 가족|온 집안|온 식구|가족 전체)(?=[이을은도]\s|\s?(?:전원|모두)(?:[이을]\s|\s))(?!\s?\d)")
GOT_AWAY = re.compile(
    r"달아|도망|도주|건넜|건너|피했|빠졌|빠져|사라졌|종적|잠적|숨어|숨었|무사|무혐의|지켜보|신고|고발|밀고|통역|운전했|망을"
    r"|한국(?:행|으로 [간갔]|에 [간갔들])|남한(?:행|으로|에 [간갔들])|월남(?:했|한)|중국(?:으로|에) (?:들어간|간|갔|넘어)|성공"
)


def _placed(words):
    """The value of a number that names its places, and that of the last place named: "2만 5천" -> 25000, 1000; None where it names none."""
    if not any(c in _PLACES for c in words):
        return None
    total, low, step = 0, 0, 1
    for piece in re.findall(r"\d[\d,]*|[일이삼사오육칠팔구]|[만천백십]", words):
        if piece == "만":
            total, low, step = (total + low or 1) * 10_000, 0, 10_000
        elif piece in _PLACES:
            total, low, step = total + (low or 1) * _PLACES[piece], 0, _PLACES[piece]
        else:
            low, step = _DIGITS.get(piece) or int(piece.replace(",", "")), 1
    return total + low, step


def bounds(match):
    """min, max and whether approximate, after the codebook's table; None where no count is coded."""
    if match["vague"]:
        return {"십": 24, "백": 200, "천": 2000, "만": 20_000}[match["vague"][1]], None, True
    placed = _placed(match["n"])
    if not placed and match["n"] not in NATIVE and not match["n"][0].isdigit():
        return None
    low, high = NATIVE.get(match["n"]) or (placed[0] if placed else int(match["n"].replace(",", "")),) * 2
    if not low or low > 100_000:
        return None
    if match["m"]:
        high = int(match["m"].replace(",", ""))
        if high <= low:
            return None
    if match["unit"] == "쌍":
        low, high = 2 * low, 2 * high
    post, q = (match["post"] or "").strip(), match["q"] or ""
    if match["odd"] or post == "여":
        return low, low + (max(placed[1], 10) - 1 if placed else 9 if low < 100 else 99), True
    if post in ("이상", "넘게", "이 넘", "가 넘", "을 넘", "를 넘") or q.startswith(("최소", "적어도")):
        return low, None, False
    if post in ("미만", "이하") or q == "최대":
        return None, high, False
    return low, high, bool(post) or q in ("약", "대략")
