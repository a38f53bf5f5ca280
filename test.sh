#!/usr/bin/env bash
# Builds everything, publishes the samples and the plugin of the crash tests with Native AOT, runs all tests. --soak adds what takes longer.
set -uo pipefail
cd "$(dirname "$0")" || exit 2
. eng/setup.sh

[ "${1:-}" = "--soak" ] && export SYNAPSE_SOAK=1

# With strace the crash tests ask the kernel itself whether they see every file call; without it they compare files.
if ! command -v strace >/dev/null && command -v apt-get >/dev/null; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    $as_root apt-get install -y -qq strace >/dev/null 2>&1 || echo "strace could not be installed: one crash test is skipped." >&2
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build Synapse.sln -c Release -v quiet -clp:NoSummary || exit 1
dotnet publish samples/Fashion -c Release -o artifacts/fashion -v quiet -clp:NoSummary || exit 1
dotnet publish samples/CustomUpload -c Release -o artifacts/custom-upload -v quiet -clp:NoSummary || exit 1
dotnet publish samples/Annotate -c Release -o artifacts/annotate -v quiet -clp:NoSummary || exit 1
dotnet publish tests/Synapse.Crash.Plugin -c Release -o artifacts/crash -v quiet -clp:NoSummary || exit 1

dotnet test --solution Synapse.sln -c Release --no-build --no-progress --no-ansi 2>&1 | tee "$log"
rc=$?
awk '/^Test run summary:/{on=1} on&&/^ +failed: /{f=$2} on&&/^ +succeeded: /{p=$2} on&&/^ +skipped: /{s=$2}
     END{printf "%d passed, %d failed, %d skipped\n",p,f,s}' "$log"
exit $rc
