"""What the process that reads data needs and those that make briefs too: loaded before these are forked from it."""

from __future__ import annotations

import briefgen.gc_pause
import briefgen.model.audience
import briefgen.model.editions.differences
import briefgen.model.editions.edition_changes
import briefgen.model.facts.currencies
import briefgen.model.facts.declared_indicators
import briefgen.model.facts.known
import briefgen.model.facts.secret
import briefgen.model.kinds
import briefgen.model.looks.citation_style
import briefgen.model.looks.contrast
import briefgen.model.rendering
import briefgen.model.template_names
import briefgen.model.timelines
import briefgen.model.traversal
import briefgen.model.values.address
import briefgen.model.values.arithmetic
import briefgen.model.values.conversion
import briefgen.model.values.countries
import briefgen.model.values.indicators
import briefgen.model.values.map_frames
import briefgen.model.values.written_date
import briefgen.model.view
import briefgen.model.wording.phrases
import briefgen.model.workspace
import briefgen.trace  # noqa: F401 - for what they load
