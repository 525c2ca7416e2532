package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"stemma"
	"stemma/internal/warc"
)

const page = "<!doctype html><title>Pier</title><p>The pier is shut.</p>"

// quick are options for servers on this machine.
func quick() Options {
	return Options{
		Agent: "stemma/test", AllowPrivate: true, Delay: time.Millisecond, Timeout: 2 * time.Second,
		Now: func() time.Time { return time.Date(2024, 5, 6, 7, 8, 9, 0, time.UTC) },
	}
}

// fetched gives the rows as "path outcome: reason" and the records as
// "type path".
func fetched(t *testing.T, o Options, known Known, base string, addresses ...string) (rows, records string,
	archive []byte) {
	t.Helper()
	var out bytes.Buffer
	done := time.AfterFunc(30*time.Second, func() { panic("does not end") })
	ledger, err := Fetch(context.Background(), addresses, known, &out, o)
	done.Stop()
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, row := range ledger {
		fmt.Fprintf(&b, "%s %s: %s\n", strings.TrimPrefix(row.Input, base), row.Outcome,
			strings.ReplaceAll(row.Reason, base, ""))
	}
	r := warc.NewReader(bytes.NewReader(out.Bytes()))
	var recs []string
	for {
		rec, err := r.Next()
		if err == io.EOF {
			return b.String(), strings.Join(recs, "\n"), out.Bytes()
		}
		if err != nil {
			t.Fatal(err)
		}
		if rec.Type != "request" && rec.Type != "warcinfo" {
			recs = append(recs, rec.Type+" "+strings.TrimPrefix(rec.Target, base))
		}
	}
}

func serve(t *testing.T, handle map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if f := handle[r.URL.Path]; f != nil {
			f(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func text(media, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", media)
		io.WriteString(w, body)
	}
}

func TestPagesAndLists(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	io.WriteString(z, `<urlset xmlns="x" xmlns:image="y"><url><loc>/a</loc><image:image><image:loc>/p.png</image:loc></image:image></url><url><loc> /d </loc></url></urlset>`)
	z.Close()
	s := serve(t, map[string]http.HandlerFunc{
		"/a": text("text/html", page), "/b": text("text/html", page+"b"),
		"/c": text("text/html", page+"c"), "/d": text("text/html", page+"d"),
		"/robots.txt": text("text/plain", "User-agent: *\nDisallow: /\n\nUser-agent: stemma\nDisallow: /secret\n"),
		"/feed":       text("application/rss+xml", `<?xml version="1.0"?><!-- x --><rss version="2.0"><channel><title>T</title><item><title>&lt;b&gt;x&nbsp;</title><link>/b</link><pubDate>never</pubDate></item><item><link>/c</link></item></channel></rss>`),
		"/opml":       text("text/xml", `<opml><body><outline text="x"><outline xmlUrl="/feed"/></outline></body></opml>`),
		"/sitemap":    text("application/xml", `<sitemapindex><sitemap><loc>/pages.gz</loc></sitemap></sitemapindex>`),
		"/pages.gz":   text("application/gzip", zipped.String()),
		"/old": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "/a",
				http.StatusMovedPermanently)
		},
		"/loop":  func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/loop", http.StatusFound) },
		"/p.png": text("image/png", "x"),
		"/out": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Location", "ftp://x/")
			w.WriteHeader(302)
		},
		"/empty":       text("text/html", ""),
		"/secret/page": text("text/html", page),
	})
	rows, records, _ := fetched(t, quick(), nil, s.URL, s.URL+"/a#top", s.URL+"/opml", s.URL+"/sitemap",
		s.URL+"/old", s.URL+"/loop", s.URL+"/p.png",
		s.URL+"/out", s.URL+"/gone", s.URL+"/empty", s.URL+"/secret/page", s.URL+"/a", "ftp://star.example/",
		"http://u:p@star.example/", "star.example")
	want := []string{
		"/a read: ", "/a skipped: named twice", "/b read: ", "/c read: ", "/d read: ", "/empty failed: empty",
		"/gone failed: the server answered 404",
		"/feed skipped: a feed: 2 of the 2 addresses in it are fetched",
		"/opml skipped: an OPML list: 1 of the 1 addresses in it are fetched",
		"/sitemap skipped: a sitemap: 1 of the 1 addresses in it are fetched",
		"/pages.gz skipped: a sitemap: 1 of the 2 addresses in it are fetched",
		"/old skipped: a redirect to /a, which is asked for already or not fetched",
		"/loop skipped: a redirect to /loop, which is asked for already or not fetched",
		`/p.png skipped: "image/png": neither a page nor a text, and not kept whole`, "/secret/page skipped: robots.txt does not allow it",
		"ftp://star.example/ failed: only http and https addresses are fetched",
		"http://u:p@star.example/ failed: an address with a name and password: not sent",
		"star.example failed: only http and https addresses are fetched",
	}
	for _, line := range want {
		if !strings.Contains("\n"+rows, "\n"+line+"\n") {
			t.Errorf("no row %q in\n%s", line, rows)
		}
	}
	if strings.Contains(records, "secret") || !strings.Contains(records, "response /d") {
		t.Error(records)
	}
}

func TestRedirects(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, r.URL.Path+"x", http.StatusFound)
	}))
	defer s.Close()
	rows, _, _ := fetched(t, quick(), nil, s.URL, s.URL+"/x")
	if strings.Count(rows, "\n") != maxHops+1 || !strings.Contains(rows, "failed: too many redirects") {
		t.Error(rows)
	}
}

// TestVersions: what did not change is a revisit, what did another capture.
func TestVersions(t *testing.T) {
	var body atomic.Value
	body.Store(page)
	asked := atomic.Int32{}
	s := serve(t, map[string]http.HandlerFunc{
		"/tagged": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("ETag", `"`+fmt.Sprint(len(body.Load().(string)))+`"`)
			w.Header().Set("Content-Type", "text/html")
			if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
				asked.Add(1)
				w.WriteHeader(http.StatusNotModified)
				return
			}
			io.WriteString(w, body.Load().(string))
		},
		"/plain": func(w http.ResponseWriter, r *http.Request) { text("text/html", body.Load().(string))(w, r) },
	})
	_, _, first := fetched(t, quick(), nil, s.URL, s.URL+"/tagged", s.URL+"/plain")
	rows, records, second := fetched(t, quick(), ReadKnown(bytes.NewReader(first)), s.URL, s.URL+"/tagged",
		s.URL+"/plain")
	if records != "revisit /tagged\nrevisit /plain" || asked.Load() != 1 ||
		strings.Count(rows, "unchanged since 2024-05-06") != 2 {
		t.Errorf("%s\n%s", rows, records)
	}
	body.Store(page + "more")
	_, records, _ = fetched(t, quick(), ReadKnown(bytes.NewReader(append(first, second...))), s.URL,
		s.URL+"/tagged", s.URL+"/plain")
	if records != "response /tagged\nresponse /plain" {
		t.Error(records)
	}
}

// TestBadServers: each ends in time, with a row.
func TestBadServers(t *testing.T) {
	tries := sync.Map{}
	count := func(r *http.Request) int {
		n, _ := tries.LoadOrStore(r.URL.Path, new(atomic.Int32))
		return int(n.(*atomic.Int32).Add(1))
	}
	raw := func(data string) http.HandlerFunc {
		return func(w http.ResponseWriter, r *http.Request) {
			count(r)
			c, _, _ := w.(http.Hijacker).Hijack()
			io.WriteString(c, data)
			c.Close()
		}
	}
	var bomb bytes.Buffer // packed beforehand: only the reading has to end in time
	z := gzip.NewWriter(&bomb)
	io.WriteString(z, "<urlset>")
	z.Write(make([]byte, 20<<20))
	z.Close()
	s := serve(t, map[string]http.HandlerFunc{
		"/endless": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for {
				if _, err := w.Write(bytes.Repeat([]byte("<p>more"), 1000)); err != nil {
					return
				}
			}
		},
		"/drip": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			for r.Context().Err() == nil {
				io.WriteString(w, "x")
				w.(http.Flusher).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		},
		"/silent": func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"/lying":  raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9000\r\n\r\n" + page),
		"/noise":  raw("\x00\x01\x02\r\n\r\n"),
		"/head":   raw("HTTP/1.1 200 OK\r\n" + strings.Repeat("X-Long: "+strings.Repeat("y", 1000)+"\r\n", 1000)),
		"/busy": func(w http.ResponseWriter, r *http.Request) {
			if count(r) < 3 {
				w.Header().Set("Retry-After", "0")
				w.WriteHeader(http.StatusServiceUnavailable)
				return
			}
			text("text/html", page)(w, r)
		},
		"/later": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusTooManyRequests)
		},
		"/cut": text("application/rss+xml", `<rss><channel><item><link>/busy</link></item><item><title>Two`),
		"/bomb": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "application/xml")
			w.Header().Set("Content-Encoding", "gzip")
			w.Write(bomb.Bytes())
		},
	})
	o := quick()
	o.MaxBytes, o.Timeout = 1<<20, time.Second
	var all []string
	for _, path := range []string{"/endless", "/drip", "/silent", "/lying", "/noise", "/head", "/busy", "/later",
		"/bomb", "/cut"} {
		all = append(all, s.URL+path)
	}
	rows, records, _ := fetched(t, o, nil, s.URL, all...)
	for _, want := range []string{
		"/endless read: cut short (length)", "/drip read: cut short (time)", "/silent failed: no answer in time",
		"/lying read: cut short (disconnect)",
		"/noise failed: ", "/head failed: ", "/busy read: \n",
		"/later failed: the server asks to come back in 24h0m0s", "/bomb failed: a sitemap, cut short: 0 of the 0",
		"/cut failed: a feed, cut short: 0 of the 1 addresses that are left of it are fetched",
	} {
		if !strings.Contains(rows, want) {
			t.Errorf("no %q in\n%s", want, rows)
		}
	}
	if n, _ := tries.Load("/lying"); n.(*atomic.Int32).Load() != maxTries ||
		!strings.Contains(records, "response /lying") {
		t.Error(records)
	}
}

// TestInside: no form of an address reaches a listener on this machine.
func TestInside(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	reached := atomic.Int32{}
	go func() {
		for {
			c, err := listener.Accept()
			if err != nil {
				return
			}
			reached.Add(1)
			c.Close()
		}
	}()
	_, port, _ := net.SplitHostPort(listener.Addr().String())
	hosts := []string{
		"127.0.0.1", "127.1", "127.0.1", "0", "0.0.0.0", "2130706433", "017700000001", "0x7f000001", "0x7f.1",
		"0177.0.0.1", "127.0.0.1.", "localhost", "LOCALHOST", "localhost.",
		"[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:0:0:1]", "[::127.0.0.1]",
		"[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fe80::1]", "[fc00::1]", "[ff02::1]",
		"①②⑦.⓪.⓪.①", "127。0。0。1", "127.0.0.1%00", "[::1%25lo]", "[fe80::1%25eth0]", "10.0.0.1", "172.16.0.1",
		"192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255",
		"ip6-localhost", "ip6-loopback", "127.0.0.2", "127.255.255.254", "%31%32%37.0.0.1", "[::ffff:10.0.0.1]",
		"[2001:db8::1]", "198.18.0.1", "192.0.2.1", "240.0.0.1",
	}
	var all []string
	for _, h := range hosts {
		all = append(all, "http://"+h+":"+port+"/", "https://"+h+":"+port+"/x")
	}
	for _, more := range []string{"http://star.example@127.0.0.1:", "http:\\\\127.0.0.1:", "http:/127.0.0.1:",
		"http:127.0.0.1:", "//127.0.0.1:", "file:///etc/passwd#", "gopher://127.0.0.1:", "HTTP://127.0.0.1:"} {
		all = append(all, more+port)
	}
	o := quick()
	o.AllowPrivate, o.Timeout = false, 500*time.Millisecond
	rows, records, _ := fetched(t, o, nil, "", all...)
	if reached.Load() != 0 || records != "" || strings.Contains(rows, " read: ") {
		t.Errorf("%d reached\n%s", reached.Load(), rows)
	}
	if len(all) < 100 || strings.Count(rows, "\n") < 95 {
		t.Errorf("%d addresses, rows\n%s", len(all), rows)
	}
}

// TestRedirectInside: a hop that leads inside is refused as an address is.
func TestRedirectInside(t *testing.T) {
	o := quick().filled()
	o.AllowPrivate = false
	s := serve(t, map[string]http.HandlerFunc{"/": text("text/html", page)})
	if _, err := newClient(o).Get(s.URL); err == nil || reason(err) != errPrivate.Error() {
		t.Error(err)
	}
	o.AllowPrivate = true
	if _, err := newClient(o).Get(s.URL); err != nil {
		t.Error(err)
	}
}

func TestPoliteness(t *testing.T) {
	var mu sync.Mutex
	at, most := 0, 0
	var times []time.Time
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		at++
		most = max(most, at)
		times = append(times, time.Now())
		mu.Unlock()
		if r.Header.Get("User-Agent") != "stemma/test" {
			t.Error(r.Header)
		}
		text("text/html", page)(w, r)
		mu.Lock()
		at--
		mu.Unlock()
	}))
	defer s.Close()
	o := quick()
	o.Delay = 20 * time.Millisecond
	fetched(t, o, nil, s.URL, s.URL+"/1", s.URL+"/2", s.URL+"/3")
	if most != 1 || len(times) != 4 {
		t.Errorf("%d at once, %d in all", most, len(times))
	}
	for i := 1; i < len(times); i++ {
		if times[i].Sub(times[i-1]) < 10*time.Millisecond {
			t.Errorf("%s between two requests", times[i].Sub(times[i-1]))
		}
	}
}

func TestRows(t *testing.T) {
	o := quick()
	o.MaxPages = 2
	s := serve(t, map[string]http.HandlerFunc{"/1": text("text/html", page), "/2": text("text/html", page)})
	var out bytes.Buffer
	rows, err := Fetch(context.Background(), []string{s.URL + "/1", s.URL + "/2", s.URL + "/3"}, nil, &out, o)
	if err != nil || len(rows) != 3 || rows[2].Outcome != stemma.Skipped {
		t.Error(rows, err)
	}
}

func FuzzLinks(f *testing.F) {
	f.Add([]byte("<rss><channel><item><link>http://a/</link></item></channel></rss>"))
	f.Add([]byte("<opml><outline xmlUrl='x'/></opml>"))
	f.Add([]byte("<urlset><url><loc>x</loc></url></urlset>"))
	f.Add([]byte(`{"version":"https://jsonfeed.org/version/1","items":[{"url":"x"}]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		done := time.AfterFunc(10*time.Second, func() { panic("does not end") })
		Links(data, "")
		done.Stop()
	})
}
