"""Put a brief into every Word file of a folder, as into a house file: nothing may break, and no file become worse.

    python .ci/word_files.py FOLDER                     make all, in one process
    python .ci/word_files.py FOLDER --judged 120        and let two validators compare so many of them with their source

It prints how many were made and why others were refused, and ends with 1 where briefgen broke, made a file that is not
sound, or a validator finds what it does not find in the source. The order is shuffled, the same each time. Files are
read as what they are, strangers' files: nothing of them is kept. docs/conformance.md says which were tried.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from briefgen.diagnostics import Place, Report  # noqa: E402 - behind the tests' own modules
from briefgen.load import describe_house  # noqa: E402
from briefgen.pipeline import Order, make  # noqa: E402
from briefgen.pipeline.house_trial import unfit  # noqa: E402
from briefgen.world import Disk, Memory, Overlay, shipped_root  # noqa: E402
from conformance.judges import open_xml_faults, openxml_audit_faults  # noqa: E402

ENDINGS = {".docx", ".dotx", ".docm", ".dotm"}
FORMATS = ("docx", "pdf", "html")
RELATION, AUDIENCE = "pakistan-belarus", "public"
MADE = f"output/{RELATION}/{AUDIENCE}.docx"
OURS = {"BG603", "BG900"}


def main(folder: Path, judged: int) -> int:
    """0 where all went well, else 1."""
    found = (path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS)
    files = sorted(found, key=lambda path: hashlib.sha256(path.name.encode()).digest())
    counts: Counter[str] = Counter()
    told: list[str] = []
    wrong = False
    for number, path in enumerate(files, 1):
        made = tried(path, counts, told)
        if made and judged:
            judged -= 1
            counts["judged"] += 1
            told += [f"{path.name}: new finding: {finding}" for finding in new_findings(path, made)]
        if number % 50 == 0:
            print(f"{number} of {len(files)}: {dict(counts)}", file=sys.stderr, flush=True)
        print(*told, sep="\n", end="\n" * bool(told), flush=True)
        wrong = wrong or any(": refused: " not in line for line in told)
        told.clear()
    print("\n".join(f"{count:5} {what}" for what, count in counts.most_common()))
    return int(wrong)


def tried(path: Path, counts: Counter[str], told: list[str]) -> bytes | None:
    """The DOCX of a brief in the file; None where there is none, which is counted and told."""
    data, name = path.read_bytes(), f"house{path.suffix.lower().replace('m', 'x')}"
    world = workspace(name, data)
    result = make(world, Order(relations=(RELATION,), audiences=(AUDIENCE,), formats=FORMATS))
    said = sorted({f"{d.code} {d.message}" for d in result.report.diagnostics if d.severity == "error"})
    shown = of_show(name, data)
    broken = [line for line in said if line[:5] in OURS]
    if broken:
        told.append(f"{path.name}: broken: {broken[0]}")
    elif [line[:5] for line in said] != [line[:5] for line in shown]:
        told.append(f"{path.name}: make says {said}, show says {shown}")
    elif said:
        told.append(f"{path.name}: refused: {said[0]}")
    counts["broken" if broken else "refused" if said else "made"] += 1
    return world.files.get(MADE) if isinstance(world, Kept) and not said else None


class Kept(Overlay):
    """A workspace over what briefgen ships, whose own files can be looked at."""

    files: dict[str, bytes]


def workspace(name: str, data: bytes) -> Overlay:
    """The shipped relation with a house file."""
    data_files = (path for path in (ROOT / "data").rglob("*") if path.is_file())
    own = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in data_files}
    own |= {f"templates/styles/{name}": data, "briefgen.toml": f'style = "{name}"\n'.encode()}
    memory = Memory(own)
    made = Kept(memory, Disk(shipped_root()))
    made.files = memory.files
    return made


def of_show(name: str, data: bytes) -> list[str]:
    """The errors that `briefgen style show` tells."""
    report = Report()
    reading = describe_house(Memory({name: data}), name, Place(name), report)
    fault = unfit(reading.style) if reading else None
    if fault:
        report.add(fault)
    return sorted({f"{d.code} {d.message}" for d in report.diagnostics if d.severity == "error"})


def new_findings(source: Path, made: bytes) -> list[str]:
    """What a validator finds in a made file and not in its source; where a finding stands makes no difference."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brief.docx"
        file.write_bytes(made)
        return sorted(findings(file) - findings(source))


def findings(file: Path) -> set[str]:
    """What both validators say of a file."""
    found: set[str] = set()
    with suppress(AssertionError, ValueError):  # a source that cannot be opened has findings enough
        for text in open_xml_faults(file):
            error = json.loads(text)
            found.add(f"Open XML SDK: {error.get('description') or text}")
    # Each finding is a numbered line; what stands around it is a summary, and the names of parts, which ours are not.
    audited = re.findall(r"^[0-9]+\. (.*)$", openxml_audit_faults(file), re.MULTILINE)
    return found | {f"openxml-audit: {re.sub('[0-9]+', '#', line)}" for line in audited}


if __name__ == "__main__":
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--judged", type=int, default=0)
    options = arguments.parse_args()
    sys.exit(main(options.folder, options.judged))
