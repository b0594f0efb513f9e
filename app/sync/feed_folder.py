"""What a person's feed folder holds beside editions: the card of the feed he follows."""

import hashlib
from pathlib import Path

from ..feed.feed_card import CARD_LIMIT, EXTENSION, FeedCard, read_card
from ..model.errors import UserFacingError
from .disk import disk_trouble, write_whole
from .feed_lock import feed_lock
from .feed_state import POINTER

DAILY_FILE = "daily"  # there if the program may ask by itself
CARD_FILE = f"card{EXTENSION}"


def feed_id(card: FeedCard) -> str:
    """Return the name of a feed's own folder of metadata."""
    return hashlib.sha256(card.root.encode()).hexdigest()[:16]


def metadata_folder(feed_folder: Path, card: FeedCard) -> Path:
    """Return where the metadata of a feed is kept; another publisher's lies elsewhere."""
    return feed_folder / f"metadata-{feed_id(card)}"


def card_in(file: Path) -> tuple[bytes, FeedCard]:
    """Read a card a person points at; raises UserFacingError."""
    try:
        with file.open("rb") as stream:
            data = stream.read(CARD_LIMIT + 1)
    except OSError as error:
        raise UserFacingError("feed-unreadable", cause=error.strerror or "?") from error
    return data, read_card(data)


def kept_card(feed_folder: Path, resources: Path) -> FeedCard | None:
    """Return the card that was added, else the one the program came with, else None."""
    for file in (feed_folder / CARD_FILE, resources / "feed" / CARD_FILE):
        try:
            return card_in(file)[1]
        except UserFacingError:  # absent, or no card any more
            continue
    return None


def keep_card(feed_folder: Path, data: bytes) -> None:
    """Follow the card's feed from now on; what came from another feed is no longer used."""
    card = read_card(data)
    with feed_lock(feed_folder), disk_trouble(feed_folder):
        before = kept_card(feed_folder, feed_folder)
        if before is not None and feed_id(before) != feed_id(card):
            (feed_folder / POINTER).unlink(missing_ok=True)
        write_whole(feed_folder / CARD_FILE, data)


def asks_daily(feed_folder: Path) -> bool:
    """Tell whether the program may ask the feed by itself; it may not until somebody says so."""
    return (feed_folder / DAILY_FILE).exists()


def ask_daily(feed_folder: Path, *, on: bool) -> None:
    """Allow that, or forbid it."""
    with disk_trouble(feed_folder):
        if on:
            feed_folder.mkdir(parents=True, exist_ok=True)
            (feed_folder / DAILY_FILE).touch()
        else:
            (feed_folder / DAILY_FILE).unlink(missing_ok=True)
