"""Facts read right on the project's own pages, by part: those of tests/pages, and those of unseen/ that nothing is tuned on."""

import time
from pathlib import Path

from benchmarks.perfect import PARTS, score
from dateline.language.model import Choice
from dateline.reading import readings
from dateline.story.inputs import inputs
from dateline.types import Page, Reading

PAGES = Path(__file__).parent.parent / "tests" / "pages"
UNSEEN = Path(__file__).parent / "unseen"


def read_pages(folder: Path = PAGES, model: Choice = None) -> list[tuple[Path, Reading]]:
    """(expected.json, reading) of every story of every page of a folder."""
    found = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".html") and not p.name.endswith(".golden.txt")):
        [page] = inputs([str(path)], None)
        assert isinstance(page, Page)
        for reading, suffix in zip(readings(page, model), (".expected.json", ".second.expected.json"), strict=False):
            found.append((path.with_name(path.stem + suffix), reading))
    return [(e, r) for e, r in found if e.exists()]


def figures(model: Choice = None) -> dict[str, float]:
    """Share of checks that are right, by part, over all pages."""
    tally = {part: [0, 0] for part in PARTS}
    for expected, reading in read_pages(model=model):
        for part, checks in score(reading, expected).items():
            tally[part][0] += sum(ok for _, ok in checks)
            tally[part][1] += len(checks)
    return {part: right / total for part, (right, total) in tally.items()}


def main(model: Choice = None) -> int:
    return table(PAGES, model)


def unseen(model: Choice = None) -> int:
    return table(UNSEEN, model)


def table(folder: Path, model: Choice = None) -> int:
    """Print the table of a folder's pages."""
    began = time.perf_counter()
    print(f"{'page':28}" + "".join(f"{part:>14}" for part in PARTS))
    sums = {part: [0, 0] for part in PARTS}
    for expected, reading in read_pages(folder, model):
        scores = score(reading, expected)
        cells = []
        for part in PARTS:
            right, total = sum(ok for _, ok in scores[part]), len(scores[part])
            sums[part][0] += right
            sums[part][1] += total
            cells.append(f"{f'{right} of {total}':>14}")
        print(f"{expected.name.removesuffix('.expected.json'):28}" + "".join(cells))
    print(f"{'all':28}" + "".join(f"{f'{a} of {b}':>14}" for a, b in sums.values()))
    print(f"{time.perf_counter() - began:.1f} s")
    return 0
