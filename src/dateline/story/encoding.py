"""Bytes -> text: byte order mark, a UTF-8 test, the page's own word (labels as in the WHATWG Encoding Standard), then a guess."""

import codecs
import re
import unicodedata

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
META = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
LOOKED_AT = 4096  # bytes in which a page says its encoding
GUESSED_ON = 60_000  # bytes that the guess is made on

# Labels that the standard reads as another encoding than their name says.
LABELS = {
    "iso-8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
    "iso-8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "ks_c_5601-1987": "cp949",
    "euc-kr": "cp949",
    "shift_jis": "cp932",
    "x-sjis": "cp932",
    "utf-16": "utf-8",
    "utf-16le": "utf-8",
    "utf8": "utf-8",
    "windows-874": "cp874",
    "tis-620": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
    "unicode": "utf-8",
}

# Beginnings of files that hold no text, and what they are called.
MAGIC = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a RIFF file (image, sound or film)"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"BZh", "bzip2 data"),
    (b"\xfd7zXZ\x00", "xz data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
    (b"Rar!", "a rar archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a SQLite database"),
    (b"OggS", "Ogg sound"),
    (b"ID3", "MP3 sound"),
    (b"PAR1", "a Parquet table"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"wOF2", "a font"),
    (b"wOFF", "a font"),
)


def binary(data: bytes) -> str | None:
    """What the bytes are, where they are no text ("a PDF"); None for text."""
    if any(data.startswith(bom) for bom, _ in BOMS):
        return None
    if name := next((name for magic, name in MAGIC if data.startswith(magic)), None):
        return name
    if data[4:8] == b"ftyp":
        return "a film"
    head = data[:GUESSED_ON]
    controls = sum(head.count(c) for c in _CONTROLS)
    # UTF-16 without a byte order mark has a NUL for every second letter of English text: that is text all the same.
    if head.count(0) and _wide(head) is None:
        return "binary data (it holds NUL bytes)"
    if controls > 0.02 * len(head) and not head.count(0):
        return "binary data"
    return None


_CONTROLS = tuple(bytes([i]) for i in (*range(1, 9), *range(14, 27), 28, 29, 30, 31, 127))


def _wide(head: bytes) -> str | None:
    """UTF-16 by where its NULs stand."""
    even, odd = head[0:4000:2].count(0), head[1:4000:2].count(0)
    half = max(1, min(len(head), 4000) // 2)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def decode(data: bytes) -> str:
    """The text of a page's bytes. Never raises: bytes that fit no encoding become U+FFFD.

    Order: byte order mark; a strict UTF-8 test; charset in the page's own meta element or XML declaration; chardet; Windows-1252.
    UTF-8 goes before the page's word: a page saved by a browser keeps the old word, and other encodings are hardly ever valid UTF-8.
    """
    for bom, name in BOMS:
        if data.startswith(bom):
            return data.decode(name, "replace")
    if wide := _wide(data[:4000]):
        return data.decode(wide, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    # A few broken bytes among letters that are sound UTF-8 are cut or spoilt, not another encoding.
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= sum(not c.isascii() for c in text) - broken:
        return text
    for label in (_told(data), _guessed(data)):
        if label and (sound := _strict(data, label)) is not None:
            return sound
    return data.decode(_told(data) or _guessed(data) or "cp1252", "replace")


def _told(data: bytes) -> str | None:
    m = META.search(data[:LOOKED_AT])
    return _known((m[1] or m[2]).decode("ascii", "replace")) if m else None


def _guessed(data: bytes) -> str | None:
    import chardet

    try:
        return _known(chardet.detect(data[:GUESSED_ON]).get("encoding") or "")
    except Exception:  # whatever a detector stumbles on, the page is still read
        return None


def _known(label: str) -> str | None:
    name = LABELS.get(label.strip().lower(), label.strip().lower())
    try:
        info = codecs.lookup(name)
    except LookupError:
        return None
    return name if getattr(info, "_is_text_encoding", True) else None


def _strict(data: bytes, name: str) -> str | None:
    try:
        text = data.decode(name)
    except (UnicodeDecodeError, UnicodeError):
        return None
    # A wrong guess shows in control characters that no page holds.
    odd = any(unicodedata.category(c) == "Cc" and c not in "\t\n\r\x0b\x0c\x1a\x85" for c in text[:4000])
    return None if odd else text
