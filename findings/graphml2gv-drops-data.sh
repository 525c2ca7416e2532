#!/usr/bin/env bash
# graphml2gv of Graphviz 2.43.0 (Debian's graphviz), on a GraphML file whose nodes
# and edges bear data: a label each and a weight, under keys that the file declares
# before the graph, as the GraphML primer does.
#
# Seen: it writes the graph without any of them, says "Unknown node data -
# ignoring." for each, and ends with 0. Whoever draws its output sees the ids where
# the labels were. It runs with what is installed, since Graphviz is no package of
# a language.
set -euo pipefail
command -v graphml2gv >/dev/null || { echo "graphml2gv is not installed"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/g.graphml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="l" for="node" attr.name="label" attr.type="string"/>
<key id="w" for="edge" attr.name="weight" attr.type="double"/>
<graph id="g" edgedefault="directed">
<node id="n1"><data key="l">Harbour Star</data></node><node id="n2"><data key="l">Northmouth News</data></node>
<edge id="e1" source="n1" target="n2"><data key="w">0.9</data></edge>
</graph></graphml>
XML
graphml2gv "$folder/g.graphml" > "$folder/g.gv" 2>"$folder/said"
{ echo "ends with $?"; echo "labels $(grep -c Star "$folder/g.gv" || true)"; echo "weights $(grep -c '0\.9' "$folder/g.gv" || true)"
  echo "edges $(grep -c -- '->' "$folder/g.gv")"; sort -u "$folder/said" | grep data; } | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
ends with 0
labels 0
weights 0
edges 1
Unknown node data - ignoring.
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
