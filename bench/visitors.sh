#!/usr/bin/env bash
# Many visitors at once, each with an open line: what is lost, what is doubled, how soon the first event comes, what the server holds.
# Usage: bench/visitors.sh [visitors] [seconds]        needs target/taros.jar, target/test-classes, a JDK 25, curl
set -euo pipefail
cd "$(dirname "$0")/.."
visitors=${1:-2000}
seconds=${2:-120}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! "$java" -version 2>&1 | grep -q '"25'; then java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1); fi
data=$(mktemp -d)
port=18081
url=http://localhost:$port
server=
trap 'kill ${server:+"$server"} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -1; }

key=$("$java" -jar target/taros.jar setup --email bench@example.com --password 'a long bench passphrase' --organization Bench \
    --json --taros.data-dir="$data" | tail -1 | field apiKey)
ulimit -n "$(ulimit -Hn)"
# Every visitor comes from an address of their own, as a proxy in front would say.
"$java" -jar target/taros.jar --taros.data-dir="$data" --server.port=$port --taros.trusted-proxies=127.0.0.0/8,::1/128 >"$data/server.log" 2>&1 &
server=$!
until curl -sf $url/actuator/health >/dev/null; do sleep 0.1; done
bot=$(curl -sf -X POST $url/api/v1/bots -H "Authorization: Bearer $key" -H 'Content-Type: application/json' -d '{"name":"Bench"}')
id=$(echo "$bot" | field id)
for article in src/main/resources/sample/en/*.md; do
    curl -sf -X POST "$url/api/v1/bots/$id/sources" -H "Authorization: Bearer $key" -F "file=@$article" >/dev/null
done
until curl -sf "$url/api/v1/bots/$id/sources" -H "Authorization: Bearer $key" | grep -vqE '"status":"(queued|fetching|reading)"'; do sleep 0.5; done

"$java" -Xmx3g -cp "target/test-classes:target/classes:$(cat target/classpath)" io.taros.widget.VisitorsBench \
    $url "$(echo "$bot" | field publicKey)" "$visitors" "$seconds" "$server"
