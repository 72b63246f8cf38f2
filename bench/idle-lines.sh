#!/usr/bin/env bash
# Many open lines on which nothing is said: what the server holds, and what it gives back once the other ends are gone.
# Usage: bench/idle-lines.sh [lines]        needs what visitors.sh does, and an "ulimit -Hn" above the number of lines
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib/running-bot.sh
resident() { awk '/VmRSS/ {printf "%d MB resident", $2 / 1024}' "/proc/$server/status"; }
lines() { ls -l "/proc/$server/fd" | grep -c socket; }
echo "before: $(resident), $(lines) sockets"
# The bench ends without a word while its lines are open.
bench io.taros.widget.IdleLinesBench $url "$(echo "$bot" | field publicKey)" "${1:-10000}" "$server" || true
for seconds in 15 30 45 60; do
    sleep 15
    echo "$seconds s after the other ends were gone: $(resident), $(lines) sockets"
done
