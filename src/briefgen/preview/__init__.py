"""The local web page for editors: a brief as it will be, made anew at each save.

One process serves the page to this machine alone and reads the workspace; briefs are made as by `make`, in a walled
process that sees views alone, and nothing is written to the output.
"""

from __future__ import annotations

from briefgen.preview.brief_choice import offer_of
from briefgen.preview.server import serve
from briefgen.preview.workbench import Bench, HowTold

__all__ = ["Bench", "HowTold", "offer_of", "serve"]
