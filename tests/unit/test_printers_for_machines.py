"""Diagnostics as scripts, servers and editors read them."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import jsonschema
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import CODES, FOR_MACHINES, NOWHERE, Diagnostic, Place, Severity
from briefgen.diagnostics.printers.as_json import SCHEMA

ERROR = Diagnostic("BG204", Severity.ERROR, Place("data/x y/trade.csv", 4, 9), "it is 50.9", "look again")
WARNING = Diagnostic("BG408", Severity.WARNING, Place("templates/audiences/a.yaml"), "100% too long: cut, or drop")
NOTE = Diagnostic("BG113", Severity.INFO, NOWHERE, "no such audience\u202e\n")
ALL = (ERROR, WARNING, NOTE)
SHIPPED = Diagnostic(
    "BG402", Severity.ERROR, Place("briefgen:templates/sections/trade.md.j2", 3, 4), "no 'x'", "copy it"
)
problems = st.builds(
    Diagnostic,
    st.sampled_from(sorted(CODES)),
    st.sampled_from(Severity),
    st.builds(Place, st.text(max_size=9), st.integers(0, 99), st.integers(0, 99)),
    st.text(max_size=20),
    st.none() | st.text(max_size=9),
)


def test_json_gives_every_part_and_null_for_what_is_not_known() -> None:
    report = json.loads(FOR_MACHINES["json"](ALL))

    assert report["version"] == 1
    assert report["counts"] == {"error": 1, "warning": 1, "info": 1}
    assert report["diagnostics"][0] == {
        "code": "BG204",
        "name": "TRD-SUM",
        "severity": "error",
        "path": "data/x y/trade.csv",
        "line": 4,
        "column": 9,
        "message": "it is 50.9",
        "hint": "look again",
    }
    assert (report["diagnostics"][2]["path"], report["diagnostics"][2]["line"]) == (None, None)


@given(st.lists(problems, max_size=3))
def test_json_is_what_its_schema_says(found: list[Diagnostic]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    report = json.loads(FOR_MACHINES["json"](found))

    jsonschema.validate(report, SCHEMA, cls=jsonschema.Draft202012Validator)
    assert [d["message"] for d in report["diagnostics"]] == [d.message for d in found]


def test_the_schema_of_json_refuses_what_a_script_could_not_count_on() -> None:
    report = json.loads(FOR_MACHINES["json"](ALL))
    report["diagnostics"][0]["severity"] = "fatal"

    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(report)


def test_github_gives_a_workflow_command_for_each() -> None:
    assert FOR_MACHINES["github"](ALL).split("\n") == [
        "::error file=data/x y/trade.csv,line=4,col=9,title=BG204 TRD-SUM::it is 50.9%0Ahint: look again",
        "::warning file=templates/audiences/a.yaml,title=BG408 AUD-LENGTH::100%25 too long: cut, or drop",
        "::notice title=BG113 AUD-UNKNOWN::no such audience\\u{202E}\\u{000A}",
    ]


@given(problems)
def test_no_text_can_break_out_of_its_workflow_command(found: Diagnostic) -> None:
    command = FOR_MACHINES["github"]([found])

    assert "\n" not in command
    assert "\r" not in command
    head = command.removeprefix("::").partition("::")[0]
    assert head.count(",") == sum(map(bool, (found.place.path, found.place.line, found.place.column)))


def sarif(found: tuple[Diagnostic, ...]) -> dict[str, Any]:
    """The log of diagnostics."""
    log: dict[str, Any] = json.loads(FOR_MACHINES["sarif"](found))
    return log


def test_sarif_is_one_run_with_the_rules_it_names() -> None:
    log = sarif(ALL)
    run = log["runs"][0]
    rules = run["tool"]["driver"]["rules"]

    assert log["version"] == "2.1.0"
    assert "2.1.0" in log["$schema"]
    assert set(run) == {"tool", "columnKind", "results"}
    assert run["tool"]["driver"]["name"] == "briefgen"
    assert [rule["id"] for rule in rules] == ["BG113", "BG204", "BG408"]
    assert all(one["id"] < other["id"] for one, other in pairwise(rules))
    assert all(rule["shortDescription"]["text"].endswith(".") for rule in rules)


def test_a_sarif_result_leads_to_its_rule_and_its_place() -> None:
    run = sarif(ALL)["runs"][0]
    results = run["results"]

    assert [result["level"] for result in results] == ["error", "warning", "note"]
    for result in results:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    first = results[0]["locations"][0]["physicalLocation"]
    assert unquote(first["artifactLocation"]["uri"]) == "data/x y/trade.csv"
    assert " " not in first["artifactLocation"]["uri"]
    assert first["region"] == {"startLine": 4, "startColumn": 9}
    assert results[0]["message"]["text"] == "it is 50.9\nhint: look again"
    assert "region" not in results[1]["locations"][0]["physicalLocation"]
    assert "locations" not in results[2]


def test_what_stands_in_a_shipped_file_is_shown_beside_no_line_of_the_workspace() -> None:
    assert json.loads(FOR_MACHINES["json"]([SHIPPED]))["diagnostics"][0]["path"] == SHIPPED.place.path
    assert FOR_MACHINES["github"]([SHIPPED]) == (
        "::error title=BG402 TPL-UNDEFINED::briefgen:templates/sections/trade.md.j2:3:4: no 'x'%0Ahint: copy it"
    )


def test_sarif_places_a_shipped_file_by_a_relative_address_below_a_base_of_its_own() -> None:
    """A server rejects a whole log for one address of another scheme than that of files."""
    (result,) = sarif((SHIPPED,))["runs"][0]["results"]
    where = result["locations"][0]["physicalLocation"]

    assert where["artifactLocation"] == {"uri": "briefgen/templates/sections/trade.md.j2", "uriBaseId": "BRIEFGEN"}
    assert where["region"] == {"startLine": 3, "startColumn": 4}


def test_nothing_to_tell_is_told_too() -> None:
    assert json.loads(FOR_MACHINES["json"]([]))["diagnostics"] == []
    assert sarif(())["runs"][0]["results"] == []
    assert FOR_MACHINES["github"]([]) == ""
