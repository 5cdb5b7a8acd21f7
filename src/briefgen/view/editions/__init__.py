"""What a view says that no edition before said: snapshots, and what lies between them."""

from briefgen.view.editions.kept_view import snapshot_of
from briefgen.view.editions.known_facts import known_facts
from briefgen.view.editions.what_changed import news_told, with_changes
from briefgen.view.editions.withdrawn_facts import with_withdrawn, withdrawn_facts

__all__ = ["known_facts", "news_told", "snapshot_of", "with_changes", "with_withdrawn", "withdrawn_facts"]
