"""Standing bodies: how often they met, who heads them, when they meet next."""

from __future__ import annotations

from samples.situations.one_situation import Situation

_COMMISSION = "kind: joint_commission, name: Joint Commission on Trade"

BODIES = [
    Situation("A joint commission, no session of which is known",
              {"mechanisms": f"{_COMMISSION}, created: 2019-04-02"}),
    Situation("A joint commission with one session, whose day is known",
              {"mechanisms": f"{_COMMISSION}, sessions: [{{number: 1, date: 2024-10-09, venue: {{city: Oslo, country: "
                             "NOR}}]"}),
    Situation("A joint commission with three sessions on record, one of them without a date",
              {"mechanisms": f"{_COMMISSION}, sessions: [{{number: 4, date: 2020-02}}, {{number: 5}}, "
                             "{number: 6, date: 2024-10-09, venue: {online: true}}]"}),
    Situation("A count of one session",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 1 session, as_of: 2025-11}}]"}),
    Situation("A count of 21 sessions, by a year",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 21 sessions, as_of: ../2025}}]"}),
    Situation("A count of about five sessions, and nobody says by when",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: about 5 sessions, recorded: 2025}}]"}),
    Situation("A count of at least two sessions",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: '>= 2 sessions', as_of: 2026-05-20}}]"}),
    Situation("Two counts: four sessions by 2015, seven by 2025",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 4 sessions, as_of: 2015}}, "
                             "{value: 7 sessions, as_of: 2025-03-01}]"}),
    Situation("The next session is planned for a month",
              {"mechanisms": f"{_COMMISSION}, sessions_held: [{{value: 7 sessions, as_of: 2025}}], "
                             "sessions: [{number: 8, date: 2026-10, planned: true, recorded: 2026-03-01, "
                             "venue: {city: Nairobi, country: KEN}}]"}),
    Situation("The next session is planned, on no day that is known",
              {"mechanisms": f"{_COMMISSION}, sessions: [{{number: 7, date: 2025-03}}, {{number: 8, planned: true, "
                             "recorded: 2026-03-01}]"}),
    Situation("Two heads of one side in turn, and one of the other",
              {"mechanisms": f"{_COMMISSION}, cochairs: [{{party: NOR, person: kari, during: 2019/2022}}, "
                             "{party: NOR, person: nils, during: 2023/..}, {party: KEN, person: amina, during: 2022}]"}),
    Situation("Two heads of one side whose times are not told apart",
              {"mechanisms": f"{_COMMISSION}, cochairs: [{{party: NOR, person: kari, recorded: 2024}}, "
                             "{party: NOR, person: nils, recorded: 2024}]"}),
    Situation("A head who holds office for the time being",
              {"mechanisms": f"{_COMMISSION}, cochairs: [{{party: KEN, person: odhiambo, during: 2026/..}}]"}),
    Situation("A former head, of whom no office is known",
              {"mechanisms": f"{_COMMISSION}, cochairs: [{{party: KEN, person: wanjiru, during: 2015/2018}}]"}),
    Situation("One working group",
              {"mechanisms": "kind: working_group, name: Working Group on Ports, created: 2022, cadence: yearly"}),
    Situation("Three working groups, and a body that meets at no fixed times",
              {"mechanisms": """
                  kind: working_group, name: Working Group on Ports
                  kind: working_group, name: Working Group on Fish, level: directors
                  kind: working_group, name: Working Group on Schools
                  kind: political_consultations, name: Political Consultations, level: deputy ministers, cadence: irregular"""}),
    Situation("Sources differ on the level at which a body meets",
              {"mechanisms": "kind: strategic_dialogue, name: Strategic Dialogue, created: 2021-06, "
                             "levels: [{value: ministers, as_of: 2021}, {value: deputy ministers, as_of: 2024}]"}),
    Situation("A group of members of parliament, created in a year",
              {"mechanisms": "kind: parliamentary_group, name: Friendship Group of the two parliaments, created: 2014"}),
    Situation("A body that goes by other names too",
              {"mechanisms": "kind: council, name: Business Council, aliases: [Joint Business Council, Council of "
                             "Commerce]"}),
    Situation("A session beside a summit of an organisation",
              {"mechanisms": f"{_COMMISSION}, sessions: [{{number: 3, date: 2023-09-20, venue: {{city: New York, "
                             "country: USA, event: oso}}]"}),
]  # fmt: skip
