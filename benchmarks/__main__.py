"""python -m benchmarks NAME [MODEL]: print one table. Names: pages, unseen, corpus, curve, model, behaviour, speed, gate.

MODEL, for model and behaviour: fast, accurate, dictionary or a folder with a model.
"""

import sys

from benchmarks import behaviour, corpus, curve, gate, model, pages, speed

BENCHMARKS = {
    "pages": pages.main, "unseen": pages.unseen, "corpus": corpus.main, "curve": curve.main, "speed": speed.main, "gate": gate.main,
}  # fmt: skip


WITH_MODEL = {"model": model.main, "behaviour": behaviour.main}


def main() -> int:
    name, chosen = [*sys.argv[1:], "", ""][:2]
    if len(sys.argv) == 3 and name in WITH_MODEL:
        return WITH_MODEL[name](chosen)
    if len(sys.argv) != 2 or name not in BENCHMARKS | WITH_MODEL:
        print(f"usage: python -m benchmarks {'|'.join(BENCHMARKS)}, or {'|'.join(WITH_MODEL)} [MODEL]", file=sys.stderr)
        return 2
    return WITH_MODEL[name]() if name in WITH_MODEL else BENCHMARKS[name]()


sys.exit(main())
