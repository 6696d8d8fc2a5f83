"""Penn tags by rules: the closed classes and verb tables give candidates, the neighbours choose.

No statistics and no state: what a word is taken for can be read off the rules below.
"""

from dateline.language.morphology import forms, singular
from dateline.language.tokens import Token, tokenize

_ADJECTIVE_ENDINGS = (
    "ous",
    "ful",
    "less",
    "ible",
    "able",
    "ical",
    "ional",
    "istic",
    "ese",
    "ish",
    "ive",
    "ary",
    "ian",
    "ic",
    "ial",
    "ual",
    "ural",
    "inal",
    "onal",
    "eral",
    "ental",
    "ugal",
)
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist", "hood", "dom", "age", "ery")
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_NOMINAL = frozenset("NN NNS NNP NNPS CD PRP".split())
_NOUNISH = frozenset("NN NNS NNP PRP RB".split())
_OPENS_OBJECT = frozenset("DT PRP$ NNP PRP TO IN RB JJ CD".split())
_OPENS_NP = frozenset("DT PRP$ NNP NNPS JJ CD NNS NN PRP".split())
# Nouns that their ending would make an adjective, and words that are both.
_EITHER = frozenset(
    "military paramilitary executive judiciary opposition mediation criminal militant extremist separatist nationalist terrorist loyalist moderate radical hostile alternative initiative native representative "
    "official general captive offensive material memorial editorial terminal funeral mineral liberal denial burial commercial aerial potential individual ritual manual professional national tutorial "
    "secretary dictionary anniversary boundary commentary documentary emissary adversary beneficiary salary library intermediary mercenary missionary revolutionary summary auxiliary reactionary "
    "historian musician technician physician electrician custodian pedestrian librarian civilian guardian politician veteran comedian constable vegetable handful "
    "clinic critic public music republic topic fabric logic traffic panic mosaic epidemic pandemic academic mechanic picnic cleric medic skeptic sceptic relic tunic plastic mystic ethnic arithmetic "
    "detective archive operative objective motive fugitive relative incentive directive narrative perspective collective cooperative co-operative derivative locomotive executive olive "
    "independent resident president student correspondent dissident incident accident agent patient client parent opponent component tenant merchant giant assistant consultant defendant participant "
    "immigrant migrant militant servant sergeant lieutenant commandant inhabitant occupant warrant elephant restaurant covenant".split()
)
_COMPOUND = frozenset(
    "made led held run born speaking year day old style wide long free month week hour strong term level range scale air sea ground fire".split()
)
_NOMINAL_PARTICIPLES = frozenset("wounded injured displaced accused disabled unemployed".split())
_BEFORE_NOUN = frozenset("DT JJ PRP$ POS CD VBN VBG".split())
_FINITE = frozenset("MD VBD VBZ VBP".split())
_BE = frozenset("be is are was were been being am 'm 're get got gets getting".split())
_HAVE = frozenset("have has had having 've".split())
_DO = frozenset("do does did".split())
_SAYING = frozenset(
    "say tell add warn insist claim announce believe think hope argue note report state declare stress suggest deny admit confirm show know mean agree fear ensure "
    "demand urge propose ask promise vow pledge acknowledge indicate reveal predict allege assert explain reiterate maintain feel hear see understand decide".split()
)


def tag(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one sentence, text[start:end], each with its tag and lemma."""
    words = tokenize(text, start, end)
    lowers = [w.lower().replace("’", "'") for _, _, w in words]
    # A headline in capitals at every word says nothing by its capitals.
    titled = _is_titled([w for _, _, w in words])
    tags: list[str] = []
    options = [_options(w, low, i, lowers, titled) for i, ((_, _, w), low) in enumerate(zip(words, lowers, strict=True))]
    for i, choice in enumerate(options):
        tags.append(choice[0] if len(choice) == 1 else _choose(i, choice, lowers, tags, options))
    return [Token(a, b, w, low, t, _lemma(low, t)) for (a, b, w), low, t in zip(words, lowers, tags, strict=True)]


def _is_titled(words: list[str]) -> bool:
    letters = [w for w in words if w[0].isalpha() and len(w) > 3]
    return len(letters) > 3 and sum(w[0].isupper() for w in letters) > 0.8 * len(letters)


def _options(word: str, low: str, i: int, lowers: list[str], titled: bool) -> tuple[str, ...]:
    """The tags that a word can bear by itself, the likeliest first."""
    if low == "'" and i and lowers[i - 1].endswith("s") and "'" not in lowers[:i]:
        return ("POS",)
    if not (word[0].isalnum() or word[0] in "$€£¥" and len(word) > 1 or low[0] == "'" and len(low) > 1 and low != "''"):
        return ("PUNCT",)
    if low == "'s":
        return ("POS", "VBZ")
    if low == "'d":
        return ("MD",)
    if word[0].isdigit() or word[0] in "$€£¥":
        return ("JJ",) if word[-1].isalpha() and "-" in word else ("CD",)
    table = forms()
    opens = i == 0 or lowers[i - 1] in ('"', "“", "``", "‘", "(", ":", "--", "—", "-")
    if (
        low == "i"
        and i
        and lowers[i - 1] not in ('"', "“", "``", "and", "that", ",")
        and word == "I"
        and not opens
        and i + 1 < len(lowers)
        and lowers[i + 1] not in table.verbs
    ):
        return ("NNP",)  # a numeral: "Munich I"
    if "-" in word and word[0].isupper() and word.rsplit("-", 1)[1].islower():
        last = low.rsplit("-", 1)[1]
        if last.endswith("ed") or last in _COMPOUND:
            return ("JJ",)  # "UN-brokered", "US-made"
    if word[0].isupper() and not opens and not titled and low not in ("i",):
        if low in table.closed and word.istitle() and table.closed[low] in ("DT", "IN", "CC", "TO") and len(low) < 4:
            return (table.closed[low],)
        return ("NNP",)
    if word == "US":
        return ("NNP",)
    if low == "that":
        return ("IN", "DT", "WDT")
    if low == "her":
        return ("PRP$", "PRP")
    if low in ("no", "all", "both", "half"):
        return ("DT",)
    if (
        low in ("last", "first", "next")
        and i + 1 < len(lowers)
        and "VBD" in table.verbs.get(lowers[i + 1], {})
        and lowers[i + 1] not in table.adjectives
    ):
        return ("RB",)  # "Lee and Xi last met"
    if low in table.closed:
        return (table.closed[low],)
    verb = table.verbs.get(low.removeprefix("re-"), {})
    found = list(verb)
    if not found:
        return _open_class(word, low, opens, titled)
    if low in (
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "doing",
        "'m",
        "'re",
        "'ve",
    ):
        return tuple(found)
    base = next(iter(verb.values()))
    if "VB" in verb and (base in table.nouns) and low == base:
        found.append("NN")
    if "VBZ" in verb and base in table.nouns:
        found.append("NNS")
    if low in table.adjectives or base in table.adjectives and low == base:
        found.append("JJ")
    if "VB" in verb:
        found.append("VBP")
    if low.endswith("ing") and "VBG" in verb and low not in ("during",):
        found = ["VBG", "JJ" if low in table.adjectives else "NN"]
    if (
        word[0].isupper()
        and opens
        and i + 1 < len(lowers)
        and "NN" not in found
        and "NNS" not in found
        and "VBG" not in found
        and found == ["VB", "VBP"]
    ):
        found.append("NNP")
    return tuple(dict.fromkeys(found))


def _open_class(word: str, low: str, opens: bool, titled: bool) -> tuple[str, ...]:
    table = forms()
    if low in _EITHER:
        return ("JJ", "NN")
    if low.endswith("ed") and len(low) > 5 and not word[0].isupper():
        return ("VBN", "JJ")
    if (
        low.endswith("est")
        and len(low) > 5
        and low not in ("request", "interest", "harvest", "conquest", "protest", "contest", "unrest", "budapest", "bucharest")
    ):
        return ("JJ",)
    if low in table.adjectives:
        return ("NNP",) if word[0].isupper() and low in ("south", "north", "eastern", "western", "northern", "southern") else ("JJ",)
    if low.endswith("-friendly"):
        return ("JJ",)
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in ("family", "assembly", "ally", "rally", "italy", "july", "reply", "supply", "monopoly", "anomaly")
    ):
        return ("RB",)
    if word[0].isupper() and (titled or opens):
        # The sentence's first word, unknown in lower case: a name unless it looks like a common noun.
        plain = (
            low.endswith(_NOUN_ENDINGS)
            and len(low) > 7
            or low.endswith("s")
            and not low.endswith(("ss", "us", "is", "as", "os"))
            and len(low) > 4
        )
        if not plain:
            return ("NNP",)
    if "-" in low and (low.rsplit("-", 1)[1] in _COMPOUND or low.endswith("ed")):
        return ("JJ",)
    if (
        low.endswith(_ADJECTIVE_ENDINGS)
        and len(low) > 5
        and not low.endswith(("civilian", "guardian", "politician", "technician", "musician", "physician"))
    ):
        return ("JJ",)
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) or low in ("people", "police", "men", "women", "children"):
        return ("NNS",)
    return ("NN",)


def _choose(i: int, options: tuple[str, ...], lowers: list[str], tags: list[str], all_options: list[tuple[str, ...]]) -> str:
    """The tag that fits between what stands before (tagged) and after (options only)."""
    low = lowers[i]
    before, before_tag = _back(i, lowers, tags)
    after = lowers[i + 1] if i + 1 < len(lowers) else ""
    after_tag = all_options[i + 1][0] if i + 1 < len(lowers) else "PUNCT"
    if low == "'s":
        return "VBZ" if before_tag in ("EX", "WP", "WRB", "PRP") or before in ("that", "it", "he", "she", "there") else "POS"
    if low == "that":
        return _that(i, lowers, tags, after_tag)
    if low == "her":
        return "PRP$" if after_tag in ("NN", "NNS", "JJ", "NNP", "VBG", "VBN", "VB") and after not in ("to", "and") else "PRP"
    if options == ("JJ", "NN"):
        return (
            "JJ"
            if {"NN", "NNS", "NNP"} & set(all_options[i + 1] if i + 1 < len(lowers) else ()) and after_tag not in ("VBD", "MD")
            else "NN"
        )
    if (
        low in _NOMINAL_PARTICIPLES
        and before_tag in ("DT", "PRP$", "CD")
        and not {"NN", "NNS", "NNP"} & set(all_options[i + 1] if i + 1 < len(lowers) else ())
    ):
        return "NNS"  # "our wounded", "the dead"
    if "VBG" in options:
        return _ing(options, before, before_tag, after, after_tag)
    helped = before in _BE or before in _HAVE or before in ("having", "being")
    if "VB" in options and (before_tag in ("MD", "TO") or before in _DO or before in ("let", "help", "helped")):
        # "to" before a noun is a preposition: "to war", "to talks"; a base form after it is taken for a verb.
        if not (before == "to" and "NN" in options and _to_noun(i, lowers, tags, after)):
            return "VB"
    if "VBN" in options and helped and before_tag != "POS":
        return "VBN"
    if (
        before_tag in _BEFORE_NOUN
        and not (before_tag == "VBN" and "VBN" in options)
        and not (before_tag in ("VBN", "VBG", "CD") and after_tag in ("DT", "PRP$"))
    ):
        for noun in ("NN", "NNS"):
            if noun in options and (before_tag != "VBG" or after_tag not in ("DT", "PRP$", "NNP")):
                return noun
        if before_tag in ("DT", "PRP$", "POS", "JJ"):
            if "JJ" in options:
                return "JJ"
            if "VBN" in options:
                return "VBN"
    if before_tag == "IN" and before not in (
        "that",
        "as",
        "than",
        "while",
        "if",
        "because",
        "after",
        "before",
        "when",
        "until",
        "unless",
        "although",
        "though",
        "since",
        "whether",
    ):
        for noun in ("NN", "NNS", "JJ"):
            if noun in options:
                return noun
        if "VBN" in options:
            return "VBN"
    noun_next = bool({"NN", "NNS"} & set(all_options[i + 1])) if i + 1 < len(lowers) else False
    if "JJ" in options and (
        (before in _BE and "VBN" not in options) or noun_next and before_tag not in ("MD", "TO", "NNS", "PRP", "WP", "WDT")
    ):
        return "JJ"
    if "VBD" in options:
        return _past(i, options, lowers, tags, all_options)
    if "VBN" in options and "VB" not in options:
        return "VBN"
    return _present(i, options, before, before_tag, after, after_tag, lowers, tags, all_options)


def _ing(options: tuple[str, ...], before: str, before_tag: str, after: str, after_tag: str) -> str:
    """ "the killing of", "its continuing threats", "by closing the border"."""
    noun_next = after_tag in ("NN", "NNS", "NNP", "JJ") or after_tag in ("VB", "VBZ") and after not in ("to",)
    if before_tag in ("DT", "PRP$", "POS", "JJ") and before not in ("all", "both"):
        return "VBG" if noun_next and after_tag != "NNP" and "JJ" not in options else options[1]
    if "JJ" in options and noun_next and before not in _BE:
        return "JJ"
    if before_tag in ("NN", "VBN", "VBD", "CC") and after == "of":
        return "NN" if "NN" in options else "VBG"
    return "VBG"


def _back(i: int, lowers: list[str], tags: list[str]) -> tuple[str, str]:
    """The word before, adverbs and "not" skipped."""
    k = i - 1
    while k >= 0 and tags[k] == "RB" and lowers[k] not in ("ago", "yesterday", "today", "here", "there") and i - k < 4:
        k -= 1
    return (lowers[k], tags[k]) if k >= 0 else ("", "")


def _that(i: int, lowers: list[str], tags: list[str], after_tag: str) -> str:
    before_tag = tags[i - 1] if i else ""
    if before_tag in ("NN", "NNS", "NNP") and after_tag in ("MD", "VBD", "VBZ", "VB", "VBP", "RB"):
        return "WDT"
    if before_tag in (
        "VBD",
        "VBZ",
        "VBP",
        "VB",
        "VBN",
        "VBG",
        "PUNCT",
        "RB",
        "NN",
        "NNS",
        "NNP",
        "PRP",
        "JJ",
    ) and after_tag in _OPENS_NP | {"EX", "IN", "VBG"}:
        noun_next = after_tag in ("NN",) and before_tag not in ("VBD", "VBZ", "VBP", "VBN", "VB")
        return "DT" if noun_next else "IN"
    if after_tag in ("NN", "JJ"):
        return "DT"
    return "WDT" if before_tag in ("NN", "NNS", "NNP", "PUNCT") else "DT"


def _to_noun(i: int, lowers: list[str], tags: list[str], after: str) -> bool:
    """Is "to" a preposition before this word: "to war with", "a threat to trade", "return to work"?"""
    if lowers[i] == "aid":
        return after in (
            "workers",
            "groups",
            "agencies",
            "organisations",
            "organizations",
            "officials",
            "convoys",
            "trucks",
            "deliveries",
            "donors",
        )
    return lowers[i] in (
        "war",
        "power",
        "work",
        "trial",
        "death",
        "court",
        "market",
        "peace",
        "office",
        "date",
        "parliament",
    ) and after not in ("the", "a", "out", "on", "its", "together")


def _later_finite(i: int, lowers: list[str], all_options: list[tuple[str, ...]]) -> bool:
    """Does a finite verb follow in this clause, so that this word need not be one?"""
    for k in range(i + 1, min(len(lowers), i + 14)):
        if lowers[k] in (
            ",",
            ";",
            ":",
            "--",
            "—",
            "and",
            "or",
            "but",
            "who",
            "which",
            "that",
            "when",
            "where",
            "after",
            "as",
            "while",
            "because",
            "to",
            '"',
            "”",
            "“",
        ):
            return False
        options = all_options[k]
        if options[0] == "MD" or lowers[k] in ("is", "are", "was", "were", "has", "have", "had", "did", "does", "said", "says"):
            return True
        if "VBD" in options and "VBN" not in options:
            return True
        participle = k + 1 < len(lowers) and lowers[k + 1] == "by"
        if "VBD" in options and _NOUNISH & set(all_options[k - 1]) and lowers[k - 1] not in _DAYS and not participle:
            return True
    return False


def _past(i: int, options: tuple[str, ...], lowers: list[str], tags: list[str], all_options: list[tuple[str, ...]]) -> str:
    """VBD or VBN for one form: "police arrested", "a man arrested on Sunday said"."""
    if "VBN" not in options:
        return "VBD"
    after = lowers[i + 1] if i + 1 < len(lowers) else ""
    after_tag = all_options[i + 1][0] if i + 1 < len(lowers) else "PUNCT"
    before, before_tag = _back(i, lowers, tags)
    if before_tag in ("WP", "WDT", "PRP", "EX"):
        return "VBD"
    if (
        before_tag in ("", "PUNCT")
        and after_tag in ("IN", "TO")
        and before not in ('"', "”")
        and forms().verbs[lowers[i]]["VBN"] not in _SAYING
    ):
        return "VBN"
    if before in ("and", "or", "but"):
        verb = next((tags[k] for k in range(i - 1, -1, -1) if tags[k].startswith("VB") or tags[k] == "MD"), "VBD")
        return "VBN" if verb == "VBN" and not _finite_between(i, tags) else "VBD"
    if before_tag in _NOMINAL or before_tag == "POS":
        if after == "by":
            return "VBN"
        # A reduced relative has no object after it, and the clause's own verb still to come.
        if (after_tag in ("IN", "TO", "RB", "VBG") or after in _DAYS) and _later_finite(i, lowers, all_options):
            return "VBN"
        if (
            _has_finite(i, tags)
            and after_tag in ("IN", "TO")
            and before_tag in ("NN", "NNS")
            and lowers[i] not in ("said", "told", "called")
        ):
            return "VBN"
        return "VBD"
    if before_tag in ("VBD", "VBZ", "VBP") and before in _BE | _HAVE:
        return "VBN"
    return "VBD" if before_tag not in ("IN", "DT", "VBG") else "VBN"


def _has_finite(i: int, tags: list[str]) -> bool:
    """Has this clause its finite verb already, before i?"""
    for k in range(i - 1, -1, -1):
        if tags[k] in ("PUNCT", "CC", "WP", "WDT", "WRB") and not (k and tags[k - 1] == "JJ"):
            return False
        if tags[k] in _FINITE:
            return True
    return False


def _finite_between(i: int, tags: list[str]) -> bool:
    for k in range(i - 2, -1, -1):
        if tags[k] == "PUNCT":
            return True
        if tags[k].startswith("VB"):
            return tags[k] != "VBN"
    return False


def _present(
    i: int, options: tuple[str, ...], before: str, before_tag: str, after: str, after_tag: str,
    lowers: list[str], tags: list[str], all_options: list[tuple[str, ...]],
) -> str:  # fmt: skip
    """Noun or present-tense verb: "Lee visits China", "peace talks", "protesters march"."""
    noun = "NNS" if "NNS" in options else "NN" if "NN" in options else "JJ" if "JJ" in options else ""
    verb = "VBZ" if "VBZ" in options else "VBP" if "VBP" in options else options[0]
    if before_tag in ("PRP", "WP", "WDT", "EX") and before not in ("them", "him", "us"):
        return verb
    if before in _SAYING and noun:
        return noun
    if not noun:
        if "NNP" in options and i == 0:
            return "VB" if after_tag in ("DT", "PRP$") else "NNP"
        if before_tag == "CC" and verb == "VBP" and _verb_before(i, tags) == "VB":
            return "VB"
        return "VB" if before_tag in ("", "PUNCT", "VB") and verb == "VBP" else verb
    if before_tag == "CC":
        last = _verb_before(i, tags)
        if last in ("VB", "VBZ", "VBP") and tags[i - 1] == "CC" and after_tag in ("DT", "PRP$", "PRP"):
            return "VB" if last == "VB" and verb == "VBP" else verb
        return noun
    if before_tag in _NOMINAL and not _has_finite(i, tags):
        after_options = all_options[i + 1] if i + 1 < len(lowers) else ()
        opens_object = bool(_OPENS_OBJECT & set(after_options)) or after == "that"
        # "workers in Brazil call off": the head is the plural before the preposition
        placed = before_tag == "NNP" and any(tags[k] == "NNS" and tags[k + 1] == "IN" for k in range(max(0, i - 5), i - 1))
        plural = before_tag in ("NNS", "NNPS") or before in ("people", "police") or placed
        # A base form agrees with a plural, an -s form with a singular subject.
        agrees = plural if verb == "VBP" else not plural
        names = before_tag in ("NNP", "NNS") and bool({"NN", "NNS"} & set(after_options))
        if agrees and (opens_object or names) and not _later_finite(i, lowers, all_options):
            return verb
    return noun


def _verb_before(i: int, tags: list[str]) -> str:
    return next((tags[k] for k in range(i - 1, -1, -1) if tags[k].startswith("VB")), "")


def _lemma(low: str, tag_: str) -> str:
    if tag_[0] == "V":
        verb = forms().verbs.get(low) or {t: "re" + base for t, base in forms().verbs.get(low.removeprefix("re-"), {}).items()}
        return verb.get(tag_) or verb.get("VB") or next(iter(verb.values()), low)
    if tag_ in ("NNS", "NNPS", "NN", "NNP"):
        return singular(low)
    return "not" if low == "n't" else low
