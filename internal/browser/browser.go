package browser

import (
	"context"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// most bounds a browser's life, so that one that hangs fails its test and no more.
const most = 8 * time.Minute

// Start starts Chromium for as long as the test runs.
func Start(t *testing.T) context.Context {
	t.Helper()
	path := find()
	if path == "" {
		if os.Getenv("STEMMA_REQUIRE_BROWSER") != "" {
			t.Fatal("no chromium was found, and STEMMA_REQUIRE_BROWSER is set")
		}
		t.Skip("no chromium was found")
	}
	limited, cancel := context.WithTimeout(context.Background(), most)
	t.Cleanup(cancel)
	allocated, cancel := chromedp.NewExecAllocator(limited,
		append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.ExecPath(path))...)
	t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(allocated)
	t.Cleanup(cancel)
	// The browser lives as long as the context in which it was asked for first.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	return ctx
}

func find() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// Tab is a page in a browser. Its methods end the test where the browser fails.
type Tab struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	asked    []string
	messages []string
}

// Open opens a tab of so many pixels' width.
func Open(t *testing.T, browser context.Context, width int64) *Tab {
	t.Helper()
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	b := &Tab{t: t, ctx: ctx}
	b.watch()
	b.Do(chromedp.EmulateViewport(width, 800))
	return b
}

// watch notes requests, dialogs and messages to the console.
func (b *Tab) watch() {
	b.t.Helper()
	err := chromedp.Listen(b.ctx, func(ev any) {
		b.mu.Lock()
		defer b.mu.Unlock()
		switch e := ev.(type) {
		case *network.EventRequestWillBeSent:
			b.asked = append(b.asked, e.Request.URL)
		case *page.EventJavascriptDialogOpening:
			b.messages = append(b.messages, "dialog: "+e.Message)
		}
	})
	if err != nil {
		b.t.Fatal(err)
	}
	console := chromedp.Console(b.ctx)
	go func() {
		for m, err := range console {
			if err != nil {
				return
			}
			b.mu.Lock()
			b.messages = append(b.messages, m.String())
			b.mu.Unlock()
		}
	}()
}

// Context is that of the tab, for what has no method here.
func (b *Tab) Context() context.Context { return b.ctx }

// stepTime is how long one step may take on a machine that does much else.
const stepTime = 2 * time.Minute

// Do does some steps, each within that time.
func (b *Tab) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	for _, step := range steps {
		ctx, cancel := context.WithTimeout(b.ctx, stepTime)
		err := chromedp.Do(ctx, step)
		cancel()
		if err != nil {
			b.t.Fatal(err)
		}
	}
}

// Evaluate gives what a script comes to.
func Evaluate[T any](b *Tab, script string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](script))
	if err != nil {
		b.t.Fatalf("%.200s: %v", script, err)
	}
	return v
}

// Scheme asks the page for its light or dark colours, and for no motion.
func (b *Tab) Scheme(name string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: name}, {Name: "prefers-reduced-motion", Value: "reduce"},
		}})
	if err != nil {
		b.t.Fatal(err)
	}
}

// NoScripts forbids the pages that are opened from here on to run any.
func (b *Tab) NoScripts() {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetScriptExecutionDisabled,
		emulation.SetScriptExecutionDisabledParams{Value: true})
	if err != nil {
		b.t.Fatal(err)
	}
}

// Asked gives the addresses that were asked for and do not begin with that of the page.
func (b *Tab) Asked(own string) (foreign []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, address := range b.asked {
		if !strings.HasPrefix(address, own) && address != "about:blank" {
			foreign = append(foreign, address)
		}
	}
	return foreign
}

// Messages gives what the page wrote to the console, and its dialogs.
func (b *Tab) Messages() []string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return append([]string(nil), b.messages...)
}
