#!/usr/bin/env bash
# Many answers written by a model at once, 50 tokens a second each: how much longer they take than the model does.
# Usage: bench/token-streams.sh [streams]        needs what visitors.sh does
set -euo pipefail
cd "$(dirname "$0")/.."
# The model begins when everybody has asked.
flags="--taros.models.compatible.base-url=http://127.0.0.1:18082/v1 --taros.models.first-token-timeout=3m --taros.models.total-timeout=5m"
. bench/lib/running-bot.sh
api "bots/$id" -X PUT -H 'Content-Type: application/json' -d '{"provider":"compatible"}' >/dev/null
bench io.taros.widget.TokenStreamsBench $url "$(echo "$bot" | field publicKey)" "${1:-500}" 18082
