#!/usr/bin/env bash
# news-please 1.6.16, on two pages whose JSON-LD states "datePublished" with an
# offset from UTC: 23:30 at -05:00 on 6 May, which is 04:30 UTC on 7 May, and
# 01:00 at +01:00 on 7 May, which is 00:00 UTC on 7 May. The second page is the
# elder by four and a half hours.
#
# Seen: date_publish, in the object and in the record that is exported, is the
# clock time of the place without the offset, so that the first page looks an
# hour and a half older than the second. (newspaper4k 0.9.6 keeps the offset.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install newspaper4k==0.9.6 news-please==1.6.16 lxml_html_clean

"$folder/venv/bin/python" - 2>/dev/null <<'PY' | tee "$folder/seen"
import newspaper
from newsplease import NewsPlease

def page(stamp):
    return f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>East quay closed</title>
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"East quay closed","datePublished":"{stamp}"}}</script></head><body><article><h1>East quay closed</h1>
<p>The harbour board of Northmouth closed the east quay to lorries on Monday after engineers found a crack in its wall,
and it said that the repair would take nine days and cost 40,000 crowns.</p></article></body></html>'''

for stamp in ("2024-05-06T23:30:00-05:00", "2024-05-07T01:00:00+01:00"):
    n = NewsPlease.from_html(page(stamp), url="https://quay.example/quay")
    a = newspaper.Article("https://quay.example/quay")
    a.download(input_html=page(stamp))
    a.parse()
    print(stamp, "| news-please", n.get_serializable_dict()["date_publish"], "| newspaper4k", a.publish_date.isoformat())
PY
cat > "$folder/expected" <<'TXT'
2024-05-06T23:30:00-05:00 | news-please 2024-05-06 23:30:00 | newspaper4k 2024-05-06T23:30:00-05:00
2024-05-07T01:00:00+01:00 | news-please 2024-05-07 01:00:00 | newspaper4k 2024-05-07T01:00:00+01:00
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
