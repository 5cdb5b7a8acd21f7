"""What a new template starts from: short, and right as it stands."""

from __future__ import annotations

import re
from typing import assert_never

from briefgen.model.template_files import TemplateKind

_AUDIENCE = """\
# yaml-language-server: $schema=../schemas/audience.schema.json
# docs/templates.md says what each field is, and which others there are.

# What the audience is called, and how the running head and the first page name the brief.
name: {{en: "{title}"}}
brief_for: {{en: "brief for {words}"}}
subtitle: {{en: "Where the relation stands"}}
# The most that these readers may see: public, official or restricted.
clearance: public
# Leaves out facts without a source that they may see.
require_source: true
# How sources are shown: numbers, author-date, under exhibits alone (exhibits), or none.
citations: {{markers: numbers}}
# What a brief may not be longer than; what goes first is said by ranks.
limits: {{pages: 4}}
# In this order. `briefgen fields trade` lists the options of one, `briefgen explain --section trade` what it prints.
sections:
  - summary
  - key_figures
  - timeline: {{major: true}}
  - trade
  - sources
"""
_SECTION = """\
---
about: What this section shows, for whoever lists it in an audience.
options:
  limit: 5
---
{{# `briefgen fields` lists what can be printed here. Double brackets fall away where a value in them is missing. #}}
[[## {title}

{{% each one in milestones|at_most(options.limit)|fitted(least=2) %}}- [[{{{{ one.date|date }}}}: ]]{{{{ one.title }}}}
  [[: {{{{ one.text }}}}]]
  {{{{ cite(one) }}}}{{{{ note(one.note) }}}}

[[{{{{ ref("{name}") }}}} lists the visits.]]

{{% call(one) table("Visits", rows=visits|at_most(options.limit), name="{name}") %}}
| Visit | Host | Date |
| --- | --- | --- |
| {{{{ one.title }}}}{{{{ note(one.note) }}}}
| {{{{ one.host|name }}}}
| {{{{ one.date|date("short") }}}}
|
{{% endcall %}}]]
"""
_PARTIAL = """\
{{# Shared by sections that say: {{% from "partials/{name}.md.j2" import line %}} #}}
{{% macro line(fact) %}}
- [[{{{{ fact.date|date }}}}: ]]{{{{ fact.title }}}}{{{{ cite(fact) }}}}
{{% endmacro %}}
"""
_STYLE = """\
# yaml-language-server: $schema=../schemas/style.schema.json
# What is left out stays as briefgen has it. `briefgen new style house --from shipped` writes out all that there is.

# The colour of text; the parties, rules and notes have others.
palette:
  ink: "#17202b"
# Sizes in points, by what the text is.
text:
  title: {{size: 23, leading: 26}}
"""
_CITATION_STYLE = """\
<?xml version="1.0" encoding="utf-8"?>
<!-- The Citation Style Language, https://citationstyles.org/: numbers in the text, and a list. -->
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info>
    <title>{title}</title>
    <id>urn:style:{name}</id>
    <updated>2026-01-01T00:00:00+00:00</updated>
  </info>
  <citation>
    <layout prefix="[" suffix="]" delimiter=", ">
      <text variable="citation-number"/>
    </layout>
  </citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author"/>
        <text variable="title" font-style="italic"/>
        <text variable="container-title"/>
        <date variable="issued">
          <date-part name="year"/>
        </date>
        <text variable="URL"/>
      </group>
    </layout>
  </bibliography>
</style>
"""

_WORDING = """\
# yaml-language-server: $schema=../schemas/wording.schema.json
# Words of your own, entry by entry; what is not said here stays as briefgen has it. docs/wording.md lists the entries.
# The name of the file says for whom: en.yaml for all audiences, minister.en.yaml for one.
#
# unstated: not known
# up:
#   plain: went up by about {{estimate}}
"""


def skeleton(kind: TemplateKind, name: str) -> str:
    """The text of a new file; in what it prints there is no digit of its name, since figures are never typed."""
    words = " ".join(re.sub(r"[\W\d_]+", " ", name).split()) or kind.word
    return _text_of(kind).format(name=name, words=words, title=f"{words[0].upper()}{words[1:]}")


def _text_of(kind: TemplateKind) -> str:
    match kind:
        case TemplateKind.AUDIENCE:
            return _AUDIENCE
        case TemplateKind.SECTION:
            return _SECTION
        case TemplateKind.PARTIAL:
            return _PARTIAL
        case TemplateKind.STYLE:
            return _STYLE
        case TemplateKind.CITATION_STYLE:
            return _CITATION_STYLE
        case TemplateKind.WORDING:
            return _WORDING
        case _:
            assert_never(kind)
