from __future__ import annotations

from samples.relation_files import PRODUCTS, diagnostics_of


def test_four_digits_with_their_zero_pass() -> None:
    found = diagnostics_of({"products.csv": PRODUCTS + "p,PAK,BLR,dates,0804,ref\n"})

    assert found == []


def test_a_lost_zero_is_told() -> None:
    found = diagnostics_of({"products.csv": PRODUCTS + "p,PAK,BLR,dates,804,ref\n"})

    assert found == ["products.csv:2:17: error[BG217] '804' is no HS code"]
