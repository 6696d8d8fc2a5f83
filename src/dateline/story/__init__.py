"""page -> Story."""
from dateline.types import Page, Span, Story


def page(content: str) -> Page:
    return Page(id="-", content=content, media="html" if "<html" in content[:2000].lower() else "text")


def read(page: Page) -> list[Story]:
    text = (page.title + "\n\n" if page.title else "") + page.content
    start = len(text) - len(page.content)
    return [Story(headline=page.title, text=text, paragraphs=(Span(start, len(text)),), published=page.date and page.date.isoformat(), language="en")]
