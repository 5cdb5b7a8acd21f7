"""What is handed on to those who follow a brief: what was new in each edition, as far as the brief still tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from briefgen.model.editions.following import Follow
from briefgen.pipeline import Order, make
from briefgen.pipeline.rebuilding import rebuilt
from briefgen.pipeline.six_stages import here
from briefgen.publish import Places, recorded, verify
from briefgen.reading import followed_faults, followed_parts
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefgen.pipeline.run_order import Result
    from briefgen.world import Memory

ROOT = Path(__file__).parents[2]
READER = "name: Reader\nbrief_for: brief\nsubtitle: All\nclearance: public\nhandling: OFFICIAL\nsections: [steps]\n"
STEPS = "{% for step in milestones %}{{ step.title }}, {{ step.date|date }}. {% endfor %}\n\nThe end.\n"
BRIDGE = "- {id: bridge, kind: other, title: The bridge opens, date: 2015-08}\n"
FERRY = "- {id: ferry, kind: other, title: The ferry sails, date: 2016}\n"
HIDDEN = FERRY.replace("date:", "sensitivity: restricted, date:")
CHANGES, FEED = "output/x-y/reader.changes.md", "output/x-y/reader.atom.xml"
PLACES = Places("output")
ATOM = "{http://www.w3.org/2005/Atom}"


def workspace(follow: str = 'follow = ["changes", "atom"]', audience: str = READER) -> Memory:
    """One whose briefs are followed."""
    made = world(
        {
            "templates/sections/steps.md.j2": STEPS,
            "templates/audiences/reader.yaml": audience,
            "milestones.yaml": BRIDGE,
        }
    )
    del made.files["templates/audiences/all.yaml"]
    made.files["briefgen.toml"] = f'author = "The desk"\n[editions]\n{follow}\n'.encode()
    return made


def run(desk: Memory, *milestones: str, prune: bool = False) -> Result:
    """Make the brief with these milestones."""
    if milestones:
        desk.files[f"{FOLDER}/milestones.yaml"] = "".join(milestones).encode()
    return make(desk, Order(formats=("md",), prune=prune))


def changes(desk: Memory) -> str:
    """What followers read."""
    return desk.files[CHANGES].decode().replace("\N{NO-BREAK SPACE}", " ")


def headings(text: str) -> list[str]:
    """Of the editions, by their days alone: their marks follow from what the brief says."""
    return [line for line in text.splitlines() if line.startswith("## ")]


def entries(desk: Memory) -> list[ET.Element]:
    """Of the feed."""
    return ET.fromstring(desk.files[FEED]).findall(f"{ATOM}entry")  # noqa: S314 - our own


def words(entry: ET.Element) -> list[str]:
    """Its lines."""
    return [one.text or "" for one in entry.iter("{http://www.w3.org/1999/xhtml}li")]


def codes(result: Result) -> list[str]:
    """What a run told."""
    return [one.code for one in result.report.diagnostics]


def test_an_edition_that_says_again_what_an_earlier_one_said_has_an_entry_of_its_own() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE.replace("2015-08", "2015-09"))
    run(desk, BRIDGE)
    run(desk, BRIDGE.replace("2015-08", "2015-09"))

    assert len({one.findtext(f"{ATOM}id") for one in entries(desk)}) == 4


def test_who_asks_for_nothing_gets_no_file() -> None:
    desk = workspace("follow = []")
    run(desk)

    assert CHANGES not in desk.files
    assert FEED not in desk.files


def test_the_first_edition_is_told_as_such() -> None:
    desk = workspace()
    run(desk)

    assert "The first edition." in changes(desk)
    assert [words(one) for one in entries(desk)] == [["The first edition."]]


def test_each_edition_is_told_the_newest_first() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    run(desk, BRIDGE.replace("2015-08", "2015-08-11"), FERRY)
    told = changes(desk)

    assert len(headings(told)) == 3
    first, last = told.index("- New: The ferry sails (2016)."), told.index("The first edition.")
    assert told.index("- Changed: The bridge opens, date: 11 August 2015 (before: August 2015).") < first < last
    assert [words(one) for one in entries(desk)] == [
        ["Changed: The bridge opens, date: 11\N{NO-BREAK SPACE}August 2015 (before: August 2015)."],
        ["New: The ferry sails (2016)."],
        ["The first edition."],
    ]


@pytest.mark.parametrize(
    "gone", ["", FERRY.replace("date:", "sensitivity: restricted, date:")], ids=["deleted", "hidden"]
)
def test_what_is_told_no_more_is_taken_out_of_earlier_editions_too(gone: str) -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    run(desk, BRIDGE, gone)
    told = changes(desk)

    assert "ferry" not in told.lower(), told
    assert b"ferry" not in desk.files[FEED].lower()
    assert "- No longer shown: 1 milestone." in told
    assert len(headings(told)) == 2, "of the second edition nothing is left to tell"


def test_a_title_that_was_corrected_is_told_nowhere_as_it_was() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    run(desk, BRIDGE, FERRY.replace("The ferry sails", "The boat sails"))

    assert "ferry" not in changes(desk).lower()
    assert "- New: The boat sails (2016)." in changes(desk)


def test_the_feed_is_what_the_standard_asks_for() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    feed = ET.fromstring(desk.files[FEED])  # noqa: S314 - our own

    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "The desk"
    assert feed.findtext(f"{ATOM}rights") == "OFFICIAL"
    assert feed.findtext(f"{ATOM}updated") == "2021-04-23T00:00:00Z"
    ids = [one.text or "" for one in feed.iter(f"{ATOM}id")]
    assert len(set(ids)) == len(ids) == 3
    assert all(one.startswith("urn:uuid:") for one in ids)
    assert followed_faults(Follow.ATOM, desk.files[FEED]) == []


def test_an_entry_keeps_its_id_and_its_moment_when_editions_follow() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    known = {one.findtext(f"{ATOM}id"): one.findtext(f"{ATOM}updated") for one in entries(desk)}
    run(desk, BRIDGE.replace("2015-08", "2015-08-11"), FERRY)

    assert known.items() <= {one.findtext(f"{ATOM}id"): one.findtext(f"{ATOM}updated") for one in entries(desk)}.items()


def test_the_text_bears_the_marks_of_the_brief() -> None:
    desk = workspace()
    run(desk)

    assert changes(desk).startswith("**OFFICIAL**")


def test_an_audience_says_it_for_itself() -> None:
    desk = workspace(audience=f"{READER}follow: [atom]\n")
    run(desk)

    assert FEED in desk.files
    assert CHANGES not in desk.files


def test_a_second_run_touches_nothing() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    before = dict(desk.files)
    run(desk)

    assert {path for path, data in desk.files.items() if before.get(path) != data} == set()


def test_words_of_a_hidden_record_keep_the_brief_from_its_place() -> None:
    desk = workspace()
    talks = "- {id: talks, kind: other, sensitivity: restricted, title: Quiet talks in Geneva, date: 2016}\n"
    run(desk, BRIDGE, talks)
    before = desk.files[CHANGES]
    desk.files["templates/wording/en.yaml"] = b"news: {first: Quiet talks in Geneva began.}\n"
    result = run(desk, BRIDGE, talks)

    assert "BG604" in codes(result)
    assert [one.failed for one in result.briefs] == [True]
    assert desk.files[CHANGES] == before


# ---------------------------------------------------------------- in the manifest


def test_the_manifests_list_them() -> None:
    desk = workspace()
    make(desk, Order(formats=("md",), manifests=True))
    (brief,) = json.loads(desk.files[".briefgen/output/manifest.json"])["briefs"]
    listed = json.loads(desk.files["output/x-y/reader.manifest.json"])["files"]

    assert {name: file["path"] for name, file in brief["followed"].items()} == {"changes": CHANGES, "atom": FEED}
    assert {name: file["name"] for name, file in listed.items()} == {
        "md": "reader.md", "changes": "reader.changes.md", "atom": "reader.atom.xml"
    }  # fmt: skip


def verified(desk: Memory) -> Sequence[str]:
    """What `verify` tells."""
    return [one.code for one in verify(recorded(PLACES.owners, desk.outputs), desk.outputs)]


def test_one_that_was_changed_or_lost_is_told() -> None:
    desk = workspace()
    run(desk)
    assert verified(desk) == []
    desk.files[CHANGES] += b"more"
    del desk.files[FEED]

    assert sorted(verified(desk)) == ["BG610", "BG611"]


def test_they_are_made_again_to_the_byte() -> None:
    desk = workspace()
    run(desk)
    run(desk, BRIDGE, FERRY)
    manifest = recorded(PLACES.owners, desk.outputs).value[0]

    assert list(rebuilt(desk, manifest, PLACES, here).diagnostics) == []
    desk.files[f"{FOLDER}/milestones.yaml"] = BRIDGE.encode()
    assert {str(one.place) for one in rebuilt(desk, manifest, PLACES, here).diagnostics} >= {CHANGES, FEED}


def test_one_that_nobody_asks_for_any_more_is_told_and_pruned() -> None:
    desk = workspace()
    run(desk)
    desk.files["briefgen.toml"] = b'author = "The desk"\n[editions]\nfollow = ["atom"]\n'
    told = [one for one in run(desk).report.diagnostics if one.code == "BG609"]

    assert [str(one.place) for one in told] == [CHANGES]
    assert "nobody asks for it" in told[0].message
    assert "BG609" not in codes(run(desk, prune=True))
    assert CHANGES not in desk.files
    assert FEED in desk.files


def test_those_of_a_brief_that_nobody_makes_go_with_it() -> None:
    desk = workspace()
    run(desk)
    desk.files["templates/audiences/other.yaml"] = desk.files.pop("templates/audiences/reader.yaml")
    run(desk, prune=True)

    assert CHANGES not in desk.files
    assert FEED not in desk.files


# ---------------------------------------------------------------- settings, and what is unsound


@pytest.mark.parametrize("said", ['follow = "changes"', 'follow = ["rss"]', "follow = 3", 'folow = ["atom"]'])
def test_what_cannot_be_followed_is_told(said: str) -> None:
    assert "BG112" in codes(run(workspace(said)))


@pytest.mark.parametrize(
    "data",
    [
        b"no feed",
        b"<feed/>",
        b'<feed xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>b</title><updated>today</updated></feed>',
        b'<feed xmlns="http://www.w3.org/2005/Atom"><title>b</title></feed>',
    ],
)
def test_a_feed_that_is_none_is_found_out(data: bytes) -> None:
    assert followed_faults(Follow.ATOM, data)


def test_words_of_a_feed_are_found_whichever_element_parts_them() -> None:
    data = b'<feed xmlns="http://www.w3.org/2005/Atom"><title type="secret">Qui<b>et</b> t&#97;lks</title></feed>'
    (said,) = (text for _, text in followed_parts(Follow.ATOM, data))

    assert "Quiet talks" in said
    assert "secret" in said
