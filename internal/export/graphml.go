package export

import (
	"io"

	"stemma"
)

// graphKeys are what nodes and edges bear: for whom, name, type. Gephi takes
// "label" and "weight" for its own.
var graphKeys = [...][3]string{
	{"node", "label", "string"}, {"node", "siglum", "string"}, {"node", "story", "string"}, {"node", "lost", "boolean"},
	{"node", "kind", "string"}, {"node", "report", "string"}, {"node", "outlet", "string"}, {"node", "title", "string"},
	{"node", "published", "string"}, {"node", "url", "string"},
	{"edge", "label", "string"}, {"edge", "weight", "double"}, {"edge", "kind", "string"},
	{"edge", "confidence", "double"}, {"edge", "share", "double"}, {"edge", "evidence", "string"},
	{"edge", "corrected", "boolean"},
}

// GraphML writes the trees as one directed graph: a node a witness, an edge a
// descent from exemplar to copy. The error is the writer's.
func GraphML(w io.Writer, d *stemma.Dossier) error {
	b, t := newLookup(d), newTags(w)
	t.open("graphml", "xmlns", "http://graphml.graphdrawing.org/xmlns",
		"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", "xsi:schemaLocation",
		"http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd",
		"xmlns:y", "http://www.yworks.com/xml/graphml")
	for _, k := range graphKeys {
		t.empty("key", "id", k[0]+"-"+k[1], "for", k[0], "attr.name", k[1], "attr.type", k[2])
	}
	t.empty("key", "id", "node-graphics", "for", "node", "yfiles.type", "nodegraphics")
	t.empty("key", "id", "edge-graphics", "for", "edge", "yfiles.type", "edgegraphics")
	t.open("graph", "id", "stemma", "edgedefault", "directed")
	for i := range d.Stories {
		s := &d.Stories[i]
		for k := range s.Witnesses {
			b.graphNode(t, s, &s.Witnesses[k])
		}
		for k := range s.Descents {
			graphEdge(t, s, &s.Descents[k])
		}
	}
	t.close("graph")
	t.close("graphml")
	return t.out.Flush()
}

func nodeID(s *stemma.Story, siglum string) string { return s.ID + "." + siglum }

func (b *lookup) graphNode(t *tags, s *stemma.Story, w *stemma.Witness) {
	t.open("node", "id", nodeID(s, w.Siglum))
	data := func(key, value string) { t.text("data", value, "key", "node-"+key) }
	data("label", w.Siglum+" "+b.called(w))
	data("siglum", w.Siglum)
	data("story", s.ID)
	data("lost", truth(w.Lost))
	data("kind", string(w.Kind))
	if r := b.reports[string(w.Report)]; r != nil {
		data("report", r.ID)
		data("outlet", string(r.Outlet))
		data("title", r.Title)
		data("published", r.Published.String())
		data("url", string(r.URL))
	}
	graphics(t, "node", "ShapeNode", "NodeLabel", w.Siglum+" "+b.called(w))
	t.close("node")
}

func graphEdge(t *tags, s *stemma.Story, v *stemma.Descent) {
	t.open("edge", "id", v.ID, "source", nodeID(s, v.From), "target", nodeID(s, v.To))
	data := func(key, value string) { t.text("data", value, "key", "edge-"+key) }
	data("label", string(v.Kind))
	data("weight", figure(v.Confidence))
	data("kind", string(v.Kind))
	data("confidence", figure(v.Confidence))
	data("share", figure(v.Share))
	data("evidence", says(v))
	data("corrected", truth(isCorrected(v)))
	graphics(t, "edge", "PolyLineEdge", "EdgeLabel", string(v.Kind))
	t.close("edge")
}

// graphics shows a label in yEd, which draws what stands in its own dialect only. No
// place is given, since its layouts find one and other readers would take it for data.
func graphics(t *tags, of, shape, label, text string) {
	t.open("data", "key", of+"-graphics")
	t.open("y:" + shape)
	if of == "edge" {
		t.empty("y:Arrows", "source", "none", "target", "standard")
	}
	t.text("y:"+label, text)
	t.close("y:" + shape)
	t.close("data")
}

// isCorrected says whether a descent is the user's.
func isCorrected(v *stemma.Descent) bool {
	for _, e := range v.Evidence {
		if e.Kind == stemma.CorrectionEvidence {
			return true
		}
	}
	return false
}

func truth(is bool) string {
	if is {
		return "true"
	}
	return "false"
}
