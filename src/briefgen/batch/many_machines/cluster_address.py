"""Where a cluster is called, and whether what goes there can be read on the way."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

SECONDS_TO_ANSWER = 10
"""For a scheduler."""


def fault_of_address(address: str, *, may_be_read: bool) -> tuple[str, str] | None:
    """What is wrong with the address of a scheduler, and what to do; None where nothing is.

    Example:
        >>> fault_of_address("tls://cluster.example:8786", may_be_read=False)
        >>> fault_of_address("tcp://127.0.0.1:8786", may_be_read=False)
        >>> fault_of_address("tcp://cluster.example:8786", may_be_read=False)[0]
        'tcp://cluster.example:8786 is another machine, and what goes there could be read and changed on the way'
        >>> fault_of_address("cluster:8786", may_be_read=True)[0]
        "'cluster:8786' is no address of a scheduler"
    """
    scheme, host = _parts_of(address)
    if scheme not in {"tcp", "tls"} or not host:
        return f"'{address}' is no address of a scheduler", "give it as tls://HOST:PORT, or tcp:// on this machine"
    if scheme == "tcp" and not may_be_read and not _is_here(host):
        message = f"{address} is another machine, and what goes there could be read and changed on the way"
        return message, "set the cluster up with TLS and call it tls://, or add --insecure-scheduler in a closed net"
    return None


def _parts_of(address: str) -> tuple[str, str]:
    """The way to speak and the host of an address; no host where it is none."""
    try:
        parts = urlsplit(address)
        host = parts.hostname if parts.port else None
    except ValueError:
        return "", ""
    return parts.scheme, host or ""


def _is_here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
