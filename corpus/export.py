"""The corpus in other programs' formats: jsonl, BIO columns, brat."""

import io
import json
import re
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from corpus.documents import Document, Event, Quote
from corpus.ontology import KINDS, MODES, STATUSES

_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*|[^\w\s]")
_PARTS = re.compile(r"[^\n]+")


def jsonl(document: Document) -> str:
    """One document -> one line: id, kind, batch, split, genre, region, date, dateline, text, sentences, spans, events, quotes.

    Field names are those of `dateline read --json` where both have the thing; offsets are characters of `text`, half open.
    """
    d = document
    row = {
        "id": d.id, "kind": d.kind, "batch": d.batch, "split": d.split, "genre": d.genre, "region": d.region, "date": d.date,
        "dateline": d.dateline, "text": d.text, "sentences": [{"start": s, "end": e} for s, e in d.sentences],
        "spans": [_words(d, s.start, s.end) | {"kind": s.kind, "actor": list(s.ids)} for s in d.spans],
        "events": [_event(d, e) for e in d.events], "quotes": [_quote(d, q) for q in d.quotes],
    }  # fmt: skip
    return json.dumps(row, ensure_ascii=False) + "\n"


def _words(document: Document, start: int, end: int) -> dict[str, object]:
    return {"start": start, "end": end, "text": document.text[start:end]}


def _span(document: Document, index: int | None) -> dict[str, object] | None:
    return None if index is None else _words(document, document.spans[index].start, document.spans[index].end)


def _party(document: Document, index: int) -> dict[str, object]:
    span = document.spans[index]
    return {"actor": list(span.ids)} | _words(document, span.start, span.end)


def _event(d: Document, e: Event) -> dict[str, object]:
    return {
        "deed": {"root": e.root, "mode": e.mode}, "status": e.status, "trigger": _words(d, e.start, e.end),
        "actors": [_party(d, i) for i in e.actors], "recipients": [_party(d, i) for i in e.recipients],
        "time": _span(d, e.time), "place": _span(d, e.place), "said_by": e.said_by,
    }  # fmt: skip


def _quote(d: Document, q: Quote) -> dict[str, object]:
    return {
        "type": q.type, "content": [_words(d, s, e) for s, e in q.content], "cue": None if q.cue is None else _words(d, *q.cue),
        "source": None if q.source is None else _party(d, q.source), "speaker": list(q.speaker), "addressee": list(q.addressee),
    }  # fmt: skip


def bio(document: Document) -> str:
    """One document -> CoNLL columns: token, start, end, mention, event, quotation; an empty line after each sentence.

    Where mentions nest the outer one is shown; an event is B-ROOT/mode:status; a quotation's column is B-content or B-cue.
    """
    d = document
    mentions = _layer(d, [(s.start, s.end, s.kind) for s in d.spans])
    events = _layer(d, [(e.start, e.end, f"{e.root}{'/' + e.mode if e.mode else ''}:{e.status}") for e in d.events])
    cues = [(*q.cue, "cue") for q in d.quotes if q.cue]
    # A cue inside a content has the say: it is the shorter.
    quotes = _layer(d, [(s, e, "content") for q in d.quotes for s, e in q.content]) | _layer(d, cues)
    lines = [f"# id = {d.id}"]
    for start, end in d.sentences:
        for token in _TOKEN.finditer(d.text, start, end):
            layers = (layer.get(token.start(), "O") for layer in (mentions, events, quotes))
            lines.append("\t".join((token[0], str(token.start()), str(token.end()), *layers)))
        lines.append("")
    return "\n".join(lines) + "\n"


def _layer(document: Document, spans: list[tuple[int, int, str]]) -> dict[int, str]:
    """Token start -> its tag; a span that lies in one already there is left out."""
    tags: dict[int, str] = {}
    for start, end, name in sorted(spans, key=lambda s: (s[0], -s[1])):
        tokens = [t.start() for t in _TOKEN.finditer(document.text, start, end)]
        if not any(t in tags for t in tokens):
            tags |= {t: f"{'I' if i else 'B'}-{name}" for i, t in enumerate(tokens)}
    return tags


def brat(document: Document) -> tuple[str, str]:
    """One document -> its text and its standoff file (brat 1.3: T text bounds, E events, A attributes, R relations)."""
    d, lines = document, []
    lines += [f"T{i}\t{_bounds(d, s.start, s.end, s.kind)}" for i, s in enumerate(d.spans, 1)]
    at = len(d.spans) + 1
    for i, e in enumerate(d.events, 1):
        lines.append(f"T{at}\t{_bounds(d, e.start, e.end, e.root)}")
        roles = [("Actor", k) for k in e.actors] + [("Recipient", k) for k in e.recipients]
        roles += [(role, k) for role, k in (("Time", e.time), ("Place", e.place)) if k is not None]
        lines.append(f"E{i}\t{e.root}:T{at}" + "".join(f" {role}:T{k + 1}" for role, k in _numbered(roles)))
        lines.append(f"A{2 * i - 1}\tStatus E{i} {e.status}")
        if e.mode:
            lines.append(f"A{2 * i}\tMode E{i} {e.mode}")
        at += 1
    relation = 1
    for q in d.quotes:
        cue = at if q.cue else None
        if q.cue:
            lines.append(f"T{at}\t{_bounds(d, *q.cue, 'Cue')}")
            at += 1
            if q.source is not None:
                lines.append(f"R{relation}\tSpeaker Arg1:T{cue} Arg2:T{q.source + 1}")
                relation += 1
        for start, end in q.content:
            lines.append(f"T{at}\t{_bounds(d, start, end, 'Content')}")
            if cue:
                lines.append(f"R{relation}\tSays Arg1:T{cue} Arg2:T{at}")
                relation += 1
            at += 1
    return d.text, "\n".join(lines) + "\n" if lines else ""


def brat_conf() -> str:
    """brat's annotation.conf: the kinds, roots, modes and statuses that the standoff files use."""
    parties = "|".join(kind for kind in KINDS if kind != "time")
    lines = ["[entities]", *KINDS, "Cue", "Content", "", "[relations]"]
    lines += [f"Speaker\tArg1:Cue, Arg2:{parties}", "Says\tArg1:Cue, Arg2:Content", "", "[events]"]
    lines += [f"{root}\tActor*:{parties}, Recipient*:{parties}, Time?:time, Place?:place" for root in MODES]
    modes = "|".join(sorted({mode for held in MODES.values() for mode in held}))
    lines += ["", "[attributes]", f"Status\tArg:<EVENT>, Value:{'|'.join(STATUSES)}", f"Mode\tArg:<EVENT>, Value:{modes}"]
    return "\n".join(lines) + "\n"


def _brat_files(documents: list[Document]) -> Iterator[tuple[str, str]]:
    """(name, content) of each file of a brat collection."""
    yield "annotation.conf", brat_conf()
    for document in documents:
        for ending, text in zip(("txt", "ann"), brat(document), strict=True):
            yield f"{document.id.replace('/', '-')}.{ending}", text


def _numbered(roles: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """brat wants Actor, Actor2, Actor3."""
    seen: dict[str, int] = {}
    for role, k in roles:
        seen[role] = seen.get(role, 0) + 1
        yield f"{role}{seen[role] if seen[role] > 1 else ''}", k


def _bounds(document: Document, start: int, end: int, kind: str) -> str:
    """A span as brat writes it: broken up at line ends, its words on one line."""
    parts = [(m.start(), m.end()) for m in _PARTS.finditer(document.text, start, end)]
    return f"{kind} {';'.join(f'{s} {e}' for s, e in parts)}\t{' '.join(document.text[s:e] for s, e in parts)}"


def brat_archive(documents: list[Document], out: BinaryIO) -> None:
    """A tar archive of annotation.conf, NAME.txt and NAME.ann, the same bytes for the same corpus."""
    with tarfile.open(fileobj=out, mode="w|", format=tarfile.USTAR_FORMAT) as archive:
        for name, text in _brat_files(documents):
            content = text.encode()
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))


def to_folder(documents: list[Document], form: str, folder: Path) -> None:
    """Write a split a file (jsonl, bio), or two files a document (brat). Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if form == "brat":
        for name, text in _brat_files(documents):
            (folder / name).write_text(text, encoding="utf-8")
        return
    for split in dict.fromkeys(d.split for d in documents):
        written = "".join(TEXT_FORMATS[form](d) for d in documents if d.split == split)
        (folder / f"{split}.{form}").write_text(written, encoding="utf-8")


TEXT_FORMATS: dict[str, Callable[[Document], str]] = {"jsonl": jsonl, "bio": bio}
FORMATS = (*TEXT_FORMATS, "brat")
