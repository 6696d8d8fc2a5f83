"""The stage's two functions: all mentions of a story, and an actor for a noun phrase that is no mention."""

from collections import Counter
from collections.abc import Sequence
from datetime import date as Day

from dateline.actors.cast import described
from dateline.actors.linking import sentence
from dateline.actors.locating import locate
from dateline.actors.memory import Memory
from dateline.actors.scan import Scan, scan
from dateline.actors.sketch import country_of, is_quantity, nominal, qualified, sketch
from dateline.actors.tables import Body, Person, Region, State, state
from dateline.language import Parsed, Token
from dateline.types import Actor, Mention, MentionKind, Story


def find(story: Story, parsed: Sequence[Parsed]) -> tuple[list[Mention], list[Actor]]:
    """All mentions of a story, by start (the longer first where two start together), and its actors, each once.

    parsed  what dateline.language gives for each sentence; a mention never crosses one
    """
    scans = [scan(story.text, p.tokens, p.chunks) for p in parsed]
    locate(story, scans)
    counts = _countries(story, scans)
    likely = [c for c, _ in counts.most_common(6)]
    setting = story.dateline.country if story.dateline and story.dateline.country else (likely[0] if likely else None)
    memory = Memory(story.day, setting, likely)
    for s in scans:
        sentence(memory, s)
    mentions = sorted(dict.fromkeys(memory.mentions), key=lambda m: (m.start, -m.end))
    used = {m.actor for m in mentions}
    return mentions, [a for a in memory.cast.actors.values() if a.id in used]


def _countries(story: Story, scans: Sequence[Scan]) -> Counter[str]:
    counts: Counter[str] = Counter()
    if story.dateline and story.dateline.country:
        counts[story.dateline.country] += 3
    for s in scans:
        for hit in s.hits:
            of = hit.meanings[0].of
            code = of.code if isinstance(of, State | Region) else of.offices[-1].country if isinstance(of, Person) else None
            if code and state(code):
                counts[code] += 1
    return counts


def home(story: Story, mentions: Sequence[Mention]) -> str | None:
    """The country in which a story is set: its dateline's, else the one that its places name most."""
    if story.dateline and story.dateline.country:
        return story.dateline.country
    counts = Counter(m.place.country for m in mentions if m.place and m.place.country)
    return counts.most_common(1)[0][0] if counts else None


def describe(
    start: int,
    end: int,
    text: str,
    tokens: Sequence[Token],
    mentions: Sequence[Mention],
    cast: Sequence[Actor],
    home: str | None,
    on: Day | None = None,
) -> Actor:
    """An actor for the noun phrase text[start:end], which is no mention: country and sectors from its words.

    tokens    of the phrase (or of its sentence); mentions and cast: what find() gave
    home      the country that a domestic body belongs to where the words name none
    """
    inside = [t for t in tokens if start <= t.start and t.end <= end]
    words = " ".join(text[start:end].split())
    if not inside:
        return described(words, "thing", None, (), "no words to go by")
    looked = scan(text, inside)
    limit = _limit(inside, 0)
    by_id = {a.id: a for a in cast}
    nested = [m for m in mentions if start <= m.start and m.end <= end]
    told = next(
        (c for m in nested if (c := (by_id[m.actor].country if m.actor in by_id else None) or (m.place.country if m.place else None))), None
    )
    opening = 0
    if limit + 1 < len(inside) and inside[limit].lower == "of" and is_quantity(inside[limit - 1].lower):
        opening = limit + 1  # "several of the largest unions": the unions count
        limit = _limit(inside, opening)
    found = nominal(inside, opening, limit)
    if found is None and (joint := next((i for i in range(opening + 1, limit) if inside[i].tag == "CC"), None)):
        found = nominal(inside, opening, joint)
    if found is not None:
        beyond = (
            tuple(range(limit + 1, len(inside))) if limit < len(inside) and inside[limit].lower in ("of", "in", "for", "at", "from") else ()
        )
        what = sketch(inside, found, looked.at_token, on, None, beyond)
        country = what.country or told or (home if what.sectors else None)
        return described(words, found.role.kind, country, what.sectors, "described by the words of the phrase", found.role.words)
    country = next((c for h in looked.hits if (c := country_of(h, on))), None) or told
    sectors = next((by_id[m.actor].sectors for m in nested if m.actor in by_id and by_id[m.actor].sectors), ())
    sectors = sectors or qualified(inside, opening, limit - 1)
    kind: MentionKind = "thing"
    body = next((h.meanings[0].of for h in looked.hits if isinstance(h.meanings[0].of, Body)), None)
    last = looked.at_token.get(len(inside) - 1)
    if last is not None and last.get("people", "adjective") and not last.get("state", "body"):
        kind, sectors = "people", ("CVL",)
    if body is not None:
        kind, sectors = body.kind, body.at(on).sectors
    return described(words, kind, country, sectors, "described by the names in the phrase")


def _limit(tokens: Sequence[Token], opening: int) -> int:
    """Where the base noun phrase that opens at a token ends: before a preposition, a mark, a finite verb."""
    for i in range(opening + 1, len(tokens)):
        if tokens[i].tag in ("IN", "TO", "PUNCT", "WDT", "WP", "VBD", "VBZ", "VBP", "VB", "MD"):
            return i
    return len(tokens)
