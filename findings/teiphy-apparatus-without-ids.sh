#!/usr/bin/env bash
# teiphy 0.1.27, which makes matrices for phylogenetic programs from an apparatus in TEI,
# on four witnesses at three places, the second of which all tell alike. The apparatus is
# the same twice: once its places bear an xml:id, which TEI leaves to whoever writes it,
# and once they do not.
#
# Seen: without ids all places count as one. The weights of what two witnesses share
# (--table idf) are others: two that share a rare reading share nothing, and two that
# share a common one share all; --drop-constant leaves in the place that all tell alike.
# No warning is given, and each run ends as a success.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv" && "$folder/venv/bin/pip" -q install --upgrade pip
"$folder/venv/bin/pip" -q install teiphy==0.1.27

cat > "$folder/witnesses" <<'TXT'
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title>Four reports</title></titleStmt><publicationStmt><p>made up</p></publicationStmt>
<sourceDesc><listWit><witness xml:id="A"/><witness xml:id="B"/><witness xml:id="C"/><witness xml:id="D"/></listWit></sourceDesc>
</fileDesc></teiHeader><text><body><p>
<app xml:id="u1"><rdg wit="#A">quay</rdg><rdg wit="#B">key</rdg><rdg wit="#C #D">pier</rdg></app>
<app xml:id="u2"><rdg wit="#A #B #C #D">ferry</rdg></app>
<app xml:id="u3"><rdg wit="#A #B">paid</rdg><rdg wit="#C">owed</rdg><rdg wit="#D"/></app>
</p></body></text></TEI>
TXT
cp "$folder/witnesses" "$folder/with.xml"
sed 's/<app xml:id="u[0-9]">/<app>/' "$folder/witnesses" > "$folder/without.xml"
for name in with without; do
  "$folder/venv/bin/teiphy" --table idf --drop-constant --format csv "$folder/$name.xml" "$folder/$name.csv" > "$folder/said" 2>&1
  echo "$name ids: warned of $(grep -ci warn "$folder/said" || true)"
  sed 's/^\xEF\xBB\xBF//' "$folder/$name.csv" | tr -d '\r'
  "$folder/venv/bin/teiphy" --drop-constant --format nexus "$folder/$name.xml" "$folder/$name.nex" > /dev/null 2>&1
  grep -o 'nchar=[0-9]*' "$folder/$name.nex"
done | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
with ids: warned of 0
,A,B,C,D
A,3.0,1.0,0.0,0.0
B,1.0,3.0,0.0,0.0
C,0.0,0.0,3.0,1.0
D,0.0,0.0,1.0,3.0
nchar=2
without ids: warned of 0
,A,B,C,D
A,3.0,3.0,0.0,0.0
B,3.0,3.0,0.0,0.0
C,0.0,0.0,6.0,0.0
D,0.0,0.0,0.0,6.0
nchar=3
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
