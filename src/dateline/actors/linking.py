"""Who each spot of a story is: one pass in reading order, with a memory of who was named before.

The rules are those of salience-based reference resolution (Lappin and Leass 1994; Baldwin 1997), cut down to what news needs:
the last fitting one, subjects before others, the name most often used where two fit.
"""

from dateline.actors.memory import Individual, Memory
from dateline.actors.naming import link_name
from dateline.actors.placing import link_hit, link_nested
from dateline.actors.reference import link_pronoun, link_role
from dateline.actors.scan import Scan
from dateline.actors.spotting import Spot, spots
from dateline.actors.telling import located_in, speaks


def sentence(memory: Memory, scan: Scan) -> None:
    """Link all spots of one sentence."""
    found = spots(scan)
    links: list[str | None] = [None] * len(found)
    subject: Individual | None = None
    order = sorted(range(len(found)), key=lambda k: (found[k].apposed >= 0, k))
    memory.current, memory.located = None, located_in(memory, scan)
    descriptions = {s.apposed: s for s in found if s.apposed >= 0}
    for k in order:
        spot = found[k]
        memory.clock += 1
        twin = spot.what == "role" and k > 0 and found[k - 1].what == "person" and found[k - 1].first == spot.first
        if twin:
            spot.apposed = k - 1
        if spot.apposed >= 0 and links[spot.apposed]:
            links[k] = links[spot.apposed]
            memory.mention(scan, spot.start, spot.end, "role", links[k])
            continue
        links[k] = _link(memory, scan, spot, descriptions.get(k), subject)
        who = memory.by_actor.get(links[k] or "")
        if who and spot.subject and subject is None:
            subject = memory.current = who
        if spot.subject and links[k] and speaks(scan, spot):
            memory.speaker = links[k]
    link_nested(memory, scan, found)
    if subject is not None:
        memory.subject = subject


def _link(memory: Memory, scan: Scan, spot: Spot, description: Spot | None, subject: Individual | None) -> str | None:
    if spot.what == "pronoun":
        return link_pronoun(memory, scan, spot, subject)
    if spot.what == "hit" and spot.hit is not None:
        return link_hit(memory, scan, spot, spot.hit)
    if spot.what in ("person", "name"):
        return link_name(memory, scan, spot, description)
    return link_role(memory, scan, spot)
