"""What CLDR has of a language, kept for the next command.

Babel has all that briefs need, and a hundred times as much: to read English takes it as long as forty modules of ours.
So what they need lies in the user's cache, as data, found by the language, by the Babel that it came from and by this
code. A file that is forged changes words, and runs nothing; nobody but the user can write it.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from babel.plural import PluralRule, RuleError

from briefgen.compose.values.cldr_words import CldrWords, CurrencyWords, Months
from briefgen.model.worded_languages import worded_language
from briefgen.world import UserCache, code_stamps
from briefgen.world.installed_packages import installed_version

_FOLDER = "languages"


@cache
def cldr_words(language: str) -> CldrWords:
    """Of a BCP 47 tag; raises ValueError or UnknownLocaleError where CLDR has no such language.

    Those of a language that briefs are written in are kept; of another a brief needs the months alone.
    """
    if worded_language(language) is None:
        return _out_of_babel(language)
    files, name = UserCache(_FOLDER), _name(language)
    kept = files.read(name)
    try:
        if kept is not None:
            return read_words(kept)
    except (ValueError, RuleError):
        pass  # nothing of ours: it is written anew
    words = _out_of_babel(language)
    files.keep(name, written_words(words))
    return words


def written_words(words: CldrWords) -> bytes:
    """As JSON."""
    said = {name: getattr(words, name) for name in CldrWords.__match_args__}
    said |= {"plural": words.plural.rules, "ordinal": words.ordinal.rules}
    said |= {"territories": dict(words.territories), "currencies": dict(words.currencies)}
    return json.dumps(said, separators=(",", ":")).encode("ascii")


def read_words(data: bytes) -> CldrWords:
    """The words that were written as JSON; raises ValueError or RuleError where it is no such."""
    said = json.loads(data)
    _hold_to_what_is_written(said)
    said["months"] = Months(*said["months"])
    said["plural"], said["ordinal"] = PluralRule(said["plural"]), PluralRule(said["ordinal"])
    said["currencies"] = {code: CurrencyWords(*words) for code, words in said["currencies"].items()}
    return CldrWords(**said)


def _hold_to_what_is_written(said: object) -> None:
    """Raise ValueError where something is missing, is of another kind, or is more or fewer than there must be."""
    if not isinstance(said, dict) or said.keys() != {*CldrWords.__match_args__}:
        raise ValueError("other names")
    texts = [said[name] for name in ("decimal", "group", "per_cent", "long_date")]
    rules = [said[name] for name in ("plural", "ordinal", "territories")]
    is_as_written = (
        _are_texts(texts, len(texts))
        and all(isinstance(each, dict) and _are_texts([*each.values()], len(each)) for each in rules)
        and isinstance(said["months"], list) and len(said["months"]) == len(Months._fields)
        and all(_are_texts(names, 12) for names in said["months"])
        and isinstance(said["currencies"], dict)
        and all(_are_texts(words, len(CurrencyWords._fields)) for words in said["currencies"].values())
    )  # fmt: skip
    if not is_as_written:
        raise ValueError("other values")


def _are_texts(values: object, count: int) -> bool:
    return isinstance(values, list) and len(values) == count and all(isinstance(each, str) for each in values)


def _out_of_babel(language: str) -> CldrWords:
    from briefgen.compose.values.words_out_of_babel import words_out_of_babel  # which loads what takes long

    return words_out_of_babel(language)


def _name(language: str) -> str:
    said = "\0".join([language, installed_version("babel"), code_stamps(Path(__file__).parent)])
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:32]
