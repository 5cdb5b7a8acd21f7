"""Problems as values with a place, and how they are printed."""

from briefgen.diagnostics.articles import with_article
from briefgen.diagnostics.codes import CODES, JUDGED_CODES, SENTENCE_CODES, UNPRINTED, code_of
from briefgen.diagnostics.diagnostic import Diagnostic, Outcome, Severity
from briefgen.diagnostics.echo import echo
from briefgen.diagnostics.extras import Extra
from briefgen.diagnostics.place import NOWHERE, SHIPPED, Place
from briefgen.diagnostics.printers import (
    FOR_MACHINES,
    FOR_PEOPLE,
    PAGE,
    REPORTS,
    print_human,
    print_short,
)
from briefgen.diagnostics.printers.visible import visible
from briefgen.diagnostics.report import Report
from briefgen.diagnostics.suggest import close_to, did_you_mean, nearly_or

__all__ = [
    "CODES",
    "FOR_MACHINES",
    "FOR_PEOPLE",
    "JUDGED_CODES",
    "NOWHERE",
    "PAGE",
    "REPORTS",
    "SENTENCE_CODES",
    "SHIPPED",
    "UNPRINTED",
    "Diagnostic",
    "Extra",
    "Outcome",
    "Place",
    "Report",
    "Severity",
    "close_to",
    "code_of",
    "did_you_mean",
    "echo",
    "nearly_or",
    "print_human",
    "print_short",
    "visible",
    "with_article",
]
