"""Standing relations told as background: "its top trading partner China", "which remains technically at war with the South"."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from dateline.types import Actor, Evidence, Mention, Sentence, Span, Standing


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = files("dateline.events").joinpath("data/standing.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.I), relation) for pattern, relation in rows)


def standing(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], cast: Sequence[Actor]
) -> tuple[list[Standing], list[Span]]:
    """(relations, spans of the words that tell them), by the wordings of data/standing.tsv.

    A relation is between the nearest party after the words and the nearest other one before them.
    """
    country = {a.id: a.country if a.country and len(a.country) == 3 and a.kind != "armed" else a.id for a in cast}
    found: list[Standing] = []
    words: list[Span] = []
    for n, s in enumerate(sentences):
        hits = [(m, relation) for pattern, relation in _patterns() for m in pattern.finditer(text, s.start, s.end)]
        if not hits:
            continue
        inside = [
            m
            for m in mentions
            if s.start <= m.start
            and m.end <= s.end
            and m.actor in country
            and m.kind in ("state", "government", "place", "body", "armed", "person", "role")
        ]
        for hit, relation in hits:
            parties = _parties(inside, country, hit.start(), hit.end())
            if parties:
                words.append(Span(hit.start(), hit.end()))
                evidence = (Evidence(s.start, s.end, s.text, sentence=n),)
                found.append(Standing(a=parties[0], b=parties[1], relation=relation, evidence=evidence))
    return list({(x.a, x.b, x.relation): x for x in reversed(found)}.values())[::-1], words


def _parties(inside: Sequence[Mention], country: dict[str, str], start: int, end: int) -> tuple[str, str] | None:
    """The nearest party after the words, and the nearest other one before them (after, where none is before)."""
    after = [country[str(m.actor)] for m in sorted(inside, key=lambda m: m.start) if m.start >= end]
    before = [country[str(m.actor)] for m in sorted(inside, key=lambda m: -m.end) if m.end <= start]
    near = (after or before)[:1]
    if not near:
        return None
    other = next((c for c in before + after if c != near[0]), None)
    return (other, near[0]) if other else None
