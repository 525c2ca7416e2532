#!/usr/bin/env bash
# warcio 1.8.1, FastWARC 2.0.1 and jwarc 0.31.1, on four records that say the same
# in ways that WARC 1.0 allows: field names in small letters, which count as the
# same name; a value that goes on in the next line; the media type of the block in
# capitals, where case says nothing; and the address in angle brackets, as the
# grammar of 1.0 has it.
#
# Seen: names in small letters make FastWARC take the record for one of an unknown
# type, give the page with the head of the answer, and end with an error, for it does
# not find the length; capitals in the media type leave that head in the page too. The
# folded address begins with "%20" in warcio and jwarc and with a blank in FastWARC,
# and warcio gives that page with its head. The brackets are part of the address in
# FastWARC only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install warcio==1.8.1 fastwarc==2.0.1
mvn -q -B dependency:copy -Dartifact=org.netpreserve:jwarc:0.31.1 "-DoutputDirectory=$folder" >/dev/null

cat > "$folder/read.py" <<'PY'
import glob, os, subprocess, sys
from fastwarc.warc import ArchiveIterator as Fast
from warcio.archiveiterator import ArchiveIterator

HTTP = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Shut.</p>"
FIELDS = {"WARC-Type": "response", "WARC-Record-ID": "<urn:uuid:00000000-0000-0000-0000-000000000001>",
          "WARC-Date": "2024-05-06T07:08:09Z", "WARC-Target-URI": "https://quay.example/quay",
          "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(HTTP))}


def record(fields):
    return ("WARC/1.0\r\n" + "".join(f"{k}: {v}\r\n" for k, v in fields.items()) + "\r\n").encode() + HTTP + b"\r\n\r\n"


def page(body):
    return "page" if body.startswith(b"<p>") else "page with its head"


jar = glob.glob(sys.argv[1] + "/jwarc-*.jar")[0]
file = sys.argv[1] + "/a.warc"
for name, fields in {
    "as usual": FIELDS,
    "small letters": {k.lower(): v for k, v in FIELDS.items()},
    "folded": FIELDS | {"WARC-Target-URI": "\r\n " + FIELDS["WARC-Target-URI"]},
    "capitals": FIELDS | {"Content-Type": "Application/HTTP; msgtype=response"},
    "brackets": FIELDS | {"WARC-Target-URI": "<" + FIELDS["WARC-Target-URI"] + ">"},
}.items():
    with open(file, "wb") as f:
        f.write(record(fields))
    with open(file, "rb") as f:
        for r in ArchiveIterator(f):
            print(f"{name} | warcio {r.rec_type} {r.rec_headers.get_header('WARC-Target-URI')!r} {page(r.content_stream().read())}")
    with open(file, "rb") as f:
        try:
            for r in Fast(f):
                print(f"{name} | fastwarc {r.record_type} {r.headers.get('WARC-Target-URI')!r} {page(r.reader.read())}")
        except OSError as problem:
            print(f"{name} | fastwarc {problem}")
    seen = subprocess.run(["java", "-jar", jar, "cdx", file], capture_output=True, text=True).stdout.splitlines()[1].split()
    print(f"{name} | jwarc {seen[2]!r} {seen[3]} {seen[4]}")
PY
"$folder/venv/bin/python" "$folder/read.py" "$folder" 2>/dev/null | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
as usual | warcio response 'https://quay.example/quay' page
as usual | fastwarc response 'https://quay.example/quay' page
as usual | jwarc 'https://quay.example/quay' text/html 200
small letters | warcio response 'https://quay.example/quay' page
small letters | fastwarc unknown 'https://quay.example/quay' page with its head
small letters | fastwarc Invalid WARC header
small letters | jwarc 'https://quay.example/quay' text/html 200
folded | warcio response '%20https://quay.example/quay' page with its head
folded | fastwarc response ' https://quay.example/quay' page
folded | jwarc '%20https://quay.example/quay' text/html 200
capitals | warcio response 'https://quay.example/quay' page
capitals | fastwarc response 'https://quay.example/quay' page with its head
capitals | jwarc 'https://quay.example/quay' text/html 200
brackets | warcio response 'https://quay.example/quay' page
brackets | fastwarc response '<https://quay.example/quay>' page
brackets | jwarc 'https://quay.example/quay' text/html 200
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
