"""The list that goes with a brief tells its readers which files it has, and nothing that they may not know."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import jsonschema
import pytest

from briefgen.pipeline import Order, make
from briefgen.publish import HANDED_ON_LIST, MANIFEST, Places, recorded, verify
from samples.relation_files import FOLDER, world

if TYPE_CHECKING:
    from briefgen.world import Memory

LIST = "output/x-y/reader.manifest.json"
READER = "name: Somebody\nbrief_for: brief\nsubtitle: All\nclearance: public\nsections: [steps]\n"
STEPS = "{% for step in milestones %}{{ step.title }}. {% endfor %}\n\nThe end.\n"
MILESTONES = """\
- {id: shown, kind: other, title: The bridge opens, date: 2015, sensitivity: public}
- {id: hidden, kind: other, title: %s, date: 2016, sensitivity: restricted}
"""
ORDER = Order(formats=("html", "md"), manifests=True)


def desk(hidden: str = "The tunnel caves in") -> Memory:
    """A workspace with one public audience, and a fact that it may not see."""
    own = {"templates/audiences/reader.yaml": READER, "templates/sections/steps.md.j2": STEPS}
    made = world({"milestones.yaml": MILESTONES % hidden, **own})
    del made.files["templates/audiences/all.yaml"]
    assert make(made, ORDER).briefs[0].files
    return made


def test_it_names_the_files_with_their_digests() -> None:
    made = desk()
    said = json.loads(made.files[LIST])

    jsonschema.validate(said, HANDED_ON_LIST)
    assert (said["relation"], said["audience"]) == ("x-y", "reader")
    assert {name: file["sha256"] for name, file in said["files"].items()} == {
        name: hashlib.sha256(made.files[f"output/x-y/reader.{name}"]).hexdigest() for name in ("html", "md")
    }
    assert {file["name"] for file in said["files"].values()} == {"reader.html", "reader.md"}
    assert "output" not in made.files[LIST].decode()


def test_the_manifest_is_as_its_schema_says() -> None:
    made = desk()

    jsonschema.validate(json.loads(made.files[".briefgen/output/manifest.json"]), MANIFEST)
    for schema in (MANIFEST, HANDED_ON_LIST):
        jsonschema.Draft202012Validator.check_schema(schema)


def test_it_is_the_same_whatever_is_hidden() -> None:
    one, other = desk(), desk("The dam breaks and nobody is told of it")

    assert one.files[LIST] == other.files[LIST]
    assert one.files[".briefgen/output/x-y/reader.redactions.json"]


@pytest.mark.parametrize("manifests", [True, False])
def test_once_it_is_there_it_is_never_older_than_the_files(*, manifests: bool) -> None:
    made = desk()
    before = made.files[LIST]
    made.files[f"{FOLDER}/milestones.yaml"] = (MILESTONES % "x").replace("bridge opens", "bridge closes").encode()
    make(made, Order(formats=("html", "md"), manifests=manifests))

    assert made.files[LIST] != before
    assert list(verify(recorded(Places("output").owners, made.outputs), made.outputs)) == []
    made.files[LIST] = b"{}"
    assert [d.code for d in verify(recorded(Places("output").owners, made.outputs), made.outputs)] == ["BG610"]


def test_nobody_gets_one_unasked_and_prune_takes_it_away_with_its_brief() -> None:
    plain = world({"milestones.yaml": MILESTONES % "x"})
    make(plain, Order(formats=("md",)))
    assert LIST not in plain.files
    made = desk()
    for path in [path for path in made.files if path.startswith(FOLDER)]:
        made.files[path.replace(FOLDER, "data/a-b")] = made.files.pop(path)
    make(made, Order(formats=("md",), prune=True))
    assert [path for path in made.files if path.startswith("output/x-y/")] == []
