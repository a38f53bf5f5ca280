#!/usr/bin/env bash
# The main job on real data: publishes the sample plugin, then uploads, trains, infers and exports with it, and kills it
# once on the way. ./demo.sh --full uses all 70,000 images of Fashion-MNIST instead of the 7,000 that are in the repository.
set -euo pipefail
cd "$(dirname "$0")"
. eng/setup.sh

data=../../samples/Fashion/data
if [ "${1:-}" = "--full" ]; then
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo -n"
    { $as_root apt-get install -y -qq dataset-fashion-mnist || { $as_root apt-get update -qq && $as_root apt-get install -y -qq dataset-fashion-mnist; }; } >/dev/null 2>&1 ||
        { echo "dataset-fashion-mnist could not be installed; run ./demo.sh without --full." >&2; exit 2; }
    data=$(dirname "$(dpkg -L dataset-fashion-mnist | grep -m1 train-images)")
elif [ $# -gt 0 ]; then
    echo "usage: ./demo.sh [--full]" >&2
    exit 2
fi

if [ -t 1 ]; then bold=$(tput bold 2>/dev/null || true) plain=$(tput sgr0 2>/dev/null || true); else bold= plain=; fi
say() { printf '\n%s%s%s\n' "$bold" "$*" "$plain"; }
try() { printf '$ fashion %s\n' "$*"; "$fashion" "$@"; }
# A number in the newest run's result, by its name.
result() { "$fashion" show last --json | tr -d ' \n' | sed 's/.*"result"://' | grep -o "\"$1\":[0-9.]*" | head -1 | cut -d: -f2; }

say "1. A plugin is C# classes with attributes; published, it is one native file."
dotnet publish samples/Fashion -c Release -o artifacts/fashion -v quiet -clp:NoSummary
fashion=$PWD/artifacts/fashion/fashion
demo=$PWD/artifacts/demo
rm -rf "$demo" && mkdir -p "$demo" && cd "$demo"
echo '$ fashion'; "$fashion"

say "2. Fashion-MNIST, one PNG file an image. A static method with [PluginAction] is an action too."
try run unpack --data "$data" --output images

say "3. Upload, and kill -9 in the middle of it."
printf '$ fashion run upload --path images\n'
"$fashion" run upload --path images >upload.txt 2>&1 &
pid=$!
until grep -qs '"step":"send"' .synapse/runs/*/events.jsonl && [ -s .synapse/backend/local.db ] || ! kill -0 $pid 2>/dev/null; do sleep 0.01; done
sleep 0.1
killed=; kill -9 $pid 2>/dev/null && killed=yes
wait $pid 2>/dev/null || true
cat upload.txt
if [ -z "$killed" ]; then
    echo "(The upload was done before it could be killed: a fast machine.)"
else
    printf '\n$ kill -9 %s\n\n' "$pid"
    say "   Nothing that was finished is lost, and nothing that was finished is done again:"
    try resume last
fi
dataset=$(result dataset)

say "4. Train on it. A checkpoint an epoch: a killed training would go on at its last one."
try run train --dataset "$dataset"
model=$(result id)

say "5. Infer on images that the model has not seen."
try run infer --dataset "$dataset" --model "$model"
accuracy=$(result accuracy)

say "6. Export predictions and ground truth."
try run export --dataset "$dataset" --model "$model" --output exported
head -4 exported/predictions.csv

say "7. All of it is on record."
try runs

start=$(date +%s%N)
for _ in $(seq 100); do "$fashion" describe >/dev/null; done
starts=$((($(date +%s%N) - start) / 100000))
say "Accuracy $(awk "BEGIN{printf \"%.1f %%\", $accuracy * 100}") · binary $(awk "BEGIN{printf \"%.1f MB\", $(stat -c %s "$fashion") / 1e6}"), $(ls "$(dirname "$fashion")" | wc -l) file · start to finished 'describe' $(awk "BEGIN{printf \"%.1f ms\", $starts / 1000}")"
echo "The code is in samples/Fashion, what it wrote in artifacts/demo. Try: artifacts/fashion/fashion run train --help"
