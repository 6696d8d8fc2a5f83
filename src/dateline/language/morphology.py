"""Forms of English verbs and nouns: which tags a word can bear, and its lemma. Tables in data/."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Forms(NamedTuple):
    """What the tables know of English words: form -> {tag: lemma}, and words that are as often noun or adjective."""

    verbs: dict[str, dict[str, str]]
    nouns: frozenset[str]
    adjectives: frozenset[str]
    closed: dict[str, str]


_DOUBLED = frozenset(
    "abet abhor admit acquit allot ban bar beg bet blur cap chat chip chop clap commit compel confer control crop cut "
    "dam defer deter dim din dip drag drip drop drum "
    "enrol entrap equip expel excel fit flag flap flog fog format forget gag get grab grip gun handicap hit hop hug "
    "impel incur infer jam jet jog jut kidnap knit knot "
    "lag let log map mar mob mop nab net nod occur omit outbid pad pan pat permit pet pin plan plod plot plug pop "
    "prefer prod program propel put quit quiz ram rap rebel recur refer "
    "regret remit repel rig rip rob rot rub run scan scar scrap set shed ship shop shut sin sip sit skip slam slap "
    "slip slit snap snub sob spar spin split spot spur squat stab star stem step "
    "stir stop strip stun submit sum swap swim tag tap throb tip top trap transfer transmit transship trek trim trip "
    "tug unplug upset vet wed wet whip win wrap zip overrun forestal "
    "fulfil instal enthral refuel signal cancel travel label level model quarrel channel counsel fuel dial equal "
    "marshal pedal rival total tunnel worship shovel".split()
)
_LEAVES_ONE = frozenset(
    "refuel signal cancel travel label level model quarrel channel counsel fuel dial equal marshal pedal rival total "
    "tunnel shovel worship".split()
)
_PLURALS = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "people": "people",
    "police": "police",
    "troops": "troop",
    "forces": "force",
    "media": "media",
    "crises": "crisis",
    "bases": "base",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "gunmen": "gunman",
    "spokesmen": "spokesman",
    "wives": "wife",
    "lives": "life",
    "knives": "knife",
    "leaves": "leave",
    "thieves": "thief",
    "feet": "foot",
    "data": "data",
    "series": "series",
    "means": "means",
    "headquarters": "headquarters",
    "news": "news",
    "politics": "politics",
    "economics": "economics",
    "arms": "arms",
    "ties": "tie",
    "allies": "ally",
    "movies": "movie",
    "taxes": "tax",
    "buses": "bus",
    "masses": "mass",
    "losses": "loss",
    "passes": "pass",
    "gases": "gas",
    "viruses": "virus",
    "censuses": "census",
    "tranches": "tranche",
    "avalanches": "avalanche",
    "caches": "cache",
    "axes": "axe",
    "quizzes": "quiz",
    "status": "status",
    "analyses": "analysis",
    "hypotheses": "hypothesis",
    "emphases": "emphasis",
    "theses": "thesis",
}
_NOT_PLURAL = ("ss", "us", "is")
_SCIENCES = frozenset(
    "politics economics ethics physics athletics statistics tactics logistics mathematics olympics paralympics "
    "ceramics electronics narcotics".split()
)


def _lines(name: str) -> list[str]:
    return [x for x in files("dateline.language").joinpath("data", name).read_text("utf-8").splitlines() if x and not x.startswith("#")]


@cache
def forms() -> Forms:
    """The tables of data/, with every regular form spelled out. Loaded once a process."""
    verbs: dict[str, dict[str, str]] = {}
    nouns, adjectives = set(), set(" ".join(_lines("adjectives.txt")).split())
    irregular = {base: (past.split("|"), part.split("|")) for base, past, part in (x.split("\t") for x in _lines("irregular.tsv"))}
    for entry in " ".join(_lines("verbs.txt")).split():
        base = entry.rstrip("*+")
        if entry.endswith("*"):
            nouns.add(base)
        if entry.endswith("+"):
            adjectives.add(base)
        past, part = irregular.get(base) or (_ed(base), _ed(base))
        _add(verbs, base, "VB", [base])
        _add(verbs, base, "VBZ", [third(base)])
        _add(verbs, base, "VBG", _ing(base))
        _add(verbs, base, "VBD", past)
        _add(verbs, base, "VBN", part)
    closed = {w: tag for tag, words in (x.split("\t") for x in _lines("closed.tsv")) for w in words.split()}
    for form, tag, lemma in (x.split("\t") for x in _lines("auxiliaries.tsv")):
        verbs[form] = {tag: lemma}
    return Forms(verbs, frozenset(nouns), frozenset(adjectives), closed)


def _add(verbs: dict[str, dict[str, str]], base: str, tag: str, spelled: list[str]) -> None:
    for form in spelled:
        verbs.setdefault(form, {}).setdefault(tag, base)


def third(base: str) -> str:
    """The -s form: of a verb (third person), or of a noun (plural)."""
    if base.endswith(("s", "x", "z", "ch", "sh")) or base in ("go", "undergo", "veto", "echo", "torpedo", "embargo"):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return base[:-1] + "ies"
    return base + "s"


def _stems(base: str) -> list[str]:
    """The stems before a vowel ending: "stop" -> "stopp"; British and American spelling give two."""
    if base not in _DOUBLED:
        return [base]
    return [base + base[-1], base] if base in _LEAVES_ONE else [base + base[-1]]


def _ed(base: str) -> list[str]:
    if base.endswith("e"):
        return [base + "d"]
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return [base[:-1] + "ied"]
    return [s + "ed" for s in _stems(base)]


def _ing(base: str) -> list[str]:
    if base.endswith("ie"):
        return [base[:-2] + "ying"]
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return [base[:-1] + "ing"]
    return [s + "ing" for s in _stems(base)]


def singular(noun: str) -> str:
    """The singular of a lower-case noun; a word that is none comes back unchanged."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(_NOT_PLURAL) or noun in _SCIENCES:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1]
