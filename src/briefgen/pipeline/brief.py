"""One brief from a relation to files in place: what is hidden stays on this side of the executor that makes it."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Place, Report, Severity
from briefgen.model.workspace import OWNERS
from briefgen.pipeline.job import Fault, Job
from briefgen.publish import leaks_in, publish, publish_redactions
from briefgen.trace import SUFFIX, with_lines
from briefgen.view import Request, breaches, cover, places_of, secrets_of, view

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefgen.model.audience import Audience
    from briefgen.model.coverage import Coverage
    from briefgen.model.relation import Relation
    from briefgen.model.view import View
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.job import Executor, Product
    from briefgen.pipeline.order import Order, Result
    from briefgen.world import World


@dataclass(slots=True)
class BriefRun:
    """The making of one brief for one audience."""

    workspace: Workspace
    relation: Relation
    audience: Audience
    order: Order
    result: Result
    executor: Executor

    def check(self) -> None:
        """Compose the brief, and write nothing."""
        self._guarded(lambda: self._product(()) is not None)

    def cover(self) -> Coverage | None:
        """Every fact of the relation, with why the brief shows it or not; None where the brief has errors."""
        found: list[Coverage] = []

        def build() -> bool:
            product = self._product(())
            if product is not None:
                found.append(cover(self.relation, self.audience, self.order.as_of, product.facts))
            return bool(found)

        self._guarded(build)
        return found[0] if found else None

    def make(self, world: World) -> tuple[bool, tuple[str, ...]]:
        """Put the brief's files in place; whether all went well, and the files that were placed."""
        placed: list[str] = []

        def build() -> bool:
            product = self._product(self.order.formats)
            return product is not None and self._published(product, world, placed)

        return self._guarded(build), tuple(placed)

    # ------------------------------------------------------------ relation to product

    def _product(self, formats: tuple[str, ...]) -> Product | None:
        """What became of the view; None where there is an error, or a file holds what the audience may not see."""
        report = Report(strict=self.order.strict)
        request = Request(self.order.as_of, self.workspace.language, self.workspace.author)
        seen = report.keep(view(self.relation, self.audience, request))
        product = self.executor(self._job(seen, () if report.has_errors else formats))
        if product.fault:
            self._report_fault(product.fault)
            return None
        places = places_of(self.relation, self.audience, self.order.as_of)
        report.extend(_placed(diagnostic, places) for diagnostic in product.diagnostics)
        report.extend(breaches(product.facts, self.relation, self.audience, self.order.as_of))
        secrets = secrets_of(self.relation, seen)
        for name, rendering in product.files.items():
            report.extend(leaks_in(self._path(name), rendering.data, secrets))
        self.result.report.extend(report.diagnostics)
        return None if report.has_errors else replace(product, sidecar=_lined(product.sidecar, places))

    def _job(self, seen: View, formats: tuple[str, ...]) -> Job:
        workspace = self.workspace
        return Job(
            view=seen,
            sections=dict(workspace.sections),
            partials=dict(workspace.partials),
            style=workspace.styles.get(seen.audience.style, workspace.style),
            formats=formats,
            strict=self.order.strict,
            limits=workspace.limits,
        )

    # ------------------------------------------------------------ product to files

    def _published(self, product: Product, world: World, placed: list[str]) -> bool:
        report = self.result.report
        for name, rendering in product.files.items():
            if not report.keep(publish(self._path(name), rendering.data, world)):
                return False
            placed.append(self._path(name))
        left_out = cover(self.relation, self.audience, self.order.as_of, product.facts)
        redacted = report.keep(publish_redactions(self.order.output, left_out, world))
        own = f"{self.order.output}/{OWNERS}/{self.relation.slug}/{self.audience.id}{SUFFIX}"
        return redacted and report.keep(publish(own, product.sidecar, world))

    def _path(self, format_name: str) -> str:
        return f"{self.order.output}/{self.relation.slug}/{self.audience.id}.{format_name}"

    # ------------------------------------------------------------ our own faults

    def _guarded(self, build: Callable[[], bool]) -> bool:
        """Whether it was done; what escapes is our own fault, told without a traceback and kept for a file."""
        try:
            return build()
        except Exception as error:  # noqa: BLE001 - one brief's fault must not stop the others
            self._report_fault(Fault(type(error).__name__, traceback.format_exc()))
            return False

    def _report_fault(self, fault: Fault) -> None:
        self.result.traceback = fault.traceback
        message = f"making '{self.audience.id}' of '{self.relation.slug}' failed inside briefgen: {fault.name}"
        self.result.report.add(Diagnostic("BG900", Severity.ERROR, Place(""), message, "please report it"))


def _lined(sidecar: bytes, places: Mapping[tuple[str, str], Place]) -> bytes:
    return with_lines(sidecar, places) if sidecar else b""


def _placed(diagnostic: Diagnostic, places: Mapping[tuple[str, str], Place]) -> Diagnostic:
    """A diagnostic about a fact, at the fact's line."""
    place = places.get(("fact", diagnostic.about))
    return diagnostic if place is None else replace(diagnostic, place=place)
