"""Addresses: what every reader takes for the same one is one, in one form; the rest is refused with the reason."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.model.values.address import AddressError, parse_address
from samples.addresses import REFUSED, SAME, WRITTEN


@pytest.mark.parametrize("address", sorted(SAME))
def test_an_address_in_its_normal_form_stays(address: str) -> None:
    assert parse_address(address) == address


@pytest.mark.parametrize("written", WRITTEN)
def test_what_means_the_same_is_written_the_same(written: str) -> None:
    assert parse_address(written) == WRITTEN[written]


@pytest.mark.parametrize("written", REFUSED, ids=lambda text: ascii(text[:40]))
def test_what_some_reader_would_refuse_is_refused_with_the_reason(written: str) -> None:
    with pytest.raises(AddressError) as refused:
        parse_address(written)

    assert str(refused.value).startswith(REFUSED[written])


def test_the_longest_is_read_and_one_more_is_not() -> None:
    longest = "https://example.org/".ljust(2_000, "a")

    assert parse_address(longest) == longest
    with pytest.raises(AddressError, match="2,001"):
        parse_address(f"{longest}a")


_PIECES = st.sampled_from([
    "http:", "https:", "mailto:", "//", "a.org", "é", "%", "%2F", "%zz", ":", "80", "@", "[", "]", "::1", "?", "#", "/",
    "..", "&", " ", "<", "\\", "|", "1.2", "xn--", "-", "ж.бел",
])  # fmt: skip


@given(st.lists(_PIECES, max_size=9).map("".join) | st.text(max_size=20))
@example("https://a.org:80:80/")
@example("https://xn--a.org/")
def test_a_normal_form_is_plain_and_its_own_and_what_python_reads(text: str) -> None:
    try:
        address = parse_address(text)
    except AddressError:
        return
    assert address.isascii()
    assert address.isprintable()
    assert " " not in address
    assert parse_address(address) == address
    parts = urlsplit(address)
    assert (parts.username, parts.password) == (None, None)
    assert parts.scheme == "mailto" or parts.hostname
    assert parts.port is None or 0 < parts.port < 65_536
