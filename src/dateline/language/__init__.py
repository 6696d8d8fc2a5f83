"""Story -> Sentence, and the tagged tokens and clauses that the later stages look at."""

from dateline.language.clauses import Clause, Parsed, parse
from dateline.language.split import split
from dateline.language.tagger import tag
from dateline.language.tokens import Token

__all__ = ["Clause", "Parsed", "Token", "parse", "split", "tag"]
