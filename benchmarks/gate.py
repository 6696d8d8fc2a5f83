"""The quick figures against benchmarks/floors.toml: exits 1 where one is below its floor.

A floor is raised when a figure is; lowering one needs its reason in the commit that does it.
"""

import tomllib
from pathlib import Path

from benchmarks.pages import figures

FLOORS = Path(__file__).parent / "floors.toml"


def main() -> int:
    floors = tomllib.loads(FLOORS.read_text("utf-8"))["pages"]
    now = figures()
    print(f"{'part':12}{'now':>8}{'floor':>8}")
    for part, floor in floors.items():
        print(f"{part:12}{now[part]:8.3f}{floor:8.3f}{'' if now[part] >= floor else '  below its floor'}")
    return int(any(now[part] < floor for part, floor in floors.items()))
