package export

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"stemma"
)

// provDocument is PROV-JSON (W3C member submission, 2013): the parts that are
// used here, each by identifier.
type provDocument struct {
	Prefix     map[string]string  `json:"prefix"`
	Entity     map[string]provAny `json:"entity,omitempty"`
	Agent      map[string]provAny `json:"agent,omitempty"`
	Derived    map[string]provAny `json:"wasDerivedFrom,omitempty"`
	Attributed map[string]provAny `json:"wasAttributedTo,omitempty"`
	Influenced map[string]provAny `json:"wasInfluencedBy,omitempty"`
}

type provAny map[string]any

// typed is a value with its type.
func typed(value, kind string) provAny { return provAny{"$": value, "type": kind} }

// PROV writes the witnesses as entities, the descents as derivations, outlets as
// the agents that reports are attributed to, and the sources of an origin as
// agents that influenced it. The error is the writer's.
func PROV(w io.Writer, d *stemma.Dossier) error {
	b := newLookup(d)
	p := &provDocument{
		Prefix: map[string]string{"stemma": "urn:stemma:", "dcterms": "http://purl.org/dc/terms/"},
		Entity: map[string]provAny{}, Agent: map[string]provAny{}, Derived: map[string]provAny{},
		Attributed: map[string]provAny{}, Influenced: map[string]provAny{},
	}
	for i := range d.Stories {
		s := &d.Stories[i]
		for k := range s.Witnesses {
			p.witness(b, s, &s.Witnesses[k])
		}
		for k := range s.Descents {
			p.descent(s, &s.Descents[k])
		}
		for k := range s.Origins {
			p.origin(b, s, &s.Origins[k])
		}
	}
	return writeJSON(w, p)
}

// provID is a witness's identifier: that of its report, or of its place.
func provID(s *stemma.Story, siglum string) string {
	if w := s.Witness(siglum); w != nil && !w.Lost {
		return "stemma:" + string(w.Report)
	}
	return "stemma:" + nodeID(s, siglum)
}

func (p *provDocument) witness(b *lookup, s *stemma.Story, w *stemma.Witness) {
	id := provID(s, w.Siglum)
	e := provAny{"prov:label": b.called(w), "stemma:siglum": w.Siglum, "stemma:story": s.ID}
	p.Entity[id] = e
	r := b.reports[string(w.Report)]
	if r == nil {
		e["prov:type"] = typed("stemma:LostWitness", "prov:QUALIFIED_NAME")
		return
	}
	e["prov:type"] = typed("stemma:Report", "prov:QUALIFIED_NAME")
	for key, value := range map[string]string{
		"dcterms:title": r.Title, "prov:location": string(r.URL), "stemma:sha256": r.SHA256, "stemma:input": r.Input,
	} {
		if value != "" {
			e[key] = value
		}
	}
	if r.Published.Known() {
		e["dcterms:issued"] = typed(r.Published.String(), "xsd:dateTime")
	}
	if r.Outlet != "" {
		agent := agentID(string(r.Outlet))
		p.Agent[agent] = provAny{
			"prov:label": string(r.Outlet), "prov:type": typed("prov:Organization", "prov:QUALIFIED_NAME"),
		}
		p.Attributed["_:by-"+r.ID] = provAny{"prov:entity": id, "prov:agent": agent}
	}
}

func (p *provDocument) descent(s *stemma.Story, v *stemma.Descent) {
	p.Derived["stemma:"+v.ID] = provAny{
		"prov:generatedEntity": provID(s, v.To), "prov:usedEntity": provID(s, v.From), "stemma:kind": string(v.Kind),
		"stemma:confidence": typed(figure(v.Confidence), "xsd:double"),
		"stemma:share":      typed(figure(v.Share), "xsd:double"), "prov:label": says(v),
	}
}

func (p *provDocument) origin(b *lookup, s *stemma.Story, o *stemma.Origin) {
	for _, source := range o.Sources {
		speaker := b.speakers[source]
		if speaker == nil {
			continue
		}
		agent := provAny{"prov:label": speaker.Name, "stemma:kind": string(speaker.Kind)}
		if speaker.Kind == stemma.Person {
			agent["prov:type"] = typed("prov:Person", "prov:QUALIFIED_NAME")
		}
		p.Agent["stemma:"+source] = agent
		p.Influenced["_:"+o.ID+"-"+source] = provAny{
			"prov:influencee": provID(s, o.Witness), "prov:influencer": "stemma:" + source,
		}
	}
}

// agentID is an outlet's identifier.
func agentID(outlet string) string {
	sum := sha256.Sum256([]byte(outlet))
	return "stemma:outlet-" + hex.EncodeToString(sum[:5])
}
