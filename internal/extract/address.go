package extract

import (
	"net/url"
	"strings"
)

// resolve makes a reference absolute against a base address; it is "" for what
// is no web address.
func resolve(base, reference string) string {
	u, err := url.Parse(strings.TrimSpace(reference))
	if err != nil {
		return ""
	}
	if b, err := url.Parse(base); err == nil && base != "" {
		u = b.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}
