package export

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"stemma"
)

const teiSpace = "http://www.tei-c.org/ns/1.0"

// TEI writes every story that two reports tell as a TEI P5 document, several as
// a corpus: the witnesses, the claims that two of them make with their variant
// readings by parallel segmentation, and the stemma as a directed graph. With one
// story, an xml:id is the siglum; with several, it has the story's id before it.
// The error is the writer's.
func TEI(w io.Writer, d *stemma.Dossier) error {
	b, t := newLookup(d), newTags(w)
	var told []*stemma.Story
	for i := range d.Stories {
		if len(d.Stories[i].Witnesses) > 1 {
			told = append(told, &d.Stories[i])
		}
	}
	if len(told) == 1 {
		(&teiStory{b, t, told[0], ""}).write("xmlns", teiSpace)
		return t.out.Flush()
	}
	t.open("teiCorpus", "xmlns", teiSpace)
	teiHeader(t, "What Stemma found in "+strconv.Itoa(len(told))+" stories", func() {
		t.text("p", "Made from the reports of a pile.")
	})
	for _, s := range told {
		(&teiStory{b, t, s, s.ID + "."}).write()
	}
	t.close("teiCorpus")
	return t.out.Flush()
}

// teiStory is a story on its way to TEI.
type teiStory struct {
	*lookup
	*tags
	story  *stemma.Story
	prefix string // of every xml:id
}

func teiHeader(t *tags, title string, sources func()) {
	t.open("teiHeader")
	t.open("fileDesc")
	t.open("titleStmt")
	t.text("title", title)
	t.close("titleStmt")
	t.open("publicationStmt")
	t.text("p", "Written by Stemma; the reports belong to their publishers.")
	t.close("publicationStmt")
	t.open("sourceDesc")
	sources()
	t.close("sourceDesc")
	t.close("fileDesc")
	t.open("encodingDesc")
	t.empty("variantEncoding", "method", "parallel-segmentation", "location", "internal")
	t.close("encodingDesc")
	t.close("teiHeader")
}

func (s *teiStory) write(space ...string) {
	s.open("TEI", append(space, "xml:id", s.story.ID)...)
	teiHeader(s.tags, s.story.Title, s.witnesses)
	s.open("text")
	s.open("body")
	s.open("div", "type", "claims")
	s.text("head", "Claims")
	for i := range s.story.Claims {
		s.claim(&s.story.Claims[i])
	}
	s.close("div")
	s.open("div", "type", "stemma")
	s.text("head", "Stemma")
	s.graph()
	s.close("div")
	s.close("body")
	s.close("text")
	s.close("TEI")
}

// witnesses lists the kept witnesses; a lost one stands in the graph only, since
// it has no reading.
func (s *teiStory) witnesses() {
	s.open("listWit")
	for i := range s.story.Witnesses {
		w := &s.story.Witnesses[i]
		r := s.reports[string(w.Report)]
		if r == nil {
			continue
		}
		s.open("witness", "xml:id", s.prefix+w.Siglum, "n", r.ID)
		s.open("bibl")
		s.text("publisher", string(r.Outlet))
		s.text("title", r.Title)
		if r.Published.Known() {
			s.text("date", r.Published.String(), "when", r.Published.String())
		}
		s.text("ref", string(r.URL), "target", address(string(r.URL)))
		s.text("idno", r.SHA256, "type", "SHA-256")
		s.close("bibl")
		s.close("witness")
	}
	s.close("listWit")
}

// address is an address that XML Schema takes for one.
func address(url string) string { return strings.ReplaceAll(url, " ", "%20") }

// claim writes the wordings of a claim that two witnesses make, then its loci.
func (s *teiStory) claim(c *stemma.Claim) {
	if len(s.carriers(c)) < 2 {
		return
	}
	s.open("p", "n", c.ID)
	s.app(c, 0, "wording")
	wordings, by := []string{}, map[string][]string{}
	for i := range c.Statements {
		text := strings.Join(strings.Fields(c.Statements[i].Span.Text), " ")
		siglum := s.home[c.Statements[i].Span.Report].siglum
		if by[text] == nil {
			wordings = append(wordings, text)
		}
		if !slices.Contains(by[text], siglum) {
			by[text] = append(by[text], siglum)
		}
	}
	for _, text := range wordings {
		s.text("rdg", text, "wit", s.refs(by[text]))
	}
	s.close("app")
	for i := range c.Loci {
		s.locus(c, i)
	}
	s.close("p")
}

// app begins the apparatus of a claim's locus, of which the wording is number 0. It
// has an id, since what makes a matrix of readings tells the loci by theirs.
func (s *teiStory) app(c *stemma.Claim, number int, kind string) {
	s.open("app", "xml:id", s.prefix+c.ID+"."+strconv.Itoa(number), "type", strings.ReplaceAll(kind, " ", "-"))
}

func (s *teiStory) locus(c *stemma.Claim, number int) {
	l := &c.Loci[number]
	if len(l.Readings) < 2 {
		return
	}
	s.app(c, number+1, l.Kind)
	for i := range l.Readings {
		switch r := &l.Readings[i]; {
		case len(r.Sigla) == 0:
		case r.Omitted || r.Value == "":
			s.empty("rdg", "wit", s.refs(r.Sigla))
		default:
			s.text("rdg", r.Value, "wit", s.refs(r.Sigla))
		}
	}
	s.close("app")
}

// refs points to witnesses.
func (s *teiStory) refs(sigla []string) string {
	refs := make([]string, len(sigla))
	for i, siglum := range sigla {
		refs[i] = "#" + s.prefix + siglum
	}
	return strings.Join(refs, " ")
}

// graph writes the stemma; its nodes have ids of their own, since a witness has
// its siglum as one already.
func (s *teiStory) graph() {
	node := func(siglum string) string { return s.prefix + "node-" + siglum }
	s.open("graph", "type", "directed", "order", strconv.Itoa(len(s.story.Witnesses)),
		"size", strconv.Itoa(len(s.story.Descents)))
	for i := range s.story.Witnesses {
		w := &s.story.Witnesses[i]
		kind, value := "lost", ""
		if !w.Lost {
			kind, value = "kept", "#"+s.prefix+w.Siglum
		}
		s.open("node", "xml:id", node(w.Siglum), "type", kind, "value", value)
		s.text("label", w.Siglum+" "+s.called(w))
		s.close("node")
	}
	for i := range s.story.Descents {
		v := &s.story.Descents[i]
		s.open("arc", "from", "#"+node(v.From), "to", "#"+node(v.To), "n", v.ID)
		s.text("label", string(v.Kind)+", "+figure(v.Confidence))
		s.close("arc")
	}
	s.close("graph")
}
