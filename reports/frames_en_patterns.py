"""English: the expressions by which frames_en reads voice, and who stands aside from a deed."""

import re

# what stands between two members of one list
LIST = re.compile(
    r"^(?:,|,? and|,? or|,? as well as|,? along with)(?: (?:the|local|provincial|city|county|ordinary|state|members of)){0,3} $"
)
BE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got|getting|'re|'s)"
    r"(?:\s(?:\w+ly|not|also|never|now|all|both|even|then|still|since|just|more|once|being|there and then|too)){0,3}\s$"
)
THOSE = re.compile(
    r"\b(?:(?:anyone|anybody|everyone|everybody|someone|somebody|all|those|others)(?: else)?|people|persons|others|members?|women|"
    r"men|residents)\s$"
)
BY_SOON = re.compile(r"^(?:\s[\w'-]+){0,3}\sby\s")
# "told residents to" is an order, "told Daily NK that" is speech
TOLD_TO = re.compile(
    r"^(?! (?:daily nk|rfa|radio|asiapress|the |us\b|reporters)[^.]{0,40}(?:said|that))[^.;:“”\"]{0,50}?\s(?:not )?to [a-z]"
)
PASSIVE_TERMS = (
    "being ", "is ", "are ", "was ", "were ", "been ", "has been ", "have been ", "in custody", "held by", "not allowed", "kept from",
    "under ",
)  # fmt: skip
AND = re.compile(r"^\s?(?:,|,? and|,? or|and then)?\s?(?:\w+ly\s)?$")
PARTICIPLES = frozenset(
    "caught taken shot held beaten driven put sent led made told given thrown set kept forbidden struck run laid locked "
    "hauled seized".split()
)
ORDERED = frozenset("ordered told forced obliged required urged instructed asked banned barred forbidden made summoned drafted".split())
ORDERED_TO = (" to ", " from ", " inland", " out", " off", " home", " not to ")
# verbs that always take an object: a preposition right after says that theirs came before
TAKES_OBJECT = frozenset(
    "caught arrested detained seized nabbed executed punished sentenced expelled banished exiled jailed imprisoned dismissed fined "
    "apprehended confiscated convicted handcuffed interrogated questioned deported evicted demoted rounded hauled paraded dragged "
    "taken relocated relieved purged sacked stripped beaten uprooted".split()
)
NO_OBJECT = re.compile(
    r"^ (?:in|on|at|with|near|for|during|after|last|while|as|over|along|there|here|this|before|from|to|by|inland|(?:out|off|"
    r"away)(?: (?:by|in|on|at|to|from|of|after|when|while|as|for|last)\b|[.,;]|$))"
    r"|^[,.;]|^ ?$"
)
HAD = re.compile(r"\b(?:had|have|has)\s(?:\w+ly\s|also\s|just\s|already\s)?$")
SHOT = re.compile(
    r"^(?: dead(?: (?:by|in|on|at|as|while|near|when|after|for)\b|[.,;]|$)| (?:for|before|in public|in front|on the spot|"
    r"on sight)\b|[,.;]|$)"
)
# what may stand between a name and a deed that are not of one clause
BREAK = re.compile(r"[;:“”()]|\"|\b(?:while|when|after|before|because|since|although|though|if|where|but|so that|unless|until|as)\b")
AGENT_LEADS = re.compile(r"\bby\s(?!(?:means|way|the (?:end|time|river)|selling|taking))")
TARGET_LEADS = re.compile(r"^\s?(?:on|of|against|into|for|targeting|among|over|at)\b")
# who speaks is a source
SOURCE_BEFORE = re.compile(
    r"(?:according to|(?:by|in) the accounts? of|on the word of|source was) (?:an? |the |one |another )?(?:[\w'-]+ ){0,2}$"
)
SOURCE_AFTER = re.compile(
    r"^(?:'s? account)?(?: (?:in|from|of|with|close to|inside|who|involved in|familiar with|there|on)\b(?:(?! (?:have|has|had|was|"
    r"were|are|is|sources?) )[^.;“”\"]){0,70}?)?,? "
    r"(?:said(?! to)|says|told (?:daily nk|radio|rfa|asiapress|the|us|reporters|an acquaintance|our)|added|explained|commented|complained|"
    r"remarked|noted|reports?\b|reported)"
)
# for whom a levy is collected does not receive the measure
BENEFITS = re.compile(
    r"\b(?:sen[dt]|giv\w+|gave|suppl\w+|deliver\w*|donat\w+|rice|food|aid|gifts?|provisions|support|meant|collect\w*|pay|eggs?|cabbages?|"
    r"goods)\b(?:[^.;,]|,\d){0,40}\b(?:to|for) (?:the )?$"
)
# who is put out of an organ has left it, and the organ is neither agent nor struck
LEFT = re.compile(
    r"\b(?:out of|(?:discharged|dismissed|expelled|released|ousted|removed|deserted|runaways?|deserters?|home|leave) from|"
    r"belong(?:s|ed)? to|"
    r"served? in|serving in|joined?|years in) (?:the )?(?:[\w'-]+ )?$"
)
# one man of an organ is not the organ
ONE_OF = re.compile(
    r"\ban? (?:[\w-]+ ){0,3}?(?:official|employee|worker|clerk|manager|accountant|driver|secretary|director|deputy|bookkeeper|"
    r"engineer|chief|member) "
    r"(?:of|at|in|with) (?:the )?(?:[\w-]+ )?$"
)
PREPOSITION = re.compile(r"\b(?:of|in|at|to|for|with|from|under|near)\b")
SOLD_TO = re.compile(r"\b(?:sold|sell|sells|selling)\b[^.;,]{0,30}\bto (?:an? |the |some )?$")
# whom the one struck helped, let by or was paid by
HELPED = re.compile(
    r"\b(?:help(?:s|ed|ing)?|let(?:s|ting)?|aid(?:ed|ing)|assist(?:ed|ing)|protect(?:ed|ing)|shelter(?:ed|ing)|(?:bribes?|money|"
    r"cash|payment) from|"
    r"in league with|collu\w+ with|partners? of|deal(?:t|ing)s? with|covering for) (?:the |a |an |some |many |small-time )?$"
)
FOREIGN = re.compile(r"(?:chinese|south korean|russian|foreign)\s$")
ENFORCERS = frozenset(("police", "state_security", "border_guard", "military", "inspection_group", "youth_league", "prosecutors_courts"))
# an order goes its way through several organs, and each of them applies it
RELAY = re.compile(r"\b(?:from|through|via|by way of|down to|on to|called on) (?:the )?(?:[\w'-]+ ){0,3}$")
# whoever people are handed over to, collects, permits, or works together with another organ, acts as well
JOINS = re.compile(
    r"(?:\b(?:hand(?:ed)?|turn(?:ed)?|pass(?:ed)?|given|deliver(?:ed)?|transferred|sent|took|taken|brought)(?: over)?"
    r"(?: [\w'-]+){0,4}? (?:over )?(?:to|before)|in the hands of|(?:terms?|sentences?|years) from|"
    r"(?:slip|permit|permission|certificate|approval|licen[cs]e|pass|clearance) (?:from|of|by)|"
    r"\bpa(?:y|ys|id|ying) (?:[\w,.]+ ){1,6}to|"
    r"(?:must|have to|has to|had to|obliged to) (?:be )?(?:report|register|apply|hand(?:ed)? in)(?:ed)?[^.;,]{0,20} (?:to|at|with)|"
    r"\b(?:hand|turn)(?: \w+){0,2} in (?:at|to)|joint (?:raid|operation|check|search|sweep|patrol) (?:of|by)|"
    r"together with|jointly with|alongside|in cooperation with|with the help of)"
    r" (?:the |a )?(?:[\w'-]+ ){0,2}$"
)
ORDER_OF = re.compile(r"(?:from|of|by) (?:the |a )?(?:[\w'-]+ ){0,3}$")
BEHEST = re.compile(
    r"^['’]s (?:own |express |personal |direct |special )?(?:behest|orders?|instructions?|command|direction|decision|initiative|"
    r"directive)\b"
)
HEAD = re.compile(r"[:;“\"]")
# what follows such a word within its part of the sentence is no subject, unless it says whose men act ("officers of the ministry")
NO_SUBJECT = re.compile(
    r"(?:^|[\s“\"])(?:to|for|with|from|under|near|by|on|at|into|behind|beside|opposite|outside|inside|around|against|between|"
    r"among|like|than|its|his|her|their|that|who|(?<!men )(?<!officers )(?<!agents )(?<!officials )"
    r"(?<!members )(?<!branch )(?<!office )(?<!units )(?<!department )(?<!head )(?<!heads )(?:of|in)) (?:[\w'’-]+ ){0,4}$"
)
PARTICIPLE = re.compile(
    r"\b(?:is|are|was|were|been|being) (?!conducted|carried|led|launched|ordered|run|made|overseen|organi)\w+(?:ed|en) $"
)
# an organ after such a word is a place, a way or a bystander, and no subject of the verb that follows
WITHIN = re.compile(
    r"\b(?:in|at|through|near|behind|outside|inside|beside|against|than|like|between|among|into) "
    r"(?:the |a |an |its |their |every |each )?(?:[\w'-]+ )?$"
)
WHO = re.compile(r"^(?: [\w'-]+)?,? (?:who|that) ")
# whoever is told to watch his own kind is watched
EACH_OTHER = re.compile(r"\b(?:each other|one another|among themselves|own ranks|colleagues|comrades)\b")
# an abbreviation or a remark in brackets parts nothing
ASIDE = re.compile(r" ?[(\[][^()\[\]]{0,60}[)\]]")
# a finite verb right after a mention makes it the subject of its own clause
NEW_CLAUSE = re.compile(
    r"^(?:['’]? (?!who|that|which)[\w'’]+)? (?:are|is|was|were|have|has|had|will|would|can|could|may|might|must|do|did|does|say|"
    r"said|think|fear)\b"
)
# what belongs to an organ or a person is not the organ or the person
OWNED = re.compile(
    r"^(?:'s?)? (?:famil|wife|wives|son|daughter|source|relatives|paper|congress|member|birthday|visit|trip|protection|enterprise|"
    r"restaurant|farm|newspaper)"
)
# what is the leader's is no order of his, unless it is one
LEADERS = re.compile(
    r"^(?:'s|’s) (?!(?:own |express |personal |direct |special )?(?:orders?|instructions?|command|directive|decree|words|remarks|"
    r"demand|decision|call)\b)"
)
# a verb of being, feeling or looking on, which is no act
STATIVE = re.compile(
    r"^(?:\s[\w'-]+){0,4}?\s(?:(?:are|is|was|were|(?:has|have|had) been)(?!\s(?:\w+ly\s|now\s|also\s)?(?:\w+ing|to)\b)|"
    r"look(?:s|ed)? on|do not|did not|does not|seem(?:s|ed)?|fear(?:s|ed)?|hope[sd]?|know|knew|want(?:s|ed)?|lives?|lived|suffer\w*|"
    r"beg(?:s|ged)?|complain\w*|worr\w+|say|says|said|think\w*|believ\w*|grumbl\w*|starv\w*|hang(?:s|ed)?|hung himself|kill(?:s|"
    r"ed) (?:him|her|them)sel\w+|committed suicide|st[eo]al\w*|stole|rob(?:s|bed)?|desert\w*|fled|flee|die[sd]?|"
    r"(?:(?:are|is|was|were|have been|has been) )?(?:going hungry|starving|stealing|begging|robbing|deserting|dying|grumbling|"
    r"selling|fleeing|eating|getting|receiving|living|suffering|waiting))\b"
)
# a plain verb that people do, and that nobody suffers ("the guards kept the cart", "an officer came")
DOES = re.compile(
    r"^(?:['’] ?)?(?:\s(?:themselves|now|also|then|still|never|even|(?:with|in|on|of|from) [\w -]{0,20}))?\s(?:kept?|keeps|"
    r"sits?|sat|comes?|came|goes|went|walk(?:s|ed)?|asks?|asked|wants?|wanted|takes?|took|ha(?:s|ve) people|found|finds?|"
    r"look(?:s|ed)? (?:for|into|at|on|away)|wait(?:s|ed)?|marched|arrived|appeared|entered|opened|pulled|put|lets?|wrote|writes|gave|"
    r"gives|told|tells|counted|counts|reads?|made|makes|(?:will|would|can|could)(?! (?:not|no|be|have)\b))\b"
)
# an organ that acts in words that the lexicon does not know: as subject of a plain verb, or after "by"
PLAIN_ACT = re.compile(
    r"^(?:['’]s? [\w-]+)?(?:\s(?:themselves|now|also|then|still|even|only|already|at once|first|finally|again|has|have|had))*\s"
    r"(?!(?:said|told|explained|added|reported|noted|remarked|believed|feared|hoped|wanted|needed|died|lived|called|based|located|named|"
    r"situated|stationed|seemed|appeared|suffered|received|asked|used|supposed|related|involved|concerned|attached|headed|posted)\b)"
    r"(?:\w+ed|took|came|went|gave|made|found|held|kept|put|set|cut|shut|sent|let|had|has|have|drew|wrote|stood|stands?|sits?|goes|"
    r"comes|takes|gives|makes|finds|keeps|wants|wanted|reads?|counts|looks)\b(?! by)"
)
DONE_BY = re.compile(
    r"\b(?:was|were|is|are|be|been|being)\b[^.;:]{0,50}\bby (?:(?:the|an?|two|three|four|five|several|local|(?:men|officers|agents) of the)"
    r" )?(?:[\w'-]+ ){0,2}$"
)
# something done to people in words that the lexicon does not know
DONE_TO = re.compile(
    r"^[^.;:“”\"]{0,30}\s(?:was|were|been|being)\s(?:\w+ly\s)?(?!(?:said|reported|called|based|located|married|born|used|"
    r"supposed|believed|"
    r"known|named|seen|heard|allowed|interested|tired|scared|worried|surprised|pleased|satisfied|opened|needed|expected|involved|divided|"
    r"rumou?red|employed|affected|red|hundred)\b)\w+(?:ed|en)\b"
)
# an organ that did not act: "not the police but", "nor have prosecutors"; and what such an organ does not do or merely looks at
NOT_THE = re.compile(
    r"\b(?:not|nor|neither|rather than|instead of|unlike)\s(?:(?!only\b|just\b|until\b|unless\b|because\b|but\b)[\w'’]+\s){0,3}$"
)
DID_NOT = re.compile(
    r"^(?:['’]s [\w-]+)? (?:(?:has|have|had|was|were|is|are|did|does|do|will|would|could|can) "
    r"(?:not|never|no|done nothing)\b(?! (?:let|allow|permit))|"
    r"(?:has|have|had) (?:sent|done|caught) (?:no|nothing|nobody)\b|(?:all )?claim(?:s|ed)? not\b|never\b|knows? nothing|"
    r"look(?:s|ed)? (?:on|away|the other way)|knew\b|had (?:known|nothing))"
)
# who is bribed, feared, evaded, told of a case or merely related is no part of the deed
BRIBED = re.compile(
    r"(?:brib(?:es? to|ing|ed)|pa(?:id|ys?|ying)(?: off| bribes to)?|tip(?:ped)? off|informed|protection of|avoid(?:ing)?|evad\w+|"
    r"ties (?:to|with)|collu\w+ (?:with|between)|work(?:s|ed|ing) for|connections (?:to|in|with)|famil(?:y|ies) of|relatives of|eyes of|"
    r"afraid of|fear(?: of|s)?|complain\w* (?:about|to)|reported to|passed to|angry with|pay of|dealings with|favou?r from|money to|"
    r"cash to|posing as|disguised as|"
    r"sons? of|daughters? of|children of|wives of|wife of|head of|names? of|former|retired|ex-|help of)"
    r"(?: (?:the|a|an|some|any|local|his|her|their|provincial|state|senior|corrupt|city|border|patrol|police|security|customs)){0,3}\s$"
)
