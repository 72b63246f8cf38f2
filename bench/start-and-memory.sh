#!/usr/bin/env bash
# How long the packaged server takes to start on existing data, and what it holds in memory after ten answers.
# Usage: bench/start-and-memory.sh [runs]        needs target/taros.jar, a JDK 25, curl
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-5}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! "$java" -version 2>&1 | grep -q '"25'; then java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1); fi
data=$(mktemp -d)
port=18080
url=http://localhost:$port
trap 'kill "$server" 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -1; }
milliseconds() { date +%s%3N; }

start() {
    local begun; begun=$(milliseconds)
    "$java" -jar target/taros.jar --taros.data-dir="$data" --server.port=$port >"$data/server.log" 2>&1 &
    server=$!
    until curl -sf $url/actuator/health >/dev/null; do sleep 0.02; done
    started=$(($(milliseconds) - begun))
}
stop() { kill "$server"; wait "$server" 2>/dev/null || true; }
ask() {
    curl -sf -X POST "$url/api/v1/bots/$bot/answers" -H "Authorization: Bearer $key" -H 'Content-Type: application/json' \
        -d "{\"question\":\"$1\"}" >/dev/null
}

key=$("$java" -jar target/taros.jar setup --email bench@example.com --password 'a long bench passphrase' --organization Bench \
    --json --taros.data-dir="$data" | tail -1 | field apiKey)
start
bot=$(curl -sf -X POST $url/api/v1/bots -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d '{"name":"Bench"}' | field id)
for article in src/main/resources/sample/en/*.md; do
    curl -sf -X POST "$url/api/v1/bots/$bot/sources" -H "Authorization: Bearer $key" -F "file=@$article" >/dev/null
done
until curl -sf "$url/api/v1/bots/$bot/sources" -H "Authorization: Bearer $key" | grep -vqE '"status":"(queued|fetching|reading)"'; do sleep 0.2; done
stop

for run in $(seq "$runs"); do
    start
    for question in "How long does delivery take?" "Can I return something?" "Which sizes do you have?" "How do I pay?" \
        "Do you sell gift cards?" "Where is my order?" "How do I wash wool?" "Is there a warranty?" "How can I reach you?" "When are you open?"; do
        ask "$question"
    done
    resident=$(awk '/VmRSS/ {print int($2 / 1024)}' "/proc/$server/status")
    database=$(pgrep -f "$data/postgres" | while read -r pid; do awk '/^Pss:/ {s += $2} END {print s}' "/proc/$pid/smaps_rollup"; done 2>/dev/null | awk '{s += $1} END {print int(s / 1024)}')
    echo "run $run: ready after $started ms, server $resident MB resident after ten answers, database ${database:-?} MB"
    stop
done
