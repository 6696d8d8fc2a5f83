"""A page's lines, some of them chosen as story -> Story: every part gets its place, and what is cut gets its reason."""

import re
from collections.abc import Iterator, Sequence
from datetime import date as Day

from msgspec import Struct, structs

from dateline.story import datelines, head, related, rights
from dateline.story.dates import iso_day
from dateline.story.lines import Line, ends_sentence
from dateline.story.tongue import language_of
from dateline.types import Cut, CutReason, Dateline, Page, Rights, Span, Story

URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)(?=\D|$)")
REASONS: dict[str, CutReason] = {
    "ad": "ad",
    "share": "navigation",
    "navigation": "navigation",
    "menu": "navigation",
    "count": "navigation",
    "date": "navigation",
    "byline": "navigation",
    "related": "related",
    "rights": "rights",
    "caption": "caption",
    "comment": "comment",
    "notice": "notice",
}
LOOSE = 3  # lines without a sentence's end that may be cut behind a story; more of them are a list
AD_COPY = 3  # lines right below an ad's label that may be the ad's words


class Facts(Struct, frozen=True, kw_only=True):
    """What a page's metadata tells of its story (HTML only). Dates in ISO 8601."""

    headline: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    url: str | None = None
    holder: str | None = None
    licence: str | None = None


def stories(lines: Sequence[Line], chosen: Sequence[int], page: Page, facts: Facts | None = None) -> list[Story]:
    """The stories of a page.

    lines   the page's lines; chosen  indexes of those that are story
    facts   what the metadata tells, of the first story
    """
    chosen = _without_boxes(lines, chosen)
    told = [body for part in _split(lines, chosen) if (body := _trim(lines, _to_end_mark(lines, part)))]
    found = []
    for n, body in enumerate(told):
        floor = told[n - 1][-1] + 1 if n else 0
        end = told[n + 1][0] if n + 1 < len(told) else len(lines)
        found.append(
            _Builder(
                lines, body, floor, end, page, (facts or Facts()) if n == 0 else Facts(publisher=facts.publisher if facts else None)
            ).story()
        )
    return found


def body_story(page: Page) -> Story:
    """A clean body (media "body"): its title, a blank line, its text unchanged. Its dateline is parsed and stays in the text."""
    start = len(page.title) + 2 if page.title else 0
    text = f"{page.title}\n\n{page.content}" if page.title else page.content
    spans = tuple(Span(start + a, start + b) for a, b in blocks(page.content))
    found = datelines.find(text[spans[0].start : spans[0].end].split("\n")[0]) if spans else None
    return Story(
        headline=page.title, text=text, paragraphs=spans, dateline=found.dated(page.date) if found else None,
        published=page.date.isoformat() if page.date else None, language=language_of(page.content),
    )  # fmt: skip


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Spans of a clean text's paragraphs, without the blanks around them: between blank lines, or line by line where there are none."""
    pattern = _BLOCK if _BLANK_LINE.search(text) else _LINE
    for m in pattern.finditer(text):
        words = m[0].strip()
        if words:
            start = m.start() + len(m[0]) - len(m[0].lstrip())
            yield start, start + len(words)


_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n]+")
_BLOCK = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")


def _without_boxes(lines: Sequence[Line], chosen: Sequence[int]) -> list[int]:
    """Takes out of the story what stands in a box inside it: headlines under "Also read", the words of an ad under its label."""
    story = set(chosen)
    for i, line in enumerate(lines):
        if not related.is_heading(line) and line.kind != "ad":
            continue
        for j in range(i + 1, min(len(lines), i + 1 + (12 if line.kind == "related" else AD_COPY))):
            other = lines[j]
            if (ends_sentence(other.text) and other.words > 14 and not other.bullet) or other.text.endswith(":"):
                break
            if line.kind == "ad" and (other.gap > 0 or other.prose or (not lines[i].gap and not other.gap and i in (0, len(lines) - 1))):
                break
            if line.kind == "related" and j > i + 1 and other.gap > 0 and not other.bullet and lines[j - 1].gap == 0:
                break
            story.discard(j)
    return sorted(story)


def _split(lines: Sequence[Line], chosen: Sequence[int]) -> list[list[int]]:
    """The chosen lines, story by story. A new one begins as the first one did: with a dateline, or with an author, below a headline."""
    parts: list[list[int]] = [[]]
    for at, i in enumerate(chosen):
        part = parts[-1]
        if _has_dateline(lines[i]) and _titled_above(lines, i):
            if any(_has_dateline(lines[k]) for k in part) and sum(lines[k].prose for k in part) >= 2:
                _drop_headline(lines, part, i)
                parts.append([])
            elif len(part) <= LOOSE:
                part.clear()  # captions and decks taken for a story
        elif len(part) > LOOSE and _opens_signed(lines, chosen, at) and _signed(lines, part[0]) and _prose(lines, part) > LOOSE:
            _drop_headline(lines, part, i)
            parts.append([])
        parts[-1].append(i)
    return [p for p in parts if p]


def _prose(lines: Sequence[Line], part: Sequence[int]) -> int:
    return sum(lines[k].prose for k in part)


def _drop_headline(lines: Sequence[Line], part: list[int], start: int) -> None:
    """The next story's headline may have been taken for this one's last line."""
    while len(part) > 1 and start - part[-1] <= 4 and not lines[part[-1]].prose:
        part.pop()


def _has_dateline(line: Line) -> bool:
    return line.dateline is not None and line.dateline.strong


def _titled_above(lines: Sequence[Line], i: int) -> bool:
    return any(x.titled and not x.prose and not x.bullet for x in lines[max(0, i - 6) : i])


def _signed(lines: Sequence[Line], i: int) -> bool:
    close = lines[max(0, i - 3) : i]
    return any(x.kind == "byline" for x in close) and any(x.kind == "date" or re.search(r"\d{4}", x.text) for x in close)


def _opens_signed(lines: Sequence[Line], chosen: Sequence[int], at: int) -> bool:
    follow = chosen[at : at + 3]
    running = len(follow) == 3 and all(lines[k].prose for k in follow) and follow[2] - follow[0] <= 4
    return running and _signed(lines, follow[0]) and _titled_above(lines, follow[0])


def _to_end_mark(lines: Sequence[Line], body: list[int]) -> list[int]:
    """The story up to the sign that ends a release ("# # #", "-30-"): contacts and notes to editors come after it."""
    marks = [i for i in range(body[0] + 1, body[-1] + 1) if datelines.END_MARK.fullmatch(lines[i].text.strip())] if body else []
    return [i for i in body if i < marks[0]] if marks else body


def _trim(lines: Sequence[Line], body: list[int]) -> list[int]:
    """The story without a headline and deck taken for its first lines, and without loose words behind its last sentence."""
    first = next((at for at, i in enumerate(body) if lines[i].prose or lines[i].dateline or lines[i].words >= 25), 0)
    body = body[first:]
    for at in range(1, min(4, len(body))):
        between = range(body[at - 1] + 1, body[at])
        signed = [k for k in between if lines[k].kind in ("byline", "date") and not lines[k].text.startswith("(")]
        if signed and sum(lines[k].prose for k in body[at:]) >= 2 and not any(lines[k].dateline for k in body[:at]):
            body = body[at:]
            break
    last = len(body)
    while (
        last > 1 and not ends_sentence(lines[body[last - 1]].text) and not lines[body[last - 1]].bullet and lines[body[last - 1]].words < 25
    ):
        last -= 1
    # A list has no full stops and is story all the same.
    if len(body) - last > LOOSE or lines[body[last - 1]].text.endswith(":") or lines[body[min(last, len(body) - 1)]].text.endswith(":"):
        return body
    return body[:last]


class _Builder:
    """Puts one story together: asks each part's module in turn and keeps which lines are spoken for."""

    def __init__(self, lines: Sequence[Line], body: list[int], floor: int, end: int, page: Page, facts: Facts) -> None:
        self.lines, self.body, self.floor, self.end, self.page, self.facts = lines, body, floor, end, page, facts
        self.reason: dict[int, CutReason] = {}
        self.used: set[int] = set(body)

    def story(self) -> Story:
        lines, facts, page = self.lines, self.facts, self.page
        notice = self._rights()
        above = self._place_line()
        start = above if above is not None else self.body[0]
        day = page.date or _url_day(facts.url or page.url)
        found = head.read(lines, start, [lines[i] for i in self.body], self.floor, day, facts.headline)
        self.used.update(x for x in (found.at, *found.used) if x is not None)
        for i in found.deck:
            self.reason[i] = "notice"
        self.used.update(found.deck)
        opening, paragraphs = self._paragraphs(above)
        own = opening.own_day() if opening else None
        published = (
            facts.published
            or found.published
            or (own.isoformat() if own else None)
            or self._dated_below(day)
            or self._dated_top(found.at, day)
        )
        published = published or (day.isoformat() if day else None) or found.updated
        dated = _dateline(opening, published, page, notice)
        published = published or (dated.date.isoformat() if dated and dated.date else None)
        name, mast = head.publisher(
            lines, found.at if found.at is not None else self.body[0], notice.holder if notice else None, facts.publisher
        )
        name = head.spelt(name, lines) if name else None
        if mast is not None:
            self.reason[mast] = "masthead"
            self.used.add(mast)
        boxes = related.boxes(
            lines,
            [i for i in range(self.floor, self.end) if i not in self.used],
            self.body[-1],
            lines[mast].text if mast is not None else None,
        )
        boxes = [b for b in boxes if not (b.lines[-1] < self.body[0] and len(b.desk.headlines) < 2)]
        for box in boxes:
            self.reason.update(dict.fromkeys(box.lines, "related"))
        headline = found.headline
        text, spans = _lay_out(headline, paragraphs)
        return Story(
            headline=headline, text=text, paragraphs=spans, byline=facts.byline or found.byline, dateline=dated, published=published,
            updated=facts.updated or found.updated, publisher=name, section=facts.section or found.section,
            language=language_of(text) or (facts.language[:2].lower() if facts.language else None),
            related=tuple(b.desk for b in boxes), rights=_held(notice, name), cut=tuple(self._cuts()),
        )  # fmt: skip

    def _paragraphs(self, above: int | None) -> tuple[datelines.Found | None, list[str]]:
        """The dateline that opens the story, and the paragraphs without it and without the agency's tail."""
        lines = self.lines
        texts = [lines[i].shown for i in self.body]
        opening = lines[above].dateline if above is not None else None
        if not opening:
            for at in range(min(3, len(texts))):
                opening = datelines.find(texts[at])
                if opening and (opening.strong or at == 0):
                    texts[at] = texts[at][opening.end :].strip()
                    break
                opening = None
        while texts:
            kept, tail = datelines.cut_tail(texts[-1])
            if not tail:
                break
            texts[-1] = kept
            if kept:
                break
            texts.pop()
        return opening, [t for t in texts if t]

    def _place_line(self) -> int | None:
        """A line above the story that is its dateline alone ("ANKARA", "SEOUL —")."""
        for i in range(self.body[0] - 1, max(self.floor, self.body[0] - 4) - 1, -1):
            line = self.lines[i]
            if line.dateline and line.dateline.end >= len(line.text) and line.words <= 8 and (line.kind is None or line.dateline.strong):
                self.used.add(i)
                return i
            if line.kind not in ("ad", "caption", "share"):
                return None
        return None

    def _rights(self) -> Rights | None:
        """The notice that says most, of those on the page; their lines are marked."""
        lines = self.lines
        groups: list[list[int]] = []
        # A notice at the foot of the page holds for every story on it.
        for i in (*range(self.floor, self.end), *range(self.end, len(lines))):
            line = lines[i]
            if line.kind == "rights":
                if i < self.body[-1] and not re.search(r"(?i)\d{4}|copyright|rights|licen|permission", line.text):
                    self.reason[i] = "caption"  # a photographer's
                elif groups and i - groups[-1][-1] == 1:
                    groups[-1].append(i)
                else:
                    groups.append([i])
            elif groups and i - groups[-1][-1] == 1 and i not in self.used and line.gap == 0 and line.prose and i > self.body[-1]:
                groups[-1].append(i)
        own = [g for g in groups if g[0] < self.end] or groups[-1:]
        for group in own:
            self.reason.update(dict.fromkeys(group, "rights"))
        notices = ["\n".join(rights.without_menu(lines[i].text) for i in g) for g in own]
        notice = rights.best([n for n in notices if rights.is_notice(n)])
        if notice is None:
            return rights.read(self.facts.licence, self.facts.holder) if self.facts.licence else None
        return rights.read(notice, self.facts.holder)

    def _dated_below(self, day: Day | None) -> str | None:
        """A date of publication right below the story ("First published: ...")."""
        for line in self.lines[self.body[-1] + 1 : min(self.body[-1] + 6, self.end)]:
            if line.kind == "date" and (first := head.dates_of(line.text, day)[0]):
                return first
        return None

    def _dated_top(self, at: int | None, day: Day | None) -> str | None:
        """The date in the masthead, or in a line above the headline that names an agency too."""
        for line in [*self.lines[self.floor : min((at or self.body[0]) + 1, self.floor + 40)], *self.lines[: min(self.floor, 12)]]:
            if (line.kind == "date" or datelines.wire_header(line.text) or line.words <= 12) and (
                first := head.dates_of(line.text, None)[0]
            ):
                return first
        return None

    def _cuts(self) -> Iterator[Cut]:
        """What is left of the page, run by run; each ad slot is one."""
        run: list[str] = []
        why: CutReason | None = None
        commented = False
        for i in range(self.floor, self.end):
            line = self.lines[i]
            if i in self.used and i not in self.reason:
                reason = None
            else:
                reason = self.reason.get(i) or REASONS.get(line.kind or "")
                commented = commented or (line.kind == "comment" and i > self.body[-1])
                if reason is None and line.kind != "rule":
                    reason = "comment" if commented else "notice" if line.prose else "navigation"
            if (
                reason == "ad"
                and why == "ad"
                and self.lines[i - 1].kind == "ad"
                and line.gap == 0
                and i > 0
                and line.text.lower() != self.lines[i - 1].text.lower()
            ):
                run.append(line.text)
                continue
            if (reason != why or reason == "ad") and run and why:
                yield Cut("\n".join(run), why)
                run = []
            if reason:
                run.append(line.text)
            why = reason
        if run and why:
            yield Cut("\n".join(run), why)


def _held(notice: Rights | None, publisher: str | None) -> Rights | None:
    """A notice that names no holder speaks for the publisher on whose page it stands."""
    return structs.replace(notice, holder=publisher) if notice and notice.holder is None and publisher else notice


def _lay_out(headline: str | None, paragraphs: Sequence[str]) -> tuple[str, tuple[Span, ...]]:
    text = headline or ""
    spans = []
    for paragraph in paragraphs:
        text += "\n\n" * bool(text)
        spans.append(Span(len(text), len(text) + len(paragraph)))
        text += paragraph
    return text, tuple(spans)


def _dateline(opening: datelines.Found | None, published: str | None, page: Page, notice: Rights | None) -> Dateline | None:
    """The dateline, dated. The year comes from the day of publication; where none is known, from the notice of rights."""
    if not opening:
        return None
    told = iso_day(published)
    if told:
        return opening.dated(Day.fromisoformat(told[:10]))
    years = re.findall(r"\b20\d\d\b", notice.notice) if notice else []
    dated = opening.dated(Day(int(max(years)), 7, 1) if years and opening.date else page.date)
    return dated


def _url_day(url: str | None) -> Day | None:
    if url and (m := URL_DAY.search(url)):
        try:
            return Day(int(m[1]), int(m[2]), int(m[3]))
        except ValueError:
            return None
    return None
