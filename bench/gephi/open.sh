#!/bin/sh
# Opens the GraphML and the DOT of a dossier with Gephi's toolkit, and fails where it reads
# fewer nodes or edges than there are: bench/gephi/open.sh DOSSIER.json (without one: the
# demo's). It skips where there is no Maven, or Gephi cannot be had.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
command -v mvn >/dev/null && command -v javac >/dev/null || { echo "SKIP: there is no Maven, or no javac"; exit 0; }
cp -R "$here/pom.xml" "$here/src" "$folder"
(cd "$folder" && mvn -q -B dependency:build-classpath -Dmdep.outputFile=path) >"$folder/said" 2>&1 ||
  { echo "SKIP: Gephi cannot be had: $(grep -m1 ERROR "$folder/said" || true)"; exit 0; }
mkdir "$folder/out"
javac -cp "$(cat "$folder/path")" -d "$folder/out" "$folder/src/main/java/Open.java"
stemma() { (cd "$here/../.." && go run ./cmd/stemma "$@"); }
dossier=${1:-$folder/demo.json}
[ -n "${1:-}" ] || stemma demo --json "$dossier" -q >/dev/null
stemma export "$dossier" --graphml "$folder/tree.graphml" --dot "$folder/tree.dot"
nodes=$(grep -c '<node ' "$folder/tree.graphml")
edges=$(grep -c '<edge ' "$folder/tree.graphml")
java -Djava.awt.headless=true -cp "$folder/out:$(cat "$folder/path")" Open \
  "$folder/tree.graphml" "$folder/tree.dot" 2>"$folder/said" | tee "$folder/seen"
[ "$(grep -c ": $nodes nodes, $nodes labelled, $edges edges, $edges directed,.* issues 0" "$folder/seen")" = 2 ] ||
  { echo "FAIL: there are $nodes nodes and $edges edges"; exit 1; }
echo "as written: $nodes nodes, $edges edges"
