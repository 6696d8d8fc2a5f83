"""Wordings of what stands around a story on a page: ad labels, share buttons, menus, boxes of other stories, comments, credits, notes.

The wordings are a table, furniture.tsv. Kinds are those of Cut, and "share" (cut as navigation).
"""

import re
from importlib.resources import files

BYLINE = re.compile(
    r"^(?:(?:story|report|words|text|written|reported|posted|analysis|column|opinion|published)?\s*[Bb][Yy]:?)\s+(?P<names>[^\d:;]{3,140}?)"
    r"(?=\s*(?:[|·•–—/,]|- |\d|$|\bPublished\b|\bUpdated\b|\bPosted\b|Follow\b|@))"
)
BYLINE_ROLE = re.compile(
    r"(?i)^(?P<names>[A-ZÀ-Þ][^\d:;.!?]{3,60}?),? ?(?:,|\||-|–|—|in |/)\s*(?:(?:our |special |senior |chief |staff |foreign |political "
    r"|diplomatic |associate |deputy |world |defence |"
    r"national |regional |\w+ )?(?:correspondent|writer|reporter|editor|bureau|columnist|staff|contributor|desk|analyst|bureau "
    r"chief))(?: .{0,40})?$"
)


# "Kari Nilsen in Oslo", "Ana Petrov and Li Wei in Geneva": a British paper's byline.
BYLINE_PLACE = re.compile(
    r"^(?P<names>(?:[A-ZÀ-Þ][\w'’-]+ ){2,3}?(?:(?:and|&) (?:[A-ZÀ-Þ][\w'’-]+ ){2,3}?)?)in (?:[A-ZÀ-Þ][\w'’-]+)(?: [A-ZÀ-Þ][\w'’-]+){0,2}$"
)


def _table() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for row in files(__package__).joinpath("furniture.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            kind, how, pattern = row.split("\t")
            found.setdefault(how, []).append((kind, re.compile(pattern)))
    return found


_TABLE = _table()
_BULLET = re.compile(r"^(?:[*•·●▪■◆♦◦‣⁃►▶»›>+|#–—-]+|o(?= {1,2}\S)|\d{1,2}[.)]|\[\w?\])\s+(?=\S)")
_EDGE = re.compile(r"^[\W_]+|[\s:|»›>▼▾→…+*•·–—-]+$")


def is_credit(text: str) -> bool:
    """Does the line end with a photographer's or an agency's credit ("... on Monday. (AP Photo/A Name)"), or is it one?"""
    low = text[-130:].lower()
    return any(pattern.search(low) for _, pattern in _TABLE["credit"])


def kind_of_element(names: str) -> str | None:
    """Kind of furniture that an HTML element's names (class, id, role; lower case) tell."""
    return next((kind for kind, pattern in _TABLE["element"] if pattern.search(names)), None)


def bullet(text: str) -> str:
    """The bullet or number that a line of a list opens with ("" for none)."""
    m = _BULLET.match(text)
    return m[0] if m else ""


def kind_of(text: str) -> str | None:
    """Kind of furniture that a line's wording tells; None where it is no known wording. `text` has no bullet."""
    low = text[:400].lower().replace("’", "'")
    if len(low) <= 120:
        bare = low if low[:1] in "([©" else _EDGE.sub("", low)
        if bare:
            for kind, pattern in _TABLE["whole"]:
                if pattern.fullmatch(bare):
                    return kind
    for kind, pattern in _TABLE["opening"]:
        if pattern.match(low):
            return kind
    return None
