"""Penn tags by rules: the closed classes and verb tables give candidates, the neighbours choose.

No statistics and no state: what a word is taken for can be read off the rules below.
"""

from dateline.language.candidates import SAYING, WEEKDAYS, candidates, is_titled
from dateline.language.morphology import forms, singular
from dateline.language.tokens import Token, tokenize

_NOMINAL = frozenset("NN NNS NNP NNPS CD PRP".split())
_NOUNISH = frozenset("NN NNS NNP PRP RB".split())
_OPENS_OBJECT = frozenset("DT PRP$ NNP PRP TO IN RB JJ CD".split())
_OPENS_NP = frozenset("DT PRP$ NNP NNPS JJ CD NNS NN PRP".split())
_NOMINAL_PARTICIPLES = frozenset("wounded injured displaced accused disabled unemployed".split())
_BEFORE_NOUN = frozenset("DT JJ PRP$ POS CD VBN VBG".split())
_BEFORE_CLAUSE = frozenset("that as than while if because after before when until unless although though since whether".split())
# Verbs without a passive: their -ed form with no "have" before it is the past.
_INTRANSITIVE = frozenset(
    "die arrive happen occur appear disappear resign agree erupt collapse vanish flee fall go come rise remain stay "
    "exist emerge travel march protest retreat surrender "
    "apologise apologize insist lie sleep vote walk run stand sit speak talk deteriorate decline fail succeed retire "
    "respond react reply belong consist depend last".split()
)
_WHEN = frozenset("last earlier early late yesterday today".split())  # ", arrested last week during a raid"
_FINITE = frozenset("MD VBD VBZ VBP".split())
_BE = frozenset("be is are was were been being am 'm 're get got gets getting".split())
_HAVE = frozenset("have has had having 've".split())
_DO = frozenset("do does did".split())


def tag(text: str, start: int, end: int) -> list[Token]:
    """The tokens of one sentence, text[start:end], each with its tag and lemma."""
    words = tokenize(text, start, end)
    lowers = [w.lower().replace("’", "'") for _, _, w in words]
    # A headline in capitals at every word says nothing by its capitals.
    titled = is_titled([w for _, _, w in words])
    tags: list[str] = []
    options = [candidates(w, low, i, lowers, titled) for i, ((_, _, w), low) in enumerate(zip(words, lowers, strict=True))]
    for i, choice in enumerate(options):
        tags.append(choice[0] if len(choice) == 1 else _choose(i, choice, lowers, tags, options))
    return [Token(a, b, w, low, t, _lemma(low, t)) for (a, b, w), low, t in zip(words, lowers, tags, strict=True)]


def _choose(i: int, options: tuple[str, ...], lowers: list[str], tags: list[str], all_options: list[tuple[str, ...]]) -> str:
    """The tag that fits between what stands before (tagged) and after (options only)."""
    low = lowers[i]
    before, before_tag = _back(i, lowers, tags)
    after = lowers[i + 1] if i + 1 < len(lowers) else ""
    after_tag = all_options[i + 1][0] if i + 1 < len(lowers) else "PUNCT"
    if low == "'s":
        return "VBZ" if before_tag in ("EX", "WP", "WRB", "PRP") or before in ("that", "it", "he", "she", "there") else "POS"
    if low == "that":
        return _that(i, tags, after_tag)
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
    noun_next = bool({"NN", "NNS"} & set(all_options[i + 1])) if i + 1 < len(lowers) else False
    helped = before in _BE or before in _HAVE or before in ("having", "being")
    # "to" before some nouns is a preposition: "to war", "to talks"; a base form after it is else taken for a verb.
    to_noun = before == "to" and "NN" in options and _to_noun(i, lowers, after)
    if "VB" in options and not to_noun and (before_tag in ("MD", "TO") or before in _DO or before in ("let", "help", "helped")):
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
        counted = before_tag == "CD" and "VBN" in options and noun_next and _has_finite(i, tags)  # "freed 38 captured soldiers"
        if before_tag in ("DT", "PRP$", "POS", "JJ") or counted:
            if "JJ" in options:
                return "JJ"
            if "VBN" in options:
                return "VBN"
    if before_tag == "IN" and before not in _BEFORE_CLAUSE:
        for noun in ("NN", "NNS", "JJ"):
            if noun in options:
                return noun
        if "VBN" in options:
            return "VBN"
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


def _that(i: int, tags: list[str], after_tag: str) -> str:
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


def _to_noun(i: int, lowers: list[str], after: str) -> bool:
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
        if "VBD" in options and _NOUNISH & set(all_options[k - 1]) and lowers[k - 1] not in WEEKDAYS and not participle:
            return True
    return False


def _past(i: int, options: tuple[str, ...], lowers: list[str], tags: list[str], all_options: list[tuple[str, ...]]) -> str:
    """VBD or VBN for one form: "police arrested", "a man arrested on Sunday said"."""
    if "VBN" not in options or _lemma(lowers[i], "VBN") in _INTRANSITIVE:
        return "VBD"
    after = lowers[i + 1] if i + 1 < len(lowers) else ""
    after_tag = all_options[i + 1][0] if i + 1 < len(lowers) else "PUNCT"
    before, before_tag = _back(i, lowers, tags)
    if before_tag in ("WP", "WDT", "PRP", "EX"):
        return "VBD"
    if (
        before_tag in ("", "PUNCT")
        and (after_tag in ("IN", "TO") or before == "," and (after in WEEKDAYS or after in _WHEN))
        and before not in ('"', "”")
        and _lemma(lowers[i], "VBN") not in SAYING
    ):
        return "VBN"
    if before in ("and", "or", "but"):
        verb = next((tags[k] for k in range(i - 1, -1, -1) if tags[k].startswith("VB") or tags[k] == "MD"), "VBD")
        return "VBN" if verb == "VBN" and not _finite_between(i, tags) else "VBD"
    if before_tag in _NOMINAL or before_tag == "POS":
        if after == "by":
            return "VBN"
        # A reduced relative has no object after it, and the clause's own verb still to come.
        if (after_tag in ("IN", "TO", "RB", "VBG") or after in WEEKDAYS) and _later_finite(i, lowers, all_options):
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
    if before in SAYING and noun:
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
