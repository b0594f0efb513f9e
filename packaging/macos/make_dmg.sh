#!/bin/sh
# Put the application and a link to the Applications folder into a compressed disk image.
#   make_dmg.sh Mingbian.app mingbian.dmg
set -eu
application=$1
image=$2
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$application" "$stage/"
ln -s /Applications "$stage/Applications"
# Without a developer's certificate the signature is "ad hoc": macOS then asks once before opening.
codesign --force --deep --sign "${MINGBIAN_CODESIGN_IDENTITY:--}" "$stage/$(basename "$application")"
rm -f "$image"
hdiutil create -volname "Mingbian" -srcfolder "$stage" -fs HFS+ -format UDZO -ov "$image"
