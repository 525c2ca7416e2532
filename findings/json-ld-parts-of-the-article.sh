#!/usr/bin/env bash
# trafilatura 2.3.1 with htmldate 1.11.0, and newspaper4k 0.9.6, on pages whose
# JSON-LD states one article with something in it: a photograph with the day on
# which that was published, and a live blog with an entry by somebody else.
#
# Seen: where the photograph stands before the article's own date, trafilatura and
# htmldate give the photograph's, five years too early, though the order of fields
# means nothing in JSON; and trafilatura names the author of the entry and not that of
# the blog. newspaper4k gives the article's in all of them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install trafilatura==2.3.1 htmldate==1.11.0 newspaper4k==0.9.6 lxml_html_clean

"$folder/venv/bin/python" - 2>/dev/null <<'PY' | tee "$folder/seen"
import json
import htmldate, newspaper, trafilatura

URL = "https://quay.example/quay"


def person(name):
    return {"@type": "Person", "name": name}


def page(about):
    about = {"@context": "https://schema.org", "headline": "East quay closed"} | about
    return f'''<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>East quay closed</title>
<script type="application/ld+json">{json.dumps(about)}</script></head><body><article><h1>East quay closed</h1>
<p>The harbour board of Northmouth closed the east quay to lorries on Monday after engineers found a crack in its wall,
and it said that the repair would take nine days and cost 40,000 crowns.</p></article></body></html>'''


article = {"datePublished": "2024-05-06T10:00:00Z", "author": person("Ana Ruiz")}
photo = {"image": {"@type": "ImageObject", "url": URL + ".jpg", "datePublished": "2019-01-01", "author": person("Fay Orr")}}
entry = {"@type": "BlogPosting", "headline": "Nine days", "datePublished": "2024-05-06T12:00:00Z", "author": person("Ben Ito")}
for name, about in {
    "alone": {"@type": "NewsArticle"} | article,
    "photograph first": {"@type": "NewsArticle"} | photo | article,
    "photograph last": {"@type": "NewsArticle"} | article | photo,
    "live blog": {"@type": "LiveBlogPosting"} | article | {"liveBlogUpdate": [entry]},
}.items():
    a = newspaper.Article(URL)
    a.download(input_html=page(about))
    a.parse()
    t = trafilatura.bare_extraction(page(about), url=URL, with_metadata=True)
    print(f"{name} | trafilatura {t.date} {t.author} | htmldate {htmldate.find_date(page(about), url=URL, original_date=True)}"
          f" | newspaper4k {a.publish_date.date()} {', '.join(a.authors)}")
PY
cat > "$folder/expected" <<'TXT'
alone | trafilatura 2024-05-06 Ana Ruiz | htmldate 2024-05-06 | newspaper4k 2024-05-06 Ana Ruiz
photograph first | trafilatura 2019-01-01 Ana Ruiz | htmldate 2019-01-01 | newspaper4k 2024-05-06 Ana Ruiz
photograph last | trafilatura 2024-05-06 Ana Ruiz | htmldate 2024-05-06 | newspaper4k 2024-05-06 Ana Ruiz
live blog | trafilatura 2024-05-06 Ben Ito | htmldate 2024-05-06 | newspaper4k 2024-05-06 Ana Ruiz
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
