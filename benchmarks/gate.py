"""The quick figures against benchmarks/floors.toml: exits 1 where one is below its floor, or where a model with floors is not installed.

A floor is raised when a figure is; lowering one needs its reason in the commit that does it.
"""

import tomllib
from pathlib import Path

from benchmarks.pages import figures

FLOORS = Path(__file__).parent / "floors.toml"


def main() -> int:
    low = False
    print(f"{'reader':12}{'part':12}{'now':>8}{'floor':>8}")
    for reader, floors in tomllib.loads(FLOORS.read_text("utf-8")).items():
        now = figures(reader)
        for part, floor in floors.items():
            low |= now[part] < floor
            print(f"{reader:12}{part:12}{now[part]:8.3f}{floor:8.3f}{'' if now[part] >= floor else '  below its floor'}")
    return int(low)
