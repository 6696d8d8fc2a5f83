"""Rights notices: holder, what is forbidden, what a use needs."""

import pytest

from dateline.story import rights

#   notice, holder, kind, prohibits, requires
NOTICES = (
    ("© 2026 The Example Times. All rights reserved.", "The Example Times", "reserved", (), ()),
    ("© 2019-2026 Example Media, Inc.", "Example Media, Inc.", "claimed", (), ()),
    (
        "Copyright 2026 Example Press. This material may not be published, broadcast, rewritten or redistributed without permission.",
        "Example Press", "restricted", ("publish", "broadcast", "rewrite", "redistribute"), ("permission",),
    ),
    (
        "You may not copy, modify or in any way commercially exploit this text without the prior written consent of Levant Wire.",
        "Levant Wire", "restricted", ("copy", "modify", "commercially exploit"), ("prior written consent",),
    ),
    (
        "Reproduction in whole or in part is prohibited. (c) Gulf Herald 2026",
        "Gulf Herald", "restricted", ("reproduce",), (),
    ),
    ("Copying and forwarding are not permitted. © Alpine Post", "Alpine Post", "restricted", ("copy", "forward"), ()),
    ("This story can't be republished. © St. Helen's Post 2026", "St. Helen's Post", "restricted", ("republish",), ()),
    ("The Pearl Times 2025. All rights reserved.", "The Pearl Times", "reserved", (), ()),
    ("Licensed under a Creative Commons Attribution 4.0 licence: you may share and adapt it.", None, "licensed", (), ("attribution",)),
)  # fmt: skip


@pytest.mark.parametrize(("notice", "holder", "kind", "prohibits", "requires"), NOTICES, ids=[n[0][:40] for n in NOTICES])
def test_a_notice_is_read(notice: str, holder: str | None, kind: str, prohibits: tuple[str, ...], requires: tuple[str, ...]) -> None:
    read = rights.read(notice)
    assert (read.holder, read.kind, read.prohibits, read.requires, read.notice) == (holder, kind, prohibits, requires, notice)


def test_forbidden_verbs_become_odrl_actions() -> None:
    read = rights.read("No part may be copied, translated or sold. © Example Press")
    assert read.odrl == ("reproduce", "translate", "sell")


def test_news_about_a_copyright_case_is_no_notice() -> None:
    assert not rights.is_notice("The court heard that the singer had copied the song.")


def test_the_notice_that_forbids_most_is_the_pages() -> None:
    assert (
        rights.best(["© 2026 A", "© 2026 B. May not be copied or sold.", "All rights reserved."]) == "© 2026 B. May not be copied or sold."
    )
    assert rights.best([]) is None


def test_a_footers_menu_is_no_part_of_the_notice() -> None:
    assert rights.without_menu("© 2026 The Example Times | Contact us | Privacy") == "© 2026 The Example Times"
