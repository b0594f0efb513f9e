"""Reads a hosts file as blockers use it: an address nobody answers at, then host names."""

import ipaddress
from collections.abc import Iterable, Iterator

from .entry import Entry

# Names of the computer itself, which such files carry along.
_OWN = frozenset(
    {
        *("localhost", "localhost.localdomain", "local", "broadcasthost"),
        *("ip6-localhost", "ip6-loopback", "ip6-localnet", "ip6-mcastprefix"),
        *("ip6-allnodes", "ip6-allrouters", "ip6-allhosts"),
    }
)


def read_hosts(lines: Iterable[str]) -> Iterator[Entry]:
    """Yield each host of each line; a line that begins with no address is one unreadable entry."""
    for number, line in enumerate(lines, 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if not _is_nowhere(words[0]) or len(words) == 1:
            yield Entry(number, line.strip())
            continue
        yield from (Entry(number, host) for host in words[1:] if host.lower() not in _OWN)


def _is_nowhere(text: str) -> bool:
    """Tell whether it is an address that leads nowhere; a real one maps a host, blocks nothing."""
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return (
        address.is_unspecified
        or address.is_loopback
        or address.is_link_local
        or address.is_multicast
    )
