"""Words of a workspace's own files that no brief says, or says without them too."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Report
from briefgen.load import load
from briefgen.load.wording.idle_words import tell_idle_words
from briefgen.load.wording.wording_files import read_wordings
from briefgen.model.kinds import SHIPPED_KINDS
from briefgen.world import Memory, packaged
from samples.composing import BASE

TONES = {"minister": "imperative", "public": "plain"}


def told(tones: dict[str, str] | None = None, /, **files: str) -> list[tuple[str, str]]:
    """What is told of files `en.yaml`, `public.en.yaml`: place and message."""
    named = {f"templates/wording/{name.replace('_', '.')}.yaml": text.encode() for name, text in files.items()}
    wrong, report = Report(), Report()
    wording = read_wordings(Memory(named), tones or TONES, SHIPPED_KINDS.values(), wrong)
    assert not wrong.has_errors
    tell_idle_words(wording, tones or TONES, report)
    found = report.diagnostics
    assert {one.code for one in found} <= {"BG176"}
    assert wording.has_own or not found  # else nobody would have looked
    return [(str(one.place).removeprefix("templates/wording/"), one.message) for one in found]


@pytest.mark.parametrize(
    "words",
    [
        "per_cent: percent\n",
        "small_numbers: [nought, one, two, three, four, five, six, seven, eight, nine]\n",
        "labels: {treaty: {one: accord, other: accords}}\n",
        "labels: {horizon.long: later}\n",
        "labels: {'yes': agreed}\n",
        "up: {neutral: 'went up between {low} and {high}', brief: 'went up by about {estimate}'}\n",
        "tones: {warm: plain}\nup: {warm: 'grew by about {estimate}'}\n",
    ],
)
def test_what_a_brief_says_otherwise_by_is_left_alone(words: str) -> None:
    assert told({"minister": "imperative", "researcher": "hedged", "public": "warm"} if "warm" in words else
                {"minister": "imperative", "researcher": "neutral"}, en=words) == []  # fmt: skip


def test_a_workspace_has_words_of_its_own_where_a_file_of_it_says_an_entry_or_declares_a_tone() -> None:
    def has_own(**files: bytes) -> bool:
        named = {f"templates/wording/{name.replace('_', '.')}.yaml": text for name, text in files.items()}
        return read_wordings(Memory(named), ("public",), SHIPPED_KINDS.values(), Report()).has_own

    assert has_own(en=b"up: more\n")
    assert has_own(en=b"tones: {warm: plain}\n")
    assert has_own(public_en=b"per_cent: percent\n")
    assert not has_own()


def test_an_entry_that_says_what_is_shipped_is_told_at_its_line() -> None:
    assert told(en="unstated: nobody says\nper_cent: per cent\n") == [
        ("en.yaml:2:11", "'per_cent' says what would be said without it")
    ]


def test_an_entry_of_one_audience_is_held_against_that_for_all() -> None:
    assert told(en="per_cent: percent\n", public_en="per_cent: percent\n") == [
        ("public.en.yaml:1:11", "'per_cent' says what would be said without it")
    ]
    assert told(en="per_cent: percent\n", public_en="per_cent: per cent\n") == []


def test_what_is_told_can_go_together() -> None:
    """Of two that say the same, each for the other, one is told."""
    assert told({"public": "plain"}, en="per_cent: percent\n", public_en="per_cent: percent\n") == [
        ("public.en.yaml:1:11", "'per_cent' says what would be said without it")
    ]


def test_words_that_every_audience_has_its_own_for_are_told() -> None:
    files = {"minister_en": "per_cent: in a hundred\n", "public_en": "per_cent: of each hundred\n"}

    assert told(en="per_cent: percent\n", **files) == [
        ("en.yaml:1:11", "no brief says 'per_cent': other words go before it")
    ]


def test_a_form_for_a_tone_that_nobody_has_is_told() -> None:
    assert told(en="up: {hedged: 'grew by {estimate}', brief: 'grew by {estimate}'}\n") == [
        ("en.yaml:1:14", "no brief says 'up' in the tone 'hedged': nobody who is told these words has that tone")
    ]
    assert told(minister_en="up: {plain: 'grew by {estimate}', brief: 'grew by {estimate}'}\n") == [
        (
            "minister.en.yaml:1:13",
            "no brief says 'up' in the tone 'plain': nobody who is told these words has that tone",
        )
    ]


def test_a_form_that_a_nearer_tone_goes_before_is_told() -> None:
    words = "up: {brief: 'grew by {estimate}', neutral: 'went up by {estimate}'}\n"

    assert told(en=words) == [("en.yaml:1:44", "no brief says 'up' in the tone 'neutral': other words go before it")]
    assert told({**TONES, "business": "neutral"}, en=words) == []


def test_a_tone_that_nobody_has_is_told_once_where_it_is_declared() -> None:
    words = "tones: {warm: plain, mild: warm}\nup: {warm: 'grew by {estimate}'}\ndown: {warm: 'fell {estimate}'}\n"

    assert told(en=words) == [
        ("en.yaml:1:9", "no audience has the tone 'warm'"),
        ("en.yaml:1:22", "no audience has the tone 'mild'"),
    ]
    assert told({**TONES, "guests": "mild"}, en=words) == []


def test_a_copy_of_the_whole_file_with_one_change_is_told_once() -> None:
    shipped = packaged().read("templates/wording/en.yaml", 1_000_000).decode()
    ((place, message),) = told(
        {"all": "neutral", "researcher": "hedged", "minister": "imperative", "parliament": "balanced",
         "public": "plain"},
        en=shipped.replace("per_cent: per cent", "per_cent: percent"),
    )  # fmt: skip

    assert place.startswith("en.yaml:")
    assert "entries, such as 'operators.eq', can go: every brief says the same without them" in message


def test_such_a_copy_for_one_audience_is_told_once_too() -> None:
    shipped = packaged().read("templates/wording/en.yaml", 1_000_000).decode()
    told_of = told(public_en=shipped.replace("per_cent: per cent", "per_cent: percent"))

    assert [place.partition(":")[0] for place, message in told_of if "can go" in message] == ["public.en.yaml"]
    assert {message for _, message in told_of if "can go" not in message} == {
        "no audience has the tone 'balanced'", "no audience has the tone 'hedged'",
    }  # fmt: skip


def test_nothing_is_told_while_an_audience_cannot_be_read() -> None:
    files = {**BASE, "templates/wording/en.yaml": "up: {hedged: 'grew by {estimate}'}\n"}
    codes = [d.code for d in load(Memory({name: text.encode() for name, text in files.items()})).diagnostics]
    files["templates/audiences/more.yaml"] = "title: [\n"
    torn = [d.code for d in load(Memory({name: text.encode() for name, text in files.items()})).diagnostics]

    assert codes.count("BG176") == 1
    assert len(torn) > 0
    assert torn.count("BG176") == 0
