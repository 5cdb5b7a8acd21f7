"""The kinds of files under templates/: a workspace has its own, briefgen ships some, and one of a name is used."""

from __future__ import annotations

import enum

TEMPLATES = "templates"


class TemplateKind(enum.Enum):
    """One kind: the word that `briefgen new` takes for it, its folder, and the endings that its files may have."""

    AUDIENCE = ("audience", "audiences", ".yaml")
    SECTION = ("section", "sections", ".md.j2")
    PARTIAL = ("partial", "partials", ".md.j2")
    STYLE = ("style", "styles", ".yaml", ".docx", ".dotx")
    CITATION_STYLE = ("citation-style", "citations", ".csl")
    WORDING = ("wording", "wording", ".yaml")

    def __init__(self, word: str, below: str, *endings: str) -> None:
        self.word = word
        self.below = below
        self.endings = endings
        """The first is that of a new file."""

    @property
    def takes_the_place(self) -> bool:
        """Whether a workspace's file stands in the place of the shipped one of its name; words only lie over it."""
        return self is not TemplateKind.WORDING

    @property
    def folder(self) -> str:
        """`templates/sections`."""
        return f"{TEMPLATES}/{self.below}"

    def path(self, name: str) -> str:
        """The file of a name: `templates/sections/trade.md.j2`."""
        return f"{self.folder}/{name}{self.endings[0]}"

    def name_in(self, path: str) -> str | None:
        """The name that a file of this kind gives: `trade`; None for any other file."""
        folder, _, file = path.rpartition("/")
        ending = next((ending for ending in self.endings if file.endswith(ending)), None)
        return file.removesuffix(ending) if folder == self.folder and ending and not file.startswith(".") else None


def is_among(path: str, unread: frozenset[str]) -> bool:
    """Whether a path under templates/ is one of these, or lies in one of these folders."""
    return path in unread or path.partition("/")[0] in unread


def named_by(path: str) -> tuple[TemplateKind, str] | None:
    """What kind of file a path is, and its name; None where it is none of them."""
    found = ((kind, kind.name_in(path)) for kind in TemplateKind)
    return next(((kind, name) for kind, name in found if name), None)


def new_command(path: str) -> str:
    """The command that copies a shipped file, to be changed: `briefgen new section trade --from shipped`."""
    found = named_by(path)
    if found is None:
        raise ValueError(f"{path} is no template")
    kind, name = found
    return f"briefgen new {kind.word} {name} --from shipped"


def change_command(path: str) -> str:
    """The command that begins with a change of what a shipped file says: of words, a file that says some anew."""
    named = named_by(path)
    return f"briefgen new {named[0].word} {named[1]}" if named and not named[0].takes_the_place else new_command(path)
