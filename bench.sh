#!/usr/bin/env bash
# Runs the benches (all, or those whose names start so), prints one table and writes their figures to bench/results.json.
set -euo pipefail
cd "$(dirname "$0")"
. eng/setup.sh

for program in Bare BareSqlite Empty Steps Loops Bind Exports Annotations; do
    dotnet publish "bench/$program" -c Release -o "artifacts/bench/$program" -v quiet -clp:NoSummary
done
dotnet publish samples/CustomUpload -c Release -o artifacts/custom-upload -v quiet -clp:NoSummary
dotnet publish samples/Fashion -c Release -o artifacts/fashion -v quiet -clp:NoSummary
dotnet build bench/Synapse.Bench -c Release -v quiet -clp:NoSummary
exec dotnet bench/Synapse.Bench/bin/Release/net10.0/Synapse.Bench.dll "$PWD" "$@"
