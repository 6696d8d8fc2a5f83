"""What a model file holds, and where in its output each head's scores stand."""

from functools import cached_property
from typing import get_args

from msgspec import Struct
from msgspec.structs import asdict

from dateline.roots import ROOTS
from dateline.types import Status

FORMAT = 1  # of the files; a reader refuses any other
LINKS = ("actor", "recipient", "time", "place", "speaker", "addressee", "content")  # the first four of a trigger, the others of a cue
OPEN = 3  # nothing, first word, a further word


class Limits(Struct, frozen=True):
    """From which probability on a thing counts as found; trigger, actor and recipient are chosen on the corpus's dev split.

    maybe   of a trigger that counts only where the dictionary sees a deed too
    needed  of a recipient where the deed must have one (AID, SANCTION) and none is likelier
    """

    trigger: float = 0.5
    maybe: float = 0.05
    actor: float = 0.5
    recipient: float = 0.5
    needed: float = 0.1
    link: float = 0.5
    cue: float = 0.5


class Layout(Struct, frozen=True, dict=True):
    """A model's heads, as model.json tells them.

    name      fast, accurate, or what a user called it
    encoder   what it was trained from
    kinds     of mentions; modes: "ROOT/mode", and "ROOT/" for none of its modes
    needy     roots whose deeds have a recipient, always
    files     name -> SHA-256 of its bytes
    longest   word pieces that the encoder can read at once
    """

    format: int
    name: str
    encoder: str
    kinds: tuple[str, ...]
    roots: tuple[str, ...]
    modes: tuple[str, ...]
    statuses: tuple[str, ...]
    files: dict[str, str]
    needy: tuple[str, ...] = ()
    longest: int = 512
    pad: int = 0
    limits: Limits = Limits()

    @cached_property
    def heads(self) -> dict[str, slice]:
        """Head -> its columns of the scores of a word: the mention's kind (nothing, first word, further word of each), and so on."""
        widths = {
            "mention": 1 + 2 * len(self.kinds), "trigger": OPEN, "cue": OPEN, "content": OPEN,
            "root": len(self.roots), "mode": len(self.modes), "status": len(self.statuses),
        }  # fmt: skip
        found, at = {}, 0
        for head, width in widths.items():
            found[head] = slice(at, at + width)
            at += width
        return found

    @property
    def width(self) -> int:
        """Columns of the scores of a word."""
        return int(self.heads["status"].stop)

    def fault(self) -> str | None:
        """What in it this program cannot code by; None where all is well."""
        if unknown := set(self.roots) - set(ROOTS):
            return f"roots that PLOVER has not: {', '.join(sorted(unknown))}"
        if any(m.count("/") != 1 or m.split("/")[0] not in self.roots for m in self.modes):
            return "modes that are not of its roots"
        if not self.roots or not all(self.modes_of.values()):
            return "roots without a mode"
        if not self.statuses or set(self.statuses) - set(get_args(Status)):
            return "statuses that there are not"
        if not all(0 < limit < 1 for limit in asdict(self.limits).values()):
            return "limits that are no shares"
        return None

    @cached_property
    def modes_of(self) -> dict[str, tuple[int, ...]]:
        """Root -> the numbers of its modes."""
        return {r: tuple(i for i, m in enumerate(self.modes) if m.split("/")[0] == r) for r in self.roots}
