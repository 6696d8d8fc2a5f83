"""What the README tells a newcomer to type exists."""

import re
from pathlib import Path

from dateline.cli import verbs

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_every_verb_and_option_of_the_readme_is_one_of_the_command_line() -> None:
    commands = re.findall(r"^    dateline (\w+)([^#\n]*)", README, re.MULTILINE)
    assert len(commands) >= 7
    for verb, rest in commands:
        known = {o for p in verbs.commands[verb].params for o in p.opts}
        assert set(re.findall(r"--[\w-]+", rest)) <= known, verb


def test_every_file_that_the_readme_names_is_there() -> None:
    root = Path(__file__).parent.parent
    named = re.findall(r"\]\(([\w./-]+)\)", README) + re.findall(r"(?:tests/pages/[\w.-]+|requirements[\w.-]*\.lock)", README)
    assert named and all((root / name).exists() for name in named)
