"""Is the name of a state or city meant as a place, or as those who act for it: "Seoul said" and "in Seoul".

The signs are those that work on the metonymy literature's sets (Markert and Nissim 2007; Gritta et al. 2017): the word's place
in the clause, the preposition before it, the verb that governs it. They are rules here, over tagged tokens.
"""

from collections.abc import Sequence

from dateline.actors.tables import words
from dateline.language import Token

# A name after one of these is where something is.
_PLACE_BEFORE = words("metonymy", "place_before")
# After these it is somebody.
_ACTOR_BEFORE = words("metonymy", "actor_before")
# Verbs and nouns that want a party after their "to" or "from": "sold to Iran", "a letter to Seoul", "independence from Spain".
_PARTY_WITH_TO = words("metonymy", "party_with_to")
_PARTY_WITH_FROM = words("metonymy", "party_with_from")
# Verbs whose object is a place, verbs that describe one, words that do.
_MOTION = words("metonymy", "motion")
_LINKS = words("metonymy", "links")
_SAYING_ABOUT_PLACE = words("metonymy", "saying_about_place")
# Nouns that a state's name before them, or its possessive, makes somebody's.
_TEAM_NOUNS = words("metonymy", "team_nouns")
_ACTED_NOUNS = words("metonymy", "acted_nouns")
# What a place has, when a place has something.
_HELD_BY_PLACE = words("metonymy", "held_by_place")
_KINDS_OF_PLACE = words("metonymy", "kinds_of_place")
# What makes a place of the name after "with", "between", "for", "by".
_WITH_PLACE = words("metonymy", "with_place")
_BETWEEN_PLACES = words("metonymy", "between_places")
_FOR_PLACE = words("metonymy", "for_place")
_BY_PLACE = frozenset(("bordered", "surrounded", "bounded", "flanked", "enclosed", "separated"))
_STUDIED_AT = frozenset(("study", "teach", "educate", "lecture", "professor", "professorship", "debut"))
_CALLED_ON = frozenset(("call", "attack", "war", "sanction", "pressure", "impose"))
_WON_OVER = frozenset(("win", "victory", "triumph", "war", "pressure", "row", "control", "rule", "lead", "game", "defeat"))
_TOWARDS = words("metonymy", "towards")
# preposition -> words that govern it, and whether they make somebody (or else a place) of the name
_GOVERNED = {
    "to": (_PARTY_WITH_TO, True),
    "from": (_PARTY_WITH_FROM, True),
    "with": (_WITH_PLACE, False),
    "by": (_BY_PLACE, False),
    "for": (_FOR_PLACE, False),
}


def acts(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Is the name in tokens first..last (half open) meant as somebody?"""
    before = _before(tokens, first)
    following = tokens[last] if last < len(tokens) else None
    if following is not None and following.tag == "POS":
        return _owns(tokens, last + 1)
    if following is not None and following.tag in ("NN", "NNS"):
        return following.lower in _TEAM_NOUNS
    if _listed_with_actor(tokens, first, before):
        return True
    if before >= 0 and tokens[before].tag in ("IN", "TO"):
        governed = _after_preposition(tokens, before)
        if governed is not None:
            return governed
    if before >= 0 and tokens[before].tag.startswith("VB") and tokens[before].lemma not in _LINKS:
        return tokens[before].lemma not in _MOTION
    return _is_subject(tokens, first, last)


def _after_preposition(tokens: Sequence[Token], at: int) -> bool | None:
    """What the preposition at a token makes of the name after it; None where it does not tell ("after Mexico won")."""
    prep = tokens[at].lower
    before = tokens[at - 1] if at else None
    near = tokens[max(0, at - 7) : at]
    if prep == "at":
        return before is not None and before.lemma in _STUDIED_AT
    if prep in ("to", "by") and any(t.lemma == "lose" or t.lower in ("loss", "defeat") for t in near):
        return True
    if prep in ("upon", "on") and any(t.lemma in _CALLED_ON for t in near[-3:]):
        return True
    if prep in _GOVERNED:
        governing, somebody = _GOVERNED[prep]
        governor = _governor(tokens, at)
        return (governor is not None and (governor.lower in governing or (somebody and governor.lemma in governing))) == somebody
    if prep == "between":
        return not _parts_places(tokens, at)
    if prep == "over" and before is not None:
        return before.lemma in _WON_OVER or before.tag == "CD"
    if prep == "of":
        return before is not None and before.lower in _ACTED_OF
    if prep in ("toward", "towards"):
        return any(t.lower in _TOWARDS for t in near[-5:])
    if prep in _ACTOR_BEFORE:
        return True
    return False if prep in _PLACE_BEFORE else None


def _before(tokens: Sequence[Token], first: int) -> int:
    """The token that governs the name from the left: past articles and adjectives."""
    i = first - 1
    while i >= 0 and (
        tokens[i].tag in ("DT", "JJ", "PRP$", "CD") or tokens[i].tag == "POS" or tokens[i].lower in ("neighboring", "neighbouring")
    ):
        i -= 1
    return i


def _parts_places(tokens: Sequence[Token], between: int) -> bool:
    return any(t.lower in _BETWEEN_PLACES or t.lemma in _BETWEEN_PLACES for t in tokens[max(0, between - 4) : between])


def _governor(tokens: Sequence[Token], before: int) -> Token | None:
    """The word that a preposition hangs on: the last verb or noun before it, names passed over."""
    for i in range(before - 1, max(-1, before - 7), -1):
        if tokens[i].tag == "PUNCT":
            return None
        if tokens[i].tag in ("NN", "NNS", "JJ") or tokens[i].tag.startswith("VB"):
            return tokens[i]
    return None


# What "of Spain" makes somebody of Spain.
_ACTED_OF = words("metonymy", "acted_of")


def _listed_with_actor(tokens: Sequence[Token], first: int, before: int) -> bool:
    """In "against Spain, Italy and France" the last names are what the first one is."""
    i = first - 1
    steps = 0
    while i > 0 and steps < 12 and (tokens[i].lower in (",", "and", "or", "the", "both", "&") or tokens[i].tag in ("NNP", "NNPS")):
        i -= 1
        steps += 1
    if steps == 0 or i < 0 or (i == before and steps < 2):
        return False
    if not any(t.lower in (",", "and", "or") for t in tokens[i + 1 : first]):
        return False
    word = tokens[i]
    if word.lower == "between":
        return not _parts_places(tokens, i)
    if word.lower == ":":
        return any(t.lower in ("countries", "nations", "states", "teams", "sides", "members") for t in tokens[max(0, i - 8) : i])
    if word.lower in ("against", "with", "versus", "by", "among"):
        return True
    return word.lower == "for" and tokens[i - 1].lemma not in _FOR_PLACE


def _owns(tokens: Sequence[Token], at: int) -> bool:
    """ "Seoul's efforts" are somebody's, "Seoul's streets" a place's."""
    for t in tokens[at : at + 4]:
        if t.lower in _ACTED_NOUNS or t.lemma in _ACTED_NOUNS:
            return True
        if t.tag not in ("JJ", "NN", "NNP", "VBG", "VBN", "CD", "JJS", "JJR"):
            break
    return False


def _is_subject(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Does a finite verb of doing follow the name as its subject?"""
    i, n = last, len(tokens)
    opens = not (first > 1 and tokens[first - 1].lower == "," and tokens[first - 2].tag in ("NNP", "NNPS"))
    # "China and Japan agreed", "Mexico, which lost, ...", "Seoul also said", "Iran (pictured) said"
    steps = 0
    while i < n and steps < 14:
        t = tokens[i]
        if t.lower == "(":
            close = next((k for k in range(i, min(n, i + 12)) if tokens[k].lower == ")"), None)
            if close is None:
                return False
            i = close + 1
            continue
        if (
            t.lower in ("and", "or", "&")
            or t.tag in ("NNP", "NNPS")
            or (
                t.lower in (",", "the")
                and i + 1 < n
                and (tokens[i + 1].tag in ("NNP", "NNPS", "DT") or tokens[i + 1].lower in ("and", "the"))
            )
            or (t.tag == "RB" and t.lower not in ("not",))
            or t.lower in ("both", "all", "each", "further", "alone", "itself", "themselves", "first")
        ):
            i += 1
        elif t.lower in ("along", "together") and i + 2 < n and tokens[i + 1].lower == "with":
            i += 2
            while i < n and (
                tokens[i].tag in ("PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "DT", "CC", "IN") or tokens[i].lower in (",", "and")
            ):
                i += 1
        elif t.lower == "," and opens and i + 1 < n:
            close = next((k for k in range(i + 2, min(n, i + 20)) if tokens[k].lower == ","), None)
            if close is None:
                return False
            i = close + 1
            opens = False
        else:
            break
        steps += 1
    if i >= n:
        return False
    if tokens[i].lower in ("which", "who"):
        i += 1
    return i < n and _does(tokens, i)


def _is_no_place(tokens: Sequence[Token], at: int) -> bool:
    """What follows "is": "a town in the north" makes a place, "the only state that ratified it" somebody."""
    rest = tokens[at : at + 9]
    if not rest or rest[0].tag in ("IN", "RB") or rest[0].lower in _SAYING_ABOUT_PLACE:
        return bool(rest) and rest[0].lower == "at" and len(rest) > 1 and rest[1].lower in ("war", "odds", "peace")
    for t in rest:
        if t.lower in _KINDS_OF_PLACE or t.lower in _SAYING_ABOUT_PLACE:
            return False
        if t.tag == "PUNCT" or t.lower in ("that", "which", "who"):
            break
    return True


def _does(tokens: Sequence[Token], i: int) -> bool:
    """Is the verb group at i something that somebody does, and no description of a place?"""
    t = tokens[i]
    if t.tag not in ("VBD", "VBZ", "VBP", "MD", "VB", "VBN"):
        return False
    k = i
    while (
        k + 1 < len(tokens)
        and (tokens[k].tag == "MD" or tokens[k].tag == "RB" or tokens[k].lemma in ("be", "have", "do"))
        and (tokens[k + 1].tag.startswith("VB") or tokens[k + 1].tag in ("RB", "MD"))
    ):
        k += 1
    main = tokens[k]
    if main.tag == "RB":
        return True
    if main.lemma == "be" and main.lower in ("were", "are") and k == i:
        return True  # one name with a plural verb is a team or a government: "Spain were beaten"
    if main.lemma == "be":
        return _is_no_place(tokens, k + 1)
    if main.lemma == "have":
        return not any(x.lower in _HELD_BY_PLACE for x in tokens[k + 1 : k + 8])
    if main.tag == "VBN" and any(x.lemma == "be" for x in tokens[i:k]):
        return main.lower not in _SAYING_ABOUT_PLACE and main.lemma not in (
            "locate",
            "situate",
            "hit",
            "find",
            "build",
            "found",
            "connect",
            "inhabit",
            "create",
            "divide",
            "settle",
            "visit",
            "cover",
            "reach",
            "flood",
            "serve",
            "establish",
            "incorporate",
            "rename",
            "list",
        )
    return main.lemma not in _LINKS and main.lemma not in ("see", "feature", "cover", "boast", "house", "average", "extend", "grow")
