"""python -m training VERB: fetch the encoders, train a run, score it, export it, pack it."""

import argparse
import subprocess
import sys
import time
from pathlib import Path

from training import fetch
from training.encoders import BadEncoder
from training.settings import settings

HERE = Path(__file__).parent


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("--cache", type=Path, default=HERE / "cache", help="where encoders and runs are kept (default: training/cache)")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("fetch", help="fetch the encoders").add_argument("names", nargs="*", metavar="ENCODER", default=list(fetch.SOURCES))
    train = verbs.add_parser("train", help="train; goes on where it was stopped")
    train.add_argument("settings", type=Path, help="a TOML file, such as training/fast.toml")
    train.add_argument("--encoder", help="another encoder: a folder with config.json, model.safetensors and tokenizer.json")
    train.add_argument("--run", metavar="NAME", help="of the run's folder (default: that of the TOML file)")
    train.add_argument("--minutes", type=float, help="stop after so long, to go on another time")
    score = verbs.add_parser("score", help="a run against a split of the corpus")
    score.add_argument("run")
    score.add_argument("--split", choices=("dev", "test"), default="dev")
    export = verbs.add_parser("export", help="a run -> model.onnx in int8, tokenizer.json, model.json")
    export.add_argument("run")
    export.add_argument("folder", type=Path)
    export.add_argument("--fp32", action="store_true", help="not quantised, to compare")
    export.add_argument("--blocks", action="store_true", help="int8 by blocks of weights: nothing is lost, a third slower")
    pack = verbs.add_parser("pack", help="an exported model -> the package of its own")
    pack.add_argument("folder", type=Path)
    pack.add_argument("package", type=Path, help="models/accurate")
    told = parser.parse_args(arguments)
    try:
        return VERBS[told.verb](told)
    except (BadEncoder, OSError, ValueError, subprocess.CalledProcessError) as error:
        print(f"training: {error}", file=sys.stderr)
        return 2


def _fetch(told: argparse.Namespace) -> int:
    for name in told.names:
        if name not in fetch.SOURCES:
            raise ValueError(f"no encoder {name!r}; known: {', '.join(fetch.SOURCES)}")
        print(fetch.fetch(name, told.cache / "encoders"))
    return 0


def _train(told: argparse.Namespace) -> int:
    from msgspec.structs import replace

    from training.run import Run

    wanted = settings(told.settings)
    if told.encoder:
        wanted = replace(wanted, encoder=str(Path(told.encoder).resolve()), teacher="")
    elif wanted.encoder in fetch.SOURCES:
        fetch.fetch(wanted.encoder, told.cache / "encoders")
    run = Run(wanted, told.cache / "encoders", told.cache / "runs" / (told.run or told.settings.stem))
    done = run.go(float("inf") if told.minutes is None else time.time() + told.minutes * 60)
    print("done" if done else "stopped; the same command goes on")
    return 0


def _score(told: argparse.Namespace) -> int:
    from corpus.files import documents

    from training.examples import examples
    from training.run import loaded
    from training.score import HEAD, scored

    held = [d for d in documents() if d.split == told.split]
    reader = loaded(told.cache / "runs" / told.run, told.cache / "encoders")
    for kind in ("story", "clause"):
        tally = scored(list(examples(d for d in held if d.kind == kind)), reader)
        print("\n".join([f"{told.split} split, {kind}", HEAD, *(tally.row(w) for w in tally.gold), ""]))
    return 0


def _export(told: argparse.Namespace) -> int:
    from training.export import exported

    print(exported(told.cache / "runs" / told.run, told.cache / "encoders", told.folder, told.fp32, told.blocks))
    return 0


def _pack(told: argparse.Namespace) -> int:
    from training.volumes import packed

    print(*packed(told.folder, told.package), sep="\n")
    return 0


VERBS = {"fetch": _fetch, "train": _train, "score": _score, "export": _export, "pack": _pack}

if __name__ == "__main__":
    sys.exit(main())
