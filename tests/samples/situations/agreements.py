"""Documents between the two states, in every state that they can be in."""

from __future__ import annotations

from samples.situations.one_situation import Situation

AGREEMENTS = [
    Situation("A treaty of which nothing but its title is known",
              {"agreements": "kind: treaty, title: Treaty on fish, recorded: 2026-01-10"}),
    Situation("A treaty that was signed; nothing says that it is in force",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2024-03-05"}),
    Situation("A treaty whose day of signature is inferred",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2024-03-05, inferred: [signed]"}),
    Situation("A treaty in force since a day",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2019-03-05, in_force: 2021-01-01"}),
    Situation("A treaty in force since a year",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2019, in_force: 2021, unts: I-54321"}),
    Situation("An agreement in force, of which nobody says since when",
              {"agreements": "kind: agreement, title: Agreement on air traffic, signed: 2012, state: in_force"}),
    Situation("An agreement that has expired",
              {"agreements": "kind: agreement, title: Agreement on air traffic, signed: 2012, in_force: 2013-02, "
                             "ended: 2023-02-28, state: expired"}),
    Situation("A treaty that was terminated, on a day that nobody gives",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 1978, state: terminated"}),
    Situation("An agreement that is suspended",
              {"agreements": "kind: agreement, title: Agreement on visas, signed: 2012, in_force: 2013-02, "
                             "state: suspended"}),
    Situation("An agreement in force whose end is laid down",
              {"agreements": "kind: agreement, title: Agreement on air traffic, signed: 2017-01-12, "
                             "in_force: 2017-06-01, ended: 2027-05-31"}),
    Situation("An agreement that is being negotiated, another that is initialled",
              {"agreements": """
                  kind: agreement, title: Agreement on pensions, state: negotiating, recorded: 2025
                  kind: agreement, title: Agreement on taxes, state: initialled, recorded: 2025"""}),
    Situation("An agreement that is to be signed on a day",
              {"agreements": "kind: agreement, title: Agreement on pensions, signed: 2026-09-14, planned: true, "
                             "recorded: 2026-05-02"}),
    Situation("A memorandum that is to be signed, on no day that is known",
              {"agreements": "kind: mou, title: Memorandum on ports, planned: true, recorded: 2026-05-02"}),
    Situation("A declaration, which binds nobody",
              {"agreements": "kind: declaration, title: Declaration on the sea, signed: 2024-03-05, "
                             "binding: 'no'"}),
    Situation("A declaration of which nobody says whether it binds",
              {"agreements": "kind: declaration, title: Declaration on the sea, signed: 2024-03-05"}),
    Situation("A memorandum of understanding, said not to bind by the desk alone",
              {"agreements": "kind: mou, title: Memorandum on ports, signed: 2023-11, binding: 'no', "
                             "inferred: [binding]"}),
    Situation("A treaty that one side has ratified",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2024-03-05, "
                             "ratifications: [{party: NOR, date: 2025-06-12}]"}),
    Situation("A treaty that both sides have ratified, with no word on its entry into force",
              {"agreements": "kind: treaty, title: Treaty on fish, signed: 2024-03-05, state: ratified, "
                             "ratifications: [{party: NOR, date: 2025-06-12}, {party: KEN}]"}),
    Situation("Two treaties in force, and a third that is signed",
              {"agreements": """
                  kind: treaty, title: Treaty on fish, signed: 2019-03-05, in_force: 2021-01-01
                  kind: agreement, title: Agreement on taxes, signed: 1972, in_force: 1973-09
                  kind: treaty, title: Treaty on extradition, signed: 2025-03-05"""}),
    Situation("Two treaties, signed both; nothing says that they are in force",
              {"agreements": """
                  kind: treaty, title: Treaty on fish, signed: 2024-03-05
                  kind: treaty, title: Treaty on extradition, signed: 2025-03-05"""}),
    Situation("A count of documents, exact and with its day",
              {"agreements": "kind: stock, title: Documents signed since 1963, count: 34 documents, "
                             "count_as_of: 2025-06-30, kinds: [agreement, mou, protocol]"}),
    Situation("A count of documents that is a least, by a year",
              {"agreements": "kind: stock, title: Documents between the two states, count: '> 80 documents', "
                             "count_as_of: ../2021"}),
    Situation("A count of one document",
              {"agreements": "kind: stock, title: Treaties on record, count: 1 document, count_as_of: 2025"}),
    Situation("A memorandum that was signed on a visit",
              {"visits": "id: minister, kind: official, title: Visit of the Minister of Fisheries, date: 2024-03-05, "
                         "visitor: {party: NOR, role: Minister of Fisheries of Norway}, host: KEN, major: true",
               "agreements": "kind: mou, title: Memorandum on ports, signed: 2024-03-05, signed_during: minister"}),
]  # fmt: skip
