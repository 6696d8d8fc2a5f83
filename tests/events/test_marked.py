"""The model's deeds as drafts, and what the dictionary may add to them."""

from datetime import date

import dateline
from dateline import language
from dateline.events.drafts import Draft
from dateline.events.marked import together
from dateline.language.model import EventMark, Marks, MentionMark
from dateline.types import Deed, Page

TEXT = "The Norwegian envoy and the president of Ghana met in Oslo, and police arrested two men."


def parsed():
    return language.parse(language.tag(TEXT, 0, len(TEXT)))


def mark(words: str, kind: str = "role") -> MentionMark:
    return MentionMark(TEXT.index(words), TEXT.index(words) + len(words), kind, 0.9)


def event(trigger: str, root: str, actors: tuple[str, ...], recipients: tuple[str, ...] = ()) -> EventMark:
    at = TEXT.index(trigger)
    return EventMark(
        at, at + len(trigger), root, None, "happened", tuple(map(mark, actors)), tuple(map(mark, recipients)), None, None, 0.9, 0.9
    )


def heads(draft: Draft, side: tuple[int, ...]) -> list[str]:
    p = parsed()
    return [p.tokens[p.phrases[k].head].text for k in side]


def drafts(*events: EventMark) -> list[Draft]:
    return together(parsed(), Marks(events=events), [])


def test_marks_become_drafts_whose_parties_are_the_phrases_that_the_marks_are_headed_by():
    met, arrested = drafts(
        event("met", "CONSULT", ("The Norwegian envoy", "the president of Ghana")), event("arrested", "COERCE", ("police",), ("two men",))
    )  # fmt: skip
    assert heads(met, met.actors) == ["envoy", "president"] and met.mutual and met.marked
    assert heads(arrested, arrested.actors) == ["police"] and heads(arrested, arrested.recipients) == ["men"] and not arrested.mutual


def test_a_side_that_the_model_leaves_empty_is_the_dictionarys():
    empty = event("arrested", "COERCE", ())
    [full] = drafts(event("arrested", "COERCE", ("police",), ("two men",)))
    told = full._replace(marked=False)
    [draft] = together(parsed(), Marks(events=(empty,)), [told])
    assert (draft.actors, draft.recipients) == (full.actors, full.recipients)
    assert not draft.marked  # the dictionary's recipients go through the dictionary's rules
    assert together(parsed(), Marks(events=(event("arrested", "COERCE", ("police",), ("two men",)),)), [told._replace(actors=())]) == [full]
    assert together(parsed(), Marks(events=(empty,)), [told._replace(deed=Deed("AID"))]) == drafts(empty)


def test_what_both_do_stays_mutual_where_the_dictionary_names_them():
    [both] = drafts(event("met", "CONSULT", ("The Norwegian envoy", "the president of Ghana")))
    for told in ((), ("the president of Ghana",)):  # none of them marked, or one
        [draft] = together(parsed(), Marks(events=(event("met", "CONSULT", told),)), [both])
        assert draft.mutual and set(draft.actors) == set(both.actors)


def test_where_the_model_doubts_what_deed_it_is_the_dictionary_has_the_say():
    sure, unsure = (event("arrested", "COERCE", ("police",), ("two men",))._replace(of_root=x) for x in (0.9, 0.4))
    [other] = drafts(event("arrested", "RETREAT", ("police",), ("two men",)))
    assert together(parsed(), Marks(events=(sure,)), [other])[0].deed.root == "COERCE"
    assert together(parsed(), Marks(events=(unsure,)), [other])[0].deed.root == "RETREAT"


def test_a_deed_of_the_dictionarys_counts_where_the_model_half_believes_it_and_tells_no_other_there():
    doubted = event("arrested", "COERCE", ("police",), ("two men",))
    [told] = drafts(doubted)
    assert together(parsed(), Marks(), [told]) == []
    [draft] = together(parsed(), Marks(maybe=(doubted._replace(root="AID"),)), [told])
    assert draft.deed == told.deed and draft.confidence < told.confidence
    assert len(together(parsed(), Marks(events=(doubted,), maybe=(doubted,)), [told])) == 1


def test_the_models_own_time_and_place_of_a_deed_go_before_the_nearest_ones(monkeypatch):
    text = "Police said on Friday that gunmen from Kano killed a trader near Jos on Monday in a raid that was planned in Lagos last week."
    at = text.index("killed")

    def mark(words: str, kind: str) -> MentionMark:
        return MentionMark(text.index(words), text.index(words) + len(words), kind, 0.9)

    deed = EventMark(
        at, at + 6, "ASSAULT", None, "happened", (mark("gunmen", "armed"),), (mark("a trader", "person"),), mark("last week", "time"),
        mark("Lagos", "place"), 0.9, 0.9,
    )  # fmt: skip
    monkeypatch.setattr("dateline.reading.model_for", lambda choice: Fixed(Marks(events=(deed,))))
    [reading] = dateline.readings(Page(id="x", content=text, media="body", date=date(2022, 3, 18)))
    [event] = [e for e in reading.events if e.deed.root == "ASSAULT"]
    assert event.place and event.place.name == "Lagos" and str(event.first) == "2022-03-07"


class Fixed:
    """A model that gives the same marks for every sentence."""

    name = "fixed"

    def __init__(self, marks: Marks) -> None:
        self.marks = marks

    def read(self, sentences, offsets):
        return [self.marks for _ in sentences]
