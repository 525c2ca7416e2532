package name

import (
	"strings"

	"stemma/internal/language"
)

// readOutlets takes in who is listed: agencies first, then the outlets of the
// table of hosts, then other names in running text.
func (r *Registry) readOutlets(p *language.Pack) {
	agencies := p.Table("agencies")
	for _, form := range agencies.Entries() {
		full := agencies.Text(form)
		r.list(form, full, true)
		r.list(full, full, true)
	}
	hosts := p.Table("outlets")
	for _, host := range hosts.Entries() {
		full := hosts.Text(host)
		if r.hosts[host] == "" {
			r.hosts[host] = full
		}
		r.list(full, full, false)
	}
	names := p.Table("press-names")
	for _, form := range names.Entries() {
		full := names.Text(form)
		r.list(full, full, false)
		r.list(form, full, false)
	}
}

// readAliases takes in what the user says.
func (r *Registry) readAliases(aliases *Aliases) {
	if aliases == nil {
		return
	}
	for _, o := range aliases.outlets {
		for _, name := range append([]string{o.full}, o.names...) {
			key := strings.Join(r.outletWords(name), "")
			if IsAddress(name) {
				key = squash(Host(name))
			}
			if r.aliased[key] == "" && key != "" {
				r.aliased[key] = o.full
			}
			form := strings.ToLower(strings.Join(strings.Fields(name), " "))
			if !IsAddress(name) && r.forms[form] == "" {
				r.forms[form] = o.full
			}
		}
	}
}

// Aliased gives the names that the user added, in small letters, with the full
// name of each; no addresses. It is not to be changed.
func (r *Registry) Aliased() map[string]string { return r.forms }

// list enters an outlet under one of its names, if nobody stands there yet.
// Where the full name is listed itself, its entry is taken: an agency that
// another table knows as an outlet stays one.
func (r *Registry) list(form, full string, agency bool) {
	o := Outlet{Name: full, Agency: agency, Known: true}.called(r.outletWords(form))
	key := o.key
	if _, taken := r.outlets[key]; taken || key == "" {
		return
	}
	if form != full {
		o = o.called(r.outletWords(full))
	}
	if known, ok := r.outlets[o.key]; ok {
		o = known
	}
	r.outlets[key] = o
}

// listed gives who is known under the words, the user's aliases first.
func (r *Registry) listed(key string) (Outlet, bool) {
	full, aliased := r.aliased[key]
	if !aliased {
		o, ok := r.outlets[key]
		return o, ok
	}
	o := Outlet{Name: full, Known: true, fixed: true}.called(r.outletWords(full))
	if known, ok := r.outlets[o.key]; ok {
		o.Agency = known.Agency
	}
	o.Agency = o.Agency || r.endsAsAgency(o.words)
	return o, true
}

// IsAgency says whether a name is a news agency's: by the tables, or by its
// last words ("Continental Press Service").
func (r *Registry) IsAgency(name string) bool { return r.Outlet(name).Agency }

// endsAsAgency says whether a name ends as those of agencies do. "Agency"
// and "service" alone do not: a secret service prints no news.
func (r *Registry) endsAsAgency(words []string) bool {
	n := len(words)
	return n > 1 && r.agencies[words[n-1]] || n > 2 && r.agencies[words[n-2]+words[n-1]]
}

// publisher gives the outlet of a web address: by the user's aliases and the
// table of hosts, else by the name that its host spells.
func (r *Registry) publisher(address string) (Outlet, bool) {
	host := Host(address)
	if o, ok := r.listed(squash(host)); ok {
		return o, true
	}
	site := r.Site(address)
	if o, ok := r.listed(squash(site)); ok {
		return o, true
	}
	for at := host; strings.Contains(at, "."); _, at, _ = strings.Cut(at, ".") {
		if name := r.hosts[at]; name != "" && !r.isPlatform(at) {
			if o, ok := r.listed(strings.Join(r.outletWords(name), "")); ok {
				return o, true
			}
		}
	}
	label, _, _ := strings.Cut(site, ".")
	key := squash(label)
	bare, _ := r.inside.CutArticle(key, leastRest)
	if o, ok := r.listed(bare); ok {
		return o, true
	}
	return Outlet{Name: host}.called([]string{bare}), key != ""
}

// leastRest is how many letters stand behind an article at the head of a host
// at least: "thesun", but not "theo".
const leastRest = 3
