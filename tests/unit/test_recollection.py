"""What was read is given again while the world answers alike, and nothing else is given."""

from __future__ import annotations

from briefgen.world import Memory, ReadBefore, Witness, World


class Reader:
    """Reads one file, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, world: World) -> list[bytes]:
        self.times += 1
        return [world.read("a.yaml", 100)] if world.is_there("a.yaml") else []


def test_a_file_that_is_as_it_was_is_read_once() -> None:
    world, kept, reader = Memory({"a.yaml": b"one"}), ReadBefore(), Reader()

    first = kept.read("a", world, reader)

    assert kept.read("a", world, reader) is first
    assert (reader.times, first) == (1, [b"one"])


def test_a_file_that_changed_or_came_to_be_or_went_is_read_anew() -> None:
    world, kept, reader = Memory({}), ReadBefore(), Reader()
    found = []
    for data in (None, b"one", b"two", None):
        world.files = {"a.yaml": data} if data else {}
        found.append(kept.read("a", world, reader))

    assert found == [[], [b"one"], [b"two"], []]
    assert reader.times == len(found)


def test_a_file_with_other_bytes_of_the_same_length_is_read_anew() -> None:
    world, kept, reader = Memory({"a.yaml": b"one"}), ReadBefore(), Reader()
    kept.read("a", world, reader)
    world.files["a.yaml"] = b"two"

    assert kept.read("a", world, reader) == [b"two"]


def test_what_is_made_of_another_record_is_made_anew_though_the_two_are_equal() -> None:
    world, kept, reader = Memory({"a.yaml": b"one"}), ReadBefore(), Reader()
    record, equal = ["a"], ["a"]
    first = kept.read("a", world, reader, record)

    assert kept.read("a", world, reader, record) is first
    assert kept.read("a", world, reader, equal) is not first
    assert kept.read("a", world, reader, equal, equal) is not first


def test_words_are_compared_by_what_they_say() -> None:
    kept, made = ReadBefore(), []
    for words in ("one two", b"one two".decode(), "three"):
        kept.worked_out("a", lambda: made.append(1), words)

    assert len(made) == 2


def test_what_met_a_refusal_is_not_kept_since_its_words_may_be_others() -> None:
    kept, times = ReadBefore(), []

    def told(world: World) -> str:
        times.append(1)
        try:
            world.read("a.yaml", 100)
        except OSError as error:
            return str(error)
        return ""

    world = Memory({})
    assert "No such file" in kept.read("a", world, told)
    kept.read("a", world, told)

    assert len(times) == 2


def test_a_witness_hears_the_same_questions_whether_a_result_is_made_or_given_again() -> None:
    kept, heard = ReadBefore(), []
    for _ in range(2):
        witness = Witness(Memory({"a.yaml": b"one"}))
        kept.read("a", witness, lambda world: kept.read("b", world, Reader()))
        heard.append(witness.answers)

    assert heard[0] == heard[1]
    assert set(heard[0]) == {"there a.yaml", "read 100 a.yaml"}


def test_a_result_of_results_is_made_anew_where_one_of_them_is() -> None:
    world, kept, reader = Memory({"a.yaml": b"one"}), ReadBefore(), Reader()

    def both(world: World) -> list[list[bytes]]:
        return [kept.read("b", world, reader)]

    kept.read("a", world, both)
    world.files["a.yaml"] = b"two"

    assert kept.read("a", world, both) == [[b"two"]]
