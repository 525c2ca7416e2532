package name

import (
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/publicsuffix"
)

// longestAddress bounds, in bytes, what is taken for a web address.
const longestAddress = 2000

// IsAddress says whether a word is a web address, with or without its scheme.
func IsAddress(s string) bool {
	if strings.ContainsAny(s, " \t\n\"<>") || len(s) > longestAddress {
		return false
	}
	rest, found := CutScheme(s)
	host, path, _ := strings.Cut(rest, "/")
	if !IsHost(host) {
		return false
	}
	return found || strings.HasPrefix(host, "www.") || path != "" || strings.HasSuffix(rest, "/") || commonEnding(host)
}

// CutScheme removes "http://" or "https://" from the head of an address.
func CutScheme(s string) (rest string, found bool) {
	for _, scheme := range []string{"https://", "http://"} {
		if len(s) > len(scheme) && strings.EqualFold(s[:len(scheme)], scheme) {
			return s[len(scheme):], true
		}
	}
	return s, false
}

// IsHost says whether s has the form of a host name of two labels at least; a
// port may follow.
func IsHost(s string) bool {
	if i := strings.LastIndexByte(s, ':'); i > 0 && strings.Trim(s[i+1:], "0123456789") == "" {
		s = s[:i]
	}
	return areLabels(s)
}

// areLabels says whether s is labels with points between them, of which the last has nothing
// but letters.
func areLabels(s string) bool {
	labels, label, letters := 1, 0, true // label is the bytes of the last one, letters that it has nothing else
	for i := range len(s) {
		switch c := s[i]; {
		case c >= utf8.RuneSelf:
			small := strings.ToLower(s) // the sign of the kelvin is a k
			return small != s && areLabels(small)
		case c == '.' && label > 0:
			labels, label, letters = labels+1, 0, true
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
			label++
		case c >= '0' && c <= '9', c == '-':
			label, letters = label+1, false
		default:
			return false
		}
	}
	return labels >= 2 && label >= 2 && letters && len(s) <= 253
}

// commonEnding says whether a bare host name ends as web sites do and as no
// abbreviation does.
func commonEnding(host string) bool {
	switch strings.ToLower(host[strings.LastIndexByte(host, '.')+1:]) {
	case "com", "org", "net", "info", "news", "example", "edu", "gov", "int", "mil":
		return true
	}
	return false
}

// Host is the host of a web address in small letters, without its port and
// without a first label that names no outlet but a service or a device: "www",
// "m", "amp". It is "" for what is no address.
func Host(address string) string {
	host := fullHost(address)
	for strings.Count(host, ".") > 1 {
		first, rest, _ := strings.Cut(host, ".")
		if !isService(first) {
			break
		}
		host = rest
	}
	return host
}

func fullHost(address string) string {
	rest, found := CutScheme(strings.TrimSpace(address))
	if !found && !IsAddress(rest) {
		return ""
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, "?")
	host, _, _ = strings.Cut(host, "#")
	if i := strings.LastIndexByte(host, '@'); i >= 0 {
		host = host[i+1:]
	}
	if i := strings.LastIndexByte(host, ':'); i > 0 {
		host = host[:i]
	}
	return strings.TrimSuffix(strings.ToLower(host), ".")
}

func isService(label string) bool {
	switch label {
	case "www", "www2", "www3", "m", "mobile", "amp":
		return true
	}
	return false
}

// Site is what one publisher holds of an address: the domain that is
// registered ("bbc.co.uk" of news.bbc.co.uk), by Mozilla's list of public
// suffixes (publicsuffix.org), or, on a platform where many publish, the
// publisher's label before it, or the first part of the path. It is "" for what
// is no address.
func (r *platforms) Site(address string) string {
	host := Host(address)
	for at, before := host, ""; strings.Contains(at, "."); {
		if byPath, ok := r.many[at]; ok {
			if before != "" {
				return before + "." + at
			}
			if who := firstPart(address); byPath && who != "" {
				return who + "." + at
			}
			return at
		}
		before, at, _ = strings.Cut(at, ".")
	}
	site, err := publicsuffix.EffectiveTLDPlusOne(host)
	if err != nil {
		return host
	}
	return site
}

func (r *platforms) isPlatform(host string) bool {
	_, ok := r.many[host]
	return ok
}

// firstPart is the first part of an address's path without an at sign.
func firstPart(address string) string {
	rest, _ := CutScheme(address)
	_, path, _ := strings.Cut(rest, "/")
	who, _, _ := strings.Cut(path, "/")
	who, _, _ = strings.Cut(who, "?")
	return strings.ToLower(strings.TrimPrefix(who, "@"))
}

// Page is a web address without what does not tell pages apart: its scheme,
// the device, the query, a slash at its end. It is "" for what is no address.
func Page(address string) string {
	host := Host(address)
	if !IsHost(host) {
		return ""
	}
	rest, _ := CutScheme(strings.TrimSpace(address))
	u, err := url.Parse("https://" + rest)
	if err != nil {
		return ""
	}
	return host + strings.TrimSuffix(u.EscapedPath(), "/")
}
