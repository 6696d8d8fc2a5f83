"""Which of a page's lines are the story: the best path through them.

A page is furniture, then the story, then furniture; inside the story there are interruptions (ads, boxes, captions). Each line of the
story earns its score, each line of an interruption a small fine however bad its looks, and furniture before and behind earns nothing;
the path with the highest sum is found by dynamic programming (Viterbi's algorithm over four states), linear in the lines.
"""

from collections import Counter
from collections.abc import Sequence

from dateline.story.lines import Line
from dateline.story.related import INLINE

# Fines for interrupting a story, by the kind of the line that does.
BREAKS = {"ad": 1.5, "inline": 1.5, "notice": 2.0, "caption": 2.5, "related": 2.5, "comment": 8.0, "rights": 8.0}
BREAK = 4.0  # of any other kind
BROKEN = 0.5  # fine for each line of an interruption
END_MARK = 2.0  # earned by ending where a box of other stories, of comments or a rights notice begins
MARGIN = 1.5  # earned by a line on the story's left margin, lost by one off it
ALONE = -2.5  # a sentence between two lines that are none: a teaser, a comment
SUBHEAD = 5  # words of a subhead at most; a headline has more
LIST = 2.5  # a list's item behind a line that ends with a colon, or behind such an item
TOLD = 3  # sentences after which a heading of comments ends what can be story: readers write more than the story has
TICKER = -2.0  # any other list's item

LOOKED_OVER = frozenset({"ad", "caption", "rule", "notice", "share"})  # kinds that stand inside stories: no neighbours to judge by

BEFORE, STORY, BROKE, AFTER = range(4)


def story_lines(lines: Sequence[Line]) -> list[int]:
    """Indexes of the lines on the best path's story state, furniture by wording left out."""
    scores = _in_context(lines)
    chosen = _best_path(lines, scores)
    margin = _margin(lines, chosen)
    if margin is not None:
        scores = [
            s + (MARGIN if x.indent == margin else -MARGIN) * (x.kind is None and x.words > 1) for s, x in zip(scores, lines, strict=True)
        ]
        chosen = _best_path(lines, scores)
    return [i for i in chosen if lines[i].kind is None]


def _in_context(lines: Sequence[Line]) -> list[float]:
    """Each line's score, corrected by its neighbours' looks."""
    scores = [x.score for x in lines]
    seen = [i for i, x in enumerate(lines) if x.kind not in LOOKED_OVER and not INLINE.match(x.text)]
    listed, told, commented = False, 0, False
    for at, i in enumerate(seen):
        x = lines[i]
        told += x.prose
        commented = commented or (x.kind == "comment" and told >= TOLD)
        if commented:
            scores[i] = min(scores[i], 0.0)
            continue
        if listed and (x.bullet or not x.prose) and x.kind is None:
            scores[i] += LIST
        else:
            listed = False
            scores[i] += TICKER * bool(x.bullet)
        if x.text.endswith(":") and x.kind is None:
            listed = True
        opens = x.dateline is not None and x.dateline.strong
        if x.prose and not opens and not (_company(lines, seen, at, -1) or _company(lines, seen, at, 1)):
            scores[i] += ALONE
    return scores


def _company(lines: Sequence[Line], seen: Sequence[int], at: int, step: int) -> bool:
    """Is the next line on this side a sentence too (a subhead between them looked over)?"""
    for k in (at + step, at + 2 * step):
        if not 0 <= k < len(seen):
            return False
        y = lines[seen[k]]
        if y.prose or y.text.endswith(":"):
            return True
        if y.kind is not None or y.bullet or y.words > SUBHEAD:
            return False
    return False


def _best_path(lines: Sequence[Line], scores: Sequence[float]) -> list[int]:
    best = [0.0, float("-inf"), float("-inf"), float("-inf")]
    back: list[tuple[int, int, int, int]] = []
    for x, s in zip(lines, scores, strict=True):
        ending = END_MARK if x.kind in ("comment", "rights") and not x.text.endswith(tuple('.!?"”')) else 0.0
        into_story = max((BEFORE, STORY, BROKE), key=best.__getitem__)
        broken = best[STORY] - BREAKS.get("inline" if x.kind == "related" and INLINE.match(x.text) else x.kind or "", BREAK)
        into_break = STORY if broken > best[BROKE] else BROKE
        after_story, after_after = best[STORY] + ending, best[AFTER]
        into_after = STORY if after_story > after_after else AFTER
        best = [
            0.0,
            best[into_story] + s,
            max(broken, best[BROKE]) - BROKEN,
            max(after_story, after_after),
        ]
        back.append((BEFORE, into_story, into_break, into_after))
    state = max((BEFORE, STORY, AFTER), key=best.__getitem__)
    chosen = []
    for i in range(len(lines) - 1, -1, -1):
        if state == STORY:
            chosen.append(i)
        state = back[i][state]
    return chosen[::-1]


def _margin(lines: Sequence[Line], chosen: Sequence[int]) -> int | None:
    """The column where most of the story's words begin; None where the page has no indents to tell by."""
    if len({x.indent for x in lines}) < 3:
        return None
    weights: Counter[int] = Counter()
    for i in chosen:
        weights[lines[i].indent] += lines[i].words
    column, weight = weights.most_common(1)[0] if weights else (0, 0)
    return column if weight * 2 > weights.total() else None
