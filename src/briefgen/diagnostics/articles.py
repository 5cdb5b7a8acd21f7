"""The article of a word in a message."""


def with_article(word: str) -> str:
    """The word with `a` or `an` before it, as it is spelt: `an investment`."""
    return f"{'an' if word[:1].lower() in set('aeiou') else 'a'} {word}"
