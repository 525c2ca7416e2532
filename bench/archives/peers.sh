#!/usr/bin/env bash
# Opens what "stemma fetch" keeps in three other readers: warcio and FastWARC,
# from PyPI, and jwarc, from Maven Central.
#
#     bench/archives/peers.sh [FOLDER]
#
# They are installed in FOLDER, or in a temporary one. One that cannot be had is
# skipped, and said to be. Exit codes: 0 all open it, 1 one does not, 3 one or all
# of them were skipped.
set -uo pipefail
cd "$(dirname "$0")"
folder=${1:-}
if [ -z "$folder" ]; then
  folder=$(mktemp -d)
  trap 'rm -rf "$folder"' EXIT
fi
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
jwarc=org.netpreserve:jwarc:0.31.1
skipped=0
skip() { echo "skipped: $1" >&2; skipped=3; }

if { [ -x "$folder/bin/python" ] || python3 -m venv "$folder"; } &&
  "$folder/bin/python" -m pip -q install --disable-pip-version-check --retries 1 warcio==1.8.1 fastwarc==2.0.1; then
  export STEMMA_PEERS="$folder/bin/python"
else
  skip "warcio and fastwarc: PyPI cannot be reached"
fi
if ! command -v java mvn >/dev/null; then
  skip "jwarc: there is no java or no mvn"
elif mvn -q dependency:copy "-Dartifact=$jwarc" "-DoutputDirectory=$folder"; then
  STEMMA_JWARC=$(ls "$folder"/jwarc-*.jar)
  export STEMMA_JWARC
else
  skip "jwarc: Maven Central cannot be reached"
fi
go test -count=1 -run TestPeers -v . || exit 1
exit $skipped
