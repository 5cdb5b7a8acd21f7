"""Names of languages as LaTeX and people write them, by their tags (BCP 47)."""

from __future__ import annotations

from briefgen.late_patterns import late_pattern

_TAGS = {
    "american": "en-US", "arabic": "ar", "australian": "en-AU", "austrian": "de-AT", "basque": "eu", "brazil": "pt-BR",
    "brazilian": "pt-BR", "british": "en-GB", "bulgarian": "bg", "canadian": "en-CA", "catalan": "ca", "croatian": "hr",
    "czech": "cs", "danish": "da", "dutch": "nl", "english": "en", "estonian": "et", "finnish": "fi", "francais": "fr",
    "french": "fr", "galician": "gl", "german": "de", "germanb": "de", "greek": "el", "hebrew": "he", "hindi": "hi",
    "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga", "italian": "it", "japanese": "ja",
    "latin": "la", "latvian": "lv", "lithuanian": "lt", "magyar": "hu", "mexican": "es-MX", "naustrian": "de-AT",
    "newzealand": "en-NZ", "ngerman": "de", "norsk": "nb", "norwegian": "no", "nswissgerman": "de-CH", "nynorsk": "nn",
    "persian": "fa", "polish": "pl", "portuges": "pt", "portuguese": "pt", "romanian": "ro", "russian": "ru", "serbian":
    "sr", "slovak": "sk", "slovene": "sl", "slovenian": "sl", "spanish": "es", "swahili": "sw", "swedish": "sv",
    "swissgerman": "de-CH", "thai": "th", "turkish": "tr", "ukrainian": "uk", "urdu": "ur", "ukenglish": "en-GB",
    "usenglish": "en-US", "vietnamese": "vi", "chinese": "zh", "korean": "ko",
}  # fmt: skip
"""Name of a language in LaTeX → BCP 47."""
_TAG = late_pattern(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")


def language_tag(written: str) -> str:
    """The tag of a language; what is neither a tag nor a name that is known stays as it is.

    Example:
        >>> language_tag("Russian"), language_tag("en_GB"), language_tag("pt-BR"), language_tag("Klingon?")
        ('ru', 'en-GB', 'pt-BR', 'Klingon?')
    """
    tidy = written.strip()
    if known := _TAGS.get(tidy.lower()):
        return known
    return tidy.replace("_", "-") if _TAG.fullmatch(tidy) else written
