"""Which Penn tags a word can bear by itself: the closed classes, the verb tables, its ending. The tagger chooses among them."""

from dateline.language.morphology import forms

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ADJECTIVE_ENDINGS = (
    "ous",
    "ful",
    "less",
    "ible",
    "able",
    "ical",
    "ional",
    "istic",
    "ese",
    "ish",
    "ive",
    "ary",
    "ian",
    "ic",
    "ial",
    "ual",
    "ural",
    "inal",
    "onal",
    "eral",
    "ental",
    "ugal",
)
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ship", "ance", "ence", "ism", "ist", "hood", "dom", "age", "ery")
# Nouns that their ending would make an adjective, and words that are both.
_EITHER = frozenset(
    "military paramilitary executive judiciary opposition mediation criminal militant extremist separatist "
    "nationalist terrorist loyalist moderate radical hostile alternative initiative native representative "
    "official general captive offensive material memorial editorial terminal funeral mineral liberal denial burial "
    "commercial aerial potential individual ritual manual professional national tutorial "
    "secretary dictionary anniversary boundary commentary documentary emissary adversary beneficiary salary library "
    "intermediary mercenary missionary revolutionary summary auxiliary reactionary "
    "historian musician technician physician electrician custodian pedestrian librarian civilian guardian politician "
    "veteran comedian constable vegetable handful "
    "clinic critic public music republic topic fabric logic traffic panic mosaic epidemic pandemic academic mechanic "
    "picnic cleric medic skeptic sceptic relic tunic plastic mystic ethnic arithmetic "
    "detective archive operative objective motive fugitive relative incentive directive narrative perspective "
    "collective cooperative co-operative derivative locomotive executive olive "
    "independent resident president student correspondent dissident incident accident agent patient client parent "
    "opponent component tenant merchant giant assistant consultant defendant participant "
    "immigrant migrant militant servant sergeant lieutenant commandant inhabitant occupant warrant elephant restaurant covenant".split()
)
_COMPOUND = frozenset(
    "made led held run born speaking year day old style wide long free month week hour strong term level range scale "
    "air sea ground fire".split()
)
SAYING = frozenset(
    "say tell add warn insist claim announce believe think hope argue note report state declare stress suggest deny "
    "admit confirm show know mean agree fear ensure "
    "demand urge propose ask promise vow pledge acknowledge indicate reveal predict allege assert explain reiterate "
    "maintain feel hear see understand decide".split()
)


def is_titled(words: list[str]) -> bool:
    letters = [w for w in words if w[0].isalpha() and len(w) > 3]
    return len(letters) > 3 and sum(w[0].isupper() for w in letters) > 0.8 * len(letters)


def candidates(word: str, low: str, i: int, lowers: list[str], titled: bool) -> tuple[str, ...]:
    """The tags that a word can bear by itself, the likeliest first."""
    if low == "'" and i and lowers[i - 1].endswith("s") and "'" not in lowers[:i]:
        return ("POS",)
    if not (word[0].isalnum() or word[0] in "$€£¥" and len(word) > 1 or low[0] == "'" and len(low) > 1 and low != "''"):
        return ("PUNCT",)
    if low == "'s":
        return ("POS", "VBZ")
    if low == "'d":
        return ("MD",)
    if word[0].isdigit() or word[0] in "$€£¥":
        return ("JJ",) if word[-1].isalpha() and "-" in word else ("CD",)
    table = forms()
    opens = i == 0 or lowers[i - 1] in ('"', "“", "``", "‘", "(", ":", "--", "—", "-")
    if (
        low == "i"
        and i
        and lowers[i - 1] not in ('"', "“", "``", "and", "that", ",")
        and word == "I"
        and not opens
        and i + 1 < len(lowers)
        and lowers[i + 1] not in table.verbs
    ):
        return ("NNP",)  # a numeral: "Munich I"
    if "-" in word and word[0].isupper() and word.rsplit("-", 1)[1].islower():
        last = low.rsplit("-", 1)[1]
        if last.endswith("ed") or last in _COMPOUND:
            return ("JJ",)  # "UN-brokered", "US-made"
    if word[0].isupper() and not opens and not titled and low not in ("i",):
        if low in table.closed and word.istitle() and table.closed[low] in ("DT", "IN", "CC", "TO") and len(low) < 4:
            return (table.closed[low],)
        return ("NNP",)
    if word == "US":
        return ("NNP",)
    if (
        low == "dead"
        and i
        and lowers[i - 1] in ("shot", "shoot", "shoots", "gunned", "stabbed", "found", "left", "drop", "dropped", "beaten")
    ):
        return ("RB",)
    if low == "that":
        return ("IN", "DT", "WDT")
    if low == "her":
        return ("PRP$", "PRP")
    if low in ("no", "all", "both", "half"):
        return ("DT",)
    if (
        low in ("last", "first", "next")
        and i + 1 < len(lowers)
        and "VBD" in table.verbs.get(lowers[i + 1], {})
        and lowers[i + 1] not in table.adjectives
    ):
        return ("RB",)  # "Lee and Xi last met"
    if low in table.closed:
        return (table.closed[low],)
    verb = table.verbs.get(low.removeprefix("re-"), {})
    found = list(verb)
    if not found:
        return _open_class(word, low, opens, titled)
    if low in (
        "be",
        "am",
        "is",
        "are",
        "was",
        "were",
        "been",
        "being",
        "have",
        "has",
        "had",
        "having",
        "do",
        "does",
        "did",
        "done",
        "doing",
        "'m",
        "'re",
        "'ve",
    ):
        return tuple(found)
    base = next(iter(verb.values()))
    if "VB" in verb and (base in table.nouns) and low == base:
        found.append("NN")
    if "VBZ" in verb and base in table.nouns:
        found.append("NNS")
    if low in table.adjectives or base in table.adjectives and low == base:
        found.append("JJ")
    if "VB" in verb:
        found.append("VBP")
    if low.endswith("ing") and "VBG" in verb and low not in ("during",):
        found = ["VBG", "JJ" if low in table.adjectives else "NN"]
    if (
        word[0].isupper()
        and opens
        and i + 1 < len(lowers)
        and "NN" not in found
        and "NNS" not in found
        and "VBG" not in found
        and found == ["VB", "VBP"]
    ):
        found.append("NNP")
    return tuple(dict.fromkeys(found))


def _open_class(word: str, low: str, opens: bool, titled: bool) -> tuple[str, ...]:
    table = forms()
    if low in _EITHER:
        return ("JJ", "NN")
    if low.endswith("ed") and len(low) > 5 and not word[0].isupper():
        return ("VBN", "JJ")
    if (
        low.endswith("est")
        and len(low) > 5
        and low not in ("request", "interest", "harvest", "conquest", "protest", "contest", "unrest", "budapest", "bucharest")
    ):
        return ("JJ",)
    if low in table.adjectives:
        return ("NNP",) if word[0].isupper() and low in ("south", "north", "eastern", "western", "northern", "southern") else ("JJ",)
    if low.endswith("-friendly"):
        return ("JJ",)
    if (
        low.endswith("ly")
        and len(low) > 4
        and low not in ("family", "assembly", "ally", "rally", "italy", "july", "reply", "supply", "monopoly", "anomaly")
    ):
        return ("RB",)
    if word[0].isupper() and (titled or opens):
        # The sentence's first word, unknown in lower case: a name unless it looks like a common noun.
        plain = (
            low.endswith(_NOUN_ENDINGS)
            and len(low) > 7
            or low.endswith("s")
            and not low.endswith(("ss", "us", "is", "as", "os"))
            and len(low) > 4
        )
        if not plain:
            return ("NNP",)
    if "-" in low and (low.rsplit("-", 1)[1] in _COMPOUND or low.endswith("ed")):
        return ("JJ",)
    if (
        low.endswith(_ADJECTIVE_ENDINGS)
        and len(low) > 5
        and not low.endswith(("civilian", "guardian", "politician", "technician", "musician", "physician"))
    ):
        return ("JJ",)
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) or low in ("people", "police", "men", "women", "children"):
        return ("NNS",)
    return ("NN",)
