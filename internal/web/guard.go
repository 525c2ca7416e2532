package web

import (
	"crypto/subtle"
	"net"
	"net/http"
	"strings"
)

// Guard says who may ask.
type Guard struct {
	// Token is what others than this machine must know; "" on a loopback address.
	Token string
}

// policy is what a page may load: the server's own style and drawing.
const policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; " +
	"frame-ancestors 'none'"

// largestForm bounds what is read of a request.
const largestForm = 64 << 10

// largestReports bounds the reports that are added in one request.
const largestReports = 16 << 20

// around asks everybody who they are, before anything is answered.
func (g Guard) around(next http.Handler) http.Handler {
	own := http.NewCrossOriginProtection()
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cache-Control", "no-store")
		switch {
		case g.Token == "" && !isLoopback(r.Host):
			http.Error(w, "this address is answered under a loopback name only", http.StatusMisdirectedRequest)
		case g.Token != "" && g.enters(w, r):
		case g.Token != "" && !g.knows(r):
			http.Error(w, "a token is needed: open the address that stemma serve has printed", http.StatusUnauthorized)
		default:
			most := int64(largestForm)
			if r.URL.Path == reportsPath {
				most = largestReports
			}
			r.Body = http.MaxBytesReader(w, r.Body, most)
			own.Handler(next).ServeHTTP(w, r)
		}
	})
}

// isLoopback says whether the name that was asked for is this machine's.
func isLoopback(host string) bool {
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	ip := net.ParseIP(strings.Trim(name, "[]"))
	return strings.EqualFold(name, "localhost") || ip != nil && ip.IsLoopback()
}

// enters takes the token from the address, keeps it in the browser, and leads to
// the address without it.
func (g Guard) enters(w http.ResponseWriter, r *http.Request) bool {
	if r.Method != http.MethodGet || !g.same(r.URL.Query().Get("token")) {
		return false
	}
	http.SetCookie(w, &http.Cookie{
		Name: "stemma", Value: g.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode,
	})
	http.Redirect(w, r, r.URL.Path, http.StatusSeeOther)
	return true
}

// knows says whether a request bears the token: a browser in a cookie, a program in
// a header.
func (g Guard) knows(r *http.Request) bool {
	if cookie, err := r.Cookie("stemma"); err == nil && g.same(cookie.Value) {
		return true
	}
	token, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	return ok && g.same(token)
}

func (g Guard) same(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(g.Token)) == 1
}
