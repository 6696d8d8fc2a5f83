"""What a sentence teaches each head, and how marks are held against it."""

import pytest

pytest.importorskip("torch")

from corpus.ontology import KINDS, MODES, STATUSES
from training.batches import IGNORED, collated, labelled
from training.examples import Deed, Example, Marked, Said
from training.score import scored

from dateline.language.model.layout import FORMAT, LINKS, Layout
from dateline.language.model.marks import EventMark, Marks, MentionMark
from dateline.language.model.words import Words

TEXT = "Hamas said Israel shelled Hamas fighters there"
LAYOUT = Layout(
    format=FORMAT, name="made", encoder="none", kinds=KINDS, roots=tuple(MODES), statuses=STATUSES, files={},
    modes=tuple(f"{root}/{mode}" for root in MODES for mode in ("", *MODES[root])),
)  # fmt: skip


def words() -> Words:
    starts = [0, *(n + 1 for n, c in enumerate(TEXT) if c == " ")]
    return Words(list(range(len(starts) + 2)), list(range(1, len(starts) + 1)), starts, [*(s - 1 for s in starts[1:]), len(TEXT)])


def example(whole: bool) -> Example:
    # Hamas 0..5, Israel 11..17, Hamas fighters 26..40; the fighters and the first Hamas are one party
    mentions = (Marked(0, 5, "armed"), Marked(11, 17, "state"), Marked(26, 40, "armed"))
    deed = Deed(18, 25, "ASSAULT", "ASSAULT/heavy-weapons", "happened", (1,), (2,), (), (), (), (0,))
    said = (Said(6, 10, (0,), (), (0,)),) if whole else ()
    return Example(TEXT, mentions, (deed,), said, (Marked(11, 46),) if whole else (), whole)


def test_a_story_teaches_every_head_and_a_clause_only_what_is_marked_in_it():
    story, clause = (labelled(example(whole), words(), LAYOUT).tags for whole in (True, False))
    assert story["trigger"] == clause["trigger"] == [0, 0, 0, 1, 0, 0, 0]
    assert IGNORED not in story["mention"] and story["mention"][1] == 0
    assert [n for n, tag in enumerate(clause["mention"]) if tag == IGNORED] == [1, 6]
    assert set(clause["cue"]) == set(clause["content"]) == {IGNORED}
    assert story["cue"] == [0, 1, 0, 0, 0, 0, 0] and story["content"] == [0, 0, 1, 2, 2, 2, 2]
    assert story["root"][3] == LAYOUT.roots.index("ASSAULT") and story["root"][0] == IGNORED


def test_a_further_mention_of_a_party_is_not_learnt_on_its_own_side_alone():
    batch = collated([labelled(example(False), words(), LAYOUT)], LAYOUT)
    [goal], [valid] = batch.targets, batch.learnt
    actor, recipient, time = (LINKS.index(x) for x in ("actor", "recipient", "time"))
    assert goal[actor].nonzero().flatten().tolist() == [3] and goal[recipient].nonzero().flatten().tolist() == [5, 6]
    assert valid[actor, 1] == 1 and valid[recipient, 1] == 0  # Hamas is no actor; whether it is the recipient is left open
    assert valid[time].sum() == 0  # a clause has no times marked


def test_an_event_is_right_only_where_each_side_is():
    def told(actor: tuple[int, int], recipient: tuple[int, int]) -> float:
        event = EventMark(
            18, 25, "ASSAULT", "heavy-weapons", "happened", (MentionMark(*actor, "armed", 1.0),), (MentionMark(*recipient, "armed", 1.0),),
            None, None, 1.0, 1.0,
        )  # fmt: skip
        return scored([example(False)], lambda texts: [Marks(events=(event,))]).f1("event: root, parties")

    assert told((11, 17), (26, 40)) == 1
    assert told((11, 17), (0, 5)) == 1  # another mention of the recipient
    assert told((0, 5), (26, 40)) == 0  # the recipient is not the actor
