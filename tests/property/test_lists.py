"""Lists on the wire and on disk: what goes in comes out, and what is spoilt is refused."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from app.lists.buckets import sorted_digest
from app.lists.compression import compress
from app.lists.fingerprint_file import FingerprintFile, write_file
from app.lists.fingerprints import SPACE
from app.lists.list_delta import apply_delta, encode_delta
from app.lists.list_install import install_delta, install_full
from app.lists.list_wire import decode_full, encode_full
from app.model.errors import DamagedDataError

NEAR = st.integers(0, 300)
FINGERPRINTS = st.sets(st.integers(0, SPACE - 1) | NEAR, max_size=200).map(
    lambda values: array("Q", sorted(values))
)


def what_comes_out(action: Callable[[], array[int]]) -> array[int]:
    """Return it, or nothing if the action refuses."""
    try:
        return action()
    except DamagedDataError:
        return array("Q")


def refused_or(action: Callable[[], array[int]], expected: array[int]) -> bool:
    """Tell whether what comes out is what was meant, whenever its digest says so."""
    try:
        found = action()
    except DamagedDataError:
        return True
    return sorted_digest(found) != sorted_digest(expected) or found == expected


@given(FINGERPRINTS)
def test_any_list_comes_back_from_the_wire(values: array[int]) -> None:
    assert decode_full(encode_full(values), len(values)) == values


@given(FINGERPRINTS, FINGERPRINTS)
@settings(max_examples=30, deadline=None)
def test_a_delta_leads_from_any_list_to_any_other(old: array[int], new: array[int]) -> None:
    assert apply_delta(old, encode_delta(old, new), len(new)) == new


@given(FINGERPRINTS, st.integers(0, SPACE - 1) | NEAR)
@settings(max_examples=30, deadline=None)
def test_a_file_holds_what_is_in_the_list_and_nothing_else(values: array[int], other: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "list")
        write_file(values, path)
        with FingerprintFile.open(path) as file:
            assert file.fingerprints() == values
            assert all(map(file.holds_fingerprint, values))
            assert file.holds_fingerprint(other) == (other in values)


@given(FINGERPRINTS, FINGERPRINTS, st.data())
@settings(max_examples=30, deadline=None)
def test_a_flipped_bit_never_passes_for_the_list(
    old: array[int], new: array[int], data: st.DataObject
) -> None:
    whole, delta = bytearray(encode_full(new)), bytearray(encode_delta(old, new))
    for spoilt in (whole, delta):
        spoilt[data.draw(st.integers(0, len(spoilt) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    assert refused_or(lambda: decode_full(bytes(whole), len(new)), new)
    assert refused_or(lambda: apply_delta(old, bytes(delta), len(new)), new)


@given(FINGERPRINTS, FINGERPRINTS, FINGERPRINTS)
@settings(max_examples=30, deadline=None)
def test_a_delta_for_another_list_never_passes(
    old: array[int], new: array[int], other: array[int]
) -> None:
    assert refused_or(lambda: apply_delta(other, encode_delta(old, new), len(new)), new)


@given(st.binary(max_size=600), st.integers(0, 80), FINGERPRINTS)
@settings(max_examples=80, deadline=None)
def test_hostile_data_are_refused_or_are_a_list(
    unfolded: bytes, entries: int, old: array[int]
) -> None:
    for data in (unfolded, compress(unfolded), compress(b"\1" + unfolded)):
        for found in (
            what_comes_out(partial(decode_full, data, entries)),
            what_comes_out(partial(apply_delta, old, data, entries)),
        ):
            assert len(found) in (0, entries)
            assert list(found) == sorted(set(found))
            assert all(each < SPACE for each in found)


@given(FINGERPRINTS, FINGERPRINTS, st.data())
@settings(max_examples=30, deadline=None)
def test_a_spoilt_base_or_wire_never_installs_a_wrong_list(
    old: array[int], new: array[int], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        base, wire, target = (Path(folder, name) for name in ("base", "wire", "target"))
        write_file(old, base)
        wire.write_bytes(encode_delta(old, new))
        spoilt = bytearray(base.read_bytes())
        at = data.draw(st.sampled_from((0, 20, 64, 70_000, len(spoilt) - 1)))
        spoilt[at] ^= 1 << data.draw(st.integers(0, 7))
        base.write_bytes(spoilt[: data.draw(st.sampled_from((len(spoilt), at)))])
        with suppress(DamagedDataError):
            install_delta(base, wire, len(new), sorted_digest(new), target)
        with suppress(DamagedDataError):
            install_full(wire, len(new), sorted_digest(new), target)
        if target.exists():
            with FingerprintFile.open(target) as file:
                assert file.fingerprints() == new
