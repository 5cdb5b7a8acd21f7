"""Judgements, positions, recommendations and lines; memberships, projects and contacts."""

from __future__ import annotations

from samples.situations.one_situation import Situation

VIEWS = [
    Situation("A claim that figures on record do not bear out",
              {"trade": "period,exporter,importer,value,op,reporter,valuation,year_basis,counts\n"
                        "2024,KEN,NOR,20,about,KEN,FOB,calendar,goods\n2025,KEN,NOR,21,about,KEN,FOB,calendar,goods",
               "assessments": "kind: assessment, text: Trade is said to have developed well for both countries., "
                              "contradicts: [trade-2]"}),
    Situation("A claim that sources contest, and one that its source makes with care",
              {"assessments": """
                  kind: assessment, text: The two economies fit each other well., status: contested
                  kind: assessment, text: The treaty may help small firms., hedged: true, date: 2025"""}),
    Situation("A cause, an expectation, a profile and a general view",
              {"assessments": """
                  kind: causal, text: The authors credit the commission with the growth of trade.
                  kind: expectation, text: Trade is expected to double by 2030., hedged: true
                  kind: profile, text: Norway is described as a small and open economy., about: [NOR]
                  kind: general, text: Distance is said to matter less than it did."""}),
    Situation("Positions: of one side, and of both",
              {"positions": """
                  parties: [KEN], statement: Kenya seeks better terms for its tea.
                  parties: [KEN, NOR], statement: The two sides support reform of the United Nations."""}),
    Situation("Recommendations: to the government, to companies, and to nobody by name",
              {"recommendations": """
                  action: Hold the joint commission each year., area: politics, owner: Foreign ministries, horizon: ongoing, priority: 1
                  action: Show goods at trade fairs., area: trade, owner: Chambers of commerce, addressee: business, horizon: 1y
                  action: Expand academic exchange., area: education, horizon: open, parts: [language courses, shared degrees]"""}),
    Situation("Lines to take, one of them only if asked",
              {"lines_to_take": """
                  title: Tea, text: We seek fair terms for tea., party: KEN
                  title: Sanctions, text: The matter is before the courts., party: KEN, if_asked: Why are two banks barred?"""},
              relation={"perspective": "KEN"}, hides=("BG253",)),
]  # fmt: skip
PEOPLE = [
    Situation("Memberships of both, of one, of the past, and one that is applied for",
              {"memberships": """
                  parties: [KEN, NOR], organisation: oso, role: member, during: 2018/..
                  parties: [KEN], organisation: tides, role: observer
                  parties: [NOR], organisation: tides, role: member, during: 2001/2019
                  parties: [KEN], organisation: horizon, role: applicant, during: 2025/.."""}),
    Situation("Projects with and without the two, one of them part of an initiative",
              {"projects": """
                  id: port, kind: infrastructure, name: Port of Lamu, parties: [KEN], relevance: Norwegian firms work on its quays.
                  id: line, kind: link, name: Line of the north, parties: [KEN, NOR, SWE], part_of: tides, links: [port]"""}),
    Situation("Contacts: an embassy with and without a name, an honorary consul",
              {"contacts": """
                  kind: embassy, name: Embassy of Norway in Nairobi, party: NOR, post: Counsellor for trade, city: Nairobi, phone: +254 20 000 0000, mail: trade@example.org, web: 'https://embassy.example.org', during: 2024/..
                  kind: honorary_consul, name: Honorary Consulate of Norway in Mombasa, party: NOR, city: Mombasa
                  kind: ministry_desk, name: Desk for Northern Europe, party: KEN, post: Director, person: wanjiru, city: Nairobi"""}),
    Situation("Forums: a council, one forum, and several that are counted",
              {"forums": """
                  kind: council, name: Business Council
                  kind: forum, name: Forum on Fish, text: It met twice in Bergen.
                  kind: forums, name: Forums of companies, count: '>= 3'"""}),
]  # fmt: skip
