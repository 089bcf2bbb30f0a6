package main

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// chromium is the one browser of the tests, started on first use.
var chromium struct {
	once sync.Once
	ctx  context.Context
	err  error
}

// browser opens a tab of the shared browser.
func browser(t *testing.T) context.Context {
	t.Helper()
	chromium.once.Do(startChromium)
	if chromium.err != nil {
		t.Fatalf("%v (make test installs it)", chromium.err)
	}
	tab, closeTab := chromedp.NewContext(chromium.ctx)
	limited, cancel := context.WithTimeout(tab, 3*time.Minute)
	t.Cleanup(func() { cancel(); closeTab() })
	return limited
}

func startChromium() {
	binary := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if p, err := exec.LookPath(name); err == nil {
			binary = p
			break
		}
	}
	if binary == "" {
		chromium.err = fmt.Errorf("the browser tests need Chromium")
		return
	}
	options := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.ExecPath(binary),
		chromedp.NoSandbox, chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-component-update", true))
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	chromium.ctx = ctx
	chromium.err = chromedp.Do(ctx)
	shared.Lock()
	defer shared.Unlock()
	shared.closers = append(shared.closers, func() { stop(); stopAllocator() })
}

// serveSite serves a built site as a real host does, with its headers.
func serveSite(t *testing.T, b *builtSite) string {
	t.Helper()
	b.build(t)
	base := strings.TrimSuffix(b.base(t), "/")
	mux := http.NewServeMux()
	server := newAnswering(b.out, b.base(t))
	if err := server.open(b.out); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.close)
	mux.Handle("/", server)
	mux.HandleFunc(base+hostPage, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, councilPage, base+"/embed/northam/")
	})
	h := httptest.NewServer(mux)
	t.Cleanup(h.Close)
	closers[h.URL+base] = func() {
		h.Listener.Close()
		h.CloseClientConnections() // the pages wait for news of the next build
	}
	return h.URL + base
}

// closers end the hosts of serveSite, by their addresses.
var closers = map[string]func(){}

// closeHost ends a host before its test does.
func closeHost(t *testing.T, host string) {
	t.Helper()
	closers[host]()
}

// inject runs a script in every page that the tab opens, before its own.
func inject(t *testing.T, tab context.Context, script string) {
	t.Helper()
	if _, err := chromedp.Call(tab, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: script}); err != nil {
		t.Fatal(err)
	}
}

// councilPage is a plain page of a council around our frame.
const councilPage = `<!doctype html><html lang="en-GB"><head><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>A council</title>
<link rel="icon" href="data:,"></head><body style="margin:0"><main><h1>SEND in Northam</h1><iframe title="Who supports you" src="%s" style="inline-size:100%%;block-size:40rem;border:0"></iframe></main></body></html>`

// kinds are one page of each kind of the example site, and real ones that hold
// what no example does.
var kinds = []struct {
	site    *builtSite
	address string
}{
	{exampleSite, "/"},
	{exampleSite, "/areas/"},
	{exampleSite, "/areas/northam/"},
	{exampleSite, "/services/northam-advice/"},
	{exampleSite, "/words/"},
	{exampleSite, "/coverage/"},
	{exampleSite, "/about/"},
	{exampleSite, "/accessibility/"},
	{exampleSite, "/privacy/"},
	{exampleSite, "/areas/easthaven/"},
	{exampleSite, "/services/easthaven-parent-advice/"},
	{exampleSite, "/services/westbury-sendiass/"},
	{exampleSite, "/providers/quality/"},
	{exampleSite, "/providers/quality/northam/"},
	{exampleSite, "/thanks/"},
	{realSite, "/services/kent-iass/"},
	{exampleSite, "/providers/fields/"},
	{exampleSite, "/admin/"},
	{exampleSite, "/embed/"},
	{exampleSite, hostPage},
	{exampleSite, "/404.html"},
	{exampleSite, "/offline/"},
	{realSite, "/find/"},
	{realSite, "/find/#q=autism+barnet"},
	{realSite, "/find/#q=want+to+die"},
	{realSite, "/find/#q=help+sy10+8jh"},
	{realSite, "/start/"},
	{realSite, "/start/child/"},
	{realSite, "/start/me/low/"},
	{realSite, "/schools/"},
	{realSite, "/schools/#area=leeds&area=kent&area=barnet"},
	{realSite, "/areas/leeds/schools/"},
	{exampleSite, "/areas/easthaven/schools/"},
	{realSite, "/help/travellers/"},
	{realSite, "/communities/grt/"},
	{realSite, "/help/draft-plan/"},
	{realSite, "/help/draft-plan/easy-read/"},
	{realSite, "/help/appeal/?area=leeds&limit=mediation-adviser&limit=appeal&letter=3+11+2026&certificate="},
	{realSite, "/help/adulthood/"},
	{realSite, "/help/crisis/"},
	{realSite, "/help/"},
	{realSite, "/moving/"},
	{realSite, "/moving/#from=leeds&to=kent&moved=2026-08-24"},
	{realSite, "/moving/#from=newport&to=scotland"},
	{realSite, "/fostering/"},
	{realSite, "/fostering/#lives=westminster&placed=leeds"},
	{realSite, "/needs/autism/"},
	{realSite, "/needs/"},
	{realSite, "/kinds/iass/"},
	{realSite, "/"},
	{realSite, "/areas/kent/"},
	{realSite, "/areas/kent/easy-read/"},
	{realSite, "/areas/barnet/easy-read/"},
	{realSite, "/areas/kent/young-people/"},
	{exampleSite, "/areas/easthaven/young-people/"},
	{realSite, "/young-people/"},
	{realSite, "/areas/hammersmith-and-fulham/"},
	{realSite, "/areas/leeds/leaflet/"},
	{realSite, "/areas/oldham/poster/"},
	{realSite, "/areas/barnet/card/young-people/"},
	{realSite, "/areas/leeds/letter/"},
	{exampleSite, "/areas/easthaven/leaflet/young-people/"},
	{realSite, "/coverage/"},
	{exampleSite, "/ur/"},
	{exampleSite, "/ur/areas/northam/"},
	{realSite, "/pl/areas/kent/"},
	{realSite, "/help/languages/"},
	{nextSite, "/areas/surrey/"},
}

// hostPage is a page of a council that shows the frame of an area.
const hostPage = "/a-council/"

// A look is a way in which a page is met.
type look struct {
	name    string
	width   int64
	height  int64 // of the window; 900 if 0
	still   bool  // the reader asks for less movement
	media   string
	scheme  string
	forced  bool
	rtl     bool
	script  bool
	blocked bool
}

var looks = []look{
	{name: "light", width: 1200, script: true},
	{name: "dark", width: 1200, scheme: "dark", script: true},
	{name: "320 px", width: 320, script: true},
	{name: "320 px, dark, right to left", width: 320, scheme: "dark", rtl: true, script: true},
	{name: "phone", width: 390, still: true, script: true},
	{name: "400 %", width: 320, height: 256, script: true},
	{name: "forced colours", width: 390, forced: true, script: true},
	{name: "print", width: 800, media: "print", script: true},
	{name: "script blocked", width: 390, script: true, blocked: true},
}

// meet opens a page in a look.
func meet(t *testing.T, tab context.Context, l look, address string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Media: l.media, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: or(l.scheme, "light")}}}
	if l.forced {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: "forced-colors", Value: "active"})
	}
	if l.still {
		media.Features = append(media.Features, &emulation.MediaFeature{Name: "prefers-reduced-motion", Value: "reduce"})
	}
	if _, err := chromedp.Call(tab, emulation.SetEmulatedMedia, media); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(tab, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !l.script}); err != nil {
		t.Fatal(err)
	}
	if l.blocked {
		scripts := network.SetBlockedURLsParams{URLPatterns: []*network.BlockPattern{{URLPattern: "*://*:*/*.js", Block: true}}}
		if _, err := chromedp.Call(tab, network.SetBlockedURLs, scripts); err != nil {
			t.Fatal(err)
		}
	}
	if err := chromedp.Do(tab, chromedp.EmulateViewport(l.width, cmp.Or(l.height, 900)), chromedp.Navigate(address)); err != nil {
		t.Fatalf("%s: %v", address, err)
	}
	if l.rtl {
		evaluate[bool](t, tab, `(document.documentElement.dir = "rtl", true)`)
	}
}

func or(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

func evaluate[T any](t *testing.T, tab context.Context, expression string) T {
	t.Helper()
	v, err := chromedp.Run(tab, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatalf("%.80s: %v", expression, err)
	}
	return v
}

// axe is the accessibility engine of npm's package axe-core.
var axe = sync.OnceValues(func() (string, error) {
	text, err := os.ReadFile("../node_modules/axe-core/axe.min.js")
	return string(text), err
})

// TestAccessible runs axe over every kind of page in every look, with no rule
// switched off, and finds nothing; nor do the checks of the look.
func TestAccessible(t *testing.T) {
	engine, err := axe()
	if err != nil {
		t.Fatalf("%v (npm ci installs it)", err)
	}
	hosts := map[*builtSite]string{}
	for _, k := range kinds {
		if hosts[k.site] == "" {
			hosts[k.site] = serveSite(t, k.site)
		}
	}
	for _, l := range looks {
		t.Run(l.name, func(t *testing.T) {
			tab := browser(t)
			inject(t, tab, engine)
			for _, k := range kinds {
				if strings.Contains(k.address, "#") { // not a step within the page of before
					meet(t, tab, l, "about:blank")
				}
				meet(t, tab, l, hosts[k.site]+k.address)
				if strings.HasPrefix(k.address, "/find/") && !evaluate[bool](t, tab, settled) {
					t.Errorf("%s: is never answered", k.address)
				}
				for _, violation := range evaluate[[]string](t, tab, runAxe) {
					t.Errorf("%s: %s", k.address, violation)
				}
				for _, fault := range faults(t, tab, l, k.address) {
					t.Errorf("%s: %s", k.address, fault)
				}
			}
		})
	}
}

// runAxe lists violations as text. Target size is a rule of WCAG 2.2 AA that
// axe leaves off unless it is asked for.
const runAxe = `axe.run(document, {rules: {"target-size": {enabled: true}}, resultTypes: ["violations"]}).then(r =>
	r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.html.slice(0, 160) + " (" + n.failureSummary.replace(/\s+/g, " ").slice(0, 300) + ")")))`

// TestFrame: a council's page of another origin may show the frame of an area,
// and no other page of ours.
func TestFrame(t *testing.T) {
	host := serveSite(t, exampleSite)
	council := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprintf(w, councilPage, host+r.URL.Query().Get("page"))
	}))
	t.Cleanup(council.Close)
	for address, may := range map[string]bool{"/embed/northam/": true, "/areas/northam/": false, "/": false} {
		tab := browser(t)
		heard := console(tab)
		meet(t, tab, looks[0], council.URL+"/?page="+address)
		if refused := strings.Contains(heard(), "frame-ancestors"); refused == may {
			t.Errorf("a frame of %s: refused %t, want %t: %s", address, refused, !may, heard())
		}
	}
}

// TestKeyboard: the first stop is the link past the navigation, and it leads
// to the page itself.
func TestKeyboard(t *testing.T) {
	host := serveSite(t, exampleSite)
	tab := browser(t)
	meet(t, tab, looks[0], host+"/areas/northam/")
	if err := chromedp.Do(tab, chromedp.KeyEvent("\t")); err != nil {
		t.Fatal(err)
	}
	if href := evaluate[string](t, tab, `document.activeElement.getAttribute("href") || document.activeElement.tagName`); href != "#main" {
		t.Errorf("the first stop is %q; want the link to #main", href)
	}
	if err := chromedp.Do(tab, chromedp.KeyEvent("\r")); err != nil {
		t.Fatal(err)
	}
	if hash := evaluate[string](t, tab, `location.hash`); hash != "#main" {
		t.Errorf("it leads to %q", hash)
	}
	if err := chromedp.Do(tab, chromedp.KeyEvent("\t")); err != nil {
		t.Fatal(err)
	}
	if !evaluate[bool](t, tab, `document.querySelector("main").contains(document.activeElement)`) {
		t.Error("the next stop is not inside the page")
	}
}

// TestFirstScreen: from the front page to an area's own first contact in one
// step, in the first screen of a phone, script on and off.
func TestFirstScreen(t *testing.T) {
	host := serveSite(t, realSite)
	for _, script := range []bool{true, false} {
		tab := browser(t)
		l := look{width: 390, script: script}
		meet(t, tab, l, host+"/")
		address := evaluate[string](t, tab, `[...document.querySelectorAll("main a")].find(a => a.textContent.trim().startsWith("Leeds")).href`)
		meet(t, tab, l, address)
		top := evaluate[float64](t, tab, `document.querySelector("main a[href='tel:+441133785020']").getBoundingClientRect().bottom`)
		if top > 844 {
			t.Errorf("script %t: the number ends at %.0f px, below the first screen of a phone", script, top)
		}
	}
}
