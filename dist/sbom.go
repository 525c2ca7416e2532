package main

import (
	"debug/buildinfo"
	"encoding/json"
)

// bill is a bill of materials as CycloneDX 1.5 has it, as far as it is used here.
type bill struct {
	Schema     string      `json:"$schema"`
	Format     string      `json:"bomFormat"`
	Spec       string      `json:"specVersion"`
	Version    int         `json:"version"`
	Metadata   metadata    `json:"metadata"`
	Components []component `json:"components"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	PURL       string     `json:"purl,omitempty"`
	Properties []property `json:"properties,omitempty"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// sbom lists the modules that a program is made of, by what it says itself.
func sbom(version string, info *buildinfo.BuildInfo) ([]byte, error) {
	b := bill{
		Schema: "http://cyclonedx.org/schema/bom-1.5.schema.json", Format: "CycloneDX", Spec: "1.5", Version: 1,
		Metadata: metadata{component{Type: "application", Ref: "stemma", Name: "stemma", Version: version}},
		Components: []component{{
			Type: "library", Ref: "std", Name: "std", Version: info.GoVersion, PURL: "pkg:golang/std@" + info.GoVersion,
		}},
	}
	for _, m := range info.Deps {
		c := component{
			Type: "library", Ref: m.Path, Name: m.Path, Version: m.Version,
			PURL: "pkg:golang/" + m.Path + "@" + m.Version,
		}
		if m.Sum != "" {
			c.Properties = []property{{"go.sum", m.Sum}}
		}
		if m.Replace != nil {
			// What stands in its place is in this repository; by the address of the
			// other one, its flaws would be looked for here.
			c.PURL = ""
			c.Properties = []property{{"replaced by", m.Replace.Path}}
		}
		b.Components = append(b.Components, c)
	}
	text, err := json.MarshalIndent(b, "", "  ")
	return append(text, '\n'), err
}
