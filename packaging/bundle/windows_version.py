"""The version that Windows shows in a program's properties."""

import re
from typing import Any

COMPANY = "The Mingbian contributors"


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """Return a version as Windows counts: 1.2.3 is (1, 2, 3, 0)."""
    found = [int(each) for each in re.findall(r"\d+", version)[:4]]
    first, second, third, fourth = (*found, 0, 0, 0, 0)[:4]
    return first, second, third, fourth


def strings(version: str) -> dict[str, str]:
    """Return the words of the properties page."""
    return {
        "CompanyName": COMPANY,
        "FileDescription": "Mingbian 明辨",
        "FileVersion": version,
        "InternalName": "mingbian",
        "LegalCopyright": "Copyright 2026 the Mingbian contributors. Apache-2.0",
        "OriginalFilename": "mingbian.exe",
        "ProductName": "Mingbian 明辨",
        "ProductVersion": version,
    }


def version_resource(version: str) -> Any:  # noqa: ANN401 -- PyInstaller's own, untyped
    """Return the resource as PyInstaller writes it into a Windows program."""
    from PyInstaller.utils.win32 import versioninfo  # noqa: PLC0415 -- exists on Windows alone

    numbers = four_numbers(version)
    said = [versioninfo.StringStruct(name, text) for name, text in strings(version).items()]
    language = [0x0804, 1200]  # Chinese of the mainland, in UTF-16
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[
            versioninfo.StringFileInfo([versioninfo.StringTable("080404B0", said)]),
            versioninfo.VarFileInfo([versioninfo.VarStruct("Translation", language)]),
        ],
    )
