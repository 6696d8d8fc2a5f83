"""What an HTML page's head tells of its story: JSON-LD (schema.org), OpenGraph, meta and link elements."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import msgspec
from lxml.html import HtmlElement

from dateline.story.agencies import is_known
from dateline.story.anatomy import Facts
from dateline.story.dates import iso_day
from dateline.story.head import DOMAIN, PAPER, TITLE_TAIL, clean_headline

_ARTICLES = (
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle "
    "BlogPosting LiveBlogPosting TechArticle SocialMediaPosting Report CreativeWork WebPage"
)
ARTICLES = frozenset(_ARTICLES.split())
MOST_JSON = 400_000  # characters of JSON-LD read

# A field of Facts, and the meta elements (name, property or itemprop) that tell it, the surest first.
META: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("headline", ("og:title", "twitter:title", "dc.title", "sailthru.title", "parsely-title", "headline", "title")),
    (
        "published",
        (
            "article:published_time",
            "og:published_time",
            "datepublished",
            "article.published",
            "parsely-pub-date",
            "sailthru.date",
            "dc.date.issued",
            "dcterms.issued",
            "dc.date",
            "dcterms.date",
            "pubdate",
            "publishdate",
            "publish_date",
            "publish-date",
            "publication_date",
            "date",
            "created",
        ),
    ),
    (
        "updated",
        ("article:modified_time", "og:updated_time", "datemodified", "article.updated", "dcterms.modified", "lastmod", "last-modified"),
    ),
    ("publisher", ("og:site_name", "application-name", "dc.publisher", "publisher")),
    ("section", ("article:section", "parsely-section", "section", "category")),
    ("byline", ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl", "byline")),
    ("url", ("og:url",)),
    ("language", ("og:locale", "dc.language", "language")),
    ("licence", ("dc.rights", "dcterms.rights", "dcterms.license", "copyright")),
)


def facts_of(tree: HtmlElement) -> Facts:
    """The facts in a parsed page's metadata; JSON-LD before meta elements, what neither tells is None."""
    told: dict[str, str] = {}
    metas: dict[str, str] = {}
    for element in tree.iter("meta"):
        value = " ".join((element.get("content") or "").split())
        for key in ("property", "name", "itemprop"):
            if value and (name := element.get(key)):
                metas.setdefault(name.strip().lower(), value[:500])
    for field, names in META:
        if value := next((metas[n] for n in names if n in metas), ""):
            told[field] = value
    linked = _article(tree)
    byline = _people(linked.get("author")) or _people(told.get("byline"))
    title = _text(linked.get("headline")) or told.get("headline") or _title(tree)
    canonical = next((e.get("href") for e in tree.iter("link") if (e.get("rel") or "").lower() == "canonical"), None)
    licence = next((e.get("href") for e in tree.iter("link", "a") if "license" in (e.get("rel") or "").lower().split()), None)
    return Facts(
        headline=clean_headline(title) if title else None,
        byline=byline,
        published=iso_day(_text(linked.get("datePublished")) or told.get("published")),
        updated=iso_day(_text(linked.get("dateModified")) or told.get("updated")),
        publisher=_publisher(_name(linked.get("publisher")), told.get("publisher")) or _site(_title(tree)),
        section=_text(linked.get("articleSection")) or told.get("section"),
        language=(tree.get("lang") or _text(linked.get("inLanguage")) or told.get("language") or "")[:12] or None,
        url=canonical or told.get("url"),
        holder=_name(linked.get("copyrightHolder")),
        licence=_text(linked.get("license")) or licence or told.get("licence"),
    )


def _title(tree: HtmlElement) -> str | None:
    title = next(tree.iter("title"), None)
    return " ".join(title.text_content().split())[:300] or None if title is not None else None


def _publisher(linked: str | None, site: str | None) -> str | None:
    """The publication's name. Papers name the agency as publisher of its stories in JSON-LD: then the site's own name tells."""
    name = site if site and (not linked or is_known(linked)) else linked
    name = re.split(r"\s[|–—]\s", name)[0].strip() if name else None
    return None if not name or name.startswith("@") else name


def _site(title: str | None) -> str | None:
    """The publication's name behind a page's title ("... | The Example Times")."""
    m = TITLE_TAIL.search(title or "")
    return m[1].strip() if m and (PAPER.search(m[1]) or DOMAIN.search(m[1])) and len((title or "")[: m.start()].split()) >= 3 else None


def _article(tree: HtmlElement) -> dict[str, Any]:
    """The first JSON-LD object that is an article; an empty one where there is none."""
    second: dict[str, Any] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > MOST_JSON:
            continue
        try:
            data = msgspec.json.decode(_tidy(script.text).encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue
        for thing in _things(data):
            kinds = thing.get("@type")
            kinds = {k for k in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(k, str)}
            if kinds & (ARTICLES - {"WebPage", "CreativeWork"}):
                return thing
            if kinds & ARTICLES and not second:
                second = thing
    return second


def _tidy(text: str) -> str:
    """JSON-LD as pages write it: in a comment or CDATA, with raw line breaks inside strings."""
    text = re.sub(r"^\s*(?:<!--|/\*?<!\[CDATA\[\*?/?|//\s*<!\[CDATA\[)|(?:-->|//\s*\]\]>|/?\*?\]\]>\*?/?)\s*$", "", text.strip())
    return re.sub(r"[\x00-\x1f]+", " ", text).strip().rstrip(";")


def _things(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data[:50]:
            yield from _things(item, depth)
    elif isinstance(data, dict):
        yield data
        if depth < 3:
            for key in ("@graph", "mainEntity", "mainEntityOfPage"):
                if isinstance(data.get(key), list | dict):
                    yield from _things(data[key], depth + 1)


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name") or value.get("@id") or value.get("url")
    if not isinstance(value, str) or not value.strip():
        return None
    return " ".join(unescape(value).split())[:500]


def _name(value: Any) -> str | None:
    """Name of a person or an organisation; an address is none."""
    name = _text(value)
    return None if name is None or name.startswith(("http:", "https:", "#", "/")) else name


def _people(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(n for v in value[:20] for n in _people(v)))
    name = _name(value)
    if not name or len(name) > 150 or name.startswith("@"):
        return ()
    name = re.sub(r"^[Bb][Yy]:? ", "", name)
    return tuple(p.strip() for p in re.split(r",\s+(?!Jr|Sr)|\s+and\s+|;\s*", name) if p.strip())[:20]
