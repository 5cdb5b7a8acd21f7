"""Money that one side puts to work in the other, and rules that bear on dealing with it."""

from __future__ import annotations

from samples.situations.one_situation import Situation

MONEY = [
    Situation("An investment that was announced",
              {"investments": "kind: direct_investment, title: Fish farm in Kisumu, amount: about 25 million USD, "
                              "investor: NOR, host: KEN, companies: [Fjordfisk], sector: fish, announced: 2025-11"}),
    Situation("An investment that was agreed, and announced before",
              {"investments": "kind: joint_venture, title: Shipyard in Mombasa, amount: 10..12 million USD, "
                              "companies: [Verft AS, Coast Yards], announced: 2024-06, agreed: 2025-03-20"}),
    Situation("An investment that has begun",
              {"investments": "kind: direct_investment, title: Fish farm in Kisumu, amount: '>= 25 million USD', "
                              "investor: NOR, host: KEN, announced: 2023, begun: 2025-02"}),
    Situation("An investment that is completed",
              {"investments": "kind: acquisition, title: Tea works in Bergen, investor: KEN, host: NOR, "
                              "announced: 2006-11, agreed: 2007-04-20, begun: 2008, completed: 2009"}),
    Situation("An investment that was given up",
              {"investments": "kind: direct_investment, title: Glass works in Nakuru, amount: about 19 million USD, "
                              "investor: NOR, host: KEN, announced: 2018-10, cancelled: 2020-06"}),
    Situation("A loan of which nobody says how far it has come",
              {"investments": "kind: loan, title: Loan for schools, amount: 75 million USD, investor: NOR, host: KEN, "
                              "recorded: 2025, terms: Eight years at a fixed rate."}),
    Situation("A grant of an organisation, given on a visit, and a second one",
              {"visits": "id: minister, kind: official, title: Visit of the Minister of Fisheries, date: 2024-03-05, "
                         "visitor: {party: NOR, role: Minister of Fisheries of Norway}, host: KEN, major: true",
               "investments": """
                   kind: grant, title: Grant for harbours, amount: 2 million USD, organisation: oso, host: KEN, announced: 2024-03-05, announced_during: minister
                   kind: grant, title: Grant after the floods, amount: 250 thousand USD, investor: NOR, host: KEN, announced: 2023-05"""}),
]  # fmt: skip
RULES = [
    Situation("Sanctions in force since a day",
              {"restrictions": "kind: sanctions, title: Sanctions on two banks, affects: [KEN], imposed_by: NOR, "
                               "scope: two banks, since: 2024-02-01, consequence: Payments through them are stopped."}),
    Situation("Sanctions that were lifted",
              {"restrictions": "kind: sanctions, title: Sanctions on two banks, affects: [KEN], imposed_by: NOR, "
                               "since: 2019, until: 2023-06-30"}),
    Situation("A restriction that was announced",
              {"restrictions": "kind: market_access, title: Tests of tea, affects: [KEN], imposed_by: NOR, "
                               "announced: 2026-04-10"}),
    Situation("A restriction that is suspended, and one of which nothing is known",
              {"restrictions": """
                  kind: payment, title: Limit on transfers, affects: [KEN, NOR], imposed_by: KEN, since: 2020, state: suspended
                  kind: export_control, title: Permits for pumps, affects: [KEN], organisation: oso, recorded: 2024"""}),
    Situation("A restriction in force whose end is laid down",
              {"restrictions": "kind: visa, title: Quota of work visas, affects: [KEN], imposed_by: NOR, "
                               "since: 2023-01, until: 2027-01-31"}),
    Situation("A programme whose time runs",
              {"programmes": "kind: action_plan, title: Plan of action on fish, adopted: 2024-01-10, span: 2024/2027, "
                             "contents: [shared laboratories, a fund for young firms], major: true"}),
    Situation("A programme whose time is over, with no word of what came of it",
              {"programmes": "kind: programme, title: Programme of exchanges, adopted: 2021-03, span: 2021/2024"}),
    Situation("A roadmap that is being negotiated, and a strategy of one side alone",
              {"programmes": """
                  kind: roadmap, title: Roadmap for railways, state: negotiating, recorded: 2025
                  kind: strategy, title: Norway's strategy for Africa, parties: [NOR], adopted: 2024-08"""}),
    Situation("A programme that ended on a day",
              {"programmes": "kind: programme, title: Programme of exchanges, adopted: 2021-03, span: 2021/2024, "
                             "ended: 2023-12-31"}),
    Situation("Commitments: due, done, dropped, and open",
              {"commitments": """
                  title: Send a draft of the protocol, made: 2025-03-04, party: KEN, owner: Ministry of Trade, due: 2025-12
                  title: Open the register of vessels, made: 2025-03-04, party: NOR, done: 2025-09-01
                  title: Hold a fair of fish, made: 2024-03-05, state: dropped
                  title: Name a contact for ports, made: 2026-02-04, due: 2026-12"""}),
    Situation("One commitment, of which nothing more is known",
              {"commitments": "title: Name a contact for ports, made: 2026-02-04"}),
]  # fmt: skip
