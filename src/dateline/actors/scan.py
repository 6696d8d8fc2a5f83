"""One sentence as the actors stage looks at it: its tokens, the names of the tables and of the gazetteer in it, its noun phrases."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from dateline.actors.names import Hit, Word, hits, words
from dateline.language import Token
from dateline.language.chunks import Chunks, chunk


@dataclass
class Scan:
    """A sentence under way: `hits` is completed by the gazetteer before phrases are looked at.

    shouting  all in capitals, so that capitals tell nothing
    at_token  token index -> the name that covers it; at_word: index of its first word -> a name
    """

    text: str
    tokens: Sequence[Token]
    words: list[Word]
    hits: list[Hit]
    shouting: bool
    chunks: Chunks = field(default_factory=lambda: Chunks([], [], []))
    at_token: dict[int, Hit] = field(default_factory=dict)
    at_word: dict[int, Hit] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)

    def token_range(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that characters start..end lie in (half open)."""
        first = bisect_left(self.starts, start)
        if first == len(self.starts) or self.starts[first] > start:
            first = max(0, first - 1)
        last = max(first + 1, bisect_left(self.starts, end))
        return first, last

    def settle(self) -> None:
        """Lay the names over the tokens."""
        self.hits.sort(key=lambda h: h.start)
        self.at_token = {}
        self.at_word = {h.first: h for h in self.hits}
        for hit in self.hits:
            first, last = self.token_range(hit.start, hit.end)
            for i in range(first, last):
                self.at_token.setdefault(i, hit)


def scan(text: str, tokens: Sequence[Token], chunks: Chunks | None = None) -> Scan:
    """Look a sentence over for the names of the tables. chunks: its own, where they are known already."""
    if not tokens:
        return Scan(text, tokens, [], [], False)
    found = words(text, tokens[0].start, tokens[-1].end)
    shouting = len(found) > 4 and sum(w.text.isupper() for w in found) > 0.7 * len(found)
    names = hits(text, found)
    if shouting:
        # In capitals "IS" is a verb sooner than a group.
        names = [h for h in names if h.end - h.start > 3 or h.meanings[0].form in ("US", "UN", "EU", "UK", "USA")]
    # "AP" and "AFP" at a sentence's end in brackets are signatures, but still names; a single letter never is.
    result = Scan(text, tokens, found, names, shouting, chunks or chunk(tokens))
    result.starts = [t.start for t in tokens]
    result.settle()
    return result
