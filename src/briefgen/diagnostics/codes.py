"""The register of diagnostic codes; a code is never used again for something else.

The hundreds digit is the stage: 1 load, 2 validate, 3 view, 4 compose, 5 render, 6 publish, 9 our own fault.
Every code also has the short name that the domain's handbook of checks uses; `ignore:` takes either.
"""

CODES: dict[str, tuple[str, str]] = {
    "BG101": ("LOAD-MISSING", "a file or folder that must be there is missing"),
    "BG102": ("LOAD-ENCODING", "a file is not UTF-8 text, or holds a character no brief can print"),
    "BG103": ("LOAD-LIMIT", "a file is larger or deeper than the loader accepts"),
    "BG104": ("LOAD-SYNTAX", "a file is not well-formed YAML, CSV or JSON"),
    "BG105": ("SCH-KEY-DUP", "a key is given twice"),
    "BG106": ("SCH-FIELD", "an unknown field"),
    "BG107": ("SCH-REQUIRED", "a field that must be there is missing"),
    "BG108": ("SCH-TYPE", "a value of the wrong shape"),
    "BG109": ("SCH-ENUM", "a value outside its list"),
    "BG110": ("DAT-FORMAT", "a date that is not EDTF"),
    "BG111": ("QTY-FORMAT", "a quantity that cannot be read"),
    "BG112": ("WS-CONFIG", "a fault in briefgen.toml"),
    "BG113": ("AUD-UNKNOWN", "an audience that is not there"),
    "BG114": ("SEC-UNKNOWN", "a section or option that is not there"),
    "BG115": ("REL-UNKNOWN", "a relation that is not there"),
    "BG116": ("TPL-HEADER", "the head of a section template cannot be read"),
    "BG117": ("STYLE-RANGE", "a measure that no page can be set with"),
    "BG118": ("SEN-UNLABELLED", "a record without a sensitivity, where neither file nor relation gives one"),
    "BG201": ("SCH-ID-DUP", "an id is used twice"),
    "BG202": ("SCH-LINK", "a link to an id that does not exist"),
    "BG203": ("GEO-ISO", "an unknown country code"),
    "BG204": ("TRD-SUM", "the flows of a year do not add up to its turnover"),
    "BG205": ("TRD-BALANCE", "a balance that differs from the flows"),
    "BG206": ("GEO-PARTY", "a party that is not one of the relation"),
    "BG207": ("GEO-SELF", "sender and receiver are the same"),
    "BG208": ("DAT-FUTURE", "a past event dated after the as-of date"),
    "BG209": ("DAT-ORDER", "dates in an impossible order"),
    "BG210": ("DAT-BEFORE-REL", "an event older than the diplomatic relations"),
    "BG211": ("DAT-IMPLIED", "a period that the source does not state"),
    "BG212": ("MEC-COUNT", "the number of sessions held does not fit the sessions listed"),
    "BG213": ("REF-DANGLING", "a source that is not among the references"),
    "BG214": ("CITE-MISSING", "a fact without a source"),
    "BG215": ("TRD-DUP", "the same trade figure twice"),
    "BG216": ("TRD-UNIT", "a trade figure without unit or currency"),
    "BG217": ("TRD-HS", "an HS code that cannot be one"),
    "BG218": ("PER-OFFICE", "a person without an office at the date of the event"),
    "BG219": ("REF-FIELDS", "a reference without the fields a reader needs"),
    "BG220": ("IGNORE-UNKNOWN", "a suppression of a code that does not exist"),
    "BG221": ("DAT-ANNIV", "an anniversary that does not fit the event it counts from"),
    "BG301": ("VIEW-EMPTY", "nothing is left for an audience"),
    "BG302": ("AUD-BREACH", "a brief leans on a fact that its audience may not see"),
    "BG401": ("TPL-SYNTAX", "a template that cannot be read"),
    "BG402": ("TPL-UNDEFINED", "a name that templates do not know"),
    "BG403": ("TPL-TABLE", "a broken table"),
    "BG404": ("TPL-USE", "a value, filter or function used in a way that does not work"),
    "BG405": ("TPL-LIMIT", "a template that takes too long or writes too much"),
    "BG406": ("TPL-MARKUP", "Markdown that a brief cannot show"),
    "BG407": ("SEC-EMPTY", "a section without content"),
    "BG408": ("AUD-LENGTH", "a brief longer than its audience's limit"),
    "BG501": ("FONT-GLYPH", "a character that the fonts do not have"),
    "BG601": ("OUT-WRITE", "an output file cannot be written"),
    "BG602": ("OUT-LOCKED", "another run holds the output folder"),
    "BG603": ("OUT-BROKEN", "a made file failed its check before publishing"),
    "BG604": ("OUT-LEAK", "a made file holds words that its audience may not see"),
    "BG900": ("BUG", "briefgen's own fault"),
}
"""Code → (short name, one line)."""


def code_of(name: str) -> str | None:
    """The code for a code or a short name, or None."""
    if name in CODES:
        return name
    return next((code for code, (short, _) in CODES.items() if short == name), None)
