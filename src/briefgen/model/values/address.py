"""Addresses that a brief may link to: what every reader of a brief takes for the same one, in one form.

A browser, Word's libraries and those of PDF each read an address by rules of their own (RFC 3986, the URL Standard,
.NET's `Uri`), and some will not open a file that holds one they refuse. So only what all of them read alike is an
address here, and it is written in letters that none of them changes.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from typing import NewType

from briefgen.late_patterns import late_pattern

Address = NewType("Address", str)
"""An address in its normal form, in ASCII."""

LONGEST = 2_000
"""Characters of the normal form; Word takes 2,083."""
SCHEMES = ("http", "https", "mailto")
_SCHEME = late_pattern(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
"""RFC 3986, 3.1."""
_NEVER = late_pattern(r"""[\s\x00-\x20\x7f<>"\\{}`\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\ufffd]""")
"""What stands in no address, and mostly is left over from the text around it."""
_AUTHORITY = late_pattern(r"//(?P<host>\[[^\]]*\]|[^/?#:@]*)(?P<port>:[^/?#]*)?(?=[/?#]|$)")
_LABEL = late_pattern(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
_LONGEST_HOST = 253
_HIGHEST_PORT = 65_535
_USUAL_PORTS = {"http": "80", "https": "443"}
_KEPT = late_pattern(r"%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/?-]")
"""What stands as it is behind the host (RFC 3986, 3.3 to 3.5)."""
_MAILBOX = late_pattern(r"(?P<local>[A-Za-z0-9.!$&'*+/=_~-]+)@(?P<host>[^@,?#]+)")


class AddressError(ValueError):
    """What is no address that a brief may link to; the message says why, as the rest of a sentence on it."""


def parse_address(text: str) -> Address:
    """The normal form of an address of a page or a mailbox.

    Letters beyond ASCII are written as their UTF-8 in per cent signs, those of a host in Punycode; scheme and host are
    in small letters, and the port that a scheme has anyway is left out.

    Raises:
        AddressError: where some reader of a brief would refuse it, or take it for another.

    Example:
        >>> parse_address("HTTPS://Пример.бел:443/торговля%202019")
        'https://xn--e1afmkfd.xn--90ais/%D1%82%D0%BE%D1%80%D0%B3%D0%BE%D0%B2%D0%BB%D1%8F%202019'
    """
    written = text.strip()
    scheme = _SCHEME.match(written)
    if not scheme or scheme[1].lower() not in SCHEMES:
        raise AddressError("is none of http, https or mailto")
    if unwanted := _NEVER.search(written):
        raise AddressError(f"holds {_spoken(unwanted[0])}")
    name, rest = scheme[1].lower(), written[scheme.end() :]
    address = f"{name}:{_mailbox(rest) if name == 'mailto' else _page(name, rest)}"
    if len(address) > LONGEST:
        raise AddressError(f"has {len(address):,} characters, at most {LONGEST:,} are taken by all that read it")
    return Address(address)


def address_of(text: str) -> Address | None:
    """The normal form of an address, or None where it is none."""
    try:
        return parse_address(text)
    except AddressError:
        return None


def _spoken(character: str) -> str:
    if character == " ":
        return "a blank"
    return f"'{character}'" if character.isprintable() else f"the character U+{ord(character):04X}"


def _page(scheme: str, rest: str) -> str:
    if not rest.startswith("//"):
        raise AddressError("has no // behind its scheme")
    if "@" in re.split("[/?#]", rest[2:], maxsplit=1)[0]:
        raise AddressError("holds a name or password, which everybody would read")
    authority = _AUTHORITY.match(rest)
    if not authority:
        raise AddressError("has a host that cannot be read")
    host, port = _host(authority["host"]), _port(authority["port"])
    port = "" if port in {"", _USUAL_PORTS[scheme]} else f":{port}"
    return f"//{host}{port}{_escaped(rest[authority.end() :])}"


def _host(written: str) -> str:
    if not written:
        raise AddressError("has no host")
    if written.startswith("["):
        try:
            return f"[{IPv6Address(written[1:-1]).compressed}]" if "%" not in written else _refuse_host(written)
        except AddressValueError:
            return _refuse_host(written)
    host = _in_ascii(written).lower()
    labels = host.removesuffix(".").split(".")
    if len(host) > _LONGEST_HOST or not all(map(_LABEL.fullmatch, labels)):
        return _refuse_host(written)
    if labels[-1].isdigit() or labels[-1].startswith("0x"):  # a browser takes what ends so for numbers of IPv4
        try:
            return str(IPv4Address(host))
        except AddressValueError:
            return _refuse_host(written)
    return host


def _refuse_host(written: str) -> str:
    raise AddressError(f"has the host '{written}', which none can be")


def _in_ascii(host: str) -> str:
    """A host as it is asked for (RFC 3492), where older and newer rules for that agree."""
    if host.isascii():
        return host
    try:
        found = host.encode("idna").decode("ascii")
        back = found.encode("ascii").decode("idna")
    except UnicodeError:
        return _refuse_host(host)
    # What the older rules put into other letters (ß, joiners, full-width digits) leads elsewhere by the newer.
    return found if back.casefold() == host.lower().casefold() and "ß" not in host else _refuse_host(host)


def _port(written: str | None) -> str:
    if written is None:
        return ""
    digits = written[1:]
    if not (re.fullmatch("[0-9]{1,5}", digits) and 0 < int(digits) <= _HIGHEST_PORT):
        raise AddressError(f"has the port '{digits}'; ports are numbers up to {_HIGHEST_PORT}")
    return str(int(digits))


def _escaped(rest: str) -> str:
    """Path, query and fragment; a second # belongs to the fragment, and a % without digits is one that was meant."""
    before, hash_sign, after = rest.partition("#")
    return f"{_kept(before)}{hash_sign}{_kept(after)}"


def _kept(text: str) -> str:
    at, out = 0, []
    while at < len(text):
        kept = _KEPT.match(text, at)
        piece = kept[0] if kept else text[at]
        out.append(piece.upper() if kept and len(piece) > 1 else piece if kept else _in_per_cents(piece))
        at += len(piece)
    return "".join(out)


def _in_per_cents(character: str) -> str:
    try:
        return "".join(f"%{byte:02X}" for byte in character.encode())
    except UnicodeEncodeError:
        raise AddressError("holds half of a surrogate pair") from None


def _mailbox(rest: str) -> str:
    boxes, question, fields = rest.partition("?")
    found = [_MAILBOX.fullmatch(box) for box in boxes.split(",")]
    if not all(found):
        raise AddressError("names no mailbox, as in mailto:desk@example.org")
    written = ",".join(f"{box['local']}@{_host(box['host'])}" for box in found if box)
    return f"{written}{question}{_escaped(fields)}"
