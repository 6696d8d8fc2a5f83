"""From a story's sentences to its events: the model's deeds or the dictionary's, with their parties, days and places."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from dateline import times as timex
from dateline.events import ontology
from dateline.events.contexts import contexts
from dateline.events.dating import NEVER, When, fallback, linked_time, own_time
from dateline.events.drafts import Draft
from dateline.events.frames import drafts
from dateline.events.marked import together
from dateline.events.merging import merged
from dateline.events.numbers import numbers, shared_out
from dateline.events.parties import Parties
from dateline.events.places import event_place, guessed, linked_place
from dateline.events.standing import standing
from dateline.events.status import by_date
from dateline.language import Parsed
from dateline.language.model import Marks
from dateline.types import Actor, Event, Evidence, Mention, Party, Place, Quote, Sentence, Standing, Story, Time


class Coded(NamedTuple):
    """What the stage found. mentions and actors: those given, and parties that only an event makes one."""

    events: tuple[Event, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    standing: tuple[Standing, ...]


class Scene(NamedTuple):
    """A sentence, its number, and what the deeds in it have in common.

    linked  pronoun phrase -> the phrase of the sentence that it stands for
    """

    number: int
    parsed: Parsed
    linked: dict[int, int]
    times: Sequence[Time]
    mentions: Sequence[Mention]
    contexts: tuple[str, ...]


def code(
    story: Story, sentences: Sequence[Sentence], parsed: Sequence[Parsed], mentions: Sequence[Mention],
    cast: Sequence[Actor], times: Sequence[Time], quotes: Sequence[Quote], marks: Sequence[Marks] | None = None,
) -> Coded:  # fmt: skip
    """Every event of a story, in the order of the text; the surer one first within a sentence.

    marks  of each sentence, where a model reads; None for the dictionary alone
    """
    parties = Parties(story, mentions, cast, quotes)
    pairs = timex.ranges(story.text, list(times))
    relations, background = standing(story.text, sentences, mentions, cast)
    found: list[Event] = []
    narrative, told = NEVER, story.day
    for n, (sentence, words) in enumerate(zip(sentences, parsed, strict=True)):
        if not words.tokens:
            continue
        here = times[bisect_left(times, sentence.start, key=_start) : bisect_left(times, sentence.end, key=_start)]
        placed = mentions[bisect_left(mentions, sentence.start, key=_start) : bisect_left(mentions, sentence.end, key=_start)]
        scene = Scene(n, words, _linked(words), here, placed, contexts(words.tokens))
        coded = []
        by_words = drafts(words, parties)
        for draft in by_words if marks is None else together(words, marks[n], by_words):
            event = _event(story, parties, scene, draft, pairs, narrative)
            if event and not any(s.start < event.evidence[0].end and event.evidence[0].start < s.end for s in background):
                coded.append(event)
        found += sorted(shared_out(coded, numbers(words, story.text)), key=lambda e: -e.confidence)
        parties.remember(words, next((e.actors for e in coded if e.reciprocal or len(e.actors) == 2), ()))
        narrative = _goes_on(here, told, narrative, sentence)
    found = merged(found, parties.cast, story.headline is not None)
    given = set(cast)
    used = {p.actor for e in found for p in e.actors + e.recipients} | {m.actor for m in parties.mentions}
    return Coded(
        tuple(found),
        tuple(sorted(parties.mentions, key=lambda m: (m.start, -m.end))),
        tuple(a for a in parties.cast.values() if a.id in used or a in given),
        tuple(relations),
    )


# Deeds of a state over people: who is not said to be another's is its own.
_OVER_ITS_OWN = frozenset(("COERCE", "SANCTION", "RETREAT", "CONCEDE"))
# Deeds whose recipient is somebody: a thing without a country ("over unpaid wages") is none.
_TO_SOMEBODY = frozenset(("PROTEST", "MOBILIZE", "CONSULT", "COOPERATE", "CONCEDE", "THREATEN"))


def _start(x: Time | Mention) -> int:
    return x.start


def _goes_on(here: Sequence[Time], told: date | None, narrative: When, sentence: Sentence) -> When:
    """The day that the narrative stands at after this sentence: the last past date that it told."""
    past = [t for t in here if t.type == "DATE" and t.first and told and (t.last or t.first) < told]
    if past:
        return When(past[-1].first, past[-1].last, "narrative")
    return narrative if not here and narrative.by == "narrative" and sentence.paragraph is not None else NEVER


def _event(
    story: Story, parties: Parties, scene: Scene, draft: Draft, pairs: Sequence[tuple[Time, Time]], narrative: When
) -> Event | None:
    parsed, here = scene.parsed, scene.times
    actors = _named(parties, scene, draft.actors)
    taken = {p.actor for p in actors}
    recipients = tuple(p for p in _named(parties, scene, draft.recipients) if p.actor not in taken)
    own = parties.told_country(actors[0]) if actors and draft.deed.root in _OVER_ITS_OWN else None
    told = {c for p in actors if (c := parties.told_country(p))}
    actors = tuple(parties.near(p, next(iter(told)) if len(told) == 1 else None) for p in actors)
    recipients = tuple(parties.near(p, own) for p in recipients)
    if not draft.marked and draft.deed.root in _TO_SOMEBODY and draft.deed.mode != "boycott":
        recipients = tuple(
            p for p in recipients if parties.told_country(p) or parties.cast[p.actor].kind != "thing" or p.text.split()[-1][0].isupper()
        )
    if (
        not draft.marked
        and draft.deed.root in ("AGREE", "REQUEST")
        and not recipients
        and not draft.mutual
        and draft.deed.mode is None
        and draft.status == "happened"
    ):
        return None  # "he promised": to whom, and what, is not told
    if not actors and not recipients or ontology.needs_recipient(draft.deed.root) and not recipients and not draft.mutual:
        return None
    start, end = _extent(parsed, draft)
    trigger = parsed.tokens[draft.first].start
    when = linked_time(here, pairs, draft.time)
    if when == NEVER:
        when = own_time(here, pairs, start, end, trigger, draft.status, story.day)
    dates = [t for t in here if t.type in ("DATE", "TIME")]
    whole = (parsed.tokens[0].start, parsed.tokens[-1].end)
    if when == NEVER and (len(parsed.clauses) < 3 or len(dates) == 1):
        when = own_time(here, pairs, *whole, trigger, draft.status, story.day)
    status = draft.status
    if when == NEVER and draft.agreed:  # "in 2016 Seoul agreed to deploy": what was planned then is history now
        long_ago = own_time(here, pairs, *whole, trigger, "happened", story.day)
        if by_date("happened", long_ago.first, story.day) == "historical":
            when, status = long_ago, "historical"
    if when == NEVER:
        when = fallback(status, story.day, narrative)
    status = by_date(status, when.first, story.day)
    said_by = parties.speaker(trigger)
    if draft.guessed and not _own_words(parties, said_by, actors):
        return None
    coded = ontology.code(draft.deed, status)
    cameo, goldstein = ontology.cameo(draft.deed, status, scene.contexts)
    visited = _visited(parties, recipients) if draft.deed.mode == "visit" else None
    place = linked_place(scene.mentions, draft.place) or event_place(scene.mentions, story.text, start, end, trigger, visited)
    return Event(
        deed=draft.deed, status=status, root=coded.root, mode=coded.mode, quad=coded.quad, score=coded.score,
        contexts=scene.contexts, cameo=cameo, goldstein=goldstein,
        actors=actors, recipients=recipients, reciprocal=draft.mutual and not recipients and len(actors) > 1,
        first=when.first, last=when.last, dated_by=when.by,
        place=place or guessed(story),
        said_by=said_by,
        evidence=(_evidence(story.text, parsed, draft, scene.number),),
        confidence=round(min(0.95, max(0.05, draft.confidence + 0.1 * bool(actors and (recipients or draft.mutual)))), 2),
    )  # fmt: skip


def _named(parties: Parties, scene: Scene, phrases: Sequence[int]) -> tuple[Party, ...]:
    parsed = scene.parsed
    found = [p for k in dict.fromkeys(phrases) if not parsed.phrases[k].temporal for p in parties.named(parsed, k, scene.linked)]
    return tuple({(p.start, p.end, p.actor): p for p in found}.values())


def _linked(parsed: Parsed) -> dict[int, int]:
    """ "Iran said it would": a pronoun subject of what is reported stands for the one who says it."""
    links: dict[int, int] = {}
    main = next((c.subject[0] for c in parsed.clauses if c.verb.form == "finite" and len(c.subject) == 1), -1)
    for clause in parsed.clauses:
        over = parsed.clauses[clause.governor] if clause.governor >= 0 else None
        for k in clause.subject:
            word = parsed.tokens[parsed.phrases[k].head].lower
            if word in ("it", "they", "he", "she") and over and over.subject and over.subject[0] != k:
                links[k] = links.get(over.subject[0], over.subject[0])
            elif word == "it" and 0 <= main < k and parsed.tokens[parsed.phrases[main].head].tag != "PRP":
                links[k] = main  # "The government broke off talks after an attack that it blamed on the front"
    return links


def _extent(parsed: Parsed, draft: Draft) -> tuple[int, int]:
    """Characters of the clause that a deed stands in, its subject and phrases included."""
    tokens = parsed.tokens
    first, last = draft.first, draft.last
    if 0 <= draft.at < len(parsed.clauses):
        clause = parsed.clauses[draft.at]
        last = max(last, clause.end)
        while last < len(tokens) and tokens[last].tag not in ("PUNCT", "VBD", "VBZ", "MD", "CC", "WP", "WDT", "WRB"):
            last += 1
    for k in draft.actors + draft.recipients:
        first, last = min(first, parsed.phrases[k].start), max(last, parsed.phrases[k].end)
    while (
        first > 0
        and tokens[first - 1].tag not in ("VBD", "VBZ", "MD", "CC", "WP", "WDT")
        and tokens[first - 1].lower not in (";", ":", "said")
    ):
        first -= 1
    return tokens[first].start, tokens[min(last, len(tokens)) - 1].end


def _visited(parties: Parties, recipients: Sequence[Party]) -> Place | None:
    """The place that the words of a visit's recipient end in: "China", "economic powerhouse Shanghai"."""
    return next((m.place for p in recipients for m in parties.covering(p.end - 1, p.end) if m.place and m.place.lat is not None), None)


def _own_words(parties: Parties, said_by: str | None, actors: Sequence[Party]) -> bool:
    """Does the actor itself, or its own side, say so?"""
    speaker = parties.cast.get(said_by or "")
    if speaker is None:
        return False
    own = parties.told_country(Party(0, 0, "", actor=speaker.id))
    return any(p.actor == speaker.id or own is not None and parties.told_country(p) == own for p in actors)


def _evidence(text: str, parsed: Parsed, draft: Draft, n: int) -> Evidence:
    tokens = parsed.tokens
    last = draft.last
    objects = parsed.clauses[draft.at].object if 0 <= draft.at < len(parsed.clauses) else ()
    spans = [parsed.phrases[k] for k in draft.recipients + draft.actors + objects]
    # up to the recipient where it follows closely: the words alone should show the fact
    for p in spans:
        if draft.last <= p.start and p.end - draft.last <= 10:
            last = max(last, p.end)
    start, end = tokens[draft.first].start, tokens[last - 1].end
    return Evidence(start, end, text[start:end], sentence=n)
