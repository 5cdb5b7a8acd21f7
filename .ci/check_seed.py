"""Check the tests' copy of the paper's numbered quotes against the paper itself, which is not ours to ship.

    python .ci/check_seed.py PAPER.txt            compare
    python .ci/check_seed.py PAPER.txt --write    make the list of word runs anew

The copy holds short quotes (tests/golden/seed_facts.csv) and, hashed, every run of eight words of the paper
(tests/golden/paper_word_runs.txt), by which the tests see that no sentence of it went into the data.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from readers.word_runs import hashed_runs, words_of  # noqa: E402 - the tests' own module

STRAY = "X"
"""Numbers of lines of another article that stood around the paper where it was found; its text is without them."""
QUOTES, RUNS = ROOT / "tests/golden/seed_facts.csv", ROOT / "tests/golden/paper_word_runs.txt"


def main(paper: Path, *, write: bool) -> int:
    """0 where the copy is true to the paper, else 1."""
    words = words_of(paper.read_text(encoding="utf-8"))
    runs = "\n".join(sorted(hashed_runs(words))) + "\n"
    if write:
        RUNS.write_text(runs, encoding="ascii")
    text = f" {' '.join(words)} "
    with QUOTES.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not row["id"].startswith(STRAY)]
    strange = [row["id"] for row in rows if " ".join(words_of(row["quote"])) not in text]
    for number in strange:
        print(f"{QUOTES.name}: the quote of {number} does not stand in the paper")
    if RUNS.read_text(encoding="ascii") != runs:
        print(f"{RUNS.name}: differs from what the paper gives")
        return 1
    print(f"{len(rows) - len(strange)} of {len(rows)} quotes stand in the paper")
    return 1 if strange else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), write="--write" in sys.argv))
