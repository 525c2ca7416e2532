#!/usr/bin/env bash
# cdxj-indexer 1.5.0, FastWARC 2.0.1 and jwarc 0.31.1, on records whose WARC-Date is
# less precise than a second. WARC 1.1 allows that ("YYYY", "YYYY-MM", "YYYY-MM-DD"
# and so on, after W3CDTF): archives that were converted from older copies know no
# more.
#
# Seen: cdxj-indexer makes a time of a minute or a day, and ends with a TypeError at
# a month or a year, so that an archive that holds one has no index. FastWARC has no
# date for a day, a month or a year. jwarc writes "-" into the index for all of them,
# so that the entry has no place among those of its address.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install warcio==1.8.1 cdxj-indexer==1.5.0 fastwarc==2.0.1
mvn -q -B dependency:copy -Dartifact=org.netpreserve:jwarc:0.31.1 "-DoutputDirectory=$folder" >/dev/null

cat > "$folder/read.py" <<'PY'
import glob, os, subprocess, sys
from fastwarc.warc import ArchiveIterator as Fast

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Shut.</p>"
jar = glob.glob(sys.argv[1] + "/jwarc-*.jar")[0]
file = sys.argv[1] + "/a.warc"


def run(*command):
    done = subprocess.run(command, capture_output=True, text=True)
    return done.stdout.splitlines(), done.stderr.strip().splitlines()


for date in ("2024-05-06T07:08:09Z", "2024-05-06T07:08Z", "2024-05-06", "2024-05", "2024"):
    with open(file, "wb") as f:
        f.write(("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
                 f"WARC-Date: {date}\r\nWARC-Target-URI: https://quay.example/quay\r\n"
                 f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(HTTP)}\r\n\r\n").encode()
                + HTTP + b"\r\n\r\n")
    out, problem = run(os.path.join(os.path.dirname(sys.executable), "cdxj-indexer"), file)
    cdxj = out[0].split()[1] if out else problem[-1].split(":")[0]
    with open(file, "rb") as f:
        fast = next(iter(Fast(f))).record_date
    out, _ = run("java", "-jar", jar, "cdx", file)
    print(f"{date} | cdxj-indexer {cdxj} | fastwarc {fast} | jwarc {out[1].split()[1]}")
PY
"$folder/venv/bin/python" "$folder/read.py" "$folder" 2>/dev/null | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
2024-05-06T07:08:09Z | cdxj-indexer 20240506070809 | fastwarc 2024-05-06 07:08:09+00:00 | jwarc 20240506070809
2024-05-06T07:08Z | cdxj-indexer 20240506070800 | fastwarc 2024-05-06 07:08:00+00:00 | jwarc -
2024-05-06 | cdxj-indexer 20240506000000 | fastwarc None | jwarc -
2024-05 | cdxj-indexer TypeError | fastwarc None | jwarc -
2024 | cdxj-indexer TypeError | fastwarc None | jwarc -
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
