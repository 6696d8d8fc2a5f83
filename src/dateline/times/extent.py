"""How far an expression reaches to the left: "the", "early", "more than", "the end of" belong to it, prepositions do not."""

import re

from dateline.times.meanings import Calendar, Length, Moment, Phrase, Weekday

_REACH = 40


def _before(modifiers: str) -> re.Pattern[str]:
    """One or more of the modifiers, up to the end of what is looked at."""
    return re.compile(rf"(?:^|(?<=[\s(\"'“‘`-]))(?:{modifiers})+$", re.I | re.X)


_EARLY = r"""(?:the\s+)? (?:(?:very\s+)? (?:early|late|later|earlier|mid) (?:\s+in)?
    | (?:end|beginning|start|middle|close|early\ part|latter\ part|early\ days|whole)\ of) (?:\s+|-) (?:the\s+)?"""
_ABOUT = r"(?:about|around|nearly|almost|roughly|some|just|more\ than|less\ than|fewer\ than|at\ least) \s+"
_NAMED = _before(rf"{_EARLY} | {_ABOUT}")   # "the" of "the March 5 attack" is the attack's
_DATE = _before(rf"(?:the|this|that)\s+ | {_EARLY} | {_ABOUT}")
_LENGTH = _before(
    r"""(?:the|about|around|nearly|almost|roughly|approximately|some|just|only|well\ over|over(?!\ the)|under|as\ long\ as
    | (?:no\ )?more\ than|less\ than|fewer\ than|at\ least|at\ most|up\ to|another|an\ additional|additional|first|final) \s+"""
)


def widen(text: str, phrases: list[Phrase]) -> list[Phrase]:
    """Phrases with the articles and modifiers before them; never over the phrase before."""
    out: list[Phrase] = []
    for phrase in phrases:
        meaning, floor = phrase.meaning, max(phrase.start - _REACH, out[-1].end if out else 0)
        if isinstance(meaning, Moment) and meaning.day is None:
            out.append(phrase)   # "the dawn" of what?
            continue
        pattern = _LENGTH if isinstance(meaning, Length) else _NAMED if isinstance(meaning, Calendar | Weekday) else _DATE
        found = pattern.search(text, floor, phrase.start)
        out.append(phrase._replace(start=found.start()) if found else phrase)
    return out
