"""A sentence as the encoder sees it: word pieces, and the words that they make."""

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Tokenizer


class Words(NamedTuple):
    """ids: of the pieces, marks at both ends included. Of each word: its first piece, and where it stands in the text (half open)."""

    ids: list[int]
    pieces: list[int]
    starts: list[int]
    ends: list[int]

    def inside(self, start: int, end: int) -> range:
        """Numbers of the words that share a character with start..end."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


def words_of(text: str, tokenizer: "Tokenizer") -> Words:
    """The words of a text; offsets are characters of it."""
    encoding = tokenizer.encode(text)
    pieces: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    last = None
    for n, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word is None:
            continue
        if word != last:
            pieces.append(n)
            # A byte-level tokenizer counts the blank before a word to it.
            starts.append(start + (end - start > 1 and text[start].isspace()))
            ends.append(end)
            last = word
        else:
            ends[-1] = end
    return Words(encoding.ids, pieces, starts, ends)
