"""The gazetteer: a name of a place -> where it may lie, and which of these the story means."""

import gzip
import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from importlib import resources
from math import asin, cos, log10, radians, sin, sqrt
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")


def fold(name: str) -> str:
    """A name as tables are keyed by it: lower case, no accents, words with one space between ("Sana'a" is "sana a")."""
    return " ".join(_WORD.findall(plain(name)))


def plain(words: str) -> str:
    """In lower case, without accents."""
    if words.isascii():
        return words.lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return bare.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")


class Candidate(NamedTuple):
    """Where a name may lie.

    country  ISO alpha-3; region: GeoNames code of its region; kind: C a capital, c a city, 1 or 2 a region of that level
    lat, lon degrees (WGS 84)
    """

    name: str
    country: str
    region: str
    kind: str
    people: int
    lat: float
    lon: float


@lru_cache(maxsize=1)
def _blob() -> tuple[bytes, dict[bytes, tuple[int, int]]]:
    """The gazetteer as it is stored, and which part of it holds the names that open with two letters.

    No line is parsed before it is asked for: loading takes the time of unpacking.
    """
    data = b"\n" + gzip.decompress(resources.files("dateline.actors").joinpath("data/places.tsv.gz").read_bytes())
    parts: dict[bytes, tuple[int, int]] = {}
    at = 0
    while at < len(data) - 1:
        opening = data[at + 1 : at + 3]
        end = _end_of(data, opening, at)
        parts[opening] = (at, end)
        at = end - 1
    return data, parts


def _end_of(data: bytes, opening: bytes, at: int) -> int:
    """One after the line break that ends the run of lines with this opening; the file is sorted, so a binary search finds it."""
    low, high = at, len(data) - 1
    while low < high:
        middle = (low + high) // 2
        line = data.find(b"\n", middle)
        if line < 0 or line >= len(data) - 1 or data[line + 1 : line + 3] > opening:
            high = middle
        else:
            low = middle + 1
    return data.find(b"\n", low) + 1 or len(data)


@lru_cache(maxsize=4096)
def look_up(name: str) -> tuple[Candidate, ...]:
    """The places that a folded name may mean, most populous first; empty for none."""
    key = name.encode()
    data, parts = _blob()
    part = parts.get(key[:2])
    if len(key) < 3 or part is None:
        return ()
    at = data.find(b"\n" + key + b"\t", part[0], part[1])
    if at < 0:
        return ()
    line = data[at + len(key) + 2 : data.index(b"\n", at + 1)].decode()
    return tuple(_candidate(name, c) for c in line.split("|"))


def _candidate(name: str, packed: str) -> Candidate:
    shown, country, region, kind, thousands, lat, lon = packed.split(";")
    if shown and max(shown) > "\u017f":  # beyond Latin Extended-A: letters that English news does not print
        shown = fold(shown).title()
    return Candidate(shown or name.title(), _alpha3().get(country, country), region, kind, int(thousands) * 1000, float(lat), float(lon))


@lru_cache(maxsize=1)
def _alpha3() -> dict[str, str]:
    lines = resources.files("dateline.actors").joinpath("data/iso3166.tsv").read_text("utf-8").splitlines()[1:]
    return {two: three for two, _, three in (line.partition("\t") for line in lines)}


class Setting(NamedTuple):
    """What a story tells of where it plays.

    countries  how often it names each country (or its people, its leaders), the dateline counted more
    regions    GeoNames codes of the regions that it names
    points     of places that are certain
    """

    countries: dict[str, int]
    regions: frozenset[str]
    points: tuple[tuple[float, float], ...]


def choose(candidates: Iterable[Candidate], setting: Setting, within: tuple[str, ...] = ()) -> Candidate:
    """The likeliest of some candidates.

    within  country and region codes that the words right after the name give ("Paris, Texas")
    The score adds up the decades of its population and what of the setting speaks for it; the weights were set by hand on news text.
    """

    def score(c: Candidate) -> float:
        total = log10(c.people + 1_000)
        if within:
            total += 12 * any(c.country == w or c.region == w or c.region.startswith(w + ".") for w in within)
        total += {"C": 1.0, "1": 1.0, "2": -0.5}.get(c.kind, 0.0)
        total += min(3.0, 1.2 * log10(1 + setting.countries.get(c.country, 0)) * 3)
        region = ".".join(c.region.split(".")[:2])
        total += 2.5 * (region in setting.regions or c.region in setting.regions)
        near = min((distance(c.lat, c.lon, *p) for p in setting.points), default=20_000.0)
        total += 2.0 if near < 60 else 1.4 if near < 200 else 0.7 if near < 500 else 0.0
        return total

    return max(candidates, key=score)


def distance(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Kilometres between two points on a sphere (haversine)."""
    p, q = radians(lat), radians(other_lat)
    h = sin((q - p) / 2) ** 2 + cos(p) * cos(q) * sin(radians(other_lon - lon) / 2) ** 2
    return 2 * 6371 * asin(min(1.0, sqrt(h)))
