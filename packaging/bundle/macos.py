"""The macOS bundle's description of itself, and its disk image."""

import subprocess
from pathlib import Path

from bundle.project import IDENTIFIER, ROOT, BuildError, release_name

FEED = "org.mingbian.feed"


def info_plist(version: str) -> dict[str, object]:
    """Return the Info.plist, as property lists hold it."""
    return {
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleName": "明辨",
        "CFBundleDisplayName": "明辨 Mingbian",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "zh_CN",
        "CFBundleLocalizations": ["zh_CN", "zh_TW", "en"],
        "LSApplicationCategoryType": "public.app-category.utilities",
        "LSMinimumSystemVersion": "14.0",
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": "Copyright 2026 the Mingbian contributors. Apache-2.0",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Mingbian feed card",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [FEED],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": FEED,
                "UTTypeDescription": "Mingbian feed card",
                "UTTypeConformsTo": ["public.data"],
                "UTTypeTagSpecification": {"public.filename-extension": ["mingbian-feed"]},
            }
        ],
    }


def pack(application: Path, out: Path) -> Path:
    """Return the disk image made of the application; runs on macOS alone. Raises BuildError."""
    image = out / f"{release_name()}.dmg"
    script = ROOT / "packaging" / "macos" / "make_dmg.sh"
    if subprocess.run(
        ["/bin/sh", str(script), str(application), str(image)], check=False
    ).returncode:
        raise BuildError("the disk image could not be made; what hdiutil says stands above")
    return image
