"""What may be written in a mark or a header: kinds, roots, modes, statuses, genres, regions."""

import json
from pathlib import Path

CORPUS = Path(__file__).parent
# The program's own copy, so that corpus and reader cannot part.
_PLOVER = json.loads((CORPUS.parent / "src" / "dateline" / "events" / "data" / "plover.json").read_text(encoding="utf-8"))

MODES: dict[str, tuple[str, ...]] = {root: tuple(entry["modes"]) for root, entry in _PLOVER["roots"].items()}
STATUSES = ("happened", "ongoing", "historical", "planned", "conditional", "denied")
NEEDS_RECIPIENT = ("AID", "SANCTION")

ACTOR_KINDS = ("person", "role", "state", "government", "body", "armed", "people", "party", "company", "media")
KINDS = (*ACTOR_KINDS, "place", "time")

GENRES = (
    "wire", "newspaper", "broadcast", "release", "communique", "local", "encyclopedia", "tabloid", "legal", "military", "business",
    "union", "parliament", "church", "sport", "history",
)  # fmt: skip
REGIONS = (
    "north-america", "latin-america", "western-europe", "eastern-europe", "middle-east", "north-africa", "west-africa", "central-africa",
    "east-africa", "southern-africa", "central-asia", "south-asia", "southeast-asia", "east-asia", "oceania", "world",
)  # fmt: skip
SPLITS = ("train", "dev", "test")
DECADES = ("1990s", "2000s", "2010s", "2020s")
YEARS = range(1990, 2027)
