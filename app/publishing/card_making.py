"""Makes the feed card out of a feed's settings and its public root."""

from tuf.api.metadata import Root

from ..feed.feed_card import FeedCard
from ..model.errors import UserFacingError
from .feed_config import FeedConfig
from .metadata_store import MetadataStore


def card_of(config: FeedConfig, store: MetadataStore) -> FeedCard:
    """Return the card with the newest public root; UserFacingError before there is one."""
    root = store.root()
    if root is None:
        raise UserFacingError("too-few-signatures", role=Root.type)
    return FeedCard(config.name, config.url, root.to_bytes().decode())
