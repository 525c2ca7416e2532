#!/bin/sh
# Makes the peers' virtual environment and installs the pinned packages into it.
#
#   setup.sh [FOLDER]     FOLDER, or $PEERS_VENV, or .venv beside this script
#
# Prints the path of its python when all is there. Exit codes: 0 ready, 1 the install failed, 3 the registry can't be
# reached, 4 no python3 that is new enough. Whatever the code, the last line on stderr says in one line why.
# A second run with the same requirements.txt needs no network.
set -u

here=$(cd "$(dirname "$0")" && pwd)
venv=${1:-${PEERS_VENV:-$here/.venv}}
wanted=$here/requirements.txt
stamp=$venv/.peers-requirements
log=$venv/.peers-install.log

fail() {
    echo "peers: $2" >&2
    exit "$1"
}

if [ -x "$venv/bin/python" ] && cmp -s "$wanted" "$stamp"; then
    echo "$venv/bin/python"
    exit 0
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    fail 4 "python3 of version 3.11 or newer not found"
[ -x "$venv/bin/pip" ] || python3 -m venv "$venv" >&2 || fail 4 "python3 can't make a virtual environment in $venv"

if ! "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --retries 1 --timeout 20 \
    --requirement "$wanted" >"$log" 2>&1; then
    unreached='Failed to establish|Name or service|name resolution|Connection refused|timed out|ProxyError|SSLError|Tunnel connection'
    why=$(grep -E 'Retrying|Could not fetch' "$log" | grep -oE "($unreached)[^'\")]*" | tail -n 1)
    grep -qE 'from versions: none|Could not fetch|Max retries' "$log" && [ -n "$why" ] && fail 3 "registry not reached: $why"
    fail 1 "install failed: $(grep -E '^ERROR' "$log" | head -n 1) (all of it: $log)"
fi

cp "$wanted" "$stamp"
echo "$venv/bin/python"
