"""The preview as a person starts it: what it makes of a save, whom it lets in, and what it never says."""

from __future__ import annotations

import io
import socket
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pikepdf
import pytest

from e2e.workspace import briefgen, change, copied
from samples.running_preview import RunningPreview, running_preview

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHICH = {"relation": "pakistan-belarus", "audience": "public"}
CANARY = "zanzibarquokka"
HIDDEN = f"""
- id: hidden-{CANARY}
  kind: other
  date: 2015
  sensitivity: restricted
  title: {{en: The {CANARY} affair resulted in 731731 {CANARY}}}
  note: {{en: Told by {CANARY} alone}}
  topics: [politics]
  sources:
    - {{ref: raza-nawaz-2021, quote: '{CANARY} said so'}}
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped one, with a hidden fact that is wrong too."""
    folder = copied(tmp_path_factory.mktemp("preview"))
    milestones = folder / "data/pakistan-belarus/milestones.yaml"
    milestones.write_text(milestones.read_text(encoding="utf-8") + HIDDEN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def preview(workspace: Path) -> Iterator[RunningPreview]:
    with running_preview(workspace, "-a", "public") as running:
        yield running


# ---------------------------------------------------------------- a save


def test_a_save_is_told_with_its_line_and_the_last_page_stays_until_it_is_mended(
    workspace: Path, preview: RunningPreview
) -> None:
    section = workspace / "templates/sections/trade.md.j2"
    good = section.read_text(encoding="utf-8")
    with preview.events(**WHICH) as told:
        first = next(told)
        section.write_text(f"{good}\nAn owl told us.\n", encoding="utf-8")
        changed = next(told)
        page = preview.ask("/brief.html", **WHICH).body
        section.write_text(f"{good}\nAn owl {{{{ nobody }}}} told us.\n", encoding="utf-8")
        broken = next(told)
        kept = preview.ask("/brief.html", **WHICH).body
        section.write_text(good, encoding="utf-8")
        mended = next(told)

    (error,) = [one for one in broken["problems"] if one["severity"] == "error"]
    at = f"templates/sections/trade.md.j2:{good.count(chr(10)) + 2}"
    assert first["digest"] != changed["digest"]
    assert b"An owl told us." in page
    assert (broken["is_current"], broken["digest"], kept) == (False, changed["digest"], page)
    assert (error["place"], error["text"][error["caret"] :]) == (f"{at}:11", "nobody }} told us.")
    assert error["open"] == f"vscode://file{(workspace / at).as_posix()}:11"
    assert mended["is_current"]
    assert mended["digest"] == first["digest"]


def test_an_error_that_is_told_without_its_words_says_how_to_be_told_all(
    workspace: Path, preview: RunningPreview
) -> None:
    visits = workspace / "data/pakistan-belarus/visits.yaml"
    good = visits.read_text(encoding="utf-8")
    visits.write_text(f"{good}\n- id: unheard-of\n  kind: nonsense\n", encoding="utf-8")
    with preview.events(**WHICH) as events:
        told = next(events)["problems"]
    visits.write_text(good, encoding="utf-8")

    assert {one["hint"] for one in told if one["severity"] == "error" and "not told here" in one["message"]} == {
        "start briefgen preview with --owner where nobody looks on"
    }


def test_the_fullest_brief_is_shown_first(workspace: Path) -> None:
    with running_preview(workspace) as running:
        assert running.ask("/offer").record()["first"] == {
            "relation": "pakistan-belarus", "audience": "researcher", "as-of": "",
        }  # fmt: skip


def test_a_save_that_no_page_is_made_from_makes_nothing_anew(workspace: Path, preview: RunningPreview) -> None:
    before = preview.ask("/state", **WHICH).record()
    (workspace / "templates/sections/trade.md.j2").touch()
    (workspace / "notes.txt").write_text("of nobody's concern", encoding="utf-8")

    assert preview.ask("/state", **WHICH).record() == before


def test_nothing_is_written_to_the_workspace(workspace: Path, preview: RunningPreview) -> None:
    before = sorted(workspace.rglob("*"))

    assert preview.ask("/brief.pdf", **WHICH).body.startswith(b"%PDF")
    assert preview.ask("/brief.docx", **WHICH).body.startswith(b"PK")
    assert sorted(workspace.rglob("*")) == before
    assert not (workspace / ".briefgen").exists()


# ---------------------------------------------------------------- whom it lets in


def head(target: str = "/offer", method: str = "GET", version: str = "HTTP/1.1") -> str:
    return f"{method} {target} {version}\r\n"


def hostile(preview: RunningPreview) -> dict[str, bytes]:
    """Requests that nobody who means well makes, by what is wrong with them."""
    port = preview.port
    host, cookie = f"Host: 127.0.0.1:{port}\r\n", f"Cookie: {preview.cookie}\r\n"
    known = host + cookie
    of_brief = "relation=pakistan-belarus&audience=public"
    asked = {
        "another host": f"{head()}Host: evil.example\r\n{cookie}",
        "another host with the port": f"{head()}Host: evil.example:{port}\r\n{cookie}",
        "a name that ends like ours": f"{head()}Host: evil127.0.0.1:{port}\r\n{cookie}",
        "a name that begins like ours": f"{head()}Host: 127.0.0.1:{port}.evil.example\r\n{cookie}",
        "another port": f"{head()}Host: 127.0.0.1:1\r\n{cookie}",
        "no port": f"{head()}Host: 127.0.0.1\r\n{cookie}",
        "an address of all interfaces": f"{head()}Host: 0.0.0.0:{port}\r\n{cookie}",
        "a number for the host": f"{head()}Host: 2130706433:{port}\r\n{cookie}",
        "a user before the host": f"{head()}Host: a@127.0.0.1:{port}\r\n{cookie}",
        "no host": f"{head()}{cookie}",
        "two hosts": f"{head()}{host}Host: evil.example\r\n{cookie}",
        "the same host twice": f"{head()}{host}{host}{cookie}",
        "a whole address for a target": f"{head('http://evil.example/offer')}{known}",
        "a whole address of ours": f"{head(f'http://127.0.0.1:{port}/offer')}{known}",
        "no cookie": f"{head()}{host}",
        "an empty cookie": f"{head()}{host}Cookie: briefgen-{port}=\r\n",
        "another's cookie": f"{head()}{host}Cookie: briefgen-{port}=AAAA\r\n",
        "the cookie of another port": f"{head()}{host}Cookie: briefgen-1={preview.cookie.partition('=')[2]}\r\n",
        "the cookie as a token": f"{head('/?token=' + preview.cookie.partition('=')[2])}{host}",
        "an empty token": f"{head('/?token=')}{host}",
        "another token": f"{head('/?token=AAAA')}{host}",
        "the token twice": f"{head('/?token=A&' + preview.address.partition('?')[2])}{host}",
        "the token elsewhere": f"{head('/offer?' + preview.address.partition('?')[2])}{host}",
        "from another site": f"{head()}{known}Sec-Fetch-Site: cross-site\r\n",
        "from a neighbour of the same site": f"{head()}{known}Sec-Fetch-Site: same-site\r\n",
        "the token from another site": f"{head('/?' + preview.address.partition('?')[2])}{host}"
        "Sec-Fetch-Site: cross-site\r\n",
        "another origin": f"{head()}{known}Origin: http://evil.example\r\n",
        "no origin's name": f"{head()}{known}Origin: null\r\n",
        "the origin of another port": f"{head()}{known}Origin: http://127.0.0.1:1\r\n",
        "an origin by https": f"{head()}{known}Origin: https://127.0.0.1:{port}\r\n",
        "a post": f"{head(method='POST')}{known}Content-Length: 0\r\n",
        "a put": f"{head(method='PUT')}{known}",
        "a delete": f"{head(method='DELETE')}{known}",
        "a question before": f"{head(method='OPTIONS')}{known}Access-Control-Request-Method: GET\r\n",
        "an echo": f"{head(method='TRACE')}{known}",
        "a tunnel": f"{head('127.0.0.1:22', 'CONNECT')}{known}",
        "a word for a method": f"{head(method='GETTY')}{known}",
        "a body": f"{head()}{known}Content-Length: 5\r\n\r\nhello",
        "a body in pieces": f"{head()}{known}Transfer-Encoding: chunked\r\n\r\n0\r\n",
        "two lengths": f"{head()}{known}Content-Length: 0\r\nContent-Length: 9\r\n",
        "a socket": f"{head()}{known}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nOrigin: http://evil.example\r\n",
        "a path upwards": f"{head('/../../etc/passwd')}{known}",
        "a hidden path upwards": f"{head('/%2e%2e/%2e%2e/etc/passwd')}{known}",
        "a path of two slashes": f"{head('//etc/passwd')}{known}",
        "a file of the page's folder": f"{head('/preview.html/../preview.py')}{known}",
        "a file of the data": f"{head('/data/pakistan-belarus/trade.csv')}{known}",
        "a name with an end": f"{head('/brief.pdf%00.html?' + of_brief)}{known}",
        "a relation upwards": f"{head('/brief.html?relation=../../etc&audience=public')}{known}",
        "an audience upwards": f"{head('/brief.html?relation=pakistan-belarus&audience=../public')}{known}",
        "no audience": f"{head('/brief.html?relation=pakistan-belarus')}{known}",
        "two audiences": f"{head('/brief.html?audience=minister&' + of_brief)}{known}",
        "a field of nobody's": f"{head('/brief.html?owner=1&' + of_brief)}{known}",
        "no day": f"{head('/brief.html?as-of=2021-02-30&' + of_brief)}{known}",
        "what only the owner sees": f"{head('/left-out?' + of_brief)}{known}",
        "many fields": f"{head('/brief.html?' + '&'.join(f'a{n}=1' for n in range(50)))}{known}",
        "a long target": f"{head('/' + 'a' * 5000)}{known}",
        "a long header": f"{head()}{known}X: {'a' * 9000}\r\n",
        "many headers": f"{head()}{known}" + "".join(f"X{n}: a\r\n" for n in range(100)),
        "more than is read": f"{head()}{known}X: {'a' * 70000}\r\n",
        "an older protocol without a host": f"{head(version='HTTP/1.0')}{cookie}",
        "no protocol": "hello\r\n",
        "two requests in one": f"{head(method='POST')}{known}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
        "a header that goes on": f"{head()}{known}X: a\r\n\tb\r\nOrigin: http://evil.example\r\n",
        "letters beyond ASCII": f"{head('/öffer')}{known}",
    }  # fmt: skip
    return {name: f"{words}\r\n".encode() for name, words in asked.items()}


def test_what_is_hostile_is_refused_and_the_server_goes_on(preview: RunningPreview) -> None:
    requests = hostile(preview)

    replies = {name: preview.send(request) for name, request in requests.items()}

    assert len(requests) > 60
    assert {name: reply.status for name, reply in replies.items() if reply.status and reply.status < 400} == {}
    assert [name for name, reply in replies.items() if b"Traceback" in reply.body or b"root:" in reply.body] == []
    assert preview.ask("/offer").status == 200


def test_bytes_that_are_no_request_do_no_harm(preview: RunningPreview) -> None:
    rubbish = [b"\x00" * 4000, b"\x16\x03\x01\x02\x00\x01\x00", b"\r\n" * 5000, bytes(range(256)) * 200, b"GET "]
    for data in rubbish:
        with socket.create_connection(("127.0.0.1", preview.port), timeout=10) as to:
            to.sendall(data)

    assert preview.ask("/offer").status == 200


def test_who_connects_and_says_nothing_is_let_go(preview: RunningPreview) -> None:
    """A request that comes in byte by byte takes the place of others no longer than one that never comes."""
    idle = [socket.create_connection(("127.0.0.1", preview.port), timeout=30) for _ in range(20)]
    for number, one in enumerate(idle):
        one.sendall(b"GET /offer HT" if number % 2 else b"")

    assert preview.ask("/offer").status == 200
    began = time.monotonic()
    assert [one.recv(1) for one in idle] == [b""] * 20
    assert time.monotonic() - began < 20
    for one in idle:
        one.close()


def test_every_answer_holds_the_browser_to_our_own_page(preview: RunningPreview) -> None:
    query = dict(WHICH)
    for path, said in {"/": {}, "/preview.js": {}, "/offer": {}, "/brief.html": query, "/brief.pdf": query,
                       "/brief.docx": query, "/state": query, "/trace": query, "/changes": query}.items():  # fmt: skip
        answer = preview.ask(path, **said)
        policy = answer.headers["content-security-policy"]
        assert answer.status == 200
        assert "access-control-allow-origin" not in answer.headers
        assert (answer.headers["cache-control"], answer.headers["x-content-type-options"]) == ("no-store", "nosniff")
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors" in policy
        assert "script-src 'unsafe" not in policy
        assert "server" not in answer.headers


def test_it_listens_on_this_machine_alone(preview: RunningPreview) -> None:
    with pytest.raises(OSError, match=r".*"), socket.create_connection((_own_address(), preview.port), timeout=2):
        pass


def _own_address() -> str:
    """An address of this machine that is not loopback; one that nobody has where there is none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asking:
        try:
            asking.connect(("192.0.2.1", 9))
        except OSError:
            return "192.0.2.1"
        found = str(asking.getsockname()[0])
    return "192.0.2.1" if found.startswith("127.") else found


# ---------------------------------------------------------------- what it never says


def everything(preview: RunningPreview) -> dict[str, bytes]:
    """Every answer about a brief, unpacked."""
    said = {path: preview.ask(path, **WHICH).body for path in (
        "/brief.html", "/state", "/trace", "/changes", "/left-out", "/brief.pdf", "/brief.docx")}  # fmt: skip
    said["/offer"] = preview.ask("/offer").body
    with preview.events(**WHICH) as told:
        said["/events"] = str(next(told)).encode()
    with zipfile.ZipFile(io.BytesIO(said["/brief.docx"])) as packed:
        said |= {f"docx {name}": packed.read(name) for name in packed.namelist()}
    with pikepdf.open(io.BytesIO(said["/brief.pdf"])) as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        said["pdf streams"] = b"".join(streams) + b"".join(str(one).encode() for one in pdf.objects)
    return said


def test_nothing_is_said_of_what_the_audience_may_not_know(preview: RunningPreview) -> None:
    said = everything(preview)

    assert all(len(body) > 2 for path, body in said.items() if path != "/changes")
    assert [path for path, body in said.items() if CANARY.encode() in body.lower() or b"731731" in body] == []


def test_the_owner_is_shown_what_is_left_out_and_why_where_it_is_asked_for(workspace: Path) -> None:
    with running_preview(workspace, "-a", "public", "--owner") as owners:
        left_out = owners.ask("/left-out", **WHICH).record()
        page = owners.ask("/brief.html", **WHICH).body

    (hidden,) = [one for one in left_out if one["id"] == f"hidden-{CANARY}"]
    assert hidden["reason"] == "clearance"
    assert CANARY.encode() not in page


# ---------------------------------------------------------------- how it begins


def test_without_its_libraries_it_says_what_to_install(tmp_path: Path) -> None:
    hidden = "import sys; sys.modules['watchfiles'] = None; from briefgen.__main__ import run; run()"
    command = [sys.executable, "-c", hidden, "preview", "--workspace", str(copied(tmp_path))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "libraries that are not installed: watchfiles\n" in done.stderr
    assert "hint: pip install 'briefgen[preview]'" in done.stderr


def test_an_editor_that_would_run_a_script_is_wrong_usage(workspace: Path) -> None:
    for address in ("javascript:alert('{path}')", "https://evil.example/{path}", "vscode://file"):
        done = subprocess.run(
            [sys.executable, "-m", "briefgen", "preview", "--workspace", str(workspace), "--editor", address],
            capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        assert (done.returncode, "opens no file" in done.stderr) == (2, True)


def test_a_name_that_nobody_has_is_told_with_the_nearest(workspace: Path) -> None:
    for options, hint in ((["pakistan-belrus"], "pakistan-belarus"), (["-a", "pubic"], "public")):
        command = [sys.executable, "-m", "briefgen", "preview", *options, "--workspace", str(workspace)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, f"did you mean '{hint}'" in done.stderr) == (2, True)


def test_a_port_that_is_taken_is_told(workspace: Path, preview: RunningPreview) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefgen", "preview", "--workspace", str(workspace), "--port", str(preview.port)],
        capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip

    assert done.returncode == 2
    assert f"port {preview.port} cannot be listened at: Address already in use" in done.stderr


def test_other_commands_load_nothing_of_it() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "briefgen", "--help"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr

    loaded = {line.rpartition("|")[2].strip() for line in said.splitlines() if line.startswith("import time:")}

    assert "briefgen.cli" in loaded
    assert not {name for name in loaded if name.startswith(("briefgen.preview", "starlette", "uvicorn", "watchfiles"))}


def test_a_new_relation_is_offered_as_soon_as_it_is_there(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with running_preview(folder) as running:
        before = running.ask("/offer").record()["relations"]
        (folder / "data/other").mkdir()
        (folder / "data/other/relation.yaml").write_text("{}\n", encoding="utf-8")
        after = running.ask("/offer").record()["relations"]
        wrong = running.ask("/state", relation="other", audience="public").record()

    assert (before, after) == (["pakistan-belarus"], ["other", "pakistan-belarus"])
    assert not wrong["is_current"]
    assert any(one["severity"] == "error" for one in wrong["problems"])


def test_what_is_new_since_an_edition_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    assert briefgen(folder, "make", "-a", "public", "-f", "html").returncode == 0
    change(folder / "data/pakistan-belarus/trade.csv", "TURNOVER,50.2,", "TURNOVER,50.3,")
    with running_preview(folder) as running:
        told = running.ask("/changes", **WHICH).record()
        since = running.ask("/changes", **WHICH, since="1").record()
        never = running.ask("/changes", **WHICH, since="7")

    assert [one["number"] for one in told["editions"]] == [1]
    assert any("50.3 million USD" in one for one in told["changes"])
    assert since == told
    assert never.status == 404


def test_the_file_of_an_audience_is_watched_too(workspace: Path, preview: RunningPreview) -> None:
    with preview.events(**WHICH) as told:
        before = next(told)
        change(workspace / "templates/audiences/public.yaml", "public edition", "edition of owls")
        after = next(told)

    assert before["digest"] != after["digest"]
    assert b"edition of owls" in preview.ask("/brief.html", **WHICH).body
