"""The model's deeds as drafts, and what the dictionary may add to them."""

from dateline import language
from dateline.events.drafts import Draft
from dateline.events.marked import together
from dateline.language.model import EventMark, Marks, MentionMark
from dateline.types import Deed

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
