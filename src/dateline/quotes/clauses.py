"""Sentences as a reporter wrote them: words with their marks, and the walks over phrases that all rules of this stage share.

No parser stands behind it: a noun phrase is walked by Penn tags from the one end that is known to the next verb, comma or
conjunction that cannot be part of it.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dateline.language import Token
from dateline.quotes.marks import Marked
from dateline.types import Sentence, Words

Range = tuple[int, int]

NOUN = frozenset(("NN", "NNS", "NNP", "NNPS"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
SUBORDINATOR = frozenset(
    "that when while because if although though after before since until unless whereas whether as where why how what who which "
    "whom whose".split()
)
SAYING = frozenset(("said", "says", "told", "tells", "wrote"))
DASH = frozenset(("—", "–", "--", "―", "-"))
STOP = DASH | {".", "!", "?", ";", ":", "…", "..."}
CLOSING = frozenset(")]}")

_OPENING = frozenset("([{")
_ADVERB = frozenset(("RB", "RBR", "RBS"))
_MODIFIER = NOUN | _ADVERB | {"DT", "PDT", "JJ", "JJR", "JJS", "CD", "POS", "PRP$", "PRP", "VBG", "VBN", "FW", "$"}
_HEAD = NOUN | {"PRP", "CD", "DT", "WP", "EX", "JJ", "JJS", "FW"}
_MODIFIED = frozenset(("JJ", "CD", "VBN", "RB", "DT", "JJR", "JJS"))  # what an adverb inside a noun phrase stands before
_BEFORE_PREPOSITION = NOUN | {"CD", "VBN", "VBD", "VBG", "DT", "JJ", "POS"}
_BRACKET = 12  # tokens in a bracket at most
_LONGEST = 300  # tokens of one sentence that are read together: no reporter's sentence is longer, but hostile pages are


class Attribution(NamedTuple):
    """Ranges of tokens of one sentence (half open). content is empty where what was said stands in another sentence."""

    content: tuple[Range, ...]
    cue: Range
    source: Range | None = None
    addressee: Range | None = None


class Clauses(NamedTuple):
    """One reporter's sentence: a run of tokens that no pair of marks crosses.

    tokens      its words and punctuation; the quotation marks themselves are left out
    mark        for each token the index in marks that it stands in, -1 for none
    marks       the marked stretches of the story
    paragraph   as in Sentence
    """

    text: str
    tokens: list[Token]
    mark: list[int]
    marks: Sequence[Marked]
    paragraph: int | None

    def words(self, start: int, end: int) -> Words:
        """Tokens start..end as a span; where it holds more than the words of a pair of marks, it holds the marks too."""
        a, b = self.tokens[start].start, self.tokens[end - 1].end
        first, last = self.mark[start], self.mark[end - 1]
        if first >= 0 and first != last and (start == 0 or self.mark[start - 1] != first):
            a = self.marks[first].start
        if last >= 0 and first != last and (end == len(self.tokens) or self.mark[end] != last):
            b = self.marks[last].end
        return Words(a, b, self.text[a:b])

    def inside(self, start: int, end: int) -> bool:
        """Do tokens start..end all stand between marks?"""
        return all(m >= 0 for m in self.mark[start:end])

    def holds_marks(self, start: int, end: int) -> bool:
        """Does one of tokens start..end stand between marks?"""
        return any(m >= 0 for m in self.mark[start:end])

    def is_comma(self, i: int) -> bool:
        """Is token i there, and a comma?"""
        return 0 <= i < len(self.tokens) and self.tokens[i].text == ","

    def run_end(self, i: int) -> int:
        """The end of the marked stretch (or the stretch without marks) that token i stands in."""
        j = i
        while j < len(self.tokens) and self.mark[j] == self.mark[i]:
            j += 1
        return j


def split(text: str, sentences: Sequence[Sentence], tagged: Sequence[Sequence[Token]], marks: Sequence[Marked]) -> Iterator[Clauses]:
    """The sentences of a story, those joined again that were parted within marks; a line that opens with marks starts one."""
    tokens: list[Token] = []
    inside: list[int] = []
    at = 0
    for i, (sentence, words) in enumerate(zip(sentences, tagged, strict=True)):
        for token in words:
            while at < len(marks) and marks[at].end <= token.start:
                at += 1
            mark = at if at < len(marks) and marks[at].start <= token.start else -1
            if _is_mark(token, marks[mark]) if mark >= 0 else _is_hyphen(token, text):
                continue
            new_line = tokens and inside[-1] < 0 <= mark and "\n" in text[tokens[-1].end : token.start]
            if new_line or len(tokens) >= _LONGEST:
                yield Clauses(text, tokens, inside, marks, sentence.paragraph)
                tokens, inside = [], []
            tokens.append(token)
            inside.append(mark)
        if tokens and not _goes_on(sentences, i, marks[at : at + 2], inside[-1] >= 0):
            yield Clauses(text, tokens, inside, marks, sentence.paragraph)
            tokens, inside = [], []


def _is_mark(token: Token, marked: Marked) -> bool:
    return token.end <= marked.inner_start or token.start >= marked.inner_end


def _is_hyphen(token: Token, text: str) -> bool:
    """A hyphen inside a word is no dash."""
    return token.text == "-" and not text[token.start - 1 : token.start].isspace() and not text[token.end : token.end + 1].isspace()


def _goes_on(sentences: Sequence[Sentence], i: int, marks: Sequence[Marked], quoted: bool) -> bool:
    """Does the next sentence belong to this one: parted within marks, or "..." — Ann Roe?"""
    if i + 1 == len(sentences) or sentences[i + 1].paragraph != sentences[i].paragraph:
        return False
    this, following = sentences[i], sentences[i + 1]
    return (quoted and following.text[:1] in DASH) or any(m.start < this.end < m.inner_end and following.start < m.end for m in marks)


def phrase_start(c: Clauses, end: int, floor: int = 0) -> int:
    """Walk left over the noun phrase that ends before token `end`; its first token, or `end` where none stands there.

    Takes determiners, adjectives, nouns, participles before a noun, prepositional phrases, nouns joined by "and".
    """
    tokens = c.tokens
    i = end
    while i > floor:
        if tokens[i - 1].text in CLOSING:
            opened = next((k for k in range(i - 2, max(floor, i - 1 - _BRACKET) - 1, -1) if tokens[k].text in _OPENING), None)
            if opened is None:
                break
            i = opened
        elif (_is_head(c, i - 1, floor) if i == end else _belongs_left(c, i - 1, floor)):
            i -= 1
        else:
            break
    while i < end and (tokens[i].tag in ("CC", "RB") or tokens[i].text in CLOSING):
        i += 1
    return i


def _is_head(c: Clauses, i: int, floor: int) -> bool:
    """Can token i be the last of a noun phrase?"""
    t = c.tokens[i]
    if t.lower in SUBORDINATOR or t.lower in SAYING:
        return False
    if t.tag == "VBG":
        return i == floor or c.is_comma(i - 1) or c.tokens[i - 1].tag in ("JJ", "DT", "NN", "CC") or is_name(t)
    return t.tag in _HEAD or t.tag == "POS" or is_name(t)


def _belongs_left(c: Clauses, i: int, floor: int) -> bool:
    """Does token i belong to the noun phrase that goes on at token i + 1?"""
    t, following = c.tokens[i], c.tokens[i + 1]
    before = c.tokens[i - 1] if i > floor else None
    if t.lower in SAYING or t.tag == "PRP":
        return False
    if t.lower in SUBORDINATOR and t.tag != "VBD":
        return False
    if t.tag in _ADVERB:
        return following.tag in _MODIFIED
    if t.tag == "VBG":
        return following.tag not in ("DT", "PRP", "PRP$")
    if t.tag in _MODIFIER or is_name(t):
        return True
    if t.tag == "VBD" and t.lower.endswith("ed"):
        # ", retired general Ann Roe said"; "a poll released in May found": of two finite verbs without a joint the first is a participle
        if following.tag in NOUN:
            return before is None or before.text == ","
        return following.tag in ("IN", "TO") and before is not None and before.tag in NOUN
    if before is None:
        return False
    if t.tag in ("IN", "TO"):
        joined = before.tag in _BEFORE_PREPOSITION or before.text in CLOSING or before.lower in ("many", "some")
        return joined and following.tag not in FINITE
    return t.lower in ("and", "&", "or") and before.tag in _HEAD | {"POS"} and following.tag in _MODIFIER


def phrase_end(c: Clauses, start: int, limit: int) -> int:
    """Walk right over a plain noun phrase (with "of" phrases and brackets) that begins at token `start`; its end, half open."""
    tokens = c.tokens
    i = start
    while i < limit:
        if tokens[i].text in _OPENING:
            shut = next((k for k in range(i + 1, min(limit, i + _BRACKET)) if tokens[k].text in CLOSING), None)
            if shut is None:
                break
            i = shut + 1
        elif _belongs_right(c, i, start, limit):
            i += 1
        else:
            break
    return i


def _belongs_right(c: Clauses, i: int, start: int, limit: int) -> bool:
    """Does token i belong to the noun phrase that began at token start?"""
    t = c.tokens[i]
    following = c.tokens[i + 1].tag if i + 1 < limit else ""
    if i > start:
        before = c.tokens[i - 1].tag
        if t.tag == "PRP" or (t.tag in ("DT", "PRP$") and before in NOUN):
            return False
        if t.lower == "of":
            return True
        if t.lower in ("and", "&"):
            return before in ("NNP", "NNPS") and following in ("NNP", "NNPS")
    if t.tag == "RB":
        return following in NOUN | {"JJ", "VBN"}
    return t.tag in _MODIFIER or is_name(t)


def is_name(t: Token) -> bool:
    """A name that the tagger took for a verb ("Lynch said"): no verb is written with a capital inside a sentence."""
    return t.tag[:2] == "VB" and t.text[:1].isupper() and t.lemma not in ("be", "have", "do") and t.lower not in SAYING
