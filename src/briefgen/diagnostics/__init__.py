"""Problems as values with a place, and how they are printed."""

from briefgen.diagnostics.codes import CODES, code_of
from briefgen.diagnostics.diagnostic import Diagnostic, Outcome, Severity
from briefgen.diagnostics.place import NOWHERE, Place
from briefgen.diagnostics.printers import print_human, print_short, visible
from briefgen.diagnostics.report import Report
from briefgen.diagnostics.suggest import did_you_mean

__all__ = [
    "CODES",
    "NOWHERE",
    "Diagnostic",
    "Outcome",
    "Place",
    "Report",
    "Severity",
    "code_of",
    "did_you_mean",
    "print_human",
    "print_short",
    "visible",
]
