"""Opens every export with the program or library that it is made for.

open.py FOLDER, in which the exports and d.json, the dossier, lie. Prints a line
for every format and fails where what was read is not what the dossier has.
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import warnings

warnings.simplefilter("ignore")
folder = sys.argv[1]
path = lambda *names: os.path.join(folder, *names)
dossier = json.load(open(path("d.json"), encoding="utf-8"))
witnesses = sum(len(s["witnesses"]) for s in dossier["stories"])
descents = sum(len(s["descents"]) for s in dossier["stories"])
texts = {r["id"]: r["text"] for r in dossier["reports"]}


def same(what, got, want):
    print(f"{what}: {got}")
    if got != want:
        sys.exit(f"{what}: {got}, not {want}")


def graphml():
    import networkx
    g = networkx.read_graphml(path("t.graphml"))
    same("networkx: nodes, edges of GraphML", (len(g), g.number_of_edges()), (witnesses, descents))
    labels = [data["label"] for _, data in g.nodes(data=True)]
    same("networkx: every node has a label", all(labels), True)
    for _, _, data in g.edges(data=True):
        assert 0 <= data["weight"] <= 1, data


def dot():
    if not shutil.which("dot"):
        print("dot: skipped, Graphviz is not installed")
        return
    svg = subprocess.run(["dot", "-Tsvg", path("t.dot")], check=True, capture_output=True, text=True)
    same("dot: warnings", svg.stderr, "")
    same("dot: nodes drawn", svg.stdout.count('class="node"'), witnesses)
    import networkx
    read = networkx.nx_pydot.read_dot(path("t.dot"))
    same("networkx: nodes, edges of DOT", (len(read), read.number_of_edges()), (witnesses, descents))
    converted = subprocess.run(["graphml2gv", path("t.graphml")], check=True, capture_output=True, text=True)
    same("graphml2gv: edges", converted.stdout.count("->"), descents)


def svg_and_tei():
    from lxml import etree
    root = etree.parse(path("t.svg")).getroot()
    same("lxml: root of the drawing", root.tag, "{http://www.w3.org/2000/svg}svg")
    same("lxml: style names no colour by a variable", "var(" in etree.tostring(root, encoding="unicode"), False)
    tei = etree.parse(path("t.xml")).getroot()
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    kept = {"#" + w for w in tei.xpath("//t:witness/@xml:id", namespaces=space)}
    cited = {w for wit in tei.xpath("//t:rdg/@wit", namespaces=space) for w in wit.split()}
    same("lxml: readings of witnesses that are not listed", cited - kept, set())
    nodes = {"#" + n for n in tei.xpath("//t:node/@xml:id", namespaces=space)}
    ends = set(tei.xpath("//t:arc/@from | //t:arc/@to", namespaces=space))
    same("lxml: arcs to nodes that are not there", ends - nodes, set())
    schema = os.environ.get("STEMMA_TEI_SCHEMA")
    if not schema:
        print("TEI: not validated, STEMMA_TEI_SCHEMA names no tei_all.rng")
        return
    all_of_tei = etree.RelaxNG(etree.parse(schema))
    same("lxml: TEI is valid by " + os.path.basename(schema), (all_of_tei.validate(tei), str(all_of_tei.error_log)), (True, ""))


def stemmatology():
    # What makes matrices of an apparatus, for programs that draw stemmata: several stories stand in
    # one corpus, of which it reads one at a time.
    import re
    from lxml import etree
    space = {"t": "http://www.tei-c.org/ns/1.0"}
    corpus = etree.parse(path("t.xml")).getroot()
    for tei in corpus.xpath("descendant-or-self::t:TEI", namespaces=space):
        etree.ElementTree(tei).write(path("one.xml"), encoding="utf-8", xml_declaration=True)
        teiphy = os.path.join(os.path.dirname(sys.executable), "teiphy")
        for name in ("one.nex", "one.stemma"):
            how = ["--format", "stemma"] if name.endswith(".stemma") else []
            subprocess.run([teiphy, *how, path("one.xml"), path(name)], check=True, capture_output=True)
        text = open(path("one.nex"), encoding="utf-8").read()
        got = tuple(int(n) for n in re.search(r"ntax=(\d+) nchar=(\d+)", text).groups())
        want = tuple(len(tei.xpath("." + p, namespaces=space)) for p in ("//t:witness", "//t:app"))
        same("teiphy: witnesses, places of TEI", got, want)


def prov():
    from prov.model import ProvDocument, ProvDerivation, ProvEntity
    document = ProvDocument.deserialize(path("p.json"))
    records = document.get_records()
    same("prov: entities", len([r for r in records if isinstance(r, ProvEntity)]), witnesses)
    same("prov: derivations", len([r for r in records if isinstance(r, ProvDerivation)]), descents)
    document.serialize(path("p.ttl"), format="rdf", rdf_format="turtle")
    import rdflib
    same("rdflib: triples of PROV-O", len(rdflib.Graph().parse(path("p.ttl"))) > descents, True)


def annotations():
    page = json.load(open(path("a.json"), encoding="utf-8"))
    items = page["first"]["items"]
    same("annotations: total", page["total"], len(items))
    same("annotations: ids given once", len({i["id"] for i in items}), len(items))
    for item in items:
        for target in item["target"]:
            text = texts.get(target["source"].removeprefix("urn:stemma:"))
            quote = target["selector"][0]
            if text is None:
                continue
            place = target["selector"][1]
            assert text[place["start"]:place["end"]] == quote["exact"], item["id"]
            assert text[:place["start"]].endswith(quote.get("prefix", "")), item["id"]
            assert text[place["end"]:].startswith(quote.get("suffix", "")), item["id"]
    print("python: every position selects the words of its quotation, in characters")
    import rdflib
    # The context without the network: the terms that are used here.
    page["@context"] = {
        "oa": "http://www.w3.org/ns/oa#", "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "id": "@id", "type": "@type",
        "items": {"@id": "https://www.w3.org/ns/activitystreams#items", "@type": "@id", "@container": "@list"},
        "first": {"@id": "https://www.w3.org/ns/activitystreams#first", "@type": "@id"},
        "body": {"@id": "oa:hasBody", "@type": "@id"}, "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "source": {"@id": "oa:hasSource", "@type": "@id"}, "selector": {"@id": "oa:hasSelector", "@type": "@id"},
        "exact": "oa:exact", "value": "rdf:value", "@vocab": "http://www.w3.org/ns/oa#",
    }
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    found = graph.query("SELECT (COUNT(?a) AS ?n) {?a a <http://www.w3.org/ns/oa#Annotation>}")
    same("rdflib: annotations", int(list(found)[0][0]), len(items))
    from pyld import jsonld
    quads = jsonld.to_rdf(page)["@default"]
    kinds = [q for q in quads if q["object"]["value"] == "http://www.w3.org/ns/oa#Annotation"]
    same("pyld: annotations", len(kinds), len(items))
    same("pyld, rdflib: statements", len(quads), len(graph))


def tables():
    for name, rows in {
        "reports": len(dossier["reports"]), "attributions": len(dossier["attributions"]),
        "claims": sum(len(s["claims"]) for s in dossier["stories"]),
        "drifts": sum(len(s["drifts"]) for s in dossier["stories"]),
        "descents": descents + sum(len(s["possible"]) for s in dossier["stories"]),
    }.items():
        with open(path("csv", name + ".csv"), encoding="utf-8", newline="") as file:
            got = list(csv.reader(file))
        same(f"csv: rows of {name}", len(got) - 1, rows)
        assert len({len(row) for row in got}) == 1, name
        assert not [c for row in got for c in row if c[:1] in "=+@\t" and c], name


for check in (graphml, dot, svg_and_tei, stemmatology, prov, annotations, tables):
    check()
