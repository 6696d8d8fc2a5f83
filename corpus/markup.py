"""One marked line -> its bare text and its marks. Never raises on what a person wrote: it returns faults."""

import re
from dataclasses import dataclass

from corpus.ontology import KINDS, MODES, STATUSES

_CLOSE = {"[": "]", "{": "}", "<": ">"}
_SIGNS = "[]{}<>|"
_ID = re.compile(r"[a-z][a-z0-9-]*")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\u200b-\u200f\u2028\u2029]")
Parties = tuple[tuple[str, ...], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Mark:
    """One bracket of a line: start and end in the bare line, the column (from 1) where its sign stands, and what its label says.

    sign      "[" mention, "{" event or cue, "<" content
    kind      of a mention
    ids       of a mention; of a content its speaker's
    root, mode, status, parties, at, said   of an event; root is None for a bare cue, parties None where it names no links
    cue       whether it is the cue of a quotation
    """

    sign: str
    start: int
    end: int
    column: int
    kind: str = ""
    ids: tuple[str, ...] = ()
    root: str | None = None
    mode: str | None = None
    status: str = "happened"
    parties: Parties | None = None
    at: tuple[str, ...] = ()
    said: str | None = None
    cue: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line's bare text, its marks in the order of their beginnings, and what is wrong with it as (column, what)."""

    text: str
    marks: tuple[Mark, ...]
    faults: tuple[tuple[int, str], ...]


class _Wrong(Exception):
    pass


def parse(line: str) -> Line:
    """A line with inline marks (guidelines, section 1) -> Line.

    Where something is wrong, `faults` says what, with columns from 1, and the marks that could be read are kept.
    """
    text: list[str] = []
    marks: list[Mark] = []
    faults: list[tuple[int, str]] = []
    open_marks: list[tuple[str, int, int]] = []
    at = 0
    while at < len(line):
        sign = line[at]
        if sign in "[{<":
            open_marks.append((sign, len(text), at + 1))
        elif sign in "|]}>":
            if not open_marks or (sign != "|" and sign != _CLOSE[open_marks[-1][0]]):
                where = f"; the last one open is `{open_marks[-1][0]}` in column {open_marks[-1][2]}" if open_marks else ""
                faults.append((at + 1, f"`{sign}` without its opening sign{where}"))
                break
            opened, start, column = open_marks.pop()
            label = ""
            if sign == "|":
                close = line.find(_CLOSE[opened], at)
                label = line[at + 1 : close] if close >= 0 else line[at + 1 :]
                if close < 0 or any(s in label for s in _SIGNS.replace(">", "")):
                    faults.append((at + 1, f"the label of `{opened}` in column {column} does not end with `{_CLOSE[opened]}`"))
                    break
                at = close
            try:
                marks.append(_mark(opened, start, len(text), column, label, sign == "|"))
            except _Wrong as wrong:
                faults.append((column, str(wrong)))
            words = "".join(text[start:])
            if words != words.strip() or not words:
                faults.append((column, "a mark begins or ends with a blank" if words else "a mark with no words in it"))
        else:
            text.append(sign)
        at += 1
    faults += [(column, f"`{opened}` is never closed") for opened, _, column in open_marks] if not faults else []
    if found := _CONTROL.search(line):
        faults.append((found.start() + 1, f"control character U+{ord(found[0]):04X}"))
    if (double := line.find("  ")) >= 0:
        faults.append((double + 1, "two blanks in a row"))
    return Line("".join(text), tuple(sorted(marks, key=lambda m: (m.start, -m.end, m.column))), tuple(faults))


def _mark(sign: str, start: int, end: int, column: int, label: str, labelled: bool) -> Mark:
    parts = label.split()
    if sign == "[":
        if not parts or parts[0] not in KINDS:
            raise _Wrong(f"`{parts[0] if parts else ''}` is no kind of mention: {', '.join(KINDS)}")
        if len(parts) > 2:
            raise _Wrong(f"a mention's label is a kind and an id, not `{label}`")
        return Mark(sign, start, end, column, kind=parts[0], ids=_ids(parts[1], "+") if len(parts) > 1 else ())
    if sign == "<":
        if labelled and len(parts) != 1:
            raise _Wrong(f"a content's label is the id of its speaker, not `{label}`")
        return Mark(sign, start, end, column, ids=_ids(parts[0], "+") if parts else ())
    if not parts:
        raise _Wrong("an event has no root: {words|ROOT}")
    return _deed(start, end, column, parts)


def _deed(start: int, end: int, column: int, parts: list[str]) -> Mark:
    root, _, mode = parts[0].partition("/")
    cue = root == "SAY"
    if not cue and root not in MODES:
        raise _Wrong(f"`{root}` is no root: {', '.join(MODES)}")
    if not cue and "/" in parts[0] and mode not in MODES[root]:
        raise _Wrong(f"`{mode}` is no mode of {root}: {', '.join(MODES[root]) or 'it has none'}")
    status, parties, said = "", None, None
    at: list[str] = []
    for part in parts[1:]:
        if part in STATUSES and not status and not cue:
            status = part
        elif part == "SAY" and not cue:
            cue = True
        elif part.startswith("@"):
            at += _ids(part[1:], ",")
        elif part.startswith("said:"):
            said = part[5:]
            if said != "-":
                _ids(said, "+")
        elif parties is None:
            actors, arrow, recipients = part.partition(">")
            parties = (_ids(actors, ",") if actors else (), _ids(recipients, ",") if arrow else ())
        else:
            raise _Wrong(f"`{part}` is neither a status nor a link, or stands there twice")
    return Mark(
        "{", start, end, column, root=None if root == "SAY" else root, mode=mode or None, status=status or "happened", parties=parties,
        at=tuple(at), said=said, cue=cue,
    )  # fmt: skip


def _ids(written: str, separator: str) -> tuple[str, ...]:
    ids = tuple(written.split(separator))
    for one in ids:
        if not _ID.fullmatch(one) or one in STATUSES:
            raise _Wrong(f"`{one}` is no id: small letters, digits and -, a letter first, and no status")
    return ids
