"""Visits and meetings: who, when, where, in which office; and what is planned."""

from __future__ import annotations

from samples.situations.one_situation import Situation

_KARI = "visitor: {party: NOR, person: kari}, host: KEN, major: true"

VISITS = [
    Situation("Nothing is on record", {}),
    Situation("One event alone",
              {"milestones": "kind: diplomatic_relations, title: Diplomatic relations, date: 1964-02-17, major: true"}),
    Situation("Two events, one of a year and one of a month",
              {"milestones": """
                  kind: diplomatic_relations, title: Diplomatic relations, date: 1964, major: true
                  kind: embassy_opening, title: Norway opens its embassy, date: 1965-08, sending: NOR, host: KEN, major: true"""}),
    Situation("Steps about a year, in doubt, by a year and since a year",
              {"milestones": """
                  kind: recognition, title: Norway recognises Kenya, date: 1963~
                  kind: consulate, title: Kenya opens a consulate, date: 1979?, sending: KEN, host: NOR
                  kind: embassy_opening, title: Kenya opens its embassy, date: ../2006, sending: KEN, host: NOR
                  kind: context, title: Norway supports schools in Kenya, date: 1970/1990"""}),
    Situation("A visit by somebody who no longer holds the office",
              {"visits": f"kind: official, title: Visit of the Prime Minister of Norway, date: 2020-02-03, {_KARI}"}),
    Situation("A visit by somebody who still holds the office",
              {"visits": "kind: official, title: Visit of the Prime Minister of Norway, date: 2024-02-03/2024-02-05, "
                         "visitor: {party: NOR, person: nils}, counterparts: [{party: KEN, person: amina}], host: KEN, "
                         "venue: {city: Nairobi, country: KEN}, major: true"}),
    Situation("A visit by somebody who had held the office before",
              {"visits": f"kind: private, title: Visit of Kari Berg, date: 2024-06, {_KARI}"}),
    Situation("A visit by somebody whose office is not known",
              {"visits": "kind: working, title: Talks on fish, date: 2024, visitor: {party: KEN, person: wanjiru}, "
                         "host: NOR"}),
    Situation("A visit by somebody who holds office for the time being",
              {"visits": "kind: working, title: Talks on ports, date: 2026-03-04, visitor: {party: KEN, person: "
                         "odhiambo}, host: NOR, venue: {city: Oslo, country: NOR, inferred: true}"}),
    Situation("A visit by somebody known by the post alone",
              {"visits": "kind: official, title: Visit of the Minister of Fisheries, date: 2023-05, "
                         "visitor: {party: NOR, role: Minister of Fisheries of Norway}, host: KEN, major: true"}),
    Situation("A meeting that was held online",
              {"visits": "kind: virtual, title: Talks of the foreign ministers, date: 2021-01-14, "
                         "visitor: {party: KEN, person: amina}, counterparts: [{party: NOR, role: Minister of Foreign "
                         "Affairs of Norway}], venue: {online: true}, major: true"}),
    Situation("A meeting beside a summit, whose name has an acronym",
              {"visits": "kind: meeting, title: Leaders meet at the OSO summit, date: 2023-09-20, "
                         "visitor: {party: KEN, person: amina}, counterparts: [{party: NOR, person: nils}], "
                         "venue: {city: New York, country: USA, event: oso}, major: true"}),
    Situation("A class of visits, and a delegation of one parliament",
              {"visits": """
                  kind: delegations, title: Delegations of companies, date: 2020/2025, count: about 12 delegations
                  kind: parliamentary, title: Committee on Fisheries of Norway in Nairobi, date: 2022-11, host: KEN"""}),
    Situation("A visit that is planned for a day",
              {"visits": "kind: state, title: State visit of the Prime Minister of Norway, date: 2026-09-14, planned: "
                         "true, recorded: 2026-05-02, visitor: {party: NOR, person: nils}, host: KEN, "
                         "venue: {city: Nairobi, country: KEN}, major: true"}),
    Situation("A visit that is planned for a month",
              {"visits": "kind: official, title: Visit of the Minister of Trade of Kenya, date: 2026-11, planned: true, "
                         "recorded: 2026-05-02, visitor: {party: KEN, person: amina}, host: NOR"}),
    Situation("A visit that is planned for a year",
              {"visits": "kind: official, title: Visit of the Minister of Trade of Kenya, date: 2027, planned: true, "
                         "recorded: 2026-05-02, host: NOR"}),
    Situation("A visit that is planned, on no day that is known",
              {"visits": "kind: official, title: Visit of the Minister of Trade of Kenya, planned: true, "
                         "recorded: 2026-05-02, visitor: {party: KEN, person: amina}, host: NOR"}),
    Situation("A visit that is planned by a year",
              {"visits": "kind: official, title: Visit of the Minister of Trade of Kenya, date: ../2027, planned: true, "
                         "recorded: 2026-05-02, host: NOR"}),
    Situation("A visit that is planned for the day of the brief",
              {"visits": "kind: official, title: Visit of the Prime Minister of Norway, date: 2026-05-20, planned: true, "
                         "recorded: 2026-05-02, visitor: {party: NOR, person: nils}, host: KEN"}),
    Situation("A visit that happens on the day of the brief",
              {"visits": "kind: official, title: Visit of the Prime Minister of Norway, date: 2026-05-20, "
                         "visitor: {party: NOR, person: nils}, host: KEN, major: true"}),
    Situation("A visit that is planned to be held online",
              {"visits": "kind: virtual, title: Talks of the foreign ministers, date: 2026-06-03, planned: true, "
                         "recorded: 2026-05-02, venue: {online: true}"}),
    Situation("An anniversary of relations that lies ahead, and a crisis of the past",
              {"milestones": """
                  id: relations, kind: diplomatic_relations, title: Diplomatic relations, date: 1964-02-17, major: true
                  kind: crisis, title: Norway recalls its ambassador, date: 1990-10, text: "Norway recalled its ambassador, and relations were broken off.", major: true
                  kind: anniversary, title: Seventy years of relations, date: 2034-02-17, counts_from: relations, years: 70 years, planned: true, recorded: 2026-05-02"""}),
]  # fmt: skip
