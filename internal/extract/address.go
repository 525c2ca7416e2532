package extract

import (
	"net/url"
	"strings"
)

// isAddress says whether a word is a web address, with or without its scheme.
func isAddress(s string) bool {
	if strings.ContainsAny(s, " \t\"<>@") || len(s) > 2000 {
		return false
	}
	rest, found := cutScheme(s)
	host, path, _ := strings.Cut(rest, "/")
	if !isHost(host) {
		return false
	}
	return found || strings.HasPrefix(host, "www.") || path != "" || strings.HasSuffix(rest, "/") || knownEnding(host)
}

// cutScheme removes the scheme of a web address.
func cutScheme(s string) (rest string, found bool) {
	for _, scheme := range []string{"https://", "http://"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return s[len(scheme):], true
		}
	}
	return s, false
}

// isHost says whether s has the form of a host name of two labels at least.
func isHost(s string) bool {
	s = strings.ToLower(s)
	if i := strings.LastIndexByte(s, ':'); i > 0 && digits(s[i+1:]) {
		s = s[:i]
	}
	labels := strings.Split(s, ".")
	if len(labels) < 2 || len(s) > 253 {
		return false
	}
	for _, label := range labels {
		if label == "" || strings.Trim(label, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
			return false
		}
	}
	last := labels[len(labels)-1]
	return len(last) >= 2 && strings.Trim(last, "abcdefghijklmnopqrstuvwxyz") == ""
}

// knownEnding says whether a bare host name ends as web sites do and as no
// abbreviation does.
func knownEnding(host string) bool {
	last := host[strings.LastIndexByte(host, '.')+1:]
	switch strings.ToLower(last) {
	case "com", "org", "net", "info", "news", "example", "edu", "gov", "int", "mil":
		return true
	}
	return false
}

// hostOf is the host of a web address in lower case, or "".
func hostOf(address string) string {
	rest, found := cutScheme(address)
	if !found && !isAddress(address) {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, "?")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	if i := strings.LastIndexByte(host, ':'); i > 0 {
		host = host[:i]
	}
	return strings.ToLower(host)
}

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
