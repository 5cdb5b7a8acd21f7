"""What stands in an output of a brief: of what it is an edition, or a numbered copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.publish import recorded, without_manifest

if TYPE_CHECKING:
    from briefgen.model.audience import Audience
    from briefgen.model.editions.following import Follow
    from briefgen.model.workspace import Workspace
    from briefgen.pipeline.run_order import Order
    from briefgen.publish import BriefRecord, Publication


def standing_record(name: tuple[str, str], publication: Publication) -> BriefRecord | None:
    """What stands in the output of a brief, or what is kept of its editions."""
    return publication.briefs.get(name) or without_manifest(*name, publication.places, publication.outputs)


def compared_record(name: tuple[str, str], order: Order, publication: Publication) -> BriefRecord | None:
    """What a brief is compared with, to say what is new; of a copy, that of its original: they say the same."""
    if order.copy is None:
        return standing_record(name, publication)
    outputs, places = publication.outputs, order.original
    manifest, _ = recorded(places.owners, outputs).value
    return manifest.briefs.get(name) or without_manifest(*name, places, outputs)


def followed_names(audience: Audience, workspace: Workspace, order: Order) -> tuple[Follow, ...]:
    """What stands beside a brief for those who follow it; nothing beside a copy, which is followed by nobody."""
    if order.copy is not None:
        return ()
    return workspace.editions.follow if audience.follow is None else audience.follow
