"""The model: sentences -> marks, by one pass of a small encoder. Run time needs onnxruntime and tokenizers only."""

from dateline.language.model.choose import DICTIONARY, Choice, chosen, installed
from dateline.language.model.marks import EventMark, Marks, MentionMark, QuoteMark
from dateline.language.model.session import BadModel, Model, load

__all__ = ["DICTIONARY", "BadModel", "Choice", "EventMark", "Marks", "MentionMark", "Model", "QuoteMark", "chosen", "installed", "load"]
