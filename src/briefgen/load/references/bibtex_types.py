"""The types and fields of BibTeX and BibLaTeX, and what they are called in CSL."""

from __future__ import annotations


def words_of(text: str) -> frozenset[str]:
    """Words of a list that is written with blanks between."""
    return frozenset(text.split())


TYPES = {
    "article": "article-journal", "artwork": "graphic", "audio": "song", "book": "book", "bookinbook": "chapter",
    "booklet": "pamphlet", "collection": "book", "commentary": "book", "conference": "paper-conference", "dataset":
    "dataset", "electronic": "webpage", "image": "graphic", "inbook": "chapter", "incollection": "chapter",
    "inproceedings": "paper-conference", "inreference": "entry-encyclopedia", "jurisdiction": "legal_case", "legal":
    "treaty", "legislation": "legislation", "letter": "personal_communication", "manual": "report", "map": "map",
    "mastersthesis": "thesis", "misc": "document", "movie": "motion_picture", "music": "song", "mvbook": "book",
    "mvcollection": "book", "mvproceedings": "book", "mvreference": "book", "online": "webpage", "patent": "patent",
    "performance": "performance", "periodical": "periodical", "phdthesis": "thesis", "proceedings": "book",
    "reference": "book", "report": "report", "review": "review", "software": "software", "standard": "standard",
    "suppbook": "chapter", "suppcollection": "chapter", "suppperiodical": "article-journal", "techreport": "report",
    "thesis": "thesis", "unpublished": "manuscript", "video": "motion_picture", "www": "webpage",
    # those of reference managers
    "bachelorsthesis": "thesis", "blog": "post-weblog", "bill": "bill", "code": "software", "diplomathesis": "thesis",
    "film": "motion_picture", "hearing": "hearing", "internet": "webpage", "interview": "interview", "lecture":
    "speech", "magazine": "article-magazine", "newspaper": "article-newspaper", "newsarticle": "article-newspaper",
    "phd": "thesis", "podcast": "broadcast", "presentation": "speech", "speech": "speech", "talk": "speech", "treaty":
    "treaty",
    "webpage": "webpage", "website": "webpage", "workingpaper": "report", "bookreview": "review-book",
}  # fmt: skip
"""Type of an entry → type of CSL; any other is a document, and told."""
ANY_TYPE = "document"
CONTAINERS = frozenset({"xdata"})
"""Types of entries that hold fields for others, and are no reference."""
SETS = frozenset({"set", "bibnote"})
"""Types of entries that only point to others, or are a remark."""

SUBTYPES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
"""`entrysubtype` of an article → its type of CSL."""

GENRES = {
    "phdthesis": "PhD thesis", "mathesis": "MA thesis", "mastersthesis": "Master’s thesis", "bathesis": "BA thesis",
    "candthesis": "Candidate thesis", "bachelorsthesis": "Bachelor’s thesis", "diplomathesis": "Diploma thesis",
    "phd": "PhD thesis", "techreport": "technical report", "resreport": "research report", "workingpaper":
    "working paper", "software": "computer software", "datacd": "data CD", "audiocd": "audio CD", "patent": "patent",
    "patentde": "German patent", "patenteu": "European patent", "patentfr": "French patent", "patentuk":
    "British patent", "patentus": "U.S. patent", "patreq": "patent request", "patreqde": "German patent request",
    "patreqeu": "European patent request", "patreqfr": "French patent request", "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}  # fmt: skip
"""Word of BibLaTeX for a kind of work, or type of an entry that says it → how it is printed."""
KIND_BY_TYPE = frozenset({"phdthesis", "mastersthesis", "bachelorsthesis", "diplomathesis", "phd", "workingpaper"})
"""Types of entries that say what kind of work it is, where no field does."""

NAMES = {
    "author": "author", "editor": "editor", "translator": "translator", "bookauthor": "container-author",
    "director": "director", "holder": "author", "origauthor": "original-author", "composer": "composer",
    "illustrator": "illustrator", "editora": "editor", "editorb": "editor", "editorc": "editor",
}  # fmt: skip
"""Field → variable that holds names; of two that fill the same one, the first wins."""
EDITOR_ROLES = {
    "compiler": "compiler", "director": "director", "producer": "producer", "organizer": "organizer", "founder":
    "editor", "editor": "editor", "continuator": "editor", "redactor": "editor", "reviser": "editor",
    "collaborator": "contributor", "translator": "translator", "illustrator": "illustrator", "interviewer":
    "interviewer", "host": "host", "narrator": "narrator", "performer": "performer", "seriescreator":
    "series-creator", "composer":
    "composer", "executiveproducer": "executive-producer", "scriptwriter": "script-writer", "curator": "curator",
}  # fmt: skip
"""`editortype` → variable."""
WORDS = {
    "shorttitle": "title-short", "journal": "container-title", "journaltitle": "container-title", "publisher":
    "publisher", "institution": "publisher", "school": "publisher", "organization": "publisher", "howpublished":
    "publisher", "address": "publisher-place", "location": "publisher-place", "volume": "volume", "issue": "issue",
    "edition": "edition", "series": "collection-title", "isbn": "ISBN", "issn": "ISSN", "langid": "language",
    "language": "language", "type": "genre", "chapter": "chapter-number", "eventtitle": "event-title", "venue":
    "event-place", "shortjournal": "container-title-short", "version": "version", "pagetotal": "number-of-pages",
    "volumes": "number-of-volumes", "origtitle": "original-title", "origpublisher":
    "original-publisher", "origlocation": "original-publisher-place", "pubstate": "status", "library": "archive",
    "pmid": "PMID", "pmcid": "PMCID", "annote": "annote",
}  # fmt: skip
"""Field → variable that holds words; of two that fill the same one, the first wins."""
NOTES = ("note", "addendum")
"""Fields that are printed behind the rest."""
STATES = {"inpress": "in press", "forthcoming": "forthcoming", "inpreparation": "in preparation", "submitted":
          "submitted", "prepublished": "prepublished"}  # fmt: skip
"""`pubstate` of BibLaTeX → words."""
WITHOUT_VARIABLE = words_of(
    "annotator commentator afterword foreword introduction origlanguage reprinttitle shortauthor shorteditor "
    "shareholder namea nameb namec lista listb listc listd liste listf nameatype namebtype namectype gender"
)
"""Fields that BibLaTeX can print and CSL has no variable for."""
READ = (
    words_of(
        "title subtitle titleaddon booktitle booksubtitle booktitleaddon maintitle mainsubtitle maintitleaddon "
        "journalsubtitle journaltitleaddon issuetitle issuesubtitle issuetitleaddon pages number eid part date year "
        "month day endyear endmonth endday urldate urlyear urlmonth urlday eventdate origdate url doi eprint "
        "eprinttype archiveprefix eprintclass primaryclass editortype editoratype editorbtype editorctype options "
        "crossref xdata xref entrysubtype bookpagination pagination"
    )
    | NAMES.keys()
    | WORDS.keys()
    | set(NOTES)
)
"""Fields that are read."""
PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")
"""Fields that say who brought it out; where several do, all are kept."""
NOT_PRINTED = words_of(
    "abstract annotation keywords keyword file timestamp owner created modified added entryset execute gender ids "
    "indextitle indexsorttitle isan ismn isrn iswc label langidopts nameaddon presort related relatedoptions "
    "relatedstring relatedtype shorthand shorthandintro sortkey sortname sortshorthand sorttitle sortyear verba verbb "
    "verbc usera userb userc userd usere userf crossrefs copyright rights reviewed contents urls mrnumber mrclass "
    "mrreviewer fjournal eissn lccn zblnumber numpages coden doi-asserted-by"
)
"""Fields that help to manage a library, and that no style prints."""
