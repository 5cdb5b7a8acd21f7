"""briefgen.toml."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from briefgen.diagnostics import Place, did_you_mean, echo
from briefgen.load.nodes.decoding import RefusedCharacterError, clean_text, read_text
from briefgen.load.nodes.toml_values import parse_toml
from briefgen.load.shapes.language_codes import is_language
from briefgen.model.editions.following import USUAL_POLICY, EditionPolicy, Follow
from briefgen.model.facts.clearings import UNCLEARED, BriefState
from briefgen.model.limits import USUAL, ResourceLimits, StalePolicy
from briefgen.model.values.prose_text import ProseLanguages, Untranslated
from briefgen.model.worded_languages import tags_to_write, worded_language
from briefgen.records import dataclass

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from briefgen.diagnostics import Report
    from briefgen.world import World

PATH = "briefgen.toml"
_MAX_BYTES = 16_000
"""The settings do not take more; what TOML can nest or chain grows with the square of a file's size."""
_HINT = 'write name = "value", one setting a line'
TEXTS = ("author", "language", "style", "prose_language", "untranslated")
"""Settings that are a text; `limits` is a table."""
ON_STALE = "on_stale"
"""What is to happen where something has grown old."""
STATE = "state"
"""What briefs are until they are cleared."""
EDITIONS = "editions"
"""What is kept and handed on of editions, a table."""
_OF_FILE = (*TEXTS, "audiences", "limits", ON_STALE, STATE, EDITIONS)
"""All that stands in the file itself, under no line in brackets."""
FOLLOW, FILES = "follow", "files"
MOST_FILES = 100
LIMITS = tuple(field.name for field in fields(ResourceLimits))
MOST_OF_A_LIMIT = 1_000_000
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What briefgen.toml says."""

    author: str = ""
    language: str = "en-GB"
    style: str = ""
    """The house style: a name or a path under templates/styles/; empty for house.yaml."""
    prose_language: str = ""
    """What prose in files `NAME.md` is in; empty for what the briefs are in."""
    untranslated: str = Untranslated.SHOW
    """What becomes of prose without a text in the language of the briefs."""
    limits: ResourceLimits = USUAL
    on_stale: StalePolicy = StalePolicy.ISSUE
    state: BriefState | None = None
    """What briefs are until they are cleared, where their audience does not say it; None says nothing."""
    editions: EditionPolicy = USUAL_POLICY
    """What is kept and handed on of editions."""
    audiences: Mapping[str, Place] | None = None
    """Whose briefs are made unasked, with where each is named; None where that is not said."""

    @property
    def prose(self) -> ProseLanguages:
        """In which languages prose is asked for and written."""
        return ProseLanguages(self.language.partition("-")[0], self.prose_language, Untranslated(self.untranslated))


def read_config(world: World, report: Report) -> tuple[Config, Place]:
    """The configuration, or its defaults where there is no file; and where it names the house style."""
    text = read_text(world, PATH, report, _MAX_BYTES) if world.is_there(PATH) else None
    if text is None:
        return Config(), Place(PATH)
    found: dict[str, str] = {}
    values = parse_toml(text, PATH, "BG112", _HINT, report)
    limits = _limits(values.pop("limits", {}), text, report)
    audiences = _audiences(values.pop("audiences"), text, report) if "audiences" in values else None
    on_stale = _on_stale(values.pop(ON_STALE), text, report) if ON_STALE in values else StalePolicy.ISSUE
    state = _state(values.pop(STATE), text, report) if STATE in values else None
    editions = _editions(values.pop(EDITIONS, {}), text, report)
    for name, value in values.items():
        place = _place(text, name)
        if name not in TEXTS:
            hint = did_you_mean(name, _OF_FILE)
            report.error("BG112", place, f"there is no setting '{echo(name)}'", hint)
        elif not isinstance(value, str):
            report.error("BG112", place, f"'{name}' must be a text", f'write {name} = "..."')
        elif (words := _setting(name, value, place, report)) is not None:
            found[name] = words
    config = Config(limits=limits, audiences=audiences, on_stale=on_stale, state=state, editions=editions, **found)
    return config, _place(text, "style")


def _setting(name: str, written: str, place: Place, report: Report) -> str | None:
    """A setting's words; None where they cannot be used, which is told."""
    try:
        value = " ".join(clean_text(written).split())
    except RefusedCharacterError as error:
        report.error("BG102", place, f"holds an escape for {error}", "write the text without it")
        return None
    if len(value) > _LONGEST:
        report.error("BG103", place, f"'{name}' is longer than {_LONGEST} characters", "shorten it")
        return None
    match name:
        case "language":
            return _language(value, place, report)
        case "prose_language":
            return _language_of_prose(value, place, report)
        case "untranslated" if value not in tuple(Untranslated):
            hint = did_you_mean(value, tuple(Untranslated))
            report.error("BG112", place, f"'untranslated' cannot be '{echo(value)}'", hint)
            return None
        case _:
            return value


def _language_of_prose(code: str, place: Place, report: Report) -> str | None:
    """A language by its code; None where there is none of that code, which is told."""
    if is_language(code):
        return code
    message = f"'{echo(code)}' is no language of a file NAME.md"
    report.error("BG112", place, message, 'write its code of two or three small letters, such as "ru"')
    return None


def _on_stale(value: object, text: str, report: Report) -> StalePolicy:
    """The policy by its name; the usual one where it has none, which is told."""
    policies = [policy.value for policy in StalePolicy]
    if value in policies:
        return StalePolicy(value)
    said = f"'{ON_STALE}' must be one of {', '.join(policies)}"
    hint = did_you_mean(value, policies) if isinstance(value, str) else None
    report.error("BG112", _place(text, ON_STALE), said, hint or f'write {ON_STALE} = "{StalePolicy.ISSUE.value}"')
    return StalePolicy.ISSUE


def _state(value: object, text: str, report: Report) -> BriefState | None:
    """The state by its name; none where it has none that a setting can say, which is told."""
    if isinstance(value, str) and value in UNCLEARED:
        return BriefState(value)
    place, hint = _place(text, STATE), f'write {STATE} = "{BriefState.FOR_CLEARANCE}"'
    if value == BriefState.CLEARED:
        message = "no workspace's briefs are cleared whatever they say: an edition is"
        report.error("BG340", place, message, "name it under 'cleared' in relation.yaml, with 'by' and 'on'")
        return None
    said = f"'{STATE}' must be {' or '.join(UNCLEARED)}"
    report.error("BG112", place, said, did_you_mean(value, UNCLEARED) if isinstance(value, str) else hint)
    return None


def _limits(values: object, text: str, report: Report) -> ResourceLimits:
    """The table [limits]: whole numbers."""
    if not isinstance(values, dict):
        report.error("BG112", _place(text, "limits"), "'limits' must be a table", "write [limits] on a line of its own")
        return USUAL
    found: dict[str, int] = {}
    for name, value in values.items():
        place = _place(text, name)
        if name not in LIMITS:
            report.error("BG112", place, f"there is no limit '{echo(name)}'", _meant_below("limits", name, LIMITS))
        elif not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_OF_A_LIMIT:
            message = f"'{name}' must be a whole number from 1 to {MOST_OF_A_LIMIT:,}"
            report.error("BG112", place, message, f"write {name} = {getattr(USUAL, name)}")
        else:
            found[name] = value
    return ResourceLimits(**found)


def _meant_below(table: str, name: str, known: Collection[str]) -> str | None:
    """What a name in a table was to be: a setting of the file that stands too far down, or one of the table's."""
    if name in _OF_FILE:
        return f"write it above the line [{table}]: what stands below a line in brackets belongs to that"
    return did_you_mean(name, known)


def _editions(values: object, text: str, report: Report) -> EditionPolicy:
    """The table [editions]."""
    if not isinstance(values, dict):
        report.error("BG112", _place(text, EDITIONS), "'editions' must be a table", "write [editions] on a line alone")
        return USUAL_POLICY
    found: dict[str, Any] = {}
    for name, value in values.items():
        place = _place(text, name)
        match name:
            case "follow" if isinstance(value, list) and all(one in tuple(Follow) for one in value):
                found[name] = tuple(map(Follow, dict.fromkeys(value)))
            case "follow":
                message = f"'{FOLLOW}' must be a list of {' and '.join(Follow)}"
                report.error("BG112", place, message, f'write {FOLLOW} = ["{Follow.CHANGES}"]')
            case "files" if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST_FILES:
                found[name] = value
            case "files":
                message = f"'{FILES}' must be a whole number from 0 to {MOST_FILES}"
                report.error("BG112", place, message, f"write {FILES} = {USUAL_POLICY.files}")
            case _:
                hint = _meant_below(EDITIONS, name, (FOLLOW, FILES))
                report.error("BG112", place, f"there is no setting '{echo(name)}' of editions", hint)
    return EditionPolicy(**found)


def _audiences(values: object, text: str, report: Report) -> dict[str, Place]:
    """The list of audiences, each once, with its place."""
    place = _place(text, "audiences")
    hint = 'write audiences = ["minister", "public"]; without the line, all that are in templates/audiences/ are made'
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        report.error("BG112", place, "'audiences' must be a list of names", hint)
        return {}
    if not values:
        report.error("BG112", place, "'audiences' names nobody", hint)
    found: dict[str, Place] = {}
    for name in values:
        if name in found:
            report.warning("BG112", place, f"'audiences' names '{echo(name)}' twice", "take one of them out")
        found.setdefault(name, _place_in_list(text, place, name))
    return found


def _place_in_list(text: str, start: Place, name: str) -> Place:
    """Where a name stands in a list that begins at `start`; the start where it is written in another way."""
    for number, line in enumerate(text.split("\n")[start.line - 1 :], start.line):
        column = next((line.find(f"{quote}{name}{quote}") for quote in "\"'" if f"{quote}{name}{quote}" in line), -1)
        if column >= 0:
            return Place(PATH, number, column + 1)
    return start


def _language(tag: str, place: Place, report: Report) -> str | None:
    """A tag (BCP 47) of a language whose dates, numbers and words are known, in its usual form; else None, told."""
    try:
        locale = Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        message = f"'{echo(tag)}' is no language that is known"
        report.error("BG112", place, message, f"write one that briefs have words in: {tags_to_write()}")
        return None
    if worded_language(tag) is None:
        name = locale.get_display_name("en") or tag
        message = f"briefs have no words in {name} ('{echo(tag)}'); they would be English under another flag"
        report.error("BG135", place, message, f"write one that they have words in: {tags_to_write()}")
        return None
    return str(locale).replace("_", "-")


def _place(text: str, name: str) -> Place:
    for number, line in enumerate(text.split("\n"), 1):
        if line.lstrip().startswith((name, f"[{name}")):
            return Place(PATH, number, line.find(name) + 1)
    return Place(PATH)
