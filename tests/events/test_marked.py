"""The model's deeds as drafts, and what the dictionary may add to them."""

from dateline import language
from dateline.events.drafts import Draft
from dateline.events.marked import filled, model_drafts
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


def test_marks_become_drafts_whose_parties_are_the_phrases_that_the_marks_are_headed_by():
    marks = Marks(events=(
        event("met", "CONSULT", ("The Norwegian envoy", "the president of Ghana")), event("arrested", "COERCE", ("police",), ("two men",)),
    ))  # fmt: skip
    met, arrested = model_drafts(parsed(), marks)
    assert heads(met, met.actors) == ["envoy", "president"] and met.mutual and met.marked
    assert heads(arrested, arrested.actors) == ["police"] and heads(arrested, arrested.recipients) == ["men"] and not arrested.mutual


def test_a_side_that_the_model_leaves_empty_is_the_dictionarys():
    [empty] = model_drafts(parsed(), Marks(events=(event("arrested", "COERCE", ()),)))
    [full] = model_drafts(parsed(), Marks(events=(event("arrested", "COERCE", ("police",), ("two men",)),)))
    told = full._replace(marked=False)
    [draft] = filled([empty], [told])
    assert (draft.actors, draft.recipients) == (full.actors, full.recipients)
    assert not draft.marked  # the dictionary's recipients go through the dictionary's rules
    assert filled([full], [told._replace(actors=())]) == [full]
    assert filled([empty], [told._replace(deed=Deed("AID"))]) == [empty]


def test_what_both_do_stays_mutual_where_the_dictionary_names_them():
    [empty] = model_drafts(parsed(), Marks(events=(event("met", "CONSULT", ()),)))
    [both] = model_drafts(parsed(), Marks(events=(event("met", "CONSULT", ("The Norwegian envoy", "the president of Ghana")),)))
    assert filled([empty], [both])[0].mutual
