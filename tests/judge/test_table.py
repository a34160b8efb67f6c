"""The packed tables: what was written is what is read, and what is damaged is refused."""

from __future__ import annotations

from array import array

import pytest

from declutter.judge.packed import BrokenTable, pack, unpack
from declutter.judge.table import FORMAT_VERSION, read_table, table_for, write_table


def test_a_packed_file_holds_its_parts_and_says_what_it_is() -> None:
    parts = {"words": ["dein", "Straße", ""], "odds": array("h", [-3, 250]), "none": array("d")}
    about, found = unpack(pack({"fitted_on": "two pages"}, parts))
    assert about["fitted_on"] == "two pages"
    assert found == parts


def test_the_table_of_the_package_survives_writing_and_reading() -> None:
    table = table_for("html")
    assert "pages" in table.fitted_on
    assert read_table(write_table(table)) == table


@pytest.mark.parametrize("damage", [b"", b"{}\n", b"no table"])
def test_what_is_no_table_is_refused(damage: bytes) -> None:
    with pytest.raises(BrokenTable, match="damaged"):
        read_table(damage)


def test_one_changed_byte_is_noticed() -> None:
    data = bytearray(write_table(table_for("text")))
    data[-1] ^= 1
    with pytest.raises(BrokenTable, match="damaged"):
        read_table(bytes(data))


def test_a_table_of_another_version_is_refused() -> None:
    with pytest.raises(BrokenTable, match="fit it again"):
        read_table(pack({"format": FORMAT_VERSION - 1}, {}))
