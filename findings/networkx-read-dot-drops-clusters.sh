#!/usr/bin/env bash
# networkx 3.5 with pydot 4.0.1, on a DOT file whose nodes and edges stand in a
# cluster, as Graphviz documents it for drawing a group in a box: two nodes and an
# edge.
#
# Seen: read_dot gives an empty graph, without a word. pydot itself has read them:
# they are in its subgraph, which the conversion does not look into. Whoever writes
# DOT for both must state nodes and edges outside of the cluster, and in it the
# names of its members only.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env" && "$folder/env/bin/pip" -q install networkx==3.5 pydot==4.0.1

cat > "$folder/inside.dot" <<'DOT'
digraph g { subgraph cluster_1 { label="one story"; a [label="A"]; b [label="B"]; a -> b; } }
DOT
cat > "$folder/outside.dot" <<'DOT'
digraph g { a [label="A"]; b [label="B"]; a -> b; subgraph cluster_1 { label="one story"; a; b; } }
DOT
"$folder/env/bin/python" - "$folder" 2>/dev/null <<'PY' | tee "$folder/seen"
import sys, networkx, pydot
for name in ("inside", "outside"):
    file = f"{sys.argv[1]}/{name}.dot"
    graph = networkx.nx_pydot.read_dot(file)
    cluster = pydot.graph_from_dot_file(file)[0].get_subgraphs()[0]
    print(name, "networkx:", len(graph), "nodes,", graph.number_of_edges(), "edges; in pydot's cluster:",
          len(cluster.get_nodes()), "nodes")
PY
cat > "$folder/expected" <<'TXT'
inside networkx: 0 nodes, 0 edges; in pydot's cluster: 2 nodes
outside networkx: 2 nodes, 1 edges; in pydot's cluster: 2 nodes
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
