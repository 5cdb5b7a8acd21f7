"""What can be asked for: a handful of addresses, each of them in a dictionary."""

from __future__ import annotations

import asyncio
import json
from importlib import resources
from typing import TYPE_CHECKING

from starlette.responses import Response, StreamingResponse

from briefgen.model.formats import BROWSED, FORMATS, PAGED
from briefgen.preview.brief_choice import FIELDS
from briefgen.preview.problem_records import problem_records
from briefgen.preview.sealed_answers import Sealed, event_headers, sealed, sealed_record
from briefgen.preview.trace_records import left_out_record, trace_record

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Mapping

    from starlette.types import Receive, Scope, Send

    from briefgen.preview.brief_choice import BriefChoice, Question
    from briefgen.preview.open_pages import Line, OpenPages
    from briefgen.preview.workbench import Look, Workbench

    Answer = Callable[[Question], Awaitable[Response]]

_STATIC = {"/": "text/html", "/preview.css": "text/css", "/preview.js": "text/javascript"}
"""Address → what it is; `/` is the page around the brief."""
_FILES = {f"/brief{form.ending}": form for form in FORMATS.values() if form.in_all and form is not BROWSED}
"""Address → the format of which a file is made when it is asked for."""
_SECONDS_BETWEEN_SIGNS = 15


class Answers:
    """The application behind the gatekeeper."""

    def __init__(self, bench: Workbench, pages: OpenPages, first: Mapping[str, str], end: asyncio.Event) -> None:
        self._bench, self._pages, self._first, self._end = bench, pages, first, end
        folder = resources.files("briefgen.preview") / "static"
        names = {address: address.removeprefix("/") or "preview.html" for address in _STATIC}
        self._static = {address: (folder / name).read_bytes() for address, name in names.items()}
        self._of_brief: dict[str, Answer] = {
            f"/brief{BROWSED.ending}": self._page, "/state": self._state, "/trace": self._trace,
            "/events": self._events, "/changes": self._changes, "/left-out": self._left_out,
            **{address: self._file_at(address) for address in _FILES},
        }  # fmt: skip

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request that was let in."""
        answer = await self._answer(scope["path"], scope["query_string"].decode("latin-1"))
        if scope["state"]["cookie"]:
            answer.headers["Set-Cookie"] = scope["state"]["cookie"]
        await answer(scope, receive, send)

    async def _answer(self, path: str, query: str) -> Response:
        if path in self._static:
            return sealed(self._static[path], f"{_STATIC[path]}; charset=utf-8", Sealed.SHELL)
        if path == "/offer":
            return await self._offer()
        if path not in self._of_brief:
            return _nothing()
        question = (await asyncio.to_thread(self._bench.offer)).question(query)
        if question is None and path == "/events":
            return sealed(b"", "text/event-stream", Sealed.FILE, 204)  # what tells a page not to ask again
        return await self._of_brief[path](question) if question else _nothing()

    async def _offer(self) -> Response:
        """The briefs that may be chosen, and the first to show."""
        offer = await asyncio.to_thread(self._bench.offer)
        given = {name: value for name, value in self._first.items() if value}
        relation = given.get("relation", (*offer.relations, "")[0])
        audience = given.get("audience") or await asyncio.to_thread(self._bench.fullest, relation)
        first = dict(zip(FIELDS, (relation, audience or (*offer.audiences, "")[0], ""), strict=True))
        return sealed_record(
            {
                "relations": offer.relations,
                "audiences": offer.audiences,
                "first": first | given,
                "is_owners": self._bench.bench.is_owners,
            }
        )

    async def _look(self, choice: BriefChoice) -> Look:
        return await asyncio.to_thread(self._bench.look, choice)

    async def _page(self, asked: Question) -> Response:
        look = await self._look(asked.choice)
        return sealed(look.page, f"{BROWSED.media_type}; charset=utf-8", Sealed.BRIEF) if look.page else _nothing()

    async def _state(self, asked: Question) -> Response:
        return sealed_record(self._state_of(await self._look(asked.choice)))

    def _state_of(self, look: Look) -> dict[str, object]:
        bench = self._bench.bench
        return {
            "number": look.number,
            "digest": look.digest,
            "is_current": look.is_current,
            "problems": problem_records(look, bench.world.own.root, bench.editor),
        }

    async def _trace(self, asked: Question) -> Response:
        look = await self._look(asked.choice)
        return sealed_record(await asyncio.to_thread(trace_record, look, self._bench.bench))

    async def _changes(self, asked: Question) -> Response:
        editions = await asyncio.to_thread(self._bench.editions, asked.choice)
        if asked.since and asked.since not in {one.number for one in editions}:
            return _nothing()
        found = await asyncio.to_thread(self._bench.changes, asked.choice, asked.since) if editions else []
        kept = [{"number": one.number, "as_of": str(one.as_of)} for one in editions]
        return sealed_record({"editions": kept, "changes": found})

    async def _left_out(self, asked: Question) -> Response:
        if not self._bench.bench.is_owners:
            return _nothing()
        return sealed_record(left_out_record(await self._look(asked.choice), self._bench.bench))

    def _file_at(self, address: str) -> Answer:
        form = _FILES[address]
        how, kind = ("inline", Sealed.PAGES) if form is PAGED else ("attachment", Sealed.FILE)

        async def file(asked: Question) -> Response:
            found = await asyncio.to_thread(self._bench.file, asked.choice, form.name)
            if not found:
                return _nothing()
            label = f'{how}; filename="{_plain(asked.choice)}{form.ending}"'
            return sealed(found, form.media_type, kind, more={"Content-Disposition": label})

        return file

    async def _events(self, asked: Question) -> Response:
        line = self._pages.open(asked.choice)
        if line is None:
            return sealed_record("too many pages are open", 503)
        return StreamingResponse(
            self._said(asked.choice, line), headers=event_headers(), media_type="text/event-stream"
        )  # fmt: skip

    async def _said(self, choice: BriefChoice, line: Line) -> AsyncIterator[str]:
        """Now, and after each save, how the brief stands; a sign of life where nothing happens."""
        try:
            yield _event(self._state_of(await self._look(choice)))
            while not self._end.is_set():
                try:
                    await asyncio.wait_for(line.get(), _SECONDS_BETWEEN_SIGNS)
                except TimeoutError:
                    yield ": still here\n\n"
                else:
                    yield _event(self._state_of(await self._look(choice)))
        finally:
            self._pages.close(line)


def _event(record: object) -> str:
    return f"data: {json.dumps(record)}\n\n"


def _plain(choice: BriefChoice) -> str:
    """A name for a file that is kept: letters that every header takes."""
    name = f"{choice.relation}-{choice.audience}"
    return "".join(c if c.isascii() and (c.isalnum() or c in "-_") else "-" for c in name)


def _nothing() -> Response:
    return sealed_record("there is nothing of that name", 404)
