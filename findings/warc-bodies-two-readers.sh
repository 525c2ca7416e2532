#!/usr/bin/env bash
# warcio 1.8.1 and FastWARC 2.0.1 (with auto_decode="all"), on three web archives
# of one or two pages: one whose page was sent with "Content-Encoding: zstd", as
# browsers take it since 2024; one that is a single gzip member, which RFC 1952
# allows and WARC 1.1 (annex D) advises against; and one whose page was kept
# without its chunks though its head says "Transfer-Encoding: chunked", as
# crawlers that let a library read the body do.
#
# Seen: warcio gives the zstd body compressed, as if it were the page, and does
# not read the single member; FastWARC ends with an error at the page whose
# chunks are gone, so that what follows it in the archive is not read.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install warcio==1.8.1 fastwarc==2.0.1 zstandard==0.25.0

"$folder/venv/bin/python" - 2>/dev/null <<'PY' | tee "$folder/seen"
import gzip, io, zstandard
from fastwarc.warc import ArchiveIterator as Fast
from warcio.archiveiterator import ArchiveIterator


def record(body, field=b""):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + field + b"\r\n" + body
    head = ("WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            "WARC-Target-URI: https://quay.example/quay\r\nWARC-Date: 2024-05-06T07:08:09Z\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n")
    return head.encode() + http + b"\r\n\r\n"


def read(name, bodies):
    try:
        return [body.decode(errors="replace").startswith("<p>") for body in bodies]
    except Exception as problem:
        return type(problem).__name__


for name, archive in {
    "zstd body": record(zstandard.ZstdCompressor().compress(b"<p>Shut.</p>"), b"Content-Encoding: zstd\r\n"),
    "one member": gzip.compress(record(b"<p>Shut.</p>") + record(b"<p>Open.</p>")),
    "chunks gone": record(b"<p>Shut.</p>", b"Transfer-Encoding: chunked\r\n") + record(b"<p>Open.</p>"),
}.items():
    print(name, "| warcio", read(name, (r.content_stream().read() for r in ArchiveIterator(io.BytesIO(archive)))),
          "| fastwarc", read(name, (r.reader.read() for r in Fast(io.BytesIO(archive), auto_decode="all"))))
PY
cat > "$folder/expected" <<'TXT'
zstd body | warcio [False] | fastwarc [True]
one member | warcio ArchiveLoadFailed | fastwarc [True, True]
chunks gone | warcio [True, True] | fastwarc OSError
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
