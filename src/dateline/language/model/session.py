"""A model's files -> a model that reads sentences."""

import hashlib
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from dateline.language.model.choose import BadModel
from dateline.language.model.decode import Array, decode
from dateline.language.model.layout import FORMAT, LINKS, Layout
from dateline.language.model.marks import Marks
from dateline.language.model.words import Words, words_of

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

_WINDOW = 256  # words at once; sentences of the news are far shorter
_EDGE = 32  # words on each side of a window that only serve as context
_AT_ONCE = 8  # texts in a batch
_LONGER = 1.15  # how much longer the longest of a batch may be than its shortest


class Model:
    """A model in memory. Reading needs nothing but it, and keeps nothing: two texts never touch each other."""

    def __init__(self, layout: Layout, tokenizer: "Tokenizer", session: "InferenceSession", digest: str) -> None:
        self.layout, self.digest = layout, digest
        self._tokenizer, self._session = tokenizer, session

    @property
    def name(self) -> str:
        """Which one it is, for a Reading: "fast 3f2a91c04b7d", by the SHA-256 of model.json, which holds those of the other files."""
        return f"{self.layout.name} {self.digest[:12]}"

    def read(self, sentences: Sequence[str], offsets: Sequence[int]) -> list[Marks]:
        """The marks of each sentence of a story, in their order. offsets: where each stands in the text that marks count in."""
        parts = [
            (n, part, low + offset, high + offset)
            for n, (text, offset) in enumerate(zip(sentences, offsets, strict=True))
            for part, low, high in windows(words_of(text, self._tokenizer), self.layout.longest)
        ]
        found: dict[int, Marks] = {}
        for k, scores, links in self._run([part for _, part, _, _ in parts]):
            n, part, low, high = parts[k]
            found[k] = _core(decode(scores, links, part, self.layout, offsets[n]), low, high)
        told: list[list[Marks]] = [[] for _ in sentences]
        for k, (n, *_) in enumerate(parts):
            told[n].append(found[k])
        return [_together(marks) for marks in told]

    def scores(self, text: str) -> tuple[Array, Array, Words]:
        """What the network gives for a sentence of usual length, before anything is decided: what `decode` takes."""
        words = words_of(text, self._tokenizer)
        [(_, scores, links)] = self._run([words])
        return scores, links, words

    def _run(self, texts: Sequence[Words]) -> Iterator[tuple[int, Array, Array]]:
        """Each text's number, scores and links, a batch of like length after the other: faster by a fifth than one text at a time."""
        for held in batches([len(w.ids) for w in texts]):
            ids = np.full((len(held), len(texts[held[-1]].ids)), self.layout.pad, dtype=np.int64)
            mask = np.zeros(ids.shape, dtype=np.float32)
            for row, n in enumerate(held):
                ids[row, : len(texts[n].ids)], mask[row, : len(texts[n].ids)] = texts[n].ids, 1
            scores, links = self._session.run(None, {"ids": ids, "mask": mask})
            for row, n in enumerate(held):
                size = len(texts[n].ids)
                yield n, scores[row, :size], links[row, :, :size, :size]


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of the texts that are run at once, the shortest first: few, and so alike in length that little of a batch is padding."""
    held: list[int] = []
    for n in sorted(range(len(lengths)), key=lambda n: (lengths[n], n)):
        if held and (len(held) == _AT_ONCE or lengths[n] > _LONGER * lengths[held[0]]):
            yield held
            held = []
        held.append(n)
    if held:
        yield held


def windows(words: Words, longest: int) -> Iterator[tuple[Words, int, int]]:
    """The parts in which a sentence is read, each with the characters low..high whose marks it has the say on; these leave no gap.

    A sentence of usual length is one part, a longer one several that overlap, one without a word none.
    """
    if not words.starts:
        return
    count, start, low = len(words.starts), 0, words.starts[0]
    stops = [*words.pieces, len(words.ids) - 1]
    while True:
        end = min(start + _WINDOW, count)
        while stops[end] - stops[start] > longest - 2 and end - start > 1:
            end -= max((end - start) // 8, 1)
        ids = [words.ids[0], *words.ids[stops[start] : min(stops[end], stops[start] + longest - 2)], words.ids[-1]]
        pieces = [p - stops[start] + 1 for p in words.pieces[start:end]]
        edge = min(_EDGE, (end - start) // 4)
        high = words.starts[end - edge] if end < count else words.ends[-1] + 1
        yield Words(ids, pieces, words.starts[start:end], words.ends[start:end]), low, high
        if end == count:
            return
        start, low = max(end - 2 * edge, start + 1), high


def _together(parts: Sequence[Marks]) -> Marks:
    """The marks of a sentence's parts as one."""
    return Marks(*(tuple(x for part in parts for x in part[field]) for field in range(len(Marks._fields))))  # type: ignore[arg-type]


def _core(marks: Marks, low: int, high: int) -> Marks:
    """The marks that begin in low..high."""
    return Marks(
        tuple(m for m in marks.mentions if low <= m.start < high),
        tuple(e for e in marks.events if low <= e.start < high),
        tuple(q for q in marks.quotes if low <= q.start < high),
        tuple(c for c in marks.contents if low <= c[0] < high),
        tuple(e for e in marks.maybe if low <= e.start < high),
    )


@cache
def load(folder: Path, threads: int = 1) -> Model:
    """The model of a folder with model.json, model.onnx and tokenizer.json; loaded once a process.

    threads  that one reading may use
    raises   BadModel where a file is missing, is not the one that model.json tells of, or is of another format
    """
    layout, digest = _layout(folder)
    for name, told in layout.files.items():
        if _digest(folder / name) != told:
            raise BadModel(f"{folder / name} is not the file that model.json tells of (SHA-256 differs): install the model again")
    from onnxruntime import InferenceSession, SessionOptions, disable_telemetry_events
    from tokenizers import Tokenizer

    disable_telemetry_events()
    options = SessionOptions()
    options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
    options.use_deterministic_compute = True
    options.log_severity_level = 3
    try:
        session = InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
    except Exception as error:  # both libraries raise bare exceptions of their own
        raise BadModel(f"{folder} holds no model that can be read: {error}") from error
    shapes = {x.name: x.shape for x in session.get_outputs()}
    takes = [x.name for x in session.get_inputs()]
    heads = [*shapes] == ["scores", "links"] and shapes["scores"][-1] == layout.width and shapes["links"][1] == len(LINKS)
    if takes != ["ids", "mask"] or not heads:
        raise BadModel(f"{folder / 'model.onnx'} has other heads than model.json tells of")
    return Model(layout, tokenizer, session, digest)


def _layout(folder: Path) -> tuple[Layout, str]:
    """What model.json tells, and the SHA-256 of its bytes."""
    path = folder / "model.json"
    try:
        raw = path.read_bytes()
        told = msgspec.json.decode(raw)
        found = told.get("format") if isinstance(told, dict) else None
        if found != FORMAT:
            raise BadModel(f"{path} is of format {found!r}, this version reads format {FORMAT}: install the model made for it")
        layout = msgspec.convert(told, Layout)
    except OSError as error:
        raise BadModel(f"no model in {folder}: {error.strerror or error}") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise BadModel(f"{path} cannot be read: {error}") from error
    if layout.files.keys() != {"model.onnx", "tokenizer.json"}:
        raise BadModel(f"{path} must name model.onnx and tokenizer.json, and no other file")
    if fault := layout.fault():
        raise BadModel(f"{path}: {fault}")
    return layout, hashlib.sha256(raw).hexdigest()


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BadModel(f"{path} cannot be read: {error.strerror or error}") from error
