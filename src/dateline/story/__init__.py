"""page -> Story: `read` takes the stories out of a page, `page` makes a Page of raw content; inputs.py yields pages from files."""

from dateline.story import anatomy, dump
from dateline.story.inputs import page
from dateline.types import Page, Story

__all__ = ["page", "read"]


def read(page: Page) -> list[Story]:
    """The stories of a page, in its order: usually one, two where the page holds two, none where it holds no running text.

    A page of media "html" or "text" loses its furniture (Story.cut says what and why); of media "body" its text is kept unchanged.
    """
    if page.media == "body":
        return [anatomy.body_story(page)] if page.content.strip() else []
    if page.media == "html":
        from dateline.story import html  # lxml: only where there is HTML

        return html.read(page)
    return dump.read(page)
