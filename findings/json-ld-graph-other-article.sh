#!/usr/bin/env bash
# trafilatura 2.3.1, newspaper4k 0.9.6 and news-please 1.6.16, on a page whose
# JSON-LD has a @graph of two NewsArticles: a related story first, then the
# page's own, whose "url" is the page's canonical address and whose "headline"
# is its <h1> and <title>. The date of publication is 5 March 2024, the author
# Mara Quill.
#
# Seen: all three give 17 January 2023, the date of the related story, and name
# the related story's author beside the page's own. Whoever orders reports by
# these dates makes the page fourteen months older than it is.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/one" && "$folder/one/bin/pip" -q install --upgrade pip
"$folder/one/bin/pip" -q install trafilatura==2.3.1
python3 -m venv "$folder/two" && "$folder/two/bin/pip" -q install --upgrade pip
"$folder/two/bin/pip" -q install newspaper4k==0.9.6 news-please==1.6.16 lxml_html_clean

cat > "$folder/page.html" <<'HTML'
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>East quay closed</title>
<link rel="canonical" href="https://quay.example/2024/quay">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"NewsArticle","headline":"Ferry fares rise","url":"https://quay.example/2023/fares",
 "datePublished":"2023-01-17T09:00:00Z","author":{"@type":"Person","name":"Otto Lind"}},
{"@type":"NewsArticle","headline":"East quay closed","url":"https://quay.example/2024/quay",
 "datePublished":"2024-03-05T09:00:00Z","author":{"@type":"Person","name":"Mara Quill"}}]}</script>
</head><body><article><h1>East quay closed</h1>
<p>The harbour board of Northmouth closed the east quay to lorries on Monday after engineers found a crack in its wall,
and it said that the repair would take nine days and cost 40,000 crowns, paid out of a reserve set up in 2019.</p>
<p>Ferries to Selby Island leave from the older quay at Tarn Point until then, and buses carry passengers between the two.</p>
</article></body></html>
HTML

"$folder/one/bin/python" - "$folder/page.html" <<'PY' | tee "$folder/seen"
import json, sys, trafilatura
page = open(sys.argv[1], encoding="utf-8").read()
d = json.loads(trafilatura.extract(page, output_format="json", with_metadata=True, url="https://quay.example/2024/quay"))
print("trafilatura", d["date"], d["author"])
PY
"$folder/two/bin/python" - "$folder/page.html" 2>/dev/null <<'PY' | tee -a "$folder/seen"
import sys, newspaper
from newsplease import NewsPlease
page, address = open(sys.argv[1], encoding="utf-8").read(), "https://quay.example/2024/quay"
a = newspaper.Article(address)
a.download(input_html=page)
a.parse()
print("newspaper4k", str(a.publish_date)[:10], "; ".join(a.authors))
n = NewsPlease.from_html(page, url=address)
print("news-please", str(n.date_publish)[:10], "; ".join(n.authors))
PY
cat > "$folder/expected" <<'TXT'
trafilatura 2023-01-17 Otto Lind; Mara Quill
newspaper4k 2023-01-17 Otto Lind; Mara Quill
news-please 2023-01-17 Otto Lind; Mara Quill
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
