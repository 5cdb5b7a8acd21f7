"""A new kind of facts is one new file of the source: read, checked, dated, cut, traced, hidden, told in schemas."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from samples.small_workspace import write

ROOT = Path(__file__).parents[2]
KIND = '''\
"""Enterprises."""

from typing import Annotated

from briefgen.model.facts.fact import Fact
from briefgen.model.facts.field_roles import Declared, FieldRole, Narrowed
from briefgen.model.facts.kind import Kind
from briefgen.model.values.date import Date
from briefgen.model.values.quantity import Quantity
from briefgen.model.values.text import Text
from briefgen.records import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Enterprise(Fact):
    """Money that one side puts to work in the other."""

    title: Annotated[Text, Declared(FieldRole.TITLE, "What it is called.")]
    amount: Annotated[Quantity | None, Declared(FieldRole.QUANTITY, "How much.")] = None
    investor: Annotated[str | None, Declared(FieldRole.PARTY, "Who invests.")] = None
    announced: Annotated[Date | None, Declared(FieldRole.HAPPENED, "When it was announced.")] = None
    project: Annotated[
        str | None, Declared(FieldRole.LINK, "The project it belongs to.", Narrowed(to=("projects",)))
    ] = None
    major: Annotated[bool, Declared(FieldRole.MAJOR, "Whether it belongs in a short timeline.")] = False


KIND = Kind(name="enterprises", what="an enterprise", made_of=Enterprise)
'''
RECORDS = """\
- id: tractor-plant
  title: A tractor plant
  amount: 50000000 USD
  investor: BLR
  announced: 2018-03
  project: quiet-park
  major: true
  sources: [{ref: book}]
- {id: dairy-plant, title: A dairy plant, announced: 2020-03, project: quiet-park, sources: [{ref: book}]}
- {id: arms-plant, title: A quiet plant for arms, announced: 2017, topics: [defence], sources: [{ref: book}]}
"""
FILES = {
    "data/x-y/relation.yaml": """\
title: Relations
parties:
  - {id: PAK, name: Pakistan, adjective: Pakistani}
  - {id: BLR, name: Belarus, adjective: Belarusian}
as_of: 2021-04-23
default_sensitivity: public
""",
    "data/x-y/references.json": """\
[{"id": "book", "type": "book", "title": "A book", "author": [{"family": "Author"}], "publisher": "P",
  "issued": {"date-parts": [[2020]]}}]""",
    "data/x-y/projects.yaml": (
        "- {id: quiet-park, kind: other, name: The park, sensitivity: restricted, sources: [{ref: book}]}\n"
    ),
    "data/x-y/enterprises.yaml": RECORDS,
    "templates/audiences/reader.yaml": """\
name: Reader
brief_for: brief for the reader
subtitle: What is known
clearance: public
hide: {topics: [defence]}
stale_after: {enterprises: {months: 240}}
sections: [money]
""",
    "templates/sections/money.md.j2": """\
{% for x in enterprises %}
{{ x.title }}: {{ x.amount|number if x.amount else "no amount" }}, {{ x.announced|date }}{% if x.project %}, part of {{ x.project }}{% endif %}{{ cite(x) }}.

{% endfor %}
{{ ref("money") }} puts it in order.

{{ timeline("Money in time", events(major=true), name="money") }}

{{ reference_list() }}
""",  # noqa: E501 - a paragraph is one line
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source with one more file in it."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("src", "templates", "data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "src/briefgen/model/kinds/enterprises.py").write_text(KIND, encoding="utf-8")
    return folder / "src"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A workspace with records of the new kind."""
    return write(tmp_path, FILES)


def run(site: Path, desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A program of that source, run in the workspace."""
    environment = {**os.environ, "PYTHONPATH": str(site), "PYTHONSAFEPATH": "1"}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def briefgen(site: Path, desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(site, desk, "-m", "briefgen", *arguments)


def page_of(site: Path, desk: Path, *arguments: str) -> str:
    """The page that the reader gets."""
    done = briefgen(site, desk, "make", "-a", "reader", "-f", "html", *arguments)
    assert done.returncode == 0, done.stderr
    return (desk / "output/x-y/reader.html").read_text(encoding="utf-8")


def test_it_is_printed_without_what_is_hidden(site: Path, desk: Path) -> None:
    page = page_of(site, desk)

    assert "A tractor plant" in page
    assert "A dairy plant" in page
    assert "quiet" not in page
    assert "part of" not in page


def test_it_is_not_told_before_it_happened(site: Path, desk: Path) -> None:
    page = page_of(site, desk, "--as-of", "2019-12-31")

    assert "A tractor plant" in page
    assert "A dairy plant" not in page


def test_what_is_planned_of_it_is_told_as_a_plan_alone(site: Path, desk: Path) -> None:
    more = "- {id: mill, title: A paper mill, announced: 2021-06, planned: true, recorded: 2021-04, amount: 7 USD}\n"
    (desk / "data/x-y/enterprises.yaml").write_text(RECORDS + more, encoding="utf-8")
    assert "A paper mill" not in page_of(site, desk)
    section = desk / "templates/sections/money.md.j2"
    ahead = "{% for x in planned %}{{ x.title }}, {{ x|planned }}.{% endfor %}\n"
    section.write_text(FILES["templates/sections/money.md.j2"] + ahead, encoding="utf-8")

    assert "A paper mill, planned for June 2021." in page_of(site, desk)
    assert "A paper mill" not in page_of(site, desk, "--as-of", "2021-07-01")
    assert "came of it?" in briefgen(site, desk, "check", "--as-of", "2021-07-01").stderr


def test_every_figure_of_it_leads_back_to_its_line(site: Path, desk: Path) -> None:
    page_of(site, desk)
    traced = briefgen(site, desk, "trace", "output/x-y/reader.html")

    assert "tractor-plant" in traced.stdout
    assert "data/x-y/enterprises.yaml:1" in traced.stdout, traced.stdout


def test_the_matrix_says_who_sees_it_and_why_not(site: Path, desk: Path) -> None:
    done = briefgen(site, desk, "audiences", "--matrix", "--format", "json")

    assert done.returncode == 0, done.stderr
    told = json.dumps(json.loads(done.stdout))
    assert '"tractor-plant"' in told
    assert '"enterprises"' in told
    assert '"topic"' in told


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("project: quiet-park\n", "project: quite-park\n", "6:12: error[BG202] there is no fact 'quite-park'"),
        ("project: quiet-park\n", "project: dairy-plant\n", "6:12: error[BG202] 'dairy-plant' is an enterprise;"),
        ("investor: BLR", "investor: BRL", "4:13: error[BG203] 'BRL' is no country code"),
        ("investor: BLR", "investor: CHN", "4:13: error[BG206] 'CHN' is not a party of this relation"),
        ("announced: 2018-03", "announced: 2022", "5:14: warning[BG208] 'tractor-plant' is dated 2022"),
        ("title: A tractor plant", "title: A TODO plant", "2:10: error[BG256] 'tractor-plant' still holds 'TODO'"),
        ("announced: 2018-03", "anounced: 2018-03", "5:3: error[BG106] an enterprise has no field 'anounced'"),
    ],
)  # fmt: skip
def test_the_rules_hold_for_it(site: Path, desk: Path, old: str, new: str, said: str) -> None:
    path = desk / "data/x-y/enterprises.yaml"
    path.write_text(RECORDS.replace(old, new, 1), encoding="utf-8")
    done = briefgen(site, desk, "check")

    assert f"data/x-y/enterprises.yaml:{said}" in done.stdout + done.stderr


def test_it_may_be_hidden_by_its_name(site: Path, desk: Path) -> None:
    audience = desk / "templates/audiences/reader.yaml"
    text = audience.read_text(encoding="utf-8").replace("topics: [defence]", "kinds: [enterprises]")
    audience.write_text(text, encoding="utf-8")

    assert "plant" not in page_of(site, desk)


def test_editors_and_the_documentation_know_it(site: Path, desk: Path) -> None:
    assert briefgen(site, desk, "schema", "--output", "schemas").returncode == 0
    schema = json.loads((desk / "schemas/enterprises.schema.json").read_text(encoding="utf-8"))
    described = {name: field["description"] for name, field in schema["items"]["properties"].items()}
    told = run(site, desk, str(ROOT / "tests/samples/data_tables.py"))

    assert described["announced"] == "When it was announced."
    assert schema["items"]["required"] == ["id", "title"]
    assert "### enterprises.yaml\n\nMoney that one side puts to work in the other." in told.stdout, told.stderr
    assert "| announced | date | When it was announced. |" in told.stdout
