"""python -m benchmarks NAME: print one table. Names: pages, unseen, corpus, curve, speed, gate."""

import sys

from benchmarks import corpus, curve, gate, pages, speed

BENCHMARKS = {
    "pages": pages.main, "unseen": pages.unseen, "corpus": corpus.main, "curve": curve.main, "speed": speed.main, "gate": gate.main,
}  # fmt: skip


def main() -> int:
    name = sys.argv[1] if len(sys.argv) == 2 else ""
    if name not in BENCHMARKS:
        print(f"usage: python -m benchmarks {'|'.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    return BENCHMARKS[name]()


sys.exit(main())
