"""Words that govern a deed: "agreed to withdraw", "called for talks", "refusal to sign". Their table is data/control.tsv."""

from functools import cache
from importlib.resources import files

from dateline.language import Parsed
from dateline.language.clauses import Clause


@cache
def control() -> dict[str, dict[str, tuple[tuple[tuple[str, ...], str], ...]]]:
    """kind -> first word -> (words, effect), the longest first."""
    table: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}
    lines = files("dateline.events").joinpath("data/control.tsv").read_text("utf-8").splitlines()
    for line in [x for x in lines if x and not x.startswith("#")][1:]:
        kind, effect, cell = line.split("\t")
        for words in cell.split("|"):
            first, *_ = split = tuple(words.split(" "))
            table.setdefault(kind, {}).setdefault(first, []).append((split, effect))
    return {kind: {w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in heads.items()} for kind, heads in table.items()}


def is_infinitive(parsed: Parsed, k: int) -> bool:
    """Is token k the "to" of an infinitive, not the preposition?"""
    return parsed.tokens[k].tag == "TO" and k + 1 < len(parsed.tokens) and parsed.tokens[k + 1].tag in ("VB", "RB")


def verb_effect(parsed: Parsed, clause: Clause, kind: str) -> tuple[str, int]:
    """(effect, token after the words) of a clause's verb as control kind vi or vn; ("", 0) where it is none."""
    for words, effect in control()[kind].get(clause.lemma, ()):
        at = clause.verb.main
        for word in words[1:]:
            at = next(
                (
                    k
                    for k in range(at + 1, min(at + 5, len(parsed.tokens)))
                    if parsed.tokens[k].lower == word and not is_infinitive(parsed, k)
                ),
                -1,
            )
            if at < 0:
                break
        if at >= 0:
            return effect, at + 1
    return "", 0


def predicate_effect(parsed: Parsed, start: int, end: int) -> str:
    """Effect of an adjective of kind a among tokens start..end ("is ready to"); empty where there is none."""
    table = control()["a"]
    for token in parsed.tokens[start:end]:
        if token.lower in table:
            return table[token.lower][0][1]
    return ""


def noun_effect(lemma: str) -> str:
    """Effect of a noun that takes an infinitive ("plan to"); empty for any other noun."""
    rows = control()["n"].get(lemma)
    return rows[0][1] if rows else ""
