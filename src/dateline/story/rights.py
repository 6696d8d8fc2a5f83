"""What a page's notice says about the use of its text: who holds it, what it forbids, what a use needs.

The forbidden uses are kept in the notice's own verbs; a table says which ODRL 2.2 actions they amount to
(https://www.w3.org/TR/odrl-vocab/#actionConcepts).
"""

import re
from collections.abc import Sequence
from typing import Literal

from dateline.types import Rights

#   verb (infinitive)        ODRL 2.2 action
ACTIONS: tuple[tuple[str, str], ...] = (
    ("copy",                 "reproduce"),
    ("duplicate",            "reproduce"),
    ("reproduce",            "reproduce"),
    ("reprint",              "reproduce"),
    ("photocopy",            "reproduce"),
    ("republish",            "distribute"),
    ("publish",              "distribute"),
    ("distribute",           "distribute"),
    ("redistribute",         "distribute"),
    ("disseminate",          "distribute"),
    ("circulate",            "distribute"),
    ("share",                "share"),
    ("forward",              "distribute"),
    ("syndicate",            "distribute"),
    ("broadcast",            "present"),
    ("rebroadcast",          "present"),
    ("transmit",             "distribute"),
    ("retransmit",           "distribute"),
    ("display",              "display"),
    ("perform",              "present"),
    ("exhibit",              "display"),
    ("modify",               "modify"),
    ("alter",                "modify"),
    ("edit",                 "modify"),
    ("adapt",                "derive"),
    ("rewrite",              "derive"),
    ("translate",            "translate"),
    ("abridge",              "derive"),
    ("frame",                "display"),
    ("link",                 "index"),
    ("archive",              "archive"),
    ("store",                "archive"),
    ("cache",                "archive"),
    ("download",             "reproduce"),
    ("print",                "print"),
    ("extract",              "extract"),
    ("scrape",               "extract")     ,
    ("mine",                 "extract"),
    ("index",                "index"),
    ("sell",                 "sell"),
    ("resell",               "sell"),
    ("license",              "sell"),
    ("sublicense",           "sell"),
    ("rent",                 "lease"),
    ("lend",                 "lend"),
    ("commercially exploit", "commercialize"),
    ("exploit",              "commercialize"),
    ("commercialise",        "commercialize"),
    ("commercialize",        "commercialize"),
    ("use",                  "use"),
    ("reuse",                "use"),
    ("re-use",               "use"),
    ("upload",               "distribute"),
    ("post",                 "distribute"),
    ("train",                "derive"),
)  # fmt: skip

#   a use needs              as notices say it
REQUIREMENTS: tuple[tuple[str, str], ...] = (
    ("prior written consent",        r"prior,? written consent"),
    ("prior written permission",     r"prior,? written permission"),
    ("prior written authorisation",  r"prior,? written (?:authori[sz]ation|approval)"),
    ("express written permission",   r"express(?:ed)?,? (?:and )?(?:prior )?written permission"),
    ("express written consent",      r"express(?:ed)?,? (?:and )?(?:prior )?written consent"),
    ("written permission",           r"(?<!prior )(?<!prior, )(?<!express )(?<!expressed )written permission"),
    ("written consent",              r"(?<!prior )(?<!prior, )(?<!express )(?<!expressed )written consent"),
    ("prior permission",             r"prior permission"),
    ("prior consent",                r"prior consent"),
    ("express permission",           r"express permission"),
    ("permission",                   r"(?<!written )(?<!prior )(?<!express )permission"),
    ("licence",                      r"without (?:a |an )?(?:valid )?licen[cs]e|under licen[cs]e only"),
    ("attribution",                  r"\battribution\b|proper credit|(?:must|should) (?:be )?(?:credit|attribut|acknowledg)\w*"
        r"|\bcc[ -]by\b|(?:credit|acknowledgement) (?:to|of) (?:the )?(?:source|author)"),
    ("non-commercial use",           r"non-?commercial|\bcc[ -]by-nc"),
    ("share alike",                  r"share-?alike|\bcc[ -]by(?:-nc)?-sa"),
    ("no derivatives",               r"no-?derivatives|\bcc[ -]by(?:-nc)?-nd"),
)  # fmt: skip

_INFINITIVE = {verb: verb for verb, _ in ACTIONS}
for _verb, _ in ACTIONS:
    _last = _verb.split()[-1]
    _stem = _last[:-1] if _last.endswith("e") else _last
    for _form in (_stem + "ed", _stem + "ing", _last + _last[-1] + "ed", _last + "s", _stem + "tion"):
        _INFINITIVE.setdefault(_verb[: -len(_last)] + _form, _verb)
_INFINITIVE |= {
    "copied": "copy",
    "rewritten": "rewrite",
    "rebroadcast": "rebroadcast",
    "broadcast": "broadcast",
    "sold": "sell",
    "resold": "resell",
    "reproduction": "reproduce",
    "distribution": "distribute",
    "redistribution": "redistribute",
    "publication": "publish",
    "republication": "republish",
    "modification": "modify",
    "modified": "modify",
    "transmission": "transmit",
    "transmitted": "transmit",
    "transmitting": "transmit",
    "retransmission": "retransmit",
    "duplication": "duplicate",
    "translation": "translate",
    "exploitation": "exploit",
    "commercially exploited": "commercially exploit",
    "commercial exploitation": "commercially exploit",
    "commercial use": "commercially exploit",
    "copying": "copy",
    "reprinted": "reprint",
    "adaptation": "adapt",
    "dissemination": "disseminate",
    "alteration": "alter",
    "lent": "lend",
    "scraping": "scrape",
    "scraped": "scrape",
    "mining": "mine",
    "syndication": "syndicate",
}

_PROHIBITION = re.compile(
    r"(?:\b(?:may|must|can|shall|should|could|are|is|do|does)\b(?: \w+){0,2}? ?(?:not|never)\b|\bcannot\b|\b(?:can|must|do|does|is"
    r"|are)n?['’]t\b|\bmay not\b|\bnot be\b|\bno part\b|\bno (?=\w+(?:tion|ing)\b)|\bprohibit\w*|\bforbid\w*|\bnot (?:permitted"
    r"|allowed|authori[sz]ed)"
    r"|\bwithout\b|\bunauthori[sz]ed\b|\bunlawful\b|\bnor\b)",
    re.IGNORECASE,
)
_AROUND = re.compile(r"(?i)\b(?:prohibit|forbid|unlawful|not (?:permitted|allowed|authori)|without|unauthori)")
_WITHOUT = re.compile(
    r"(?i)\bwithout\b[^,.;]{0,80}?\b(?:consent|permission|authori[sz]ation|approval|licen[cs]e|agreement)(?: (?:of|from|by) [^,.;]{0,80})?"
)
_VERBS = re.compile(r"\b(?:" + "|".join(sorted((re.escape(form) for form in _INFINITIVE), key=len, reverse=True)) + r")\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?]+(?:\.(?=\S)[^.!?]*)*[.!?]?")
_ALLOWED = re.compile(
    r"(?i)\b(?:may|can|are free to|is free to|you are welcome to|permitted to|allowed to|are allowed|licen[cs]ed under|is permitted"
    r"|are permitted)\b(?! ?not\b)(?! only)"
)
_LICENCE = re.compile(
    r"(?i)creative commons(?: attribution[\w\- ]*)?(?: \d\.\d)?(?: international)?|\bcc[ -]?(?:by(?:-(?:nc|sa|nd)){0,2}"
    r"|0)\b(?:[ -]\d\.\d)?|\bpublic domain\b|open government licen[cs]e|\bcc0\b|\bcc by\b"
)
_RESERVED = re.compile(r"(?i)\ball (?:other )?rights (?:are )?(?:strictly )?reserved")
_MARK = r"(?:\(c\)|©|&copy;|\bcopyright\b)"
_YEARS = r"(?:(?:19|20)\d\d(?:\s?[-–—/,]\s?(?:(?:19|20)?\d\d|present))?)"
_HOLDER_NAME = (
    r"(?P<name>[^\W\d_](?:[^.;|\n©]|(?<=\b[A-Z])\.|(?<=\bSt)\.|(?<=\bPT)\.){0,80}?"
    r"(?:\.(?:com|org|net|co\.uk|info|tv|news|io|co|in|ie|eu|au)\b)?(?:(?<=Inc)\.|(?<=Co)\.|(?<=Corp)\.)?)"
)
_STOP = (
    r"(?=\s{3,}|\s*(?:(?<!\b[A-Z])(?<!\bSt)(?<!\bPT)\.(?! ?(?:com|org|net)\b)|[;|\n©]|[–—•·]| - |$)"
    r"|[\s,(]+(?:and/or its|or its|and its|all "
    r"rights|unless|may|must|cannot|published|reproduction|terms|"
    r"privacy|registered|no part|permission|this|licen[cs]ed|sections|a division|trading|material|any|distributed|is|are|prohibits"
    r"|forbids|reserves|"
    rf"{_YEARS})\b)"
)
_HOLDERS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_MARK}(?:\s*{_MARK})*[\s:,]*(?:{_YEARS})?[\s,]*(?:\bby\b|\bof\b|\bbelongs to\b|\bheld by\b|,|-|–)?\s*{_HOLDER_NAME}{_STOP}",
        rf"(?:{_MARK})?\s*{_YEARS}[\s,]+{_HOLDER_NAME}{_STOP}",
        rf"^\W*{_HOLDER_NAME},? {_YEARS}(?=\.? ?(?:all rights|$))",
        rf"(?:intellectual property rights|copyright|rights)[\w ,]{{0,40}}? (?:owned|held) by {_HOLDER_NAME}{_STOP}",
        rf"(?:property|copyright) of {_HOLDER_NAME}{_STOP}",
        rf"(?:copyrights?|rights)\b[\w ,]{{0,60}}? belongs? to {_HOLDER_NAME}{_STOP}",
        rf"(?:consent|permission|authori[sz]ation|approval) (?:of|from) {_HOLDER_NAME}{_STOP}",
    )
)
_NO_HOLDER = re.compile(
    r"(?i)^(?:all\b|rights|notice|reserved|the (?:publisher|author|copyright|owner|content|site)|information|policy|the content|this"
    r"|material|its|and|terms|holder|owner|us\b|our\b|law|act\b|infringement|in\b|on\b|at\b)"
)


def read(notice: str, holder: str | None = None) -> Rights:
    """The rights that a notice tells. `holder` is who holds them by the page's metadata, where the notice names nobody."""
    words = " ".join(notice.split())
    licence = _LICENCE.search(words)
    prohibits = prohibited(words)
    requires = tuple(name for name, pattern in REQUIREMENTS if re.search(pattern, words, re.IGNORECASE))
    kind: Literal["reserved", "licensed", "restricted", "claimed"]
    if licence and not prohibits:
        kind = "licensed"
    elif _RESERVED.search(words):
        kind = "reserved"
    elif prohibits:
        kind = "restricted"
    else:
        kind = "claimed"
    actions = dict(ACTIONS)
    return Rights(
        holder=holder_of(words) or holder, kind=kind, prohibits=prohibits, requires=requires,
        odrl=tuple(dict.fromkeys(actions[verb] for verb in prohibits)), notice=notice.strip(),
    )  # fmt: skip


def prohibited(words: str) -> tuple[str, ...]:
    """The verbs of what a notice forbids, as infinitives, in the order of the notice."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE.findall(words[:8000]):
        ban = _PROHIBITION.search(sentence)
        if not ban or (_ALLOWED.search(sentence[: ban.start() + 1]) and "without" not in ban[0].lower()):
            continue
        # "may not be copied": what follows is forbidden; "copying ... is prohibited": what stands before it, too.
        stretch = sentence if _AROUND.search(sentence) else sentence[ban.start() :]
        # What would allow it is no use that is forbidden ("without permission to publish").
        stretch = re.split(r"(?i)\bunless\b|\bexcept\b", _WITHOUT.sub(" ", stretch))[0]
        for verb in _VERBS.findall(stretch):
            found.setdefault(_INFINITIVE.get(verb.lower(), verb.lower()))
    if "commercially exploit" in found:
        found.pop("exploit", None)
    return tuple(found)


def holder_of(words: str) -> str | None:
    """Who holds the rights by the notice's words: "Copyright Agence France-Presse", "© 2026 The Example Times. All rights reserved"."""
    for pattern in _HOLDERS:
        for m in pattern.finditer(words[:4000]):
            name = m["name"].strip(" ,-–—:()")
            name = re.sub(rf"^(?:{_YEARS}\W*)+", "", name)
            name = re.sub(r"^(?:by|of) ", "", name)
            if name and not _NO_HOLDER.match(name) and name[0].isupper() and len(name.split()) <= 9:
                return name
    return None


def is_notice(text: str) -> bool:
    """Does the paragraph speak of rights in the page's text (and not, as news, of a copyright case)?"""
    return bool(holder_of(text) or _RESERVED.search(text) or _LICENCE.search(text) or prohibited(text))


def without_menu(line: str) -> str:
    """A footer's line without the menu beside its notice ("© 2026 The Example Times | Contact us | Privacy")."""
    parts = list(_PARTS.finditer(line))
    told = [m for m in parts if is_notice(m[0])]
    return line[told[0].start() : told[-1].end()].strip() if len(parts) > 2 and told else line


_PARTS = re.compile(r"(?:[^|·•\s]| (?!  )(?=\S)|\s(?=[^|·•\s]))+")


def best(notices: Sequence[str]) -> str | None:
    """The notice that says most: the one that forbids most, else reserves or licenses, else the longest."""
    return max(notices, key=lambda n: (len(prohibited(n)), bool(_RESERVED.search(n) or _LICENCE.search(n)), len(n)), default=None)
