package main

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os/exec"
	"slices"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// A phone is an old one with a poor signal.
const (
	phoneRate  = 400_000 / 8 // bytes a second
	phoneDelay = 400 * time.Millisecond
	phoneCPU   = 4 // times slower than this machine
)

// A system answers questions on a page of its own.
type system struct {
	name, address string
	results       string // a script that lists the addresses of what is shown
	every         int    // every how many questions are asked on the slow line
	done          string // a script: whether nothing more will come
}

var systems = []system{
	{name: "Signpost", address: "/find/#q=", every: 1, results: answered, done: "!document.getElementById('answer').hasAttribute('aria-busy')"},
	{name: "Pagefind", address: "/with-pagefind/#", every: 1, results: listed, done: "document.body.dataset.done == 'yes'"},
	{name: "MiniSearch", address: "/with-minisearch/#", every: 18, results: listed, done: "document.body.dataset.done == 'yes'"},
}

// listed are the addresses of a page's results; answered those of Signpost's,
// in the order of the page: the area, help pages, services near, elsewhere.
const (
	listed   = `[...document.querySelectorAll("#results a")].map(a => new URL(a.href).pathname)`
	answered = `[...new Set([...document.querySelectorAll("[data-rows] a[data-to=address]")].map(a => new URL(a.href).pathname))]`
)

// watching notes when the first result stands on the page.
const watching = `window.benchFirst = 0;
new MutationObserver(() => {
	if (benchFirst || !document.querySelector("[data-rows] > article, [data-rows] > li, #results > li")) return;
	benchFirst = performance.timeOrigin + performance.now();
}).observe(document, {childList: true, subtree: true})`

// A cost is what the first result took.
type cost struct {
	time     time.Duration // from the opening of the page
	bytes    int           // sent by then
	requests int           // answered by then, at least in part
}

// startChromium starts a browser that trusts the link's certificate. It would
// keep no files of a host whose certificate it only forgave.
func startChromium(ctx context.Context, host *httptest.Server) (context.Context, context.CancelFunc, error) {
	binary := ""
	for _, name := range []string{"google-chrome", "chromium-browser", "chromium"} {
		if p, err := exec.LookPath(name); err == nil {
			binary = p
		}
	}
	if binary == "" {
		return nil, nil, fmt.Errorf("there is no Chromium; \"make deps\" installs it")
	}
	key := sha256.Sum256(host.Certificate().RawSubjectPublicKeyInfo)
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(binary), chromedp.NoSandbox,
		chromedp.Flag("ignore-certificate-errors-spki-list", base64.StdEncoding.EncodeToString(key[:])), chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	allocator, stopAllocator := chromedp.NewExecAllocator(ctx, options...)
	ctx, stop := chromedp.NewContext(allocator)
	return ctx, func() { stop(); stopAllocator() }, chromedp.Do(ctx)
}

// tab opens a tab with a profile of its own: nothing is kept from before.
func tab(chromium context.Context, slow bool) (context.Context, context.CancelFunc, error) {
	ctx, closeTab := chromedp.NewContext(chromium, chromedp.WithNewBrowserContext())
	ctx, stop := context.WithTimeout(ctx, 6*time.Minute)
	end := func() { stop(); closeTab() }
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: watching}); err != nil {
		return ctx, end, err
	}
	cpu := 1.0
	if slow {
		cpu = phoneCPU
	}
	_, err := chromedp.Call(ctx, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: cpu})
	return ctx, end, err
}

// race asks a question on the slow line, and is nil if nothing is found.
func (l *link) race(chromium context.Context, host string, s system, text string) (*cost, error) {
	ctx, end, err := l.ask(chromium, host, s, text, true)
	defer end()
	if err != nil {
		return nil, err
	}
	times, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64]("[performance.timeOrigin, benchFirst]"))
	if err != nil || times[1] == 0 {
		return nil, err
	}
	return l.cost(times[0], times[1]), nil
}

// cost is what was sent between two times of a page's clock, in milliseconds.
func (l *link) cost(start, end float64) *cost {
	moment := func(ms float64) time.Time { return time.UnixMicro(int64(ms * 1000)) }
	c := &cost{time: moment(end).Sub(moment(start))}
	c.bytes, c.requests = l.before(moment(end))
	return c
}

// results asks a question on a fast line, and lists what is found.
func (l *link) results(chromium context.Context, host string, s system, text string) ([]string, error) {
	ctx, end, err := l.ask(chromium, host, s, text, false)
	defer end()
	if err != nil {
		return nil, err
	}
	return chromedp.Run(ctx, chromedp.Evaluate[[]string](s.results))
}

// ask opens the page of a question, and waits for the first result if the line
// is slow, else for all.
func (l *link) ask(chromium context.Context, host string, s system, text string, slow bool) (context.Context, context.CancelFunc, error) {
	ctx, end, err := tab(chromium, slow)
	if err != nil {
		return ctx, end, err
	}
	l.open(slow)
	if err := chromedp.Do(ctx, chromedp.Navigate(host+s.address+url.PathEscape(text))); err != nil {
		return ctx, end, err
	}
	for {
		state, err := chromedp.Run(ctx, chromedp.Evaluate[[]bool]("[benchFirst > 0, "+s.done+"]"))
		if err != nil || slow && state[0] || state[1] {
			return ctx, end, err
		}
		time.Sleep(glance)
	}
}

// glance is how often a page is looked at. When its result came, it says itself.
const glance = 200 * time.Millisecond

// lead types a postcode into the box of the front page at once, before
// anything but the box's script was fetched, and follows it to the area. The
// copy of the site for later, which the page fetches when it is done, is left
// out. It returns the page of the area.
func (l *link) lead(chromium context.Context, host, postcode string) (*cost, string, error) {
	ctx, end, err := tab(chromium, true)
	defer end()
	if err != nil {
		return nil, "", err
	}
	l.open(true)
	if err := chromedp.Do(ctx, chromedp.Navigate(host+"/")); err != nil {
		return nil, "", err
	}
	submit := fmt.Sprintf(`(document.querySelector("#find-words").value = %q, document.querySelector("#find").requestSubmit(), performance.timeOrigin + performance.now())`, postcode)
	start, err := chromedp.Run(ctx, chromedp.Evaluate[float64](submit))
	if err != nil {
		return nil, "", err
	}
	for {
		address, err := chromedp.Run(ctx, chromedp.Evaluate[string]("location.pathname"))
		if err != nil {
			return nil, "", err
		}
		if address != "/" {
			arrived, err := chromedp.Run(ctx, chromedp.Evaluate[float64]("performance.timeOrigin"))
			return l.cost(start, arrived), address, err
		}
		time.Sleep(glance)
	}
}
