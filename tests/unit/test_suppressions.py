"""Suppressions: in every kind of file, with their reasons, and told when nothing needs them."""

from __future__ import annotations

from samples.relation_files import diagnostics_of

PAGE = """\
[{"id": "ref", "type": "webpage", "title": "T", "author": [{"family": "A"}],
  "custom": {"ignore": "REF-ACCESS", "ignore_reason": "the page is no longer there"}}]
"""
POSITION = """\
- id: a
  parties: [PAK, BLR]
  statement: Both agree.
  sources: [{ref: ref}]
"""
TRADE = "id,period,exporter,importer,flow,value,scale,currency,sources,ignore,note\n"


def test_a_reference_excuses_itself_with_keys_of_its_own() -> None:
    assert diagnostics_of({"references.json": PAGE, "positions.yaml": POSITION}) == []


def test_a_row_excuses_itself_with_its_note_as_the_reason() -> None:
    row = "a,2020?,PAK,BLR,BALANCE,15,1000000,USD,ref,DAT-IMPLIED;CITE-SINGLE,The year is that of the pandemic.\n"

    assert diagnostics_of({"trade.csv": TRADE + row}) == []


def test_a_row_without_a_note_gives_no_reason() -> None:
    row = "a,2020?,PAK,BLR,BALANCE,15,1000000,USD,ref,DAT-IMPLIED;CITE-SINGLE,\n"

    assert diagnostics_of({"trade.csv": TRADE + row}) == [
        "trade.csv:2:44: warning[BG258] 'DAT-IMPLIED' is suppressed without a reason",
        "trade.csv:2:44: warning[BG258] 'CITE-SINGLE' is suppressed without a reason",
    ]


def test_a_reason_may_stand_above_or_beside_each_code() -> None:
    above = "  # agreed with the desk\n  ignore: [CITE-MISSING]\n"
    beside = '  ignore:\n    - CITE-MISSING  # it\'s "known" to all\n'
    for lines in (above, beside):
        text = POSITION.replace("  sources: [{ref: ref}]\n", "") + lines
        for code in ("BG214", "BG258", "BG259"):
            assert diagnostics_of({"positions.yaml": text}, only=code) == []


def test_a_number_sign_in_quotes_is_no_reason() -> None:
    text = "- {id: a, parties: [PAK, BLR], statement: Both agree., ignore: [CITE-MISSING], note: 'no # reason'}\n"

    assert diagnostics_of({"positions.yaml": text}, only="BG258") == [
        "positions.yaml:1:65: warning[BG258] 'CITE-MISSING' is suppressed without a reason",
    ]


def test_a_suppression_that_suppresses_nothing_is_told() -> None:
    text = POSITION + "  ignore: [CITE-MISSING]  # it was uncited\n"

    assert diagnostics_of({"positions.yaml": text}) == [
        "positions.yaml:5:12: warning[BG259] nothing here needs 'CITE-MISSING' suppressed",
    ]


def test_a_suppression_of_what_depends_on_the_day_may_wait() -> None:
    text = """\
- id: a
  kind: treaty
  title: Treaty
  signed: 2020
  state: signed
  ignore: [AGR-STATUS]  # neither register lists it
  sources: [{ref: ref}]
"""

    assert diagnostics_of({"agreements.yaml": text}) == []
    assert diagnostics_of({"agreements.yaml": text}, as_of="2030-01-01") == []


def test_where_a_record_cannot_be_read_no_suppression_is_called_needless() -> None:
    broken = "- id: b\n  parties: [PAK, BLR]\n"
    found = diagnostics_of({"positions.yaml": POSITION + "  ignore: [CITE-MISSING]  # it was uncited\n" + broken})

    assert [line for line in found if "BG259" in line] == []
    assert len(found) == 1
