"""What a time expression says before anybody knows what day it is: the grammar makes these, the resolver turns them into values."""

from typing import Literal, NamedTuple, Union

Which = Literal["", "last", "next", "this", "same"]
Base = Literal["on", "ref", "compared"]


class Calendar(NamedTuple):
    """A day, month or year as the calendar names it.

    within   an expression that tells its year ("June last year")
    weekday  1 is Monday: the year in which the day is one, where no year is named ("Saturday, April 25")
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    which: Which = ""
    within: Union["Shift", None] = None
    weekday: int | None = None


class Weekday(NamedTuple):
    """day: 1 is Monday. within: the week that it lies in ("Monday of next week"). base `ref`: "the previous Friday"."""

    day: int
    which: Which = ""
    within: Union["Shift", None] = None
    base: Base = "on"


class Season(NamedTuple):
    code: str
    which: Which = ""
    within: Union["Shift", Calendar, None] = None


class Quarter(NamedTuple):
    """A quarter (letter Q) or half (H) of a year; number None is the one last spoken of."""

    number: int | None
    letter: Literal["Q", "H"] = "Q"
    which: Which = ""
    within: Union["Shift", Calendar, None] = None
    years: int = 0


class Shift(NamedTuple):
    """n units before or after a day: the day the story is told on (`on`), or the last one that it set (`ref`).

    compared: "a year ago" of a report on a quarter is that quarter a year before.
    """

    unit: str
    n: int
    base: Base = "on"


class Holiday(NamedTuple):
    name: str
    year: int | None = None
    which: Which = ""


class WeekOf(NamedTuple):
    """The week around a day."""

    day: Calendar


class Moment(NamedTuple):
    """A clock time ("T18:40") or part of a day ("TMO") of a day; day None is the day last spoken of."""

    clock: str
    day: Calendar | Weekday | Shift | Holiday | None = None


class Length(NamedTuple):
    """A duration. toward: -1 up to the day the story is told on, 1 from it on, 0 unplaced.

    ahead: "in two weeks": a day that many units on where what is told lies ahead, else a duration.
    """

    value: str
    unit: str = ""
    n: int | None = None
    toward: int = 0
    ahead: bool = False


class Fixed(NamedTuple):
    """Its value needs no calendar: a decade, a century, a set, PAST_REF."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str


Meaning = Calendar | Weekday | Season | Quarter | Shift | Holiday | WeekOf | Moment | Length | Fixed


class Phrase(NamedTuple):
    """Characters start..end of the text and what they say."""

    start: int
    end: int
    meaning: Meaning
