#!/usr/bin/env bash
# prov 2.1.1 (PyPI), the PROV library for Python, as pip installs it.
#
# Seen: neither reading nor writing PROV-JSON works, the format that it is asked for most
# and that needs no library: the first document raises ModuleNotFoundError for lxml, and
# with lxml for rdflib, which are extras ("prov[xml]", "prov[rdf]") since 2.1, because all
# formats are loaded at once. With both beside it the same document is read and written
# back.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/v"
"$folder/v/bin/pip" install -q prov==2.1.1
cat > "$folder/read.py" <<'PY'
import json
from prov.model import ProvDocument
text = json.dumps({"prefix": {"ex": "http://harbour.example/"}, "entity": {"ex:report": {}, "ex:copy": {}},
                   "wasDerivedFrom": {"_:1": {"prov:generatedEntity": "ex:copy", "prov:usedEntity": "ex:report"}}})
try:
    d = ProvDocument.deserialize(content=text, format="json")
    same = ProvDocument.deserialize(content=d.serialize(format="json"), format="json") == d
    print(len(d.get_records()), "records, written back the same:", same)
except Exception as e:
    print(type(e).__name__, e.name)
PY
read_again() { "$folder/v/bin/pip" install -q "$@" && "$folder/v/bin/python" "$folder/read.py"; }
{ "$folder/v/bin/python" "$folder/read.py"; read_again lxml==6.1.3; read_again rdflib==6.3.2; } | tee "$folder/seen"
cat > "$folder/expected" <<'TXT'
ModuleNotFoundError lxml
ModuleNotFoundError rdflib
3 records, written back the same: True
TXT
diff "$folder/expected" "$folder/seen" && echo "as described"
