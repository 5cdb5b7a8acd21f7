"""Copies that say the same go; what differs stays, and the same briefs are made as before, wherever it is ended."""

from __future__ import annotations

import tomllib

import pytest

from briefgen.cli.migration import Migration, carried_out, migration
from briefgen.load import load
from briefgen.load.settings.copy_record import PATH as RECORD
from briefgen.load.settings.copy_record import digest, record_text
from briefgen.world import Memory, Overlay
from samples.relation_files import MINIMAL

READER = MINIMAL["templates/audiences/all.yaml"]
SHIPPED = {
    "templates/audiences/minister.yaml": READER,
    "templates/audiences/public.yaml": READER,
    "templates/sections/empty.md.j2": MINIMAL["templates/sections/empty.md.j2"],
    "templates/sections/trade.md.j2": "Trade.\n",
    "templates/styles/house.yaml": "{}\n",
}
BARE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
OWN = "templates/sections/trade.md.j2"


class Ending(Memory):
    """A workspace in which only so many files can be changed, and then everything ends."""

    def __init__(self, files: dict[str, bytes], changes: int) -> None:
        super().__init__(files)
        self.changes = changes

    def _count(self) -> None:
        self.changes -= 1
        if self.changes < 0:
            raise OSError(5, "Input/output error")

    def replace(self, path: str, data: bytes) -> None:
        """Put a file in place, while there are changes left."""
        self._count()
        super().replace(path, data)

    def remove(self, path: str) -> None:
        """Take a file away, while there are changes left."""
        self._count()
        super().remove(path)


def encoded(files: dict[str, str]) -> dict[str, bytes]:
    """Files as bytes."""
    return {path: text.encode() for path, text in files.items()}


def workspace(own: dict[str, str], changes: int = 99) -> Overlay[Ending]:
    """A workspace over the shipped files."""
    return Overlay(Ending(encoded(BARE | own), changes), Memory(encoded(SHIPPED)))


def made(world: Overlay[Ending]) -> list[str]:
    """Whose briefs are made."""
    loaded = load(world).value
    return sorted(audience.id for audience in loaded.audiences if audience.id not in loaded.unmade)


def planned(world: Overlay[Ending]) -> Migration:
    """What is to be done."""
    outcome = migration(world)
    assert outcome.diagnostics == ()
    assert outcome.value
    return outcome.value


def migrated(world: Overlay[Ending]) -> list[str]:
    """The files that went."""
    return list(carried_out(planned(world), world))


def test_what_says_the_same_goes_and_what_differs_stays() -> None:
    world = workspace(SHIPPED | {OWN: "Our trade.\n", "templates/sections/empty.md.j2": "Nothing.\r\n"})
    gone = migrated(world)

    assert gone == sorted(set(SHIPPED) - {OWN})
    assert set(world.own.files) == set(BARE) | {OWN, "briefgen.toml"}
    assert world.own.files[OWN] == b"Our trade.\n"


def test_a_second_time_there_is_nothing_to_do() -> None:
    world = workspace(SHIPPED)
    migrated(world)
    before = dict(world.own.files)

    assert planned(world) == Migration(())
    assert migrated(world) == []
    assert world.own.files == before


@pytest.mark.parametrize(
    "own",
    [
        SHIPPED,
        {"templates/audiences/minister.yaml": READER},
        {"templates/audiences/minister.yaml": READER, "templates/audiences/press.yaml": READER},
        {**SHIPPED, "briefgen.toml": 'audiences = ["public"]\n'},
        {**SHIPPED, "briefgen.toml": '# Us.\nauthor = "Desk"  # we\n\n[limits]\nmemory_mb = 900\n'},
        {**SHIPPED, "briefgen.toml": '\ufeffauthor = "Desk"\r\n'},
    ],
)
def test_the_same_briefs_are_made_as_before_and_settings_stay(own: dict[str, str]) -> None:
    world = workspace(own)
    before = made(world)
    old = tomllib.loads(own.get("briefgen.toml", "").removeprefix("\ufeff"))
    migrated(world)

    assert made(world) == before
    text = world.own.files["briefgen.toml"].decode()
    assert tomllib.loads(text.removeprefix("\ufeff")) == {**old, "audiences": before}
    kept = own.get("briefgen.toml", "").splitlines(keepends=True)
    assert [line for line in text.splitlines(keepends=True) if line in kept] == kept


def test_copies_that_decide_nothing_leave_the_settings_alone() -> None:
    for own in ({OWN: "Trade.\n"}, {OWN: "Trade.\n", "templates/audiences/press.yaml": READER}):
        world = workspace(own)

        assert migrated(world) == [OWN]
        assert "briefgen.toml" not in world.own.files


@pytest.mark.parametrize("changes", range(7))
def test_wherever_it_is_ended_the_same_briefs_are_made_and_it_can_go_on(changes: int) -> None:
    own = SHIPPED | {RECORD: record_text({OWN: digest(b"Trade.\n")}), "templates/audiences/press.yaml": READER}
    world = workspace(own, changes)
    before = made(world)
    with pytest.raises(OSError, match="Input/output"):
        migrated(world)
    assert made(world) == before

    world.own.changes = 99
    migrated(world)
    assert made(world) == before
    assert set(world.own.files) == set(BARE) | {"briefgen.toml", "templates/audiences/press.yaml"}


def test_the_record_keeps_what_is_still_there() -> None:
    other = "templates/sections/empty.md.j2"
    record = {OWN: digest(b"Trade.\n"), other: digest(b"Nothing.\n")}
    world = workspace({OWN: "Trade.\n", other: "Ours.\n", RECORD: record_text(record)})
    migrated(world)

    assert world.own.files[RECORD].decode() == record_text({other: record[other]})


def test_a_record_that_cannot_be_read_is_left_as_it_is() -> None:
    world = workspace({OWN: "Trade.\n", RECORD: "<<<<<<< HEAD\n"})

    assert migrated(world) == [OWN]
    assert world.own.files[RECORD] == b"<<<<<<< HEAD\n"


def test_a_file_that_changes_between_the_plan_and_the_doing_stays() -> None:
    world = workspace({OWN: "Trade.\n"})
    plan = planned(world)
    world.own.files[OWN] = b"Our trade.\n"

    assert list(carried_out(plan, world)) == []
    assert world.own.files[OWN] == b"Our trade.\n"


def test_a_copy_that_hides_a_word_file_of_its_name_stays() -> None:
    style = "templates/styles/house.yaml"
    world = workspace({style: "{}\n", "templates/styles/house.docx": "x"})

    assert planned(world) == Migration((), kept=(style,))


@pytest.mark.parametrize("settings", ["audiences = [", 'auther = "x"\n', 'audiences = ["nobody"]\n'])
def test_with_faulty_settings_nothing_is_done(settings: str) -> None:
    outcome = migration(workspace({**SHIPPED, "briefgen.toml": settings}))

    assert outcome.value is None
    assert {d.place.path for d in outcome.diagnostics} == {"briefgen.toml"}
