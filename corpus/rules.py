"""What the guidelines ask of a document beyond its markup."""

import re
from collections.abc import Iterator

from corpus.documents import Document, Event, Fault
from corpus.ontology import NEEDS_RECIPIENT

CLAUSE_WORDS = range(6, 21)
STORY_SENTENCES = range(4, 9)
# Words of tense, mood and negation: the status says what they say (guidelines, 3.2). "Had" may be a light verb ("had a hush-hush lunch").
_NO_TRIGGER = re.compile(
    r"(?:will|would|may|might|could|can|must|shall|should|is|are|was|were|been|being|be|to(?! task)|not|did|does|do)\b|.*n't\b", re.I
)
_POSSESSIVE = re.compile(r".+(?:['’]s|s['’])", re.S)
_NO_NOUN = frozenset("a an the in on at by for from to with into over under after before and or but was were is has had will".split())
_SENTENCE_END = re.compile(r".*[.?!…:;]['\"”’»)]*", re.S)
_ID = re.compile(r"[ar]\d*")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


def check(document: Document) -> Iterator[Fault]:
    """A document -> what is wrong in it by the guidelines."""
    yield from _story(document) if document.kind == "story" else _clause(document)
    for span in document.spans:
        if span.kind not in ("place", "time") and _POSSESSIVE.fullmatch(document.words(span)) and _owner(document, span.end):
            yield Fault(document.file, span.line, span.column, f"the possessive 's is outside the mention: `{document.words(span)}`")
    for event in document.events:
        words = document.words(event)
        if _NO_TRIGGER.match(words):
            yield _fault(document, event, f"a trigger has no auxiliary, modal or negation: `{words}`")
        if both := set(event.actors) & set(event.recipients):
            same = document.words(document.spans[min(both)])
            yield _fault(document, event, f"`{same}` is actor and recipient of one event")


def check_splits(documents: list[Document], fixed: dict[str, str]) -> Iterator[Fault]:
    """The whole corpus and what splits.toml fixes -> the names there that nothing has: a clause's name changes with its words."""
    names = {name for document in documents for name in (document.id, document.batch)}
    for name in sorted(fixed.keys() - names):
        yield Fault("corpus/splits.toml", 1, 1, f"nothing is named `{name}`, which is put to {fixed[name]}")


def _owner(document: Document, end: int) -> bool:
    """Whether a noun follows that is owned: "St Kizito's" or "the barber's" alone may be a whole."""
    following = re.match(r" (\w+)", document.text[end:])
    return following is not None and following[1] not in _NO_NOUN


def _parties(document: Document, event: Event) -> Iterator[Fault]:
    if event.root in NEEDS_RECIPIENT and not event.recipients:
        yield _fault(document, event, f"{event.root} needs a recipient")
    if event.root == "COOPERATE" and len({i for k in event.actors + event.recipients for i in document.spans[k].ids}) < 2:
        yield _fault(document, event, "COOPERATE needs a second party, or a mention of both with `a+a2`")
    if not event.actors and not event.recipients:
        yield _fault(document, event, "an event with no party")


def _clause(document: Document) -> Iterator[Fault]:
    words = len(_WORD.findall(document.text))
    if words not in CLAUSE_WORDS:
        yield _at(document, 0, f"a clause has {CLAUSE_WORDS[0]} to {CLAUSE_WORDS[-1]} words, not {words}")
    if len(document.events) > 1:
        yield _at(document, 0, f"a clause has one event, not {len(document.events)}")
    if document.spans and not document.events:
        yield _at(document, 0, "parties are marked, but no event")
    if document.quotes:
        yield _at(document, 0, "quotations are not marked in clauses")
    for span in document.spans:
        if span.kind == "time" or not span.ids or not all(_ID.fullmatch(i) for i in span.ids):
            what = f"a clause marks its parties alone, with ids a, a2, r, r2: `{document.words(span)}`"
            yield Fault(document.file, span.line, span.column, what)
    for event in document.events:
        yield from _parties(document, event)


def _story(document: Document) -> Iterator[Fault]:
    body = document.sentences[1:]
    if len(body) not in STORY_SENTENCES:
        yield _at(document, 0, f"a story has {STORY_SENTENCES[0]} to {STORY_SENTENCES[-1]} sentences, not {len(body)}")
    for start, end in body:
        if not _SENTENCE_END.fullmatch(document.text[start:end]):
            yield _at(document, start, "a sentence ends with its stop: one sentence a line")


def _fault(document: Document, event: Event, what: str) -> Fault:
    return Fault(document.file, event.line, event.column, what)


def _at(document: Document, offset: int, what: str) -> Fault:
    """A fault of the sentence that holds an offset of the text."""
    row = next(row for (_, end), row in zip(document.sentences, document.rows, strict=True) if offset < end)
    return Fault(document.file, row, 1, what)
