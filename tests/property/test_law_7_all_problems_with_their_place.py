"""Law 7: whatever is done to a workspace's files, it ends in diagnostics with a place and a known code."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import CODES
from briefgen.pipeline import Order, check
from briefgen.world import Memory

ROOT = Path(__file__).parents[2]


@cache
def shipped() -> dict[str, bytes]:
    """The files of the shipped workspace."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for top in ("data", "templates")
        for path in (ROOT / top).rglob("*.*")
        if path.parent.name != "schemas"  # these are for editors: briefgen does not read them
    }


_INSERTS = st.one_of(
    st.sampled_from([
        "{{", "}}", "{%", "%}", "|", "---\n", "\t", "\x00", "\ue000", "\u202e", "\xff", '"', "'", "[", "]", "{", "}",
        ":", "- ", "\n", "&a ", "*a", "!!x ", ",", ";", "#", "{% endfor %}", "{{ x.y.z() }}", "1e9", "Ω", "<b>", "**",
    ]),
    st.text(max_size=4),
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> dict[str, bytes]:
    """The shipped files with one to three of them damaged."""
    files = dict(shipped())
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(shipped())))
        text = files.get(name, b"").decode("utf-8", "replace")
        lines = text.split("\n")
        at = draw(st.integers(0, max(len(text) - 1, 0)))
        line = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["insert", "delete", "drop", "double", "cut", "remove", "indent", "bytes"])):
            case "insert":
                text = text[:at] + draw(_INSERTS) + text[at:]
            case "delete":
                text = text[:at] + text[at + draw(st.integers(1, 20)) :]
            case "drop":
                text = "\n".join(lines[:line] + lines[line + 1 :])
            case "double":
                text = "\n".join([*lines[: line + 1], *lines[line:]])
            case "cut":
                text = text[:at]
            case "indent":
                text = "\n".join([*lines[:line], "   " + lines[line], *lines[line + 1 :]])
            case "remove":
                files.pop(name, None)
                continue
            case _:
                files[name] = text.encode()[:at] + b"\xe9\xff" + text.encode()[at:]
                continue
        files[name] = text.encode("utf-8", "surrogatepass")
    return files


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(mutated())
def test_damaged_files_end_in_diagnostics_and_never_in_a_traceback(files: dict[str, bytes]) -> None:
    result = check(Memory(files), Order())

    assert result.traceback is None
    for diagnostic in result.report.diagnostics:
        assert diagnostic.code in CODES
        assert diagnostic.code != "BG900"
        assert diagnostic.message
        assert diagnostic.place.path, diagnostic
