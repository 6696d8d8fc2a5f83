"""What times of the day mean: clocks, mornings, tonight."""

from dateline.times.grammar import Made, Match
from dateline.times.meanings import Base, Moment, Shift
from dateline.times.words import word_set

_BEFORE_CLOCK = word_set("at by until till from before after around about since to between and - –")
_BEFORE_DAWN = word_set("at before after by until")
_HOURS_OF_THE_SUN = word_set("dawn dusk nightfall sunrise sunset daybreak")


def clock(m: Match) -> Made:
    hour, minute = _hour(m)
    if hour is None:
        return None
    return Moment(f"T{hour:02d}:{minute:02d}")


def _hour(m: Match) -> tuple[int | None, int]:
    """Hour (24 of them) and minute; None where the words around do not show that it is a time."""
    if m.get("NUM"):
        return _military(m["NUM"].lower)
    value = (m.get("clock") or m["HOUR"]).value
    hour, minute = value if isinstance(value, tuple) else (m.num("HOUR"), 0)
    half = _HALVES.get(m.word("ampm" if m.get("ampm") else "PART"), "") if m.get("ampm") or m.get("PART") else ""
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    shown = half or m.get("zone") or m.get("oclock") or m.word_before() in _BEFORE_CLOCK
    return (hour, minute) if shown and 0 <= hour <= 24 else (None, 0)


_HALVES = {"a": "a", "p": "p", "MO": "a", "AF": "p", "EV": "p", "NI": "p"}


def _military(digits: str) -> tuple[int | None, int]:
    """1430 of "1430 GMT"."""
    if len(digits) != 4 or not digits.isdecimal():
        return None, 0
    hour, minute = divmod(int(digits), 100)
    return (hour, minute) if hour <= 24 and minute < 60 else (None, 0)


def noon(m: Match) -> Made:
    return Moment(f"T{m.num('noon')}:00")


def part_here(m: Match) -> Made:
    """This morning, last night, that evening, the next morning."""
    n, told = _PART_DAYS[m.pointer]
    return Moment("T" + m.word("PART"), Shift("D", n, told))


_PART_DAYS: dict[str, tuple[int, Base]] = {
    "this": (0, "on"), "current": (0, "on"), "last": (-1, "on"), "past": (-1, "on"), "previous": (-1, "ref"), "next": (1, "ref"),
    "coming": (1, "on"), "following": (1, "ref"), "that": (0, "ref"), "same": (0, "ref"),
}


def part_alone(m: Match) -> Made:
    """A part of a day is a time only beside a day, or as the hour that it is ("at dawn"); see join.py."""
    word = m["PART"]
    if word.lower in _HOURS_OF_THE_SUN and m.word_before() in _BEFORE_DAWN:
        return Moment("T" + m.word("PART"))
    return Moment("T?" + m.word("PART"))


def tonight(m: Match) -> Made:
    return Moment("TNI", Shift("D", 0 if m["tonight|overnight"].kind == "tonight" else -1))
