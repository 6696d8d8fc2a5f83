"""How far the corpus's own words carry: naive Bayes from a sentence's words to its deed's root, on more and more of the training split.

No model of ours: the simplest that learns from the text alone. Its curve tells whether more text still pays, its mistakes which roots
are thin. Features are stems and pairs of stems with the mentions taken out, present or not, smoothed by 0.1; only sentences with one
event or none; tested on the test split.
"""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from corpus.documents import Document
from corpus.files import corpus_files, read
from corpus.ontology import MODES
from corpus.wording import between

SHARES = (0.125, 0.25, 0.5, 1.0)
NONE = "none"
Row = tuple[frozenset[str], str]


def main() -> int:
    documents = read(corpus_files()).documents
    train = [d for d in documents if d.split == "train"]
    random.Random(1).shuffle(train)
    asked = list(_rows([d for d in documents if d.split == "test"]))
    print(f"{'share':>8}{'sentences':>11}{'accuracy':>10}{'macro-F1':>10}   tested on {len(asked)}")
    for share in SHARES:
        told = list(_rows(train[: round(len(train) * share)]))
        answers = [(root, guess) for (_, root), guess in zip(asked, _guess(told, asked), strict=True)]
        scores = _f1(answers)
        right = sum(root == guess for root, guess in answers) / len(answers)
        print(f"{share:>8}{len(told):>11}{right:>10.3f}{sum(scores.values()) / len(scores):>10.3f}")
    print("\n" + "  ".join(f"{root} {score:.2f}" for root, score in sorted(scores.items(), key=lambda item: item[1])))
    mistakes = Counter((root, guess) for root, guess in answers if root != guess)
    print("most often: " + ", ".join(f"{root} read as {guess} {n}" for (root, guess), n in mistakes.most_common(8)))
    return 0


def _rows(documents: list[Document]) -> Iterator[Row]:
    for d in documents:
        for start, end in d.sentences[d.kind == "story" :]:
            roots = [e.root for e in d.events if start <= e.start < end]
            if len(roots) < 2:
                found = between(d, start, end)
                yield frozenset([*found, *(" ".join(pair) for pair in pairwise(found))]), roots[0] if roots else NONE


def _guess(told: list[Row], asked: list[Row]) -> Iterator[str]:
    often = Counter(root for _, root in told)
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for features, root in told:
        held[root].update(features)
    known = {feature for counts in held.values() for feature in counts}
    for features, _ in asked:
        seen = features & known
        score = {
            root: math.log(n / len(told)) + sum(math.log((held[root][f] + 0.1) / (n + 0.2)) for f in sorted(seen))
            for root, n in often.items()
        }
        yield max(sorted(score), key=lambda root: score[root])


def _f1(answers: list[tuple[str, str]]) -> dict[str, float]:
    right = Counter(root for root, guess in answers if root == guess)
    gold, said = Counter(root for root, _ in answers), Counter(guess for _, guess in answers)
    return {root: 2 * right[root] / (gold[root] + said[root]) for root in (*MODES, NONE) if gold[root]}
