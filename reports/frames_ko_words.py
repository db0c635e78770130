"""Korean: the particles, endings and turns by which frames_ko reads who acts and who suffers."""

import re

PASSIVE_AFTER = re.compile(r"^(?:(?:을|를|이|가|도)\s)?(?:되|돼|됐|된|될|됨|당하|당했|당한|받|면)")
# what stands between two members of one list
LIST = re.compile(r"^(?:들|원|성원)?(?:와|과|이나|나|및|,|·|/|\s및)\s?(?:[가-힣]{1,3}\s)?$")
WORD = re.compile(r"[^\s.,!?…“”‘’\"'()·]*")
# what closes a name's phrase: subject, object, receiver; a bare name runs on into the next word
PARTICLE = re.compile(
    r"(?P<at>에서|에서는|에서도)$|(?P<subject>이|가|은|는|께서|만이|도)$|(?P<object>을|를)$|(?P<until>까지|까지도|부터)$|(?P<by>에 의해|에 의한)$|"
    r"(?P<source>에게서|에게서도|한테서|로부터)$|"
    r"(?P<receiver>에게|한테|에게는|에게도|에|에는|에도|들에)$|(?P<owner>의)$|(?P<with>와|과|이나|나|및|랑)$|(?P<to>으로|로|으로는|로는|으로도|로도)$"
)
# those a deed is aimed at, or who each have to give
AIMED = re.compile(
    r"^\s?(?:들?을|를|까지|도)?\s?(?:상대로|대상으로|겨냥|겨눈|노린|표적)|^\s대상\s|^(?:들)?\s?(?:한\s사람당|1인당|한\s명당|마다|별로)|"
    r"^\s?(?:들)?(?:에 대한|에 대해|에 대하여)"
)
AIMED_AT_ORGAN = re.compile(r"^(?:들)?(?:을|를|까지)?\s?(?:상대로|대상으로|겨냥|겨눈|겨누)|^(?:들)?에 대한\s(?:[가-힣]+\s)?(?:검열|조사|수사|감사)")
SOURCE = re.compile(r"^(?:[가-힣]{0,4}\s)?(?:[가-힣]{0,3}\s)?소식통|^\s?(?:출신|가족(?!째|과|까지|들과|\s전원|\s모두)|행세|차림)")
# an organ's house, land or goods, or what lies beside it: no doing of the organ
PREMISES = re.compile(
    r"^(?:서)?(?:의)?\s(?:[가-힣]{1,5}\s){0,2}(?:뒷산|앞마당|정문|후문|담장|청사|건물|옆|곁|뒤편|맞은편|"
    r"주변|근처|인근|부근|창고|공급소|사택|아파트|식당|부지|위수구역)"
    r"(?=[\s,.에에의가은는이을를과와도]|$)"
)
KIN = re.compile(r"^(?:들)?(?:의)?\s?(?:아내|자식|아들|딸|부모|가족|남편|자녀)")
KIN_OF_MEN = re.compile(r"^\s?[가-힣]{0,4}(?:의|군관|군인|간부)?\s(?:아내|아들|딸|남편|자식|자녀|부모|가족|친척|며느리|사위)")
# men and parts of an organ, whose case is the organ's
MEN = re.compile(
    r"^\s(?:[가-힣]{1,4}\s)?(?:요원|성원|일꾼|간부|순찰대|기동|검열|담당|책임|관계|지도원|부원|군인|병사|대원|타격|반탐|수사|감찰|위원회|"
    r"비서|위원장|국장|부장|과장|소장|조직|선전|구류장|구금소|유치장|조사실|검사|판사|정보원|무리|부서|부대|여단|중대|소대|대대|사람|행정|군관|상무|조가|조는)"
)
# an organ before its own deed: "보위부의 오토바이 추격", "중앙당 포치를 받았다"; people before the deed that strikes them: "브로커 단속"
OWNER_DEED = re.compile(
    r"^(?:꾼|업자|들|자|행위|소|대|원회)?(?:의\s(?:[가-힣]+\s)?|\s(?:집중\s|특별\s|대대적\s|일제\s|합동\s|강력\s|무더기\s)?)(?:"
    r"(?:지시|명령|주관|주도|주최|지도(?!원|국|부)|위임|총에|총탄에|총격에|사격에|손에|단속에|검열에|추적에|감시망에|그물에|결정|허가|승인|포치|명의|포고|주문|"
    r"방침|회의의 결정|회의 결정|조치|조처|배려|요구|통보|통지|확인서|확인|승낙|증명서|통행증|허락|결론)|"
    r"(?:통제|단속|검열|조사|수사|감시|처벌|추격|체포|소탕|추적|함정|덫|검거|적발|처형|추방|총살|구속|색출|압수|몰수|동원|총동원|강제동원|강제 동원|"
    r"소환|퇴거|이주|강제이주)(?!(?:을|를|도)?\s?(?:당|피|회피)))"
)
# a verb before the noun it describes, or a condition: the subject of the sentence belongs to a later verb
ADNOMINAL = re.compile(r"^[가-힣]{0,7}?(?:하는|되는|이는|리는|히는|기는|던|한|된|린|힌|긴|간|친|킨|낸|진|면)\s[가-힣‘“]")
# a topic with nothing but adverbs before the verb of enforcement is what is struck
TOPIC_OBJECT = re.compile(r"^(?:들)?(?:은|는)\s(?:(?:바로|모두|모조리|전부|즉시|곧바로|곧|무조건|따로|다시|현장에서|그 자리에서|불러다|끌어다)\s)*$")
LISTED_OBJECT = re.compile(r"^(?:들)?,\s[^.]{1,40}?[가-힣](?:을|를|에게|에게는|한테)\s")
# "탈북민 가족이 있는 세대를": the case is that of the noun described
HAVING = re.compile(r"^(?:들)?(?:이|가|을|를)\s(?:있는|둔|가진|나온|낸|나간)\s")
# a reason given, which is not what is done: "검역에 걸렸다며 돌려보냈다"
REASON = re.compile(r"^[가-힣]{0,2}다(?:며|면서|는\s(?:이유|구실|혐의|명목|죄))")
# what makes a noun of action a verb, or part of a longer word
CARRIED_OUT = re.compile(r"^(?:을|를)?\s?(?:하|했|해|한|할|합)|^[가-힣]")
OBJECT = re.compile(r"[가-힣](?:을|를)\s")
# "뒷돈 챙긴 간부": whoever takes the bribe comes after it
TAKER = re.compile(r"^(?:을|를)?\s?(?:챙긴|받은|먹은|준|바친|봐준|주던|받던|뜯은|뜯던)\s")
# a counter closes the phrase of a name that has no particle: "책임자 2명 교화소로"
COUNTED = re.compile(r"(?:\d명|여\s?명|[두세네]\s?명|세대|일가|부부|남매|모녀|형제)$")
# "매를 맞은 것은 국경경비대다"
CLEFT = re.compile(r"^[가-힣]{0,2}\s(?:것은|쪽은|이는|사람은)\s(?:[가-힣]{1,5}\s)?$")
# "발목 잡힌 혜산세관": at most a place between the verb and the organ
DESCRIBES = re.compile(r"^(?:[린힌된긴])\s(?:[가-힣]{1,2}[^은는이가을를의도과와\s]\s?)?$")
DEFIED = re.compile(r"^(?:을|를)?\s?(?:어기|어긴|위반|거역|집행하지|따르지)")
# what a measure is to avert is no target of it
AVERTED = re.compile(
    r"^(?:[가-힣]{0,2}(?:과|와|이나|,)\s[가-힣\s]{1,14})?(?:을|를)?\s?(?:"
    r"막는다|막으려|막기\s|막겠다|막고자|막아\s?보려|차단하기|차단하려|차단한다|의\s온상|의\s소굴|방지|예방|근절하기|근절한다)"
)
# what of people is looked into: "간부들의 비리를 캐고 있다"
CONDUCT_OF = re.compile(
    r"^(?:들)?의\s(?:[가-힣]{1,4}\s)?(?:비리|부정부패|부정|부패|뇌물|"
    r"비법|불법|위법|탈선|행위|움직임|일본새|태도|책임|잘못|뒤|배후|행방|동향|동태|사상|생활|집|가방|짐|손전화|휴대전화|전화|신원|신분|이동|출입|통화|외출|복장|옷차림|머리)"
)
# "까지" after one who acts too: "폭풍군단까지 밀수꾼을 뒤쫓는다"
ALSO_ACTS = re.compile(
    r"까지도?\s(?:[^.]{0,30}?[가-힣](?:을|를)\s|(?:[가-힣]{1,4}\s){0,2}(?:나서|나섰|나와|내려|가세|합세|"
    r"개입|동원|투입|뛰어들|더해|매달|쉴 새 없이|돌며|지키))"
)
REPORTS = re.compile(r"^[가-힣]{0,3}에게?\s[^.]{0,16}보고(?:하고|하라|해야|하도록|하는)")
GETS = re.compile(r"^[가-힣]{0,2}에\s(?:보내|바치|대라|대고|지원|공급|넘기|내라|내야|가져|실어)")  # where goods go
PAYS = re.compile(r"에\s[^.]{0,24}(?:씩|원을|위안을|돈을|벌금을|세를|비를)\s?(?:내|바치|바쳐|물|납부|지불)")
TRANSFER = re.compile(r"^\s?(?:[가-힣]+\s)?(?:넘겨(?!지기)|넘겼|넘긴|넘기(?!겠|려)|넘어|이송|인계|압송|이관|호송|끌려|불려|붙들려|잡혀|연행|소환)")
# whoever takes over those arrested
CUSTODIANS = frozenset("police state_security prosecutors_courts military border_guard inspection_group".split())
# "안전부는 손을 대지 못했다", "보안서는 조사하지 않았다"
NOT_DONE = re.compile(
    r"^(?:[가-힣]{0,4}?|에\s(?:참여하|관여하|개입하|가담하|끼|나서))지(?:는|도|를)?\s?(?:못했|못한다|못하고\s있|않았|않는다|않고)|^[가-힣]{0,2}\s?(?:과정)?에서\s(?:제외|빠졌|배제)"
)
# "검찰 아닌 안전부가", "보위부 소관이었지만", "중앙당에서 내려온 비사회주의 그루빠가"
OTHERS = re.compile(
    r"^(?:이|가)?\s?(?:아닌|아니라|대신에?|소관이었|몫이었)\s?|"
    r"^(?:[·,]\s?[가-힣]{2,6}){0,3}\s합동(?:의|으로)?\s[가-힣0-9]{0,6}(?:그루빠|구루빠|지휘부|검열조|상무)|"
    r"^(?:(?:에서|가|이)\s(?:파견된|파견한|내려온|나온|보낸|조직된|조직한|꾸린|무은)\s|\s(?:직속\s)?)(?:[가-힣·]{2,6}\s){0,2}"
    r"[가-힣·0-9]{0,6}(?:그루빠|구루빠|연합지휘부|합동지휘부|타격조|연합상무|사고조사대|조사대)"
)
# what an organ receives that will apply the measure
TASKS = ("지시", "명령", "포치", "지령", "임무", "과업")
# what makes officials of the organ inspected
INSPECTIONS = ("검열", "조사", "수사", "단속", "감사", "처벌", "추궁", "감시", "수색", "점검", "요해", "료해")
# nouns of penalty that a court gives: "단련대 3개월을 내렸다"
PENALTIES = ("단련대", "교화", "노동단련", "로동단련", "관리소", "수용소")
ARMED = ("military", "border_guard")
NAMED_OFFENCE = re.compile(r"^(?:을|를|에|의|이|가)?\s?(?:막|방지|근절|단속|조사|수사|문제|사건|견디|시달)")  # "탈영을 막으려고"
OFFENDER = re.compile(r"^.?(?:는|던|친|한|린)?\s(?:주민|농장원|남성|여성|청년|사람|범인|도둑|이들|자들|일당)")  # "감자를 훔치던 주민을"
