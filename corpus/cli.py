"""The verbs of `python3 -m corpus`."""

import argparse
import json
import sys
from pathlib import Path

from corpus import agreement, export, files, near, rules, stats
from corpus.files import Found, corpus_files, read
from corpus.ontology import SPLITS


def main() -> int:
    """0, or 2 where something is wrong with the input (a line each on standard error) or the check finds a fault."""
    parser = argparse.ArgumentParser(prog="python3 -m corpus", description="Check, count, compare and export the annotated corpus.")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    check = verbs.add_parser("check", help="name each fault with file, line and column; exit 2 where there is one")
    counts = verbs.add_parser("stats", help="what is covered and what is thin")
    counts.add_argument("--json", action="store_true", help="one object")
    alike = verbs.add_parser("near", help="pairs of sentences that are too alike, triggers used too often")
    for verb in (check, counts, alike):
        verb.add_argument("files", nargs="*", type=Path, metavar="FILE", help="the whole corpus where none is named")
    bare = verbs.add_parser("bare", help="a file without its marks, for a second annotator")
    bare.add_argument("files", nargs=1, type=Path, metavar="FILE")
    bare.add_argument("--every", type=int, default=1, metavar="N", help="each N-th story or clause alone")
    agree = verbs.add_parser("agreement", help="how far a second annotation agrees with the first")
    agree.add_argument(
        "second", nargs="?", type=Path, default=agreement.SECOND, metavar="FOLDER",
        help="files named as the corpus's own; corpus/blind where none is named",
    )  # fmt: skip
    agree.add_argument("--pairs", action="store_true", help="list where the two part")
    agree.add_argument("--json", action="store_true", help="one object")
    out = verbs.add_parser("export", help="standoff annotation for other programs")
    out.add_argument("--format", choices=export.FORMATS, required=True)
    out.add_argument("--split", choices=SPLITS, help="one split alone")
    out.add_argument("--to", type=Path, metavar="FOLDER", help="a folder in the place of standard output")
    arguments = parser.parse_args()
    try:
        return VERBS[arguments.verb](arguments)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has left: nothing to tell
        return 0


def _found(named: list[Path]) -> Found:
    return read(named or corpus_files())


def _check(arguments: argparse.Namespace) -> int:
    found = _found(arguments.files)
    faults = found.faults + [fault for document in found.documents for fault in rules.check(document)]
    if not arguments.files:
        faults += rules.check_splits(found.documents, found.fixed)
    for fault in sorted(faults, key=lambda f: (f.file, f.line, f.column)):
        print(fault)
    stories = sum(d.kind == "story" for d in found.documents)
    print(f"{stories} stories, {len(found.documents) - stories} clauses, {len(faults)} faults")
    return 2 if faults else 0


def _stats(arguments: argparse.Namespace) -> int:
    found = _found(arguments.files)
    table = stats.count(found.documents)
    print(json.dumps(table, ensure_ascii=False) if arguments.json else stats.show(table))
    return _broken(found)


def _near(arguments: argparse.Namespace) -> int:
    found = _found(arguments.files)
    close = list(near.pairs(found.documents))
    for pair in close:
        print(f"{pair.share:.2f}  {pair.at}: {pair.words}\n      {pair.other_at}: {pair.other_words}")
    used = list(near.worn(found.documents))
    for one in used:
        print(f"{one.root} `{one.wording}` {len(one.at)} times: {' '.join(one.at)}")
    print(f"{len(close)} pairs too alike, {len(used)} triggers used too often or twice on one object")
    return _broken(found)


def _bare(arguments: argparse.Namespace) -> int:
    [path] = arguments.files
    try:
        print(files.bare(path.read_text(encoding="utf-8"), max(arguments.every, 1)), end="")
    except (OSError, UnicodeDecodeError) as error:
        print(f"corpus: {path} cannot be read: {files.reason(error)}", file=sys.stderr)
        return 2
    return 0


def _agreement(arguments: argparse.Namespace) -> int:
    first, second = _found([]), agreement.read_second(arguments.second)
    table, partings = agreement.compare(first.documents, second.documents)
    if arguments.pairs and not arguments.json:
        print("\n".join(partings))
    print(json.dumps(table) if arguments.json else agreement.show(table))
    return _broken(second)


def _export(arguments: argparse.Namespace) -> int:
    found = _found([])
    chosen = [d for d in found.documents if arguments.split in (None, d.split)]
    if arguments.format == "brat" and not arguments.to:
        if sys.stdout.isatty():
            print("corpus: brat is two files a document: name a folder with --to, or pipe the tar archive into a file", file=sys.stderr)
            return 2
        export.brat_archive(chosen, sys.stdout.buffer)
    elif arguments.to:
        try:
            export.to_folder(chosen, arguments.format, arguments.to)
        except OSError as error:
            print(f"corpus: {arguments.to}: {error.strerror}", file=sys.stderr)
            return 2
    else:
        for document in chosen:
            sys.stdout.write(export.TEXT_FORMATS[arguments.format](document))
    return _broken(found)


def _broken(found: Found) -> int:
    """Files with faults are said on standard error: the check verb tells more."""
    for fault in found.faults[:20]:
        print(fault, file=sys.stderr)
    if len(found.faults) > 20:
        print(f"and {len(found.faults) - 20} faults more: python3 -m corpus check", file=sys.stderr)
    return 2 if found.faults else 0


VERBS = {"check": _check, "stats": _stats, "near": _near, "bare": _bare, "agreement": _agreement, "export": _export}
