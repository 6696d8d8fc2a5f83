"""Page text made safe to print: a terminal must never obey what a page says."""

# C0 and C1 controls (ESC starts a terminal's commands), marks that turn the direction of writing, lone surrogates.
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_TABLE: dict[int, str] = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *_DIRECTION), ""),
    **dict.fromkeys(range(0xD800, 0xE000), "\N{REPLACEMENT CHARACTER}"),
    **dict.fromkeys((0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), " "),
}


def clean(text: str) -> str:
    """The text on one line, without control characters."""
    return text.translate(_TABLE)


def shorten(text: str, width: int) -> str:
    """Clean text of at most `width` characters, cut at a word."""
    text = " ".join(clean(text[:width * 4]).split())
    if len(text) <= width:
        return text
    return text[:width - 1].rsplit(" ", 1)[0].rstrip() + "…"
