"""Story -> Mention, Actor: who and where, linked, with codes."""

from dateline.actors.finding import describe, find, home
from dateline.actors.whois import Whois, whois

__all__ = ["Whois", "describe", "find", "home", "whois"]
