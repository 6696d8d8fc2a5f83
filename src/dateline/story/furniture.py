"""Wordings of what stands around a story on a page: ad labels, share buttons, menus, boxes of other stories, comments, credits, notes.

The wordings are a table, furniture.tsv. Kinds are those of Cut, and "share" (cut as navigation).
"""

import re
from importlib.resources import files

# A credit at the end of a line, or a line that is one: "... on Monday. (AP Photo/A Name)", "Reuters/A Name", "A Name, AP".
CREDIT = re.compile(
    r"(?:[(\[|/–—-]|(?<=[.!?”\"]) |^)\s*(?:(?:file |handout |pool )?(?:photos?|images?|pictures?|photograph|pic|credits?|illustration|video|screengrab|screenshot|graphic|map)\b ?(?:by|credit|credits|courtesy|from|via|:|/|©|of)? ?[^.!?]{0,70}"
    r"|(?:ap|afp|reuters|epa|efe|getty|xinhua|yonhap|kyodo|anadolu|dpa|tass|sputnik|pti|ani|bloomberg|upi)(?:[- ](?:images?|efe|news))? ?(?:photos?|/|via|file|images|pool|archive)[^.!?]{0,60}"
    r"|[^.!?()/]{2,45} ?(?:/|via|for|,|\|) ?(?:the )?(?:ap|afp|reuters|epa|associated press|getty|getty images|xinhua|pool|file|efe|bloomberg|tass|pti|shutterstock|istock|nur ?photo|anadolu|wire ?image)(?: images| file| photo| pool| via .{2,20})?"
    r"|(?<=\s)(?:photo |image |picture )?credits?: ?[^.!?]{2,60}|getty(?: images)?|file photo|supplied|handout|courtesy[^.!?]{0,60}|©[^.!?]{0,60})\s*[)\]]?\.?\s*$",
    re.IGNORECASE,
)

BYLINE = re.compile(
    r"^(?:(?:story|report|words|text|written|reported|posted|analysis|column|opinion|published)?\s*[Bb][Yy]:?)\s+(?P<names>[^\d:;]{3,140}?)"
    r"(?=\s*(?:[|·•–—/,]|- |\d|$|\bPublished\b|\bUpdated\b|\bPosted\b|Follow\b|@))"
)
BYLINE_ROLE = re.compile(
    r"(?i)^(?P<names>[A-ZÀ-Þ][^\d:;.!?]{3,60}?),? ?(?:,|\||-|–|—|in |/)\s*(?:(?:our |special |senior |chief |staff |foreign |political |diplomatic |associate |deputy |world |defence |"
    r"national |regional |\w+ )?(?:correspondent|writer|reporter|editor|bureau|columnist|staff|contributor|desk|analyst|bureau chief))(?: .{0,40})?$"
)


def _table() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    found: dict[str, list[tuple[str, re.Pattern[str]]]] = {"whole": [], "opening": []}
    for row in files(__package__).joinpath("furniture.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            kind, how, pattern = row.split("\t")
            found[how].append((kind, re.compile(pattern)))
    return found


_TABLE = _table()
_BULLET = re.compile(r"^(?:[*•·●▪■◆♦◦‣⁃►▶»›>+|#–—-]+|o(?= {1,2}\S)|\d{1,2}[.)]|\[\w?\])\s+(?=\S)")
_EDGE = re.compile(r"^[\W_]+|[\s:|»›>▼▾→…+*•·–—-]+$")


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
