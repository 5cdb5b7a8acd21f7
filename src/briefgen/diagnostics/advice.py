"""What to do about problems that no rule module explains: code → advice, in a sentence or two."""

ADVICE: dict[str, str] = {
    "BG101": "Put the file or folder there, or run `briefgen init` in a new folder and copy it from there.",
    "BG102": "Save the file as UTF-8 and delete the character that is named; type the text anew where it was pasted.",
    "BG103": "Split the file. The limits keep a slip, or an attack, from taking the machine down.",
    "BG104": "Mend the spot that is named: YAML is indented with blanks, CSV has commas between its fields and JSON no "
    "comma behind the last one. Export what a program wrote.",
    "BG105": "Keep one of the two; the second would silently win over the first.",
    "BG106": "Write the name as docs/data.md has it; the hint names the nearest. An editor with the JSON Schemas of "
    "`briefgen schema` completes the names.",
    "BG107": "Add the field: docs/data.md prints those that must be there in bold.",
    "BG108": "Write the value in the form that the message names; docs/data.md shows one of each.",
    "BG109": "Choose one of the words that the hint lists.",
    "BG110": "Write the date in EDTF: 2015-05-29, 2015-05, 2015, 2019~, 2020?, 2017/.. or ../2021.",
    "BG111": "Write digits with at most one point, a sign before and a unit behind them: 'more than 80 documents'.",
    "BG112": "Correct the setting in briefgen.toml.",
    "BG113": "Name an audience that is shipped or stands in templates/audiences/; `briefgen audiences` lists them.",
    "BG114": "Name a section that is shipped or stands in templates/sections/, and an option that its header declares.",
    "BG115": "Name a folder under data/ that holds a relation.yaml.",
    "BG116": "Begin the template with '---', the fields `about` and `options`, and '---' again; or leave the head out.",
    "BG117": "Choose a measure within the bounds that the message names.",
    "BG118": "Name a shipped style or a file of templates/citations/, or lay the style there.",
    "BG119": "Mend the style at the line and column that are named, or take it anew from where it came.",
    "BG120": "Choose markers and a place that the style can give: docs/citations.md says which.",
    "BG121": "Export the references as CSL-JSON, or install the extra `bib`; docs/commands.md says how.",
    "BG122": "Rename the file or folder: letters, digits and hyphens go everywhere, and no two names may differ by "
    "their capitals alone.",
    "BG123": "Write the page's http or https address, or a mailto one; or take the address out. Links of other kinds "
    "run something or lead into the reader's own machine.",
    "BG124": "Give the file the name that docs/data.md has for what it holds, and a template the folder and ending of "
    "its kind; or take it out of data/ or templates/.",
    "BG125": "Look at the entry as a brief prints it. Write in plain words what is missing, or leave the record as it "
    "is: it is read, but for what the message names.",
    "BG128": "Put the value in quotes, `title: 'The #2 session'`; a comment has a blank behind its #.",
    "BG130": "Write 'sensitivity: public' (or official, or restricted) beside the record, or give its file or its "
    "relation a label in relation.yaml: file_sensitivity, default_sensitivity.",
    "BG131": "Say of the field what its role needs, and nothing else: docs/kinds.md lists the roles with what each "
    "takes.",
    "BG132": "Choose another name: small letters, digits and _, and no word that every fact, every template or another "
    "file has already. A kind's name is that of its file; what one of its records is called, no other kind says. "
    "Plans have a date, title, number, venue and major: where facts happen, fields of these names need the role "
    "that fits.",
    "BG133": "Mend the declaration under kinds/; then the facts are read. Till then nobody can tell what of them may "
    "be shown, and nothing is made.",
    "BG134": "Take the figure in the unit that its indicator declares: a row without `unit` has it. Money names its "
    "currency in the column `unit`. What is counted in another unit is another indicator.",
    "BG135": "Write a language that the message's hint names under `language` in briefgen.toml, or take the line out. "
    'Your own words may be in any language; what briefgen says itself ("about", "since") is not translated yet.',
    "BG136": "Declare a unit as a word with its plural, as `currency` (each row then names its own) or as `%`; alike "
    "wherever it is used. A phrase says {whose} and, where there is a direction, {towards}: 'students from {whose} in "
    "{towards}'.",
    "BG137": "Name the file with small letters, digits and hyphens, and begin it with '---', the fields of its head "
    "and '---' again.",
    "BG138": "Mend the spot that is named. Prose holds Markdown, `[@reference, p. 12]` and "
    '`{{ fact("id").field|filter }}`, and nothing else; put a backslash before a sign that is meant as it stands.',
    "BG139": "Put a PNG or JPEG of at most 20 MB and 64 million pixels into the folder pictures/ beside the record, "
    "under the name that the record has.",
    "BG140": "Write a record for it in pictures.yaml, with its caption, its alternative text and whom to name; or take "
    "the file away.",
    "BG141": "Open the file in Word and save it anew as .docx or .dotx, without macros, embedded objects or "
    "fields that fetch something. docs/word.md says what a house file is; `briefgen style new` writes one.",
    "BG142": "Use the style once in the file and save it: Word keeps only styles that were used. "
    "`briefgen style show` lists what was read.",
    "BG143": "Nothing, if the PDF may look a little otherwise; or name FiraGO or Source Serif 4 in the file.",
    "BG144": "Remove the part in Word, so that what you see is what is used.",
    "BG145": "Nothing, if only the DOCX needs it; else put the picture itself into the header, as PNG or JPEG and "
    "outside of a text box. docs/word.md says which pictures are read.",
    "BG146": "Write a file to start from with `briefgen style new`, and move your styles, letterhead and cover into it "
    "part by part; the part after which this is told again is the one that is wrong.",
    "BG147": "Nothing, if a few briefs alone are in a language that runs from left to right: each says so at its "
    "paragraphs. Else set the direction of Normal in Word.",
    "BG148": "Write a fiscal year as FY2011-12 (2011/12 and 2019-20 are read as such), and a month, quarter or "
    "half-year without a year_basis: they are parts of the calendar. 2011-12 is December unless the row says fiscal.",
    "BG149": "A fiscal year that begins on 1 January is a calendar year: write 2011. Or correct fiscal_year_begins of "
    "the party in relation.yaml.",
    "BG150": "Give the head of the text the label that the message names, or take the field out: what a head "
    "leaves out it has from the first text of its name. It says the same, to the same readers.",
    "BG151": "Write the text in the language of the briefs. Until then `untranslated` in briefgen.toml decides: `show` "
    "prints the default, marked as what it is in, `omit` leaves it out, `refuse` makes it an error.",
    "BG152": "Let both texts name the same facts and references, so that readers of either are told the same.",
    "BG155": "Show fewer pictures, or smaller ones: each is kept at no more than 2000 pixels a side, and a photograph "
    "takes least as a JPEG.",
    "BG160": "Say in `brief_for` whom each brief is for: it tells their titles apart, in lists of files and in tabs.",
    "BG161": "Make the right page margin 46 mm or wider, with the frame of the style Margin Note in it; or take the "
    "style out of the file, and notes stand behind their section.",
    "BG162": "Put a PNG or JPEG into templates/pictures/, name it in `logos` of the style file, and give each logo a "
    "side of its own.",
    "BG163": "Name it under `style` in an audience or in briefgen.toml, or take the file away.",
    "BG164": 'Place it by `picture("flag.png", ...)` in a section, name it under `logos` in a house style, or take the '
    "file away.",
    "BG165": "Write a whole number from 1, which goes last, to 9, which goes first, or `keep` for what never goes.",
    "BG170": "Call the file by a language, `en.yaml`, or by an audience and a language, `minister.en.yaml`.",
    "BG171": "Write the entry as docs/wording.md has it; the hint names the nearest.",
    "BG172": "Write each place in braces as the hint lists them: a figure or name that an entry leaves out is lost.",
    "BG173": "Choose one of the tones, or declare it under `tones:` in templates/wording/en.yaml with the one that "
    "speaks for it where it has no words.",
    "BG174": "Choose two signs that differ, so that a reader can tell 1.5 from 1,500.",
    "BG175": "Say under `labels:` in templates/wording/en.yaml what is to be printed, or write the word as it is to be "
    "read: `choices: [under review]`.",
    "BG176": "Take it out of the file under templates/wording/: all that is told can go together. A file of words says "
    "only what is to be said otherwise than by the words below it.",
    "BG259": "Delete the suppression, so that the check speaks up when it matters again.",
    "BG301": "Look at the audience's clearance and at what it hides, and at `--as-of`.",
    "BG302": "This is briefgen's own fault: please report it. Nothing was written for the audience.",
    "BG303": "Add what is newer. An audience says under `stale_after` how many months it takes, and whether older "
    "facts warn, are marked in the brief as the latest available, or keep it from being made.",
    "BG304": "Nothing, if that audience is not to read it. Else write it without what is named, or other prose, or "
    "another headline, for whoever may know less.",
    "BG320": "Let the audience list a section that shows them. Where they are left out on purpose, say why in the "
    "audience: `leaves_out: {kinds: {forums: 'on two pages only what he decides on'}}`, or by `topics:`. A single fact "
    "is excused by `ignore: [AUD-LESS]` with its reason.",
    "BG321": "Print the facts in a section that an audience lists, or let an audience know them: by its `hide` and its "
    "`clearance`. What is kept for the desk alone is excused by `ignore: [TOPIC-UNTOLD]` with its reason.",
    "BG322": "Take the section out of the audience, or what keeps its facts back out of the audience's `hide`.",
    "BG323": "Show the other fact to that audience too; or word the text so that it can stand alone, and excuse it by "
    "`ignore: [TEXT-ALONE]` with its reason.",
    "BG325": "Make short sentences of short words, beginning with those that the hint names; or raise `grade` under "
    "the audience's `limits`.",
    "BG326": "Make two sentences of it; or raise `sentence_words` under the audience's `limits`.",
    "BG327": "Write the name with the acronym behind it, 'Shanghai Cooperation Organisation (SCO)', where it first "
    "stands, or the name alone; or raise `acronyms` under the audience's `limits`.",
    "BG328": "Leave the sentence out of one of its two places: an option of the section, or `{% if %}`.",
    "BG340": "Say `draft` or `for_clearance` there, and name the edition that was cleared in relation.yaml, under "
    "`cleared`: what is made after it is another one as soon as a word or figure changes.",
    "BG341": "Copy the edition from the paper that was cleared, and write the day on which that was done. Where "
    "several people cleared it, one record names them all.",
    "BG342": "Compare the new edition with the one that was cleared: `make` keeps the files of that beside the owner's "
    "records when another takes their place, and the message names them. Have the new one cleared, and add it under "
    "`cleared`; earlier records may stay.",
    "BG343": "Make the brief as it was made when it was cleared (`--as-of`, `--no-fit`), or have the edition cleared "
    "that is made now.",
    "BG350": "Read the headline against the value as it is now, and mend its words where they hold no more. Then "
    "write the new value beside the fact under `leans_on`, and the day in `written`.",
    "BG351": "Read the headline against what became known since, and lean it on the later facts where they change what "
    "it says. Then write the day in `written`.",
    "BG401": "Mend the template at the line and column that are named.",
    "BG402": "Write the name as docs/templates.md has it; the hint names the nearest.",
    "BG403": "Give each line of the table the same number of cells, and a line of dashes under its head.",
    "BG404": "Look the filter or function up in docs/templates.md.",
    "BG405": "Shorten the loop: a section has bounds on time and length, so that no template stops a run.",
    "BG406": "Use the Markdown that docs/templates.md lists: briefs have no pictures, raw HTML or code.",
    "BG407": "Add data, or let the section fall away with `if_empty: drop`.",
    "BG408": "Leave out a section, lower a section's limit, or raise the audience's. Of pages: give what is kept a "
    "rank, so that it may be left out.",
    "BG409": "Add data, take the section out of the audience, or say that it may fall away: `{if_empty: drop}`.",
    "BG410": "Show a section that leans on it, or leave it: the brief does not list it.",
    "BG411": "Look at the style and the record that are named: the plain form stands in for that entry.",
    "BG412": "Put what leans on it into double square brackets: `[[, in {{ visit.venue.city }}]]` falls away, words "
    "and all, where the value is missing, and `[[... ?? ...]]` then says something else. `{% if %}` asks for more at "
    "once.",
    "BG413": "Print it in a section that an audience lists, or leave it: the note only says that no reader sees it. It "
    "is told where all audiences are checked.",
    "BG414": "Give the chart years (`trade`), or months, quarters or half-years of `trade_periods` by their `length`; "
    "or say with `length=` which of a series or of converted figures it draws.",
    "BG416": "Enter the rate of that very period in data/rates.csv, with its source; no other period's rate is used, "
    "nor one by way of a third currency. The amount stands as it was stated.",
    "BG417": "Choose bar, column or line, where each unit has a panel of its own, or give it periods of one unit.",
    "BG418": "Give the call what it can show, or take it out: what it was given has no place in it.",
    "BG420": "Give stocks (how much there is) one chart and flows (how much there was in a period) another: on one "
    "axis they look as if they could be added or compared.",
    "BG422": "Write the field as docs/data.md has it, and print only what is filled in: prose cannot ask whether "
    "something is there.",
    "BG423": "Look the filter up in docs/templates.md: prose has those that put one value into words.",
    "BG424": "Take one of the two calls of `prose` out, or name other prose.",
    "BG425": "Print it in words: `|label` for a word of a list, `|name` for a country, a person or an organisation.",
    "BG430": "Lay the file into templates/pictures/, or write its name as it stands there.",
    "BG440": "Print the figure from the data, or mark it and say why it stands there: `{{ typed('2030', 'why') }}`.",
    "BG441": "Keep headings, tables, boxes, charts and pictures in the text; the note beside them says what they mean.",
    "BG464": "Leave `form=` out and the number of events decides, show fewer with `most=`, or shorten their titles.",
    "BG467": 'Leave the small word out and print the date with `|date("on")`: a day has `on`, a month or year '
    "`in`, and a span `from`, however finely the data know it.",
    "BG446": "Say in `headline` of the audience what the reader should take away, in some fifty characters; what "
    "cannot be left out stands better in `standfirst`. The headline is else made of the relation's `title` and the "
    "audience's `brief_for`.",
    "BG466": "Let an audience set the option otherwise, or take the branch out of the template. What hangs on the data "
    "is not told: other days and relations may take it.",
    "BG465": "Give the exhibit a name, `name='sold'`, and mention it in the text: `[[{{ ref('sold') }} shows what each "
    "side sold.]]`. In brackets the sentence falls away where the exhibit does.",
    "BG447": "The title of a box is a heading, for who goes through a brief by its headings. Let a heading follow the "
    "box, or place the box at the end of its section.",
    "BG448": "Say what the figures come to, and leave them to sections, which print them with their source.",
    "BG451": "Nothing, if that may go. Else raise the audience's limit of pages, or rank the section higher: "
    "`{rank: 2}`; `make --no-fit` shows all.",
    "BG502": "Show less in one brief, or give it more under [limits] in briefgen.toml.",
    "BG501": "Write the words in letters that the fonts have, beside their own or instead; or hand out DOCX or HTML, "
    "which are shown with the fonts of whoever reads them.",
    "BG503": "Name one of the formats that docs/commands.md lists.",
    "BG504": "Nothing, if the DOCX is read in Word. In another program look at them: a figure behind one may stand "
    "before it. A paragraph that holds nothing but the text, and no Latin letters, is right everywhere.",
    "BG601": "Check the folder's rights and the space on the disk, or choose another folder with --output; for what "
    "stays with you, with --internal.",
    "BG602": "Wait until the other run ends.",
    "BG603": "This is briefgen's own fault: please report it. The last edition is untouched.",
    "BG604": "Look for the words of the record in templates, in texts of visible facts and in names, and take them "
    "out, or label the record as what is visible already. Nothing was written for the audience.",
    "BG605": "Mend what keeps the files from their place: rights, a full disk, another program that holds one of them. "
    "The next briefgen make ends what was begun, before anything else.",
    "BG606": "Look at the disk and its connection. The next briefgen make looks whether everything is in place.",
    "BG607": "Nothing has to be done: the record is written anew. If it happens again, look at the disk.",
    "BG608": "Take its files away with briefgen make --prune, or bring its relation or audience back.",
    "BG609": "Make it anew with --format, or take it away with briefgen make --prune.",
    "BG610": "Nothing is lost: before such a file is replaced, a copy of it is kept in the owner's folder, and told. "
    "What an editor finishes is better saved elsewhere than in the output.",
    "BG611": "Make it anew with briefgen make.",
    "BG612": "The data, the templates or briefgen itself changed since it was made: make it anew with briefgen make.",
    "BG613": "Ask for one that is kept, or make the briefs first: each run keeps what its editions knew.",
    "BG614": "A redline holds the words of the older edition. Compare with one since which nothing was taken back, or "
    "hand on the new edition without a redline.",
    "BG615": "Hand on both editions side by side. Tracked changes tell words, paragraphs, rows, notes and pictures, "
    "but not that a house file was divided otherwise.",
    "BG801": "Let the user have more processes, or end other programs. Nothing was changed.",
    "BG802": "Look at the system's own log: where memory runs out it ends programs, and says so there. A brief whose "
    "maker is ended is tried once more before this is told.",
    "BG803": "Somebody stopped the process, or it waits for a disk or network that does not answer. However slow a "
    "machine is, a brief is not given up while it gets any turn at all.",
    "BG804": "Give briefgen more memory: a brief takes some 200 MB, and what it may take at most is memory_mb under "
    "[limits] in briefgen.toml.",
    "BG805": "Raise the number of files that a program may have open; 64 are enough.",
    "BG806": "Change into a folder that is there, or name the workspace by its whole path with --workspace.",
    "BG807": "Write to a local disk and copy the files from there.",
    "BG808": "Unset SOURCE_DATE_EPOCH, or give it seconds since 1970: `date +%s` prints them.",
    "BG809": "Make a new environment and install briefgen there; a half-finished installation looks like this.",
    "BG810": "Start the cluster's scheduler and at least one worker, or leave --scheduler out: then this machine makes "
    "the briefs.",
    "BG811": "A machine with other code makes other files: install on all of them what is installed here, the same "
    "version of each library.",
    "BG900": "Please report it, with the file that the message names.",
}
