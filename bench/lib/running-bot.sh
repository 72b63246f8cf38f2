# Sourced by benches of the visitor channel, from the repository's root: a server that has just started ($server, $url), with a
# bot that knows the sample shop ($bot, $id, $key); $flags go to the server. bench CLASS ARGUMENTS... runs a class beside it.
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
if ! "$java" -version 2>&1 | grep -q '"25'; then java=$(ls -d /usr/lib/jvm/*25*/bin/java | head -1); fi
data=$(mktemp -d)
port=18081
url=http://localhost:$port
server=
trap 'kill ${server:+"$server"} 2>/dev/null || true; wait 2>/dev/null || true; rm -rf "$data"' EXIT

field() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p" | head -1; }

bench() { "$java" -Xmx3g -Djdk.httpclient.keepalive.timeout=5 -cp "target/test-classes:target/classes:$(cat target/classpath)" "$@"; }

api() { curl -sf "$url/api/v1/$1" -H "Authorization: Bearer $key" "${@:2}"; }

key=$("$java" -jar target/taros.jar setup --email bench@example.com --password 'a long bench passphrase' --organization Bench \
    --json --taros.data-dir="$data" | tail -1 | field apiKey)
ulimit -n "$(ulimit -Hn)"
# Every visitor comes from an address of their own, as a proxy in front would say.
"$java" -jar target/taros.jar --taros.data-dir="$data" --server.port=$port --taros.trusted-proxies=127.0.0.0/8,::1/128 ${flags:-} >"$data/server.log" 2>&1 &
server=$!
until curl -sf $url/actuator/health >/dev/null; do sleep 0.1; done
bot=$(api bots -X POST -H 'Content-Type: application/json' -d '{"name":"Bench"}')
id=$(echo "$bot" | field id)
for article in src/main/resources/sample/en/*.md; do
    api "bots/$id/sources" -X POST -F "file=@$article" >/dev/null
done
until api "bots/$id/sources" | grep -vqE '"status":"(queued|fetching|reading)"'; do sleep 0.5; done
