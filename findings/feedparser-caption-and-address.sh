#!/usr/bin/env bash
# feedparser 6.0.14, on entries of an RSS 2.0 feed: one with a photograph that has a
# caption (Media RSS), and one whose <author> is an address with the name behind it,
# as RSS 2.0 gives it in its own example, at a domain that ends in more than four
# letters.
#
# Seen: what comes first is the summary and what comes second the content, so that
# the caption is one of them, and where the photograph stands first it is the summary;
# the address is cut after four letters of its last part, and the name begins with the
# rest of it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install feedparser==6.0.14

"$folder/venv/bin/python" - 2>/dev/null <<'PY' | tee "$folder/seen"
import feedparser


def entry(item):
    return feedparser.parse('<?xml version="1.0"?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>'
                            '<title>Quay</title><link>https://quay.example/</link><description>News</description>'
                            f'<item><title>Pier shut</title>{item}</item></channel></rss>').entries[0]


text = "<description>The pier is shut until May.</description>"
photo = '<media:content url="https://quay.example/a.jpg"><media:description>The pier in 1998.</media:description></media:content>'
for name, item in {"text": text, "photograph, text": photo + text, "text, photograph": text + photo}.items():
    e = entry(item)
    print(f"{name} | summary {e.summary!r} | content {[c.value for c in e.get('content', [])]}")
for address in ("ana@quay.net", "ana@quay.press"):
    print(f"{address} | {dict(entry(f'<author>{address} (Ana Ruiz)</author>').author_detail)}")
PY
cat > "$folder/expected" <<'TXT'
text | summary 'The pier is shut until May.' | content []
photograph, text | summary 'The pier in 1998.' | content ['The pier is shut until May.']
text, photograph | summary 'The pier is shut until May.' | content ['The pier in 1998.']
ana@quay.net | {'name': 'Ana Ruiz', 'email': 'ana@quay.net'}
ana@quay.press | {'name': 's (Ana Ruiz', 'email': 'ana@quay.pres'}
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
