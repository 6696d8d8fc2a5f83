"""What stands to the right of a verb: its objects and prepositional phrases, up to the clause's end."""

from collections.abc import Sequence

from dateline.language.chunks import Chunks, Item
from dateline.language.tokens import Token

STOP = frozenset((";", ":", "--", "—", "–", "(", ")"))
SUBORDINATORS = frozenset("after before while when because although though since until unless if as whereas once whether that".split())
_ALSO_PREPOSITIONS = frozenset("after before since as until".split())
_PARTICLES = frozenset(
    "back off out up down away over on in at with for to against into from about through around ahead by home upon toward towards".split()
)


def complements(
    tokens: Sequence[Token], chunks: Chunks, k: int
) -> tuple[tuple[int, ...], tuple[tuple[str, int], ...], tuple[str, ...], int]:
    """(objects, prepositional phrases, particles, end token) to the right of the verb group at item k."""
    items, verb = chunks.items, chunks.verbs[chunks.items[k].phrase]
    objects: list[int] = []
    preps: list[tuple[str, int]] = []
    particle: list[str] = []
    prep, end, j = "", verb.end, k + 1
    adjacent = True
    while j < len(items):
        item, word = items[j], tokens[items[j].start].lower
        if item.kind == "VG":
            group = chunks.verbs[item.phrase]
            if group.form == "gerund" and prep or group.form in ("infinitive",):
                break
            if group.form in ("participle", "gerund") and items[j - 1].kind == "NP":
                j += 1  # "a man arrested on Sunday": its phrases still go with both
                prep = ""
                adjacent = False
                continue
            break
        if item.kind == "NP":
            phrase = chunks.phrases[item.phrase]
            if phrase.temporal:
                prep = ""
                if j + 1 < len(items) and items[j + 1].kind == "NP" and chunks.phrases[items[j + 1].phrase].owner == item.phrase:
                    j += 1
                    continue  # "Thursday's air strike": the strike is the object
            elif prep:
                preps.append((prep, item.phrase))
                last_prep, prep = prep, ""
                j = _more_of_list(tokens, items, j, lambda index, p=last_prep: preps.append((p, index)))
            elif (
                not verb.passive
                and (adjacent or phrase.owner >= 0 and (phrase.owner in objects or chunks.phrases[phrase.owner].temporal))
                or verb.passive
                and adjacent
            ):
                if phrase.owner >= 0 and objects and objects[-1] == phrase.owner:
                    objects[-1] = item.phrase  # "condemned Iran's attack": the attack, owned by Iran
                else:
                    objects.append(item.phrase)
                j = _more_of_list(tokens, items, j, objects.append)
            elif phrase.owner >= 0 and preps and preps[-1][1] == phrase.owner:
                preps[-1] = (preps[-1][0], item.phrase)
            adjacent = False
        elif item.kind in ("IN", "TO"):
            if word in SUBORDINATORS and (word not in _ALSO_PREPOSITIONS or _opens_clause(items, chunks, j)):
                break
            prep = word
            if adjacent and word in _PARTICLES:
                particle.append(word)
            adjacent = False
        elif item.kind == "RB":
            if adjacent and word in _PARTICLES:
                particle.append(word)
        elif item.kind == "PUNCT":
            if word == "," and (closed := _aside(items, tokens, j)):
                j = closed + 1
                continue
            if word in STOP or word == "," and not _list_goes_on(items, tokens, j):
                break
            if word == ",":
                adjacent = False
        elif item.kind == "CC":
            if j + 1 < len(items) and items[j + 1].kind not in ("NP", "IN", "TO"):
                break
            if j + 2 < len(items) and items[j + 1].kind == "NP" and items[j + 2].kind == "VG":
                break
        elif item.kind in ("WP", "WDT", "WRB"):
            break
        end = item.end
        j += 1
    return tuple(objects), tuple(preps), tuple(particle), end


def _aside(items: list[Item], tokens: Sequence[Token], j: int) -> int:
    """The comma that closes an aside opened by the comma at item j (", including travel bans,"); 0 for none."""
    if j + 1 >= len(items) or tokens[items[j + 1].start].lower not in (
        "including",
        "such",
        "among",
        "notably",
        "especially",
        "particularly",
    ):
        return 0
    return next((p for p in range(j + 2, min(len(items), j + 14)) if tokens[items[p].start].lower == ","), 0)


def _opens_clause(items: list[Item], chunks: Chunks, j: int) -> bool:
    """Does the word at item j open a clause ("as protests grow") rather than a phrase ("as president")?"""
    verb = next((x for x in items[j + 1 : j + 5] if x.kind == "VG" or x.kind in ("PUNCT", "CC")), None)
    return verb is not None and verb.kind == "VG" and chunks.verbs[verb.phrase].form == "finite"


def _more_of_list(tokens: Sequence[Token], items: list[Item], j: int, add: object) -> int:
    """Add the phrases joined to the one at item j by "and" or commas; the last item used."""
    while j + 2 < len(items) and items[j + 2].kind == "NP":
        joint = tokens[items[j + 1].start].lower
        if joint not in ("and", "or", "&", ",") or j + 3 < len(items) and items[j + 3].kind == "VG":
            break
        if joint == "," and not _list_goes_on(items, tokens, j + 1):
            break
        add(items[j + 2].phrase)  # type: ignore[operator]
        j += 2
    return j


def _list_goes_on(items: list[Item], tokens: Sequence[Token], j: int) -> bool:
    """Is the comma at item j one of a list "A, B and C"?"""
    for p in range(j + 1, min(len(items), j + 9)):
        word = tokens[items[p].start].lower
        if items[p].kind == "NP" or word == ",":
            continue
        return (
            word in ("and", "or")
            and p - 1 > j
            and items[p - 1].kind == "NP"
            and p + 1 < len(items)
            and items[p + 1].kind == "NP"
            and not (p + 2 < len(items) and items[p + 2].kind == "VG")
        )
    return False
