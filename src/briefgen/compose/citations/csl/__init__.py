"""Citations in the styles of the Citation Style Language (CSL 1.0.2), through citeproc.

Imported where a style is used: briefs without one start without citeproc.
"""

from briefgen.compose.citations.csl.items import CitedItem, Locator, record_of
from briefgen.compose.citations.csl.prepared_styles import Prepared, prepared, year_suffixes
from briefgen.compose.citations.csl.typesetting import inlines_of, words_of

__all__ = ["CitedItem", "Locator", "Prepared", "inlines_of", "prepared", "record_of", "words_of", "year_suffixes"]
