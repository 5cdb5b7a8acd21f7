"""Addresses before a reader of another house, which keeps to the URL Standard."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from briefgen.model.values.address import parse_address
from conformance.judges import command, run
from samples.addresses import SAME, WRITTEN

KNOWN = [parse_address(address) for address in (*sorted(SAME), *WRITTEN)]


def test_browsers_read_each_and_change_nothing_but_an_empty_path_and_dots() -> None:
    script = "console.log(JSON.stringify(JSON.parse(process.argv[1]).map(a => new URL(a).href)))"
    done = run(command("node", "nodejs"), "-e", script, json.dumps(KNOWN))

    assert done.returncode == 0, done.stderr
    for address, href in zip(KNOWN, json.loads(done.stdout), strict=True):
        assert href in {address, address.replace("//b/../c/./d", "//c/d"), *with_a_path(address)}


def with_a_path(address: str) -> set[str]:
    """What a browser makes of an address that ends with its host."""
    parts = urlsplit(address)
    return {parts._replace(path="/").geturl()} if not parts.path else set()
