"""The model: sentences -> marks, by one pass of a small encoder. Run time needs onnxruntime and tokenizers only."""

from dateline.language.model.choose import DICTIONARY, BadModel, Choice, model_for
from dateline.language.model.marks import EventMark, Marks, MentionMark, QuoteMark

__all__ = ["DICTIONARY", "BadModel", "Choice", "EventMark", "Marks", "MentionMark", "QuoteMark", "model_for"]
