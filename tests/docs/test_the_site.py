"""The documentation builds as a site: each page has its place, and each link leads somewhere."""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
from importlib.util import find_spec
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

if not find_spec("mkdocs"):
    WHY = "mkdocs, of the extra 'test', is not installed"
    if os.environ.get("CI"):
        pytest.fail(WHY, pytrace=False)
    pytest.skip(WHY, allow_module_level=True)

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("*.md"))
FEWEST_WORDS = 6
"""Of a picture, for who does not see it."""
COUNTED = ("li", "table", "td", "pre", "code", "p", "h1", "h2", "h3", "img")
FETCHED = re.compile(r'<(?:script|link|img|iframe|source)\b[^>]*?(?:src|href)="(?:https?:)?//[^"]*"')
"""What a browser asks for when it shows a page, from a server that is not the site's own."""


def site(folder: Path, docs: Path = ROOT / "docs") -> Path:
    """The site of a folder of pages, built as `mkdocs build --strict` does."""
    for name, logger in logging.root.manager.loggerDict.items():
        if name.partition(".")[0] == "mkdocs" and isinstance(logger, logging.Logger):
            logger.disabled = False  # import-linter switches off all there are, and strictness counts what is logged
    config = load_config(str(ROOT / "mkdocs.yml"), strict=True, site_dir=str(folder / "site"), docs_dir=str(docs))
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BRIEFGEN_SITE_PICTURES", "no")  # they take programs; tests/conformance looks at them
        build(config)
    return folder / "site"


def parts(html: str) -> dict[str, int]:
    """How many there are of each kind of part."""
    return {name: len(re.findall(rf"<{name}[ >]", html)) for name in COUNTED}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return site(tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_has_the_same_parts_on_the_site_as_in_the_repository(built: Path, page: Path) -> None:
    """Two readers of Markdown differ: what one takes for a list or a block of code is a paragraph to the other."""
    html = (built / f"{page.stem}.html").read_text(encoding="utf-8")
    main = html[html.index("<main ") : html.index("</main>")]

    assert parts(main) == parts(MarkdownIt("commonmark").enable("table").render(page.read_text(encoding="utf-8")))


def test_a_wide_table_stands_in_a_box_that_is_named_after_its_heading(built: Path) -> None:
    page = (built / "citations.html").read_text(encoding="utf-8")
    boxes = re.findall(r'<div class="wide" role="group" aria-label="Table: ([^"]*)"><table>', page)

    assert len(boxes) == page.count("<table>")
    assert "References that follow Zotero" in boxes


def test_a_picture_says_what_is_to_be_seen() -> None:
    """Pictures are made while the site is built; a page names one in a comment, which other readers pass over."""
    pages = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    named = dict(re.findall(r"<!-- picture: ([a-z-]+): ([^>]+) -->", pages))

    assert {"minister-pdf", "public-word", "preview", "sentence-before", "sentence-after"} <= set(named)
    assert [name for name, seen in named.items() if len(seen.split()) < FEWEST_WORDS] == []
    assert pages.count("<!-- picture:") == len(named)


def test_the_list_of_pages_has_four_parts() -> None:
    nav = load_config(str(ROOT / "mkdocs.yml")).nav

    assert [name for entry in nav or [] for name in entry] == ["Home", "Begin", "How to", "Reference", "Explanation"]


def test_a_page_asks_no_other_server_for_anything(built: Path) -> None:
    pages = {path.name: FETCHED.findall(path.read_text(encoding="utf-8")) for path in built.glob("*.html")}

    assert {name: found for name, found in pages.items() if found} == {}
    assert FETCHED.search('<script async src="https://example.org/a.js">')


def test_the_search_has_its_index_in_a_script_which_pages_from_a_disk_may_load(built: Path) -> None:
    page = (built / "search.html").read_text(encoding="utf-8")
    script = (built / "search/search_index.js").read_text(encoding="utf-8")
    index = json.loads(script.removeprefix("const searchIndex = ").removesuffix(";\n"))

    assert "search/search_index.js" in page
    assert {one["location"] for one in index["docs"]} >= {f"{one.stem}.html" for one in PAGES}
    assert "fetch(" not in (built / "js/search.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("glossary.md", "[a page](nowhere.md)"),
        ("glossary.md", "[a heading](data.md#nowhere)"),
        ("glossary.md", "[a file](../README.md)"),
        ("unlisted.md", "A page that has no place in the list."),
    ],
)
def test_what_leads_nowhere_ends_the_build(tmp_path: Path, name: str, text: str) -> None:
    docs = Path(shutil.copytree(ROOT / "docs", tmp_path / "docs"))
    (docs / name).write_text(f"# A page\n\n{text}\n", encoding="utf-8")

    with pytest.raises(Abort, match="1 warnings in strict mode"):
        site(tmp_path, docs)
