#!/usr/bin/env bash
# Teaching a website that is served from a folder, or a file: pages a second, memory, and what those who ask meanwhile notice.
# Usage: bench/ingest.sh FOLDER|FILE [times]        needs what visitors.sh does
set -euo pipefail
material=$(realpath "$1")
cd "$(dirname "$0")/.."
flags="--taros.crawl.delay=0 --taros.crawl.allowed-private-addresses=127.0.0.0/8 --taros.crawl.max-pages=20000 --taros.crawl.max-depth=10000"
. bench/lib/running-bot.sh
bench io.taros.knowledge.IngestionBench $url/api/v1/ "$id" "$key" $server "$material" "${2:-1}"
