#!/usr/bin/env bash
# igraph 1.0.0 (for Python) and networkx 3.5, on a GraphML file with a label for
# nodes and edges alike: its key says for="all", which is what GraphML assumes where
# "for" is left out.
#
# Seen: igraph warns and leaves the labels out, with for="all" as without "for";
# it reads them where there is a key each for nodes and for edges. networkx reads all
# three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install igraph==1.0.0 networkx==3.5

"$folder/venv/bin/python" - "$folder/a.graphml" 2>/dev/null <<'PY' | tee "$folder/seen"
import sys, warnings
import igraph, networkx

warnings.simplefilter("ignore")
for name, keys, edge in (
    ("all", '<key id="l" for="all" attr.name="label" attr.type="string"/>', "l"),
    ("left out", '<key id="l" attr.name="label" attr.type="string"/>', "l"),
    ("a key each", '<key id="l" for="node" attr.name="label" attr.type="string"/>'
                   '<key id="m" for="edge" attr.name="label" attr.type="string"/>', "m"),
):
    with open(sys.argv[1], "w") as f:
        f.write(f'<?xml version="1.0"?><graphml xmlns="http://graphml.graphdrawing.org/xmlns">{keys}'
                '<graph edgedefault="directed"><node id="a"><data key="l">Quay Post</data></node><node id="b"/>'
                f'<edge source="a" target="b"><data key="{edge}">copy</data></edge></graph></graphml>')
    i, n = igraph.Graph.Read_GraphML(sys.argv[1]), networkx.read_graphml(sys.argv[1])
    print(f"{name} | igraph {i.vs[0].attributes().get('label')}, {i.es[0].attributes().get('label')}"
          f" | networkx {n.nodes['a'].get('label')}, {n.edges['a', 'b'].get('label')}")
PY
cat > "$folder/expected" <<'TXT'
all | igraph None, None | networkx Quay Post, copy
left out | igraph None, None | networkx Quay Post, copy
a key each | igraph Quay Post, copy | networkx Quay Post, copy
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
