"""Investments, contacts, restrictions, lines to take, commitments and programmes: who is told what, of which day."""

from __future__ import annotations

import pytest

from briefgen.load import load
from briefgen.model.values.date import parse_date
from briefgen.model.values.sensitivity import Sensitivity
from briefgen.pipeline import Order, make
from briefgen.view import Request, view
from briefgen.world import Disk, Memory, Overlay, shipped_root
from rules.records import commitment, contact, investment, line_to_take, programme, relation, restriction, visit
from samples.relation_files import MINIMAL

BASE = {path: text for path, text in MINIMAL.items() if not path.startswith("templates/")}
HIDDEN = "We say a thing that is for us alone."


def page(audience: str, files: dict[str, str], as_of: str | None = None) -> str:
    """The words of a shipped brief."""
    placed = {name if "/" in name else f"data/x-y/{name}": text for name, text in files.items()}
    own = Memory({path: text.encode() for path, text in {**BASE, **placed}.items()})
    order = Order(audiences=(audience,), formats=("md",), as_of=parse_date(as_of) if as_of else None)
    result = make(Overlay(own, Disk(shipped_root())), order)
    assert [d for d in result.report.diagnostics if d.severity == "error"] == []
    return own.files[f"output/x-y/{audience}.md"].decode().replace("\u00a0", " ")


def row(page: str, title: str) -> str:
    """The line of a page that begins with a title, but for marks of tables and lists."""
    return next(line for line in page.splitlines() if line.lstrip("|-* ").startswith(title))


# ---------------------------------------------------------------- lines to take


def test_a_line_stands_in_its_own_sides_brief_for_officials_alone() -> None:
    files = {"lines_to_take.yaml": line_to_take(text=HIDDEN)}
    other = relation(perspective="BLR", default_sensitivity="public")

    assert HIDDEN.rstrip(".") in page("minister", files)
    for audience in ("parliament", "researcher", "business", "public"):
        assert HIDDEN.rstrip(".") not in page(audience, files)
    assert HIDDEN.rstrip(".") not in page("minister", {**files, "relation.yaml": other})
    assert "## Say" not in page("minister", {**files, "relation.yaml": other})


@pytest.mark.parametrize(
    ("label", "least"),
    [(None, Sensitivity.OFFICIAL), ("public", Sensitivity.OFFICIAL), ("restricted", Sensitivity.RESTRICTED)],
)
@pytest.mark.parametrize("clearance", list(Sensitivity))
def test_no_label_makes_a_line_public(label: str | None, least: Sensitivity, clearance: Sensitivity) -> None:
    files = {**MINIMAL, "data/x-y/lines_to_take.yaml": line_to_take(sensitivity=label)}
    reader = MINIMAL["templates/audiences/all.yaml"].replace("restricted", clearance.name.lower())
    workspace = load(
        Memory({p: t.encode() for p, t in {**files, "templates/audiences/all.yaml": reader}.items()})
    ).value
    seen = view(workspace.relations[0], workspace.audiences[0], Request()).value

    assert bool(seen.items["lines_to_take"]) is (clearance >= least)


def test_a_line_that_answers_a_question_stands_behind_it() -> None:
    asked = line_to_take(if_asked="Will you forgive the debt?")
    said = page("minister", {"lines_to_take.yaml": line_to_take(id="b", title="Trade") + asked})

    assert row(said, "Trade") == "- **Trade.** We work with all creditors [1]."
    assert row(said, "Debt") == "- **Debt. Will you forgive the debt?** We work with all creditors [1]."
    assert said.index("Trade.") < said.index("Only if asked:") < said.index("Debt.")


def test_a_line_whose_grounds_are_all_hidden_is_held_back() -> None:
    hidden = restriction(id="quiet", sensitivity="restricted")
    files = {"lines_to_take.yaml": line_to_take(facts="[quiet]"), "restrictions.yaml": hidden}

    assert "## Say" not in page("minister", files)


# ---------------------------------------------------------------- contacts


@pytest.mark.parametrize("audience", ["business", "public"])
def test_a_contact_is_public_where_it_says_so_itself(audience: str) -> None:
    files = {"contacts.yaml": contact(mail="desk@example.org")}

    assert "desk@example.org" not in page(audience, files)
    assert "[desk@example.org](mailto:desk@example.org)" in page(
        audience, {"contacts.yaml": contact(mail="desk@example.org", sensitivity="public")}
    )


def test_the_file_may_say_it_for_all_and_a_strict_relation_is_not_loosened() -> None:
    files = {"contacts.yaml": contact(mail="desk@example.org")}
    open_file = relation(default_sensitivity="official", file_sensitivity="{contacts: public}")
    strict = relation(default_sensitivity="restricted")

    assert "desk@example.org" in page("public", {**files, "relation.yaml": open_file})
    assert "desk@example.org" not in page("researcher", {**files, "relation.yaml": strict})


def test_a_contact_is_told_with_the_office_of_the_day_and_not_once_it_is_over() -> None:
    people = MINIMAL["data/people.yaml"].replace("held: 2015", "held: 2015/.., acting: true")
    record = contact(person="head", city="Minsk", during="2016/2019", phone="+375 17 000 00 00")
    files = {"contacts.yaml": record, "data/people.yaml": people}

    assert "Contacts" not in page("researcher", files, "2015-12-31")
    assert row(page("researcher", files, "2018"), "Embassy") == (
        "- **Embassy**, Minsk: Head, acting President (since 2016); telephone +375 17 000 00 00 (A, n.d.)"
    )
    assert "Contacts" not in page("researcher", files, "2020-01-01")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("mail: desk at example.org", "'desk at example.org': is none of http, https or mailto"),
        ("web: example.org", "'example.org': is none of http, https or mailto"),
        ("web: ftp://example.org", "'ftp://example.org': is none of http, https or mailto"),
        ("web: https://", "'https://': has no host"),
        ("web: 'https://a b.org'", "'https://a b.org': holds a blank"),
        ("mail: a@", "'a@': names no mailbox, as in mailto:desk@example.org"),
        ("web: https://me:secret@example.org", "holds a name or password, which everybody would read"),
        ("web: https://example.org:99999", "has the port '99999'"),
        ("mail: 'mailto:a b@example.org'", "holds a blank"),
        ("web: javascript:alert(1)", "is none of http, https or mailto"),
    ],
)
def test_what_is_no_address_is_refused_at_its_place(written: str, said: str) -> None:
    name, _, value = written.partition(": ")
    files = {**MINIMAL, "data/x-y/contacts.yaml": contact(**{name: value})}
    (found,) = load(Memory({path: text.encode() for path, text in files.items()})).diagnostics

    assert (found.code, found.place.line, found.place.column) == ("BG108", 5, len(name) + 5)
    assert said in found.message


@pytest.mark.parametrize("mail", ["desk@example.org", "mailto:desk@example.org", "DESK.a+b@Example.ORG"])
def test_a_mailbox_may_go_without_its_scheme(mail: str) -> None:
    said = page("public", {"contacts.yaml": contact(mail=mail, sensitivity="public")})

    assert f"[{mail.removeprefix('mailto:')}](mailto:" in said


# ---------------------------------------------------------------- stages and times laid down


STAGES = investment(
    amount="about 400 million EUR", investor="PAK", host="BLR", companies="[First Bank]", sector="roads",
    announced="2015-09", agreed="2016-05", begun="2017-03", completed="2020-10", terms="Two per cent a year.",
)  # fmt: skip


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("2015-09-01", "announced Sept 2015"),
        ("2016-04-30", "announced Sept 2015"),
        ("2016-05-01", "announced Sept 2015, agreed May 2016"),
        ("2017-03-01", "announced Sept 2015, agreed May 2016, under way since Mar 2017"),
        ("2020-09-30", "announced Sept 2015, agreed May 2016, under way since Mar 2017"),
        ("2020-10-01", "announced Sept 2015, agreed May 2016, begun Mar 2017, completed Oct 2020"),
    ],
)
def test_an_investment_has_come_as_far_as_its_dates_on_the_day(day: str, said: str) -> None:
    cells = row(page("parliament", {"investments.yaml": STAGES}, day), "Loan").strip("| ").split(" | ")

    assert cells == [
        "Loan for roads (roads)", "≈ 400", "from Pakistan to Belarus: First Bank", said,
    ]  # fmt: skip


def test_before_its_first_stage_it_is_not_told() -> None:
    assert "Loan for roads" not in page("parliament", {"investments.yaml": STAGES}, "2015-08-31")


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"stage": "unknown"}, "Loan for roads"),
        ({"stage": "under_way"}, "under way"),
        ({"stage": "cancelled"}, "cancelled"),
        ({"cancelled": "2019"}, "cancelled 2019"),
        ({"begun": "2019", "cancelled": "2020"}, "begun 2019, cancelled 2020"),
        ({"agreed": "2019"}, "agreed 2019"),
        ({"completed": "2022", "agreed": "2019"}, "agreed 2019"),
    ],
)
def test_a_stage_is_no_further_than_what_is_on_record(fields: dict[str, str], said: str) -> None:
    assert (
        row(page("business", {"investments.yaml": investment(**fields)}), "Loan").strip("| ").split(" | ")[-1] == said
    )


@pytest.mark.parametrize(
    ("day", "is_told", "ending"),
    [
        ("2015-12-31", False, ""),
        ("2016-01-01", True, ""),
        ("2020-12-31", True, ""),
        ("2021-01-01", True, "; its time is over, and no outcome is on record"),
    ],
)
def test_the_span_of_a_programme_is_told_whole(day: str, is_told: bool, ending: str) -> None:  # noqa: FBT001
    said = page("parliament", {"programmes.yaml": programme(span="2016/2020", state="under_way")}, day)

    assert ("Programme of cooperation" in said) is is_told
    if ending:
        said = page("parliament", {"programmes.yaml": programme(span="2016/2020", adopted="2015-11")}, day)
        assert f"(2016–2020): adopted Nov 2015{ending} [1]" in row(said, "Programme")


def test_a_programme_is_told_from_its_adoption_with_the_years_ahead() -> None:
    files = {"programmes.yaml": programme(span="2022/2026", adopted="2020-11", contents="[Health., Schools.]")}

    assert "Programme of" not in page("parliament", files, "2020-10-31")
    said = page("parliament", files, "2020-12")
    assert row(said, "Programme") == "- **Programme of cooperation** (2022–2026): adopted Nov 2020 [1]"
    assert [line.strip() for line in said.splitlines() if line.startswith("  -")] == ["- Health.", "- Schools."]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"since": "2016"}, "in force since 2016"),
        ({"since": "2016", "announced": "2015"}, "in force since 2016"),
        ({"announced": "2015"}, "announced 2015; entry into force is not stated"),
        ({"announced": "2015", "since": "2022"}, "announced 2015; entry into force is not stated"),
        ({"state": "suspended", "since": "2016"}, "suspended"),
        ({"state": "in_force"}, "in force"),
        ({}, "whether it is in force is not stated"),
        ({"since": "2016", "until": "2022"}, "in force since 2016, until 2022"),
    ],
)
def test_a_restriction_is_in_force_as_far_as_the_record_says(fields: dict[str, str], said: str) -> None:
    record = restriction(scope="named people", imposed_by="DEU", **fields)
    by = "imposed by" if said.startswith("in force") else "by"

    assert row(page("business", {"restrictions.yaml": record}), "Travel") == (
        f"- **Travel ban** (sanctions): {by} Germany, {said}. Affected: Belarus (named people)."
    )


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("Travel ban", "sanctions", "**Travel ban** (sanctions): in force"),
        ("Sanctions on banks", "sanctions", "**Sanctions on banks**: in force"),
        ("Market access for meat", "market_access", "**Market access for meat**: in force"),
        ("Duty on beads", "other", "**Duty on beads**: in force"),
        ("Licences", "export_control", "**Licences** (export control): in force"),
        ("Licences", "visa", "**Licences** (visa rules): in force"),
        ("Licences", "payment", "**Licences** (payment rules): in force"),
    ],
)
def test_what_a_title_says_already_is_not_said_behind_it(title: str, kind: str, said: str) -> None:
    record = restriction(title=title, kind=kind, state="in_force")

    assert said in page("business", {"restrictions.yaml": record})


def test_a_restriction_that_has_ended_stands_apart() -> None:
    said = page("business", {"restrictions.yaml": restriction(since="2010", until="2019-05")})

    assert said.index("No longer in force:") < said.index("Travel ban (sanctions): in force from 2010, ended May 2019")
    assert "ended May 2019. Affected: Belarus." in said
    assert "Risks and compliance" not in page("minister", {"restrictions.yaml": restriction(until="2019-05")})


# ---------------------------------------------------------------- outcomes


def test_what_a_visit_has_brought_stands_with_it() -> None:
    files = {
        "visits.yaml": visit(id="v", date="2019-05"),
        "agreements.yaml": (
            "- {id: t, kind: treaty, title: Treaty, signed: 2019-05-02, signed_during: v, sources: [{ref: ref}]}\n"
            "- {id: d, kind: mou, title: Draft, state: initialled, signed_during: v, sources: [{ref: ref}]}\n"
        ),
        "programmes.yaml": programme(id="p", adopted="2019-05", adopted_during="v", inferred="[adopted_during]"),
        "investments.yaml": investment(id="i", announced="2019-05", announced_during="v", amount="5 million USD"),
    }

    assert row(page("parliament", files), "Visit, May") == (
        "- Visit, May 2019. Signed: Treaty [1]. Adopted: Programme of cooperation (inferred) [1]."
        " Announced or agreed: Loan for roads (US$5 million) [1]."
    )


def test_commitments_say_who_is_to_do_what_and_what_came_of_it() -> None:
    records = (
        commitment(party="PAK", owner="Ministry of Trade", due="2020", done="2019-12")
        + commitment(id="b", title="Name an officer", due="2030")
        + commitment(id="c", title="Open a desk", due="2020", state="outstanding")
    )
    said = page("parliament", {"commitments.yaml": records})

    assert [cell.strip() for cell in row(said, "Send").split("|")[1:-1]] == [
        "Send a draft", "May 2019", "Pakistan: Ministry of Trade", "2020", "done Dec 2019",
    ]  # fmt: skip
    assert row(said, "Name").split(" | ")[2:] == ["both parties", "2030", "– |"]
    assert "Open a desk. What has come of it?" in said


@pytest.mark.parametrize("audience", ["minister", "business", "parliament", "researcher", "public"])
def test_what_is_not_there_leaves_nothing_behind(audience: str) -> None:
    said = page(audience, {"visits.yaml": visit(date="2019")})

    for words in (
        "lending",
        "Contacts",
        "on record on",
        "Only if asked",
        "Who acts",
        "Outcomes",
        "Commitments",
        "Programmes",
    ):
        assert words not in said


@pytest.mark.parametrize("audience", ["minister", "business", "parliament", "researcher", "public"])
def test_business_is_told_that_a_brief_without_restrictions_covers_none(audience: str) -> None:
    said = page(audience, {"visits.yaml": visit(date="2019")})
    ban = restriction(id="r", sensitivity="restricted")
    hidden = page(audience, {"visits.yaml": visit(date="2019"), "restrictions.yaml": ban})

    assert ("This edition lists no sanctions, export controls" in said) is (audience == "business")
    assert ("This edition lists no sanctions, export controls" in hidden) is (audience == "business")
    assert "This edition lists no" not in page(audience, {"restrictions.yaml": restriction(sensitivity="public")})


# ---------------------------------------------------------------- online, acting, parliaments


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"kind": "virtual"}, "online"),
        ({"venue": "{online: true}"}, "online"),
        ({"venue": "{city: Minsk, country: BLR, online: true}"}, "Minsk, Belarus and online"),
        ({}, "2019"),
    ],
)
def test_what_was_held_online_is_told_so(fields: dict[str, str], where: str) -> None:
    said = page("parliament", {"visits.yaml": visit(date="2019", **fields)})

    assert row(said, "Visit").strip("| ").split(" | ")[-1] == where


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ("held: 2015", "President"),
        ("held: 2015, acting: true", "acting President"),
        ("held: 2015, acting: true, over_by: 2016", "then acting President"),
        ("held: 2014, acting: true, complete: true", "former acting President"),
        ("held: 2015, acting: false", "President"),
    ],
)
def test_who_held_an_office_for_the_time_being_is_told_so(term: str, said: str) -> None:
    people = MINIMAL["data/people.yaml"].replace("held: 2015", term)
    record = visit(date="2015", visitor="{party: BLR, person: head}")
    cells = (
        row(page("parliament", {"visits.yaml": record, "data/people.yaml": people}), "Visit").strip("| ").split(" | ")
    )

    assert cells[2] == f"Head, {said}"


def test_visits_of_parliaments_are_ties_of_parliaments_and_other_delegations_are_not() -> None:
    records = visit(kind="parliamentary", title="A committee", date="2019") + visit(
        id="b", kind="delegations", title="Traders", date="2018"
    )
    said = page("parliament", {"visits.yaml": records})
    ties = said[said.index("## Parliamentary ties") :]

    assert "A committee, 2019" in ties
    assert "Traders" not in ties
