"""Whether a clause tells of what was or of what will be: it decides which Sunday "Sunday" is.

The nearest verb group before the time expression counts, or the first one after it where it opens its clause ("On Sunday the
minister will ..."). Tense is read off Penn tags and a few tables of words that look ahead whatever their tense.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from enum import Enum
from typing import NamedTuple

from dateline.language import Token
from dateline.times.words import word_set


class Tense(Enum):
    """PRESENT: a timetable's ("the exercise runs January 4-6"); NONE: no verb tells."""

    PAST = -1
    NONE = 0
    FUTURE = 1
    PRESENT = 2


Tagged = Sequence[Sequence[Token]]

# planned, due, ... for Sunday: ahead, also after "was"
_PROSPECTS = word_set(
    "due scheduled expected planned set slated poised ready likely supposed tipped upcoming forthcoming payable maturing expires expire "
    "projected forecast"
)
# to do what is ahead, also where the verb itself is past: "agreed to meet on Sunday"
_LOOK_AHEAD = word_set(
    "plan agree vow promise pledge threaten intend hope want wish aim expect prepare decide seek propose offer schedule set order urge ask "
    "call tell warn demand request invite arrange opt choose commit swear like need project forecast postpone delay reschedule"
)
_FOR_AHEAD = _LOOK_AHEAD | word_set("announce book fix pencil reserve confirm call time convene summon")
_ONLY_TO = frozenset(("set", "ready", "supposed", "slated", "poised", "tipped"))
_REPORTING = word_set("say tell report note add show mean think believe know suggest indicate claim argue recall remember")
_BE_PRESENT = frozenset(("is", "are", "'s", "am", "'re", "'m"))
_BE = _BE_PRESENT | {"was", "were", "be", "been", "being"}
_HAVE = frozenset(("has", "have", "had", "'ve", "having"))
_BEHIND_BEFORE = frozenset(("after", "since", "following"))
_AHEAD_BEFORE = frozenset(("starting", "beginning", "effective", "upcoming", "coming"))
_ADVERBS = frozenset(("RB", "RBR"))
_OPENERS = frozenset(("that", "and", "but", "because", "while", "when", "as", "if", "where", "so", '"',
      "``", "“", "'", "‘", ":", ";", "--", "—", "–", "("))
_BREAKS = frozenset((";", ":", "--", "—"))
_LEADS = frozenset(("IN", "TO", "DT", "JJ", "RB", "JJR", "RBR"))


class _Verb(NamedTuple):
    at: int
    tense: Tense
    lemma: str


class Directions:
    """The tense around any place of a text. tag: makes tokens of the sentence around a place where none were given."""

    def __init__(self, tagged: Tagged | None, sentence: Callable[[int], Sequence[Token]]) -> None:
        self._given = [s for s in tagged if s] if tagged is not None else None
        self._starts = [s[0].start for s in self._given] if self._given is not None else []
        self._sentence = sentence
        self._verbs: dict[int, list[_Verb]] = {}

    def tense(self, start: int, end: int) -> Tense:
        """The tense that the expression at characters start..end stands in."""
        tokens = self._tokens(start)
        if not tokens:
            return Tense.NONE
        key = tokens[0].start
        if key not in self._verbs:
            self._verbs[key] = _verbs(tokens)
        return _tense(tokens, self._verbs[key], start, end)

    def done(self, start: int) -> bool:
        """Whether a verb in the past stands right before ("was arrested on Jan. 15"): then the day is past, however long ago."""
        tokens = self._tokens(start)
        i = next((i for i, t in enumerate(tokens) if t.end > start), 0) - 1
        if i > 0 and tokens[i].tag == "IN":
            i -= 1
        return i >= 0 and tokens[i].tag in ("VBD", "VBN") and tokens[i].lemma not in _LOOK_AHEAD and tokens[i].lower not in _PROSPECTS

    def _tokens(self, start: int) -> Sequence[Token]:
        if self._given is None:
            return self._sentence(start)
        i = bisect_right(self._starts, start) - 1
        return self._given[i] if i >= 0 and start < self._given[i][-1].end else ()


def _tense(tokens: Sequence[Token], verbs: list[_Verb], start: int, end: int) -> Tense:
    first = next((i for i, t in enumerate(tokens) if t.end > start), len(tokens))
    last = next((i for i in range(first, len(tokens)) if tokens[i].end >= end), len(tokens) - 1)
    before = tokens[first - 1].lower if first else ""
    if before in _BEHIND_BEFORE or (before == "of" and first > 1 and tokens[first - 2].lower == "as"):
        return Tense.PAST
    if before in _AHEAD_BEFORE or (before == "of" and first > 1 and tokens[first - 2].lower == "ahead"):
        return Tense.FUTURE
    behind = [v for v in verbs if v.at < first and not _broken(tokens, v.at, first)]
    ahead = [v for v in verbs if v.at > last]
    i = first - 1
    while i >= 0 and tokens[i].tag in _LEADS and tokens[i].lower != "that":
        i -= 1
    opens = i < 0 or tokens[i].lower in _OPENERS
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    owns = after is not None and after.lower in ("'s", "'")   # Friday's vote
    if not owns and ahead and ahead[0].at == last + 1:     # the court Thursday refused
        return ahead[0].tense
    nearest = behind[-1] if behind and not (opens and ahead) else ahead[0] if ahead else behind[-1] if behind else None
    if nearest is None:
        return Tense.NONE
    if before == "for" and nearest.tense is Tense.PAST and nearest.lemma in _FOR_AHEAD:
        return Tense.FUTURE
    if before in ("until", "till", "to", "through") and (
        nearest.lemma in _MOVING or nearest.tense is Tense.PRESENT or tokens[nearest.at + 1].lower in ("off", "back")
    ):
        return Tense.FUTURE
    if owns or (after is not None and after.tag in ("NN", "NNS")):
        near = ahead and ahead[0].at - last <= _NEAR and not _comma(tokens, last, ahead[0].at)
        if near and ahead[0].tense is Tense.FUTURE:
            return Tense.FUTURE
        return Tense.PAST if nearest.tense is Tense.PRESENT else nearest.tense
    if nearest.tense is Tense.PRESENT and abs(nearest.at - first) > _TIMETABLE_REACH:
        return Tense.NONE
    return nearest.tense


_MOVING = frozenset(("postpone", "delay", "reschedule", "extend", "adjourn"))
_NEAR = 6              # tokens between "Friday's" and the verb of its clause
_TIMETABLE_REACH = 10  # tokens: a verb in the present further off says nothing of a day


def _broken(tokens: Sequence[Token], a: int, b: int) -> bool:
    return any(tokens[i].lower in _BREAKS for i in range(a, b))


def _comma(tokens: Sequence[Token], a: int, b: int) -> bool:
    return any(tokens[i].tag == "PUNCT" for i in range(a + 1, b))


def _verbs(tokens: Sequence[Token]) -> list[_Verb]:
    """Verb groups and other words that tell tense, in order: the index of the word, its tense, its lemma."""
    found: list[_Verb] = []
    for i, token in enumerate(tokens):
        if tense := _tense_of(tokens, i, token, found):
            found.append(_Verb(i, tense, token.lemma))
    return found


def _next(tokens: Sequence[Token], i: int) -> Token | None:
    """The next token that is no adverb."""
    i += 1
    while i < len(tokens) and (tokens[i].tag in _ADVERBS or tokens[i].lower in ("not", "n't")):
        i += 1
    return tokens[i] if i < len(tokens) else None


def _previous(tokens: Sequence[Token], i: int) -> str:
    i -= 1
    while i >= 0 and (tokens[i].tag in _ADVERBS or tokens[i].lower in ("not", "n't")):
        i -= 1
    return tokens[i].lower if i >= 0 else ""


def _tense_of(tokens: Sequence[Token], i: int, token: Token, found: list[_Verb]) -> Tense | None:
    word, tag, after = token.lower, token.tag, _next(tokens, i)
    if tag == "MD":
        if after and after.lower == "have":
            return Tense.PAST
        negated = i + 1 < len(tokens) and tokens[i + 1].lower in ("not", "n't")
        return Tense.PAST if word == "could" and negated else Tense.FUTURE
    if word in _PROSPECTS and tag != "VB":
        return _prospect(tokens, i)
    if tag == "POS" or (word == "am" and _previous(tokens, i) != "i"):   # 10 am
        return None
    if word in _BE:
        if after and after.lower == "to" and word not in ("be", "been", "being"):
            return Tense.FUTURE
        if word in ("was", "were"):
            return Tense.PAST
        return None if word in ("be", "been", "being") or (after and after.tag in ("VBG", "VBN")) else Tense.PRESENT
    if word in _HAVE and tag != "VB":
        return Tense.PAST if word in ("had", "having") or (after and after.tag in ("VBN", "VBD")) else Tense.PRESENT
    if tag == "VB":
        return _infinitive(tokens, i, found)
    if tag == "VBD":
        return Tense.PAST
    if tag == "VBN":
        before = _previous(tokens, i)
        return None if before in ("be", "being") else Tense.PRESENT if before in _BE_PRESENT else Tense.PAST
    if tag == "VBG":
        before = _previous(tokens, i)
        if before in _BE_PRESENT:
            return Tense.PRESENT
        return Tense.PAST if before in ("was", "were") or token.lemma in _REPORTING else None   # ..., saying on Friday that ...
    if tag == "NN" and word.endswith("ed") and len(word) > 4:   # a past tense that the tagger does not know
        return Tense.PAST
    if tag in ("VBZ", "VBP"):
        return Tense.PAST if token.lemma in _REPORTING else Tense.PRESENT
    return None


def _prospect(tokens: Sequence[Token], i: int) -> Tense | None:
    """Scheduled, due, likely, ...: ahead, but not in "than expected", "a planned trip", "had been scheduled"."""
    if _previous(tokens, i) in ("than", "as"):
        return None
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    if tokens[i].tag in ("VBN", "VBD", "JJ", "NN") and after is not None and after.tag in ("NN", "NNS", "JJ"):
        return None
    if tokens[i].lower in _ONLY_TO and (after is None or after.lower not in ("to", "for")):
        return None
    if i > 1 and tokens[i - 1].lower == "been" and tokens[i - 2].lower == "had":
        return Tense.PAST
    return Tense.FUTURE


def _infinitive(tokens: Sequence[Token], i: int, found: list[_Verb]) -> Tense | None:
    """After a modal the modal tells; "to meet" is ahead, unless what leads to it is past and does not look ahead ("failed to meet")."""
    if _previous(tokens, i) != "to":
        return None
    if not found:
        return Tense.FUTURE
    governor = found[-1]
    looks_ahead = governor.lemma in _LOOK_AHEAD and tokens[governor.at - 1].lower != "been"
    return Tense.PAST if governor.tense is Tense.PAST and not looks_ahead else Tense.FUTURE
