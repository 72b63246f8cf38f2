#!/usr/bin/env bash
# Many visitors at once, each with an open line: what is lost, what is doubled, how soon the first event comes, what the server holds.
# Usage: bench/visitors.sh [visitors] [seconds]        needs target/taros.jar, target/test-classes, target/classpath, a JDK 25, curl
set -euo pipefail
cd "$(dirname "$0")/.."
. bench/lib/running-bot.sh
bench io.taros.widget.VisitorsBench $url "$(echo "$bot" | field publicKey)" "${1:-2000}" "${2:-120}" "$server"
