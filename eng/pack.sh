#!/usr/bin/env bash
# Packs the Sdk and what it brings, for a plugin project outside this checkout: pack.sh [FOLDER [VERSION]].
set -euo pipefail
cd "$(dirname "$0")/.."
packages=${1:-artifacts/packages}
# Another version is built apart, so that it does not disturb what is built here.
options=()
[ -n "${2:-}" ] && options=(-p:Version="$2" --artifacts-path "$packages.build")
rm -rf "$packages"
for project in Abstractions Actions Runtime Testing Generators Sdk; do
    dotnet pack "src/Synapse.$project" -c Release -o "$packages" "${options[@]}" -v quiet -clp:NoSummary
done
rm -rf "$packages.build"
ls "$packages"
