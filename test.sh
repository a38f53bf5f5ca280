#!/usr/bin/env bash
# Builds everything, publishes the sample with Native AOT, runs all tests. --soak adds what takes longer.
set -uo pipefail
cd "$(dirname "$0")" || exit 2
. eng/setup.sh

[ "${1:-}" = "--soak" ] && export SYNAPSE_SOAK=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build Synapse.sln -c Release -v quiet -clp:NoSummary || exit 1
dotnet publish samples/Fashion -c Release -o artifacts/fashion -v quiet -clp:NoSummary || exit 1

dotnet test --solution Synapse.sln -c Release --no-build --no-progress --no-ansi 2>&1 | tee "$log"
rc=$?
awk '/^Test run summary:/{on=1} on&&/^ +failed: /{f=$2} on&&/^ +succeeded: /{p=$2} on&&/^ +skipped: /{s=$2}
     END{printf "%d passed, %d failed, %d skipped\n",p,f,s}' "$log"
exit $rc
