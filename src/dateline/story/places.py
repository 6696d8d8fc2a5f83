"""Place names of datelines and their countries: a table (places.tsv), read once."""

import re
import unicodedata
from functools import cache
from importlib.resources import files

# Words of a place name that stay in lower case ("Port-au-Prince", "Ras al-Khaimah").
_PARTICLES = "al au aux am an da das de del della des di do dos du e el en es et i la las le les of on sur the upon und y"
PARTICLES = frozenset(_PARTICLES.split())


@cache
def _table() -> dict[str, dict[str, tuple[str, str]]]:
    """kind -> key of the name -> (usual name, country)."""
    table: dict[str, dict[str, tuple[str, str]]] = {"city": {}, "country": {}, "region": {}}
    for line in files(__package__).joinpath("places.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, name, country = line.split("\t")
            table[kind].setdefault(_key(name), (name, country))
    return table


@cache
def _spellings() -> dict[str, str]:
    """Names in capitals -> as usually spelt."""
    return {name.upper(): name for kind in ("country", "city") for name, _ in _table()[kind].values()}


def _key(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() if not name.isascii() else name
    return re.sub(r"[^a-z]+", " ", plain.lower().replace("'", "")).strip()


def country_of_name(name: str) -> str | None:
    """Country of a country's or region's name ("Peru", "Ore.", "Maharashtra")."""
    key = _key(name)
    known = _table()["country"].get(key) or _table()["region"].get(key)
    return known[1] if known else None


def is_city(name: str) -> bool:
    """Is the name a city's (and not only a country's)?"""
    return _key(name) in _table()["city"]


def city(name: str) -> tuple[str, str] | None:
    """Usual spelling and country of a city whose name stands alone; of a country or region too ("GAZA STRIP"). None if unknown."""
    key, table = _key(name), _table()
    if known := table["city"].get(key):
        return known
    if key.startswith("aboard ") or key.startswith("near "):
        return city(name.split(None, 1)[1])
    return table["country"].get(key)


def mixed_case(name: str) -> str:
    """A place name in mixed case: the table's spelling where the capitals hide it ("PORT-AU-PRINCE"), else word by word."""
    if not name.isupper():
        return name
    if known := _spellings().get(name):
        return known
    parts = re.split(r"([\s\-]+)", name)
    return "".join(_mixed_word(word, first=i == 0) for i, word in enumerate(parts))


def _mixed_word(word: str, first: bool) -> str:
    low = word.lower()
    if low in PARTICLES and not first:
        return low
    # D'Ivoire, N'Djamena: the letter after an early apostrophe is a capital too; "Sana'a" is not.
    if m := re.match(r"([a-z])(['’])([a-z].*)", low):
        return m[1].upper() + m[2] + m[3].capitalize()
    return low.capitalize()
