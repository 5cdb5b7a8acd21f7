"""What NOTICE says of fonts and of other packages is so."""

from __future__ import annotations

import re
from importlib import resources
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[2]
NOTICE = (ROOT / "NOTICE").read_text(encoding="utf-8")
KINDS = (".xml", ".csl")
FACES = sorted((ROOT / "src/briefgen/render/fonts").rglob("*.ttf"))


def plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("path", FACES, ids=lambda path: path.stem)
def test_the_notice_of_every_face_is_in_it(path: Path) -> None:
    notice = TTFont(path)["name"].getDebugName(0)

    assert notice
    assert plain(notice) in plain(NOTICE)


@pytest.mark.parametrize("named", sorted(set(re.findall(r"(?:babel|citeproc|lxml|pyphen)/[\w/.-]*\w", NOTICE))))
def test_the_data_that_it_names_are_where_it_says(named: str) -> None:
    package, _, path = named.partition("/")
    found = resources.files(package) / path

    assert found.is_dir() or found.is_file()


def test_the_words_of_citation_styles_are_under_the_licence_that_it_names() -> None:
    data = resources.files("citeproc") / "data"
    files = [file for folder in ("locales", "styles") for file in (data / folder).iterdir() if file.name[-4:] in KINDS]

    assert len(files) > 50
    assert [f.name for f in files if "creativecommons.org/licenses/by-sa/3.0/" not in f.read_text("utf-8")] == []


def test_the_licence_of_country_names_and_dates_is_the_one_that_it_names() -> None:
    licence = (resources.files("babel") / "locale-data/LICENSE.unicode").read_text("utf-8")

    assert licence.startswith("UNICODE LICENSE V3")
