"""Names of places in a story, beyond those of the tables: which capitalised words are one, and which place each means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.actors.names import Hit, Known, joined
from dateline.actors.places import Candidate, Setting, choose, look_up
from dateline.actors.scan import Scan
from dateline.actors.tables import Body, Person, Region, State, given_names, roles, words
from dateline.language.morphology import forms
from dateline.types import Story

_LOCATIVE = words("locating", "locative")
# Followed by one of these, a place name is the first half of something else's name, or the region's own.
_OF_PLACES = words("locating", "of_places")
_CERTAIN_PEOPLE = 250_000
_LONGEST = 4  # words


_PARTS = frozenset(("the", "northern", "southern", "eastern", "western", "central"))


@dataclass
class Found:
    """A name that the gazetteer knows, in one sentence."""

    sentence: int
    first: int
    last: int
    candidates: tuple[Candidate, ...]
    sure: bool


def locate(story: Story, scans: Sequence[Scan]) -> None:
    """Add to each scan's hits the places of the gazetteer that the story means, and settle which "Georgia" a name of the tables is."""
    found = [f for i, s in enumerate(scans) for f in _names(i, s)]
    sure_names = {_key(scans[f.sentence], f) for f in found if f.sure}
    persons = _surnames(scans)
    kept = [f for f in found if f.sure or _key(scans[f.sentence], f) in sure_names]
    kept = [f for f in kept if _key(scans[f.sentence], f) not in persons or _located(scans[f.sentence], f)]
    setting = _setting(story, scans, kept)
    chosen: dict[str, Candidate] = {}
    for f in kept:
        scan = scans[f.sentence]
        key = _key(scan, f)
        within = _within(scan, f.last)
        best = choose(f.candidates, setting, within)
        # One name means one place in one story, and a region told with it settles it for good.
        if within or key not in chosen:
            chosen[key] = best
    for f in kept:
        scan = scans[f.sentence]
        within = _within(scan, f.last)
        best = choose(f.candidates, setting, within) if within else chosen[_key(scan, f)]
        region = Region(best.name, (best.name,), (), best.country, best.region, best.lat, best.lon, ())
        start, end = scan.words[f.first].start, scan.words[f.last - 1].end
        hit = Hit(f.first, f.last, start, end, (Known("region", region, best.name),))
        scan.hits.append(hit)
        scan.at_word[f.first] = hit
    for scan in scans:
        scan.hits = [_settled(scan, h, setting) for h in scan.hits]
        scan.settle()


def _located(scan: Scan, f: Found) -> bool:
    """Does a preposition of place stand before it?"""
    at, _ = scan.token_range(scan.words[f.first].start, scan.words[f.last - 1].end)
    return (at > 0 and scan.tokens[at - 1].lower in ("in", "near", "outside", "at", "from", "to")) or bool(_within(scan, f.last))


def _key(scan: Scan, f: Found) -> str:
    return " ".join(w.folded for w in scan.words[f.first : f.last])


def _names(sentence: int, scan: Scan) -> list[Found]:
    out: list[Found] = []
    taken = {i for h in scan.hits for i in range(h.first, h.last)}
    words, n, i = scan.words, len(scan.words), 0
    while i < n:
        if (
            i in taken
            or not words[i].text[0].isupper()
            or (len(words[i].folded) < 3 and not (i + 1 < n and words[i + 1].text[0].isupper()))
        ):
            i += 1
            continue
        last = i
        for length in range(min(_LONGEST, n - i), 0, -1):
            span = words[i : i + length]
            if any(k in taken for k in range(i, i + length)) or (not span[-1].text[0].isupper() and not span[-1].text.isdigit()):
                continue
            if length > 1 and not joined(scan.text, words, i, length):
                continue
            candidates = look_up(" ".join(w.folded for w in span))
            if candidates:
                verdict = _verdict(scan, i, i + length, candidates, taken)
                if verdict is not None:
                    out.append(Found(sentence, i, i + length, candidates, verdict))
                last = i + length
                break
        i = max(i + 1, last)
    return out


def _verdict(scan: Scan, first: int, last: int, candidates: tuple[Candidate, ...], taken: set[int]) -> bool | None:
    """True: a place for sure; False: one if the story shows so elsewhere; None: none."""
    words, tokens = scan.words, scan.tokens
    at, until = scan.token_range(words[first].start, words[last - 1].end)
    before = tokens[at - 1] if at else None
    after = tokens[until] if until < len(tokens) else None
    single = last - first == 1
    low = words[first].folded
    people = candidates[0].people
    if single and low in _LOCATIVE:
        return None
    if single and tokens[at].tag not in ("NNP", "NNPS") and not scan.shouting and _is_word(low):
        return None
    named_after = (
        after is not None
        and after.text[0].isupper()
        and after.tag in ("NNP", "NNPS")
        and until not in scan.at_token
        and after.start - tokens[until - 1].end <= 1
    )
    named_before = before is not None and before.text[0].isupper() and before.tag in ("NNP", "NNPS") and at - 1 not in scan.at_token
    if before is not None and (
        (before.lower in roles() and before.text[0].isupper() and before.lower not in _OF_PLACES)
        or before.text in ("Mr", "Mr.", "Ms", "Mrs", "Dr")
    ):
        return None
    if named_before and before is not None and (before.lower in given_names() or single):
        return None
    if named_after and after is not None and single:
        org = after.lower in roles() or after.lower in _ORGANISED
        if low in given_names() or (not org and people < 1_000_000 and not _within(scan, last)):
            return None
        if not org:
            return None if people < 300_000 else False
    if after is not None and after.lower in ("'s", "’s") and low in given_names():
        return None
    located = before is not None and before.lower in _LOCATIVE
    if (
        located
        and before is not None
        and before.lower == "of"
        and at > 1
        and tokens[at - 2].text[0].isupper()
        and tokens[at - 2].lower in roles()
    ):
        located = people > 20_000
    if located and single and low in given_names() and people < 100_000:
        located = before is not None and before.lower in ("in", "near", "outside")
    if located or _within(scan, last) or low == "fort":
        return True
    if after is not None and after.lower in _OF_PLACES and people > 5_000:
        return True
    if not single and last - first >= 2 and (words[last - 1].folded in _OF_PLACES or (people > 50_000 and low not in given_names())):
        return True
    listed = before is not None and (
        before.lower in ("and", "or") or (before.lower == "," and after is not None and after.lower in (",", "and", "or", ".", ";"))
    )
    if listed and at >= 2 and at - 2 in scan.at_token and _is_place(scan.at_token[at - 2]):
        return low not in given_names() or people > _CERTAIN_PEOPLE
    if before is not None and before.tag.startswith("VB") and people >= 50_000 and low not in given_names():
        return True
    if people >= _CERTAIN_PEOPLE and low not in given_names() and not (single and _is_word(low)):
        return True
    return False if people >= 1_000 else None


_ORGANISED = words("locating", "organised")


def _is_word(low: str) -> bool:
    table = forms()
    return low in table.closed or low in table.verbs or low in table.nouns or low in table.adjectives


def _is_place(hit: Hit) -> bool:
    return hit.get("state", "capital", "region") is not None


def _surnames(scans: Sequence[Scan]) -> frozenset[str]:
    """Words that stand behind a given name or a title somewhere in the story: no places where alone."""
    table, out = given_names(), set()
    for scan in scans:
        for a, b in pairwise(scan.words):
            if b.text[0].isupper() and a.text[0].isupper() and (a.folded in table or a.folded in ("mr", "mrs", "ms")):
                out.add(b.folded)
        for hit in scan.hits:
            if (known := hit.get("person")) and isinstance(known.of, Person):
                out.add(known.of.family)
    return frozenset(out)


def _within(scan: Scan, last: int) -> tuple[str, ...]:
    """Codes of the region and country named right after a place: "Paris, Texas", "Hama in Syria", "Leeds (England)"."""
    words = scan.words
    if last >= len(words):
        return ()
    gap = scan.text[words[last - 1].end : words[last].start]
    skip = 0
    if gap.strip() not in (",", "("):
        if gap.strip() or words[last].folded not in ("in",):
            return ()
        skip = 1
    at = last + skip
    if at + 1 < len(words) and words[at].folded in _PARTS:
        at += at not in scan.at_word
    if at in scan.at_word:
        return tuple(c for m in scan.at_word[at].meanings for c in _codes(m))
    at = last + skip
    for length in (3, 2, 1):
        if at + length <= len(words) and words[at].text[0].isupper() and (length == 1 or joined(scan.text, words, at, length)):
            bigger = [c for c in look_up(" ".join(w.folded for w in words[at : at + length])) if c.kind in "12"]
            if bigger:
                return tuple(c.region for c in bigger)
    return ()


def _codes(known: Known) -> tuple[str, ...]:
    if isinstance(known.of, State):
        return (known.of.code,)
    if isinstance(known.of, Region):
        return tuple(c for c in (known.of.admin or known.of.code,) if c)
    return ()


def _setting(story: Story, scans: Sequence[Scan], found: Sequence[Found]) -> Setting:
    """Where the story plays: countries named (the dateline's counts as five), regions, places with one candidate."""
    countries: Counter[str] = Counter()
    named: set[str] = set()
    points = []
    if story.dateline and story.dateline.country:
        countries[story.dateline.country] += 5
    for scan in scans:
        for hit in scan.hits:
            first = hit.meanings[0].of
            if len({_country(m.of) for m in hit.meanings}) > 1 or (hit.get("capital") and _has_rivals(scan, hit)):
                continue
            country = _country(first)
            if country:
                countries[country] += 1
            if isinstance(first, Region) and first.admin:
                named.add(first.admin)
                points.append((first.lat, first.lon))
    for f in found:
        inside = {c.country for c in f.candidates}
        if len(inside) == 1:
            countries[next(iter(inside))] += 1
        if len(f.candidates) == 1 or f.candidates[0].kind == "C" or f.candidates[0].people > 2_000_000:
            points.append((f.candidates[0].lat, f.candidates[0].lon))
        for c in f.candidates[:1]:
            if c.kind == "1":
                named.add(c.region)
        for code in _within(scans[f.sentence], f.last):
            named.add(code)
    return Setting(dict(countries), frozenset(named), tuple(points[:40]))


def _has_rivals(scan: Scan, hit: Hit) -> bool:
    """Is a capital's name also a city's of another country? Then it does not tell where the story plays."""
    mine = _country(hit.meanings[0].of)
    return any(c.country != mine and c.people > 50_000 for c in look_up(" ".join(w.folded for w in scan.words[hit.first : hit.last])))


def _country(of: State | Region | Body | Person) -> str | None:
    if isinstance(of, State):
        return of.code
    if isinstance(of, Region):
        return of.code
    if isinstance(of, Body):
        return of.periods[-1].country
    return of.offices[-1].country


def _settled(scan: Scan, hit: Hit, setting: Setting) -> Hit:
    """A name that is several states', regions' or capitals': the one that the story means comes first."""
    places = [m for m in hit.meanings if m.kind in ("state", "capital", "region")]
    if not places:
        return hit
    within = _within(scan, hit.last)
    if len(places) > 1:
        ranked = sorted(places, key=lambda m: -_weight(m, setting, within))
        rest = tuple(m for m in hit.meanings if m not in places)
        return hit._replace(meanings=(*ranked, *rest))
    if places[0].kind == "state":
        return hit
    candidates = look_up(" ".join(w.folded for w in scan.words[hit.first : hit.last]))
    if len(candidates) < 2:
        return hit
    best = choose(candidates, setting, within)
    mine = places[0].of
    code = mine.code if isinstance(mine, State | Region) else None
    if places[0].kind == "capital" and best.country != code and (within or not setting.countries.get(code or "")):
        region = Region(best.name, (best.name,), (), best.country, best.region, best.lat, best.lon, ())
        return hit._replace(meanings=(Known("region", region, best.name),))
    return hit


def _weight(known: Known, setting: Setting, within: tuple[str, ...]) -> float:
    codes = _codes(known)
    country = known.of.code if isinstance(known.of, State | Region) else None
    total = 10.0 * any(c in within for c in codes) + setting.countries.get(country or "", 0)
    if isinstance(known.of, Region) and known.of.admin:
        total += 2 * sum(r.startswith(known.of.admin.split(".")[0]) for r in setting.regions)
    return total + (1.5 if known.kind == "state" else 1.0 if known.kind == "capital" else 0.0)
