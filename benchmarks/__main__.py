"""python -m benchmarks NAME [MODEL]: print one table. Names: pages, unseen, corpus, readers, curve, model, behaviour, speed, gate.

MODEL, for all but curve, speed and gate: fast, accurate, dictionary or a folder with a model; as a rule the best one installed.
"""

import sys

from corpus.files import BadCorpus

from benchmarks import behaviour, corpus, curve, gate, model, pages, readers, speed
from dateline.language.model import BadModel
from dateline.language.model.choose import chosen

PLAIN = {"curve": curve.main, "speed": speed.main, "gate": gate.main}
WITH_MODEL = {
    "pages": pages.main, "unseen": pages.unseen, "corpus": corpus.main, "readers": readers.main, "model": model.main,
    "behaviour": behaviour.main,
}  # fmt: skip


def main() -> int:
    name, choice = [*sys.argv[1:], "", ""][:2]
    if name in WITH_MODEL and len(sys.argv) <= 3:
        try:
            chosen(choice or None)
        except LookupError as error:
            return _refused(error)
        try:
            return WITH_MODEL[name](choice or None)
        except (BadModel, BadCorpus) as error:
            return _refused(error)
    if name in PLAIN and len(sys.argv) == 2:
        return PLAIN[name]()
    print(f"usage: python -m benchmarks {'|'.join(PLAIN)}, or {'|'.join(WITH_MODEL)} [MODEL]", file=sys.stderr)
    return 2


def _refused(error: Exception) -> int:
    print(f"benchmarks: {error}", file=sys.stderr)
    return 2


sys.exit(main())
