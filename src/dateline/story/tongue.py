"""Which language a story is in."""

from functools import cache
from typing import Any

from dateline.story.lines import FUNCTION_WORDS, WORD

# Languages with news to read; a closed list keeps short texts from being taken for Latin or Luxembourgish.
_LANGUAGES = (
    "af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ku ky lo lt "
    "lv mk ml mn mr ms mt nb ne nl nn no or pa pl ps pt qu ro ru rw si sk sl sq sr sv sw ta te th tl tr ug uk ur uz vi xh zh zu"
)
LANGUAGES = frozenset(_LANGUAGES.split())
ENOUGH = 0.25  # share of English function words that only English text has
SOME = 0.12  # in a short text this share is enough: a wrong "Dutch" would leave an English sentence unread
SHORT = 60  # words
FEW = 12  # words in plain letters below which only English is believed
LEAST = 20  # letters below which nothing is said


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the text's language; None where it is too short to tell. English is told by its function words alone."""
    sample = text[:4000]
    if sum(c.isalpha() for c in sample) < LEAST:
        return None
    words = [w.lower() for w in WORD.findall(sample)]
    common = sum(w in FUNCTION_WORDS for w in words)
    if words and common >= (SOME if len(words) < SHORT and sample.isascii() else ENOUGH) * len(words) and common:
        return "en"
    code: str = _model().classify(sample)[0]
    if code != "en" and len(words) < FEW and sample.isascii():
        return None
    return {"nb": "no", "nn": "no"}.get(code, code)


@cache
def _model() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # half a second and 100 MB: only for what the function words do not tell

    model = LanguageIdentifier.from_model_file(MODEL_FILE)
    model.set_languages(LANGUAGES & set(model.nb_classes))
    return model
