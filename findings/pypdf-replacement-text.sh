#!/usr/bin/env bash
# pypdf 7.1.1 and PyMuPDF 1.26.5, on a tagged PDF page in which /ActualText says what
# a piece of it stands for (ISO 32000-2, 14.9.4): the hyphen at a line's end for a
# soft one, as word processors write it, and a drawn initial for its letter.
#
# Seen: pypdf gives the hyphen and the drawn sign as they look, so that the word stays
# broken and the first one lacks its letter; PyMuPDF gives what they stand for.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install pypdf==7.1.1 pymupdf==1.26.5

"$folder/venv/bin/python" - 2>/dev/null <<'PY' | tee "$folder/seen"
import io
import pymupdf, pypdf


def pdf(content):
    objects = [b"<< /Type /Catalog /Pages 2 0 R /MarkInfo << /Marked true >> >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
               b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>",
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
               b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content)]
    out, offsets = b"%PDF-1.7\n", []
    for i, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, body)
    table = b"".join(b"%010d 00000 n \n" % at for at in offsets)
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1, table, len(objects) + 1, len(out))


for name, content in {
    "hyphen": b"(The harbour mas) Tj /Span << /ActualText <FEFF00AD> >> BDC (-) Tj EMC 0 -14 Td (ter shut the quay.) Tj",
    "initial": b"/Span << /ActualText (T) >> BDC (*) Tj EMC (he quay is shut.) Tj",
}.items():
    file = pdf(b"BT /F1 12 Tf 50 700 Td " + content + b" ET")
    a = pypdf.PdfReader(io.BytesIO(file)).pages[0].extract_text()
    b = pymupdf.open(stream=file, filetype="pdf")[0].get_text().strip()
    print(f"{name} | pypdf {a!r} | pymupdf {b!r}")
PY
cat > "$folder/expected" <<'TXT'
hyphen | pypdf 'The harbour mas-\nter shut the quay.' | pymupdf 'The harbour mas\xad\nter shut the quay.'
initial | pypdf '*he quay is shut.' | pymupdf 'The quay is shut.'
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
