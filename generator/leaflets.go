package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"signpost/generator/model"
	"signpost/generator/site"
)

// printing is how long Chromium may take for one paper.
const printing = time.Minute

// browsers are the names under which Chromium may be installed.
var browsers = []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"}

// paperKinds are what --kind may say.
var paperKinds = map[string][]model.PageKind{
	"leaflet": {model.LeafletPage},
	"poster":  {model.PosterPage},
	"card":    {model.WalletPage},
	"letter":  {model.InsertPage},
	"all":     {model.LeafletPage, model.PosterPage, model.WalletPage, model.InsertPage},
}

// A printer makes PDFs of the papers of areas.
type printer struct {
	builder
	area, kind, to string
	all            bool
	known          knowledge
}

// runLeaflets prints the papers of an area, or of all, to PDF files. The pages
// are made for it alone: the published folder is not touched.
func runLeaflets(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	var p printer
	flags := newFlags("leaflets", stderr)
	p.reads(flags)
	p.releases(flags)
	p.renders(flags)
	flags.StringVar(&p.area, "area", "", "the `area` whose papers are printed, by its name")
	flags.BoolVar(&p.all, "all", false, "print those of all areas")
	flags.StringVar(&p.kind, "kind", "all", "the `sort` of paper: leaflet, poster, card, letter or all")
	flags.StringVar(&p.to, "out", "leaflets", "the `folder` for the PDF files")
	words, err := parse(flags, args)
	if err != nil {
		return err
	}
	if err := noWords("leaflets", words); err != nil {
		return err
	}
	pages, err := p.pages()
	if err != nil {
		return err
	}
	chromium, err := findBrowser()
	if err != nil {
		return err
	}
	if model.HasErrors(p.known.problems) {
		found := printProblems(stdout, p.known.problems)
		fmt.Fprintln(stdout, "nothing was printed")
		return found
	}
	if err := p.print(ctx, chromium, pages, stderr); err != nil {
		return err
	}
	fmt.Fprintf(stdout, "%s: %s\n", p.to, count(len(pages), "PDF file"))
	return nil
}

// pages are the papers that the flags choose.
func (p *printer) pages() ([]model.Page, error) {
	kinds, ok := paperKinds[p.kind]
	if !ok {
		return nil, fmt.Errorf("--kind: %q is no paper; say leaflet, poster, card, letter or all", p.kind)
	}
	if p.all == (p.area != "") {
		return nil, errors.New("say whose papers: --area leeds, or --all")
	}
	root, err := os.OpenRoot(p.root)
	if err != nil {
		return nil, fmt.Errorf("--root: %w", err)
	}
	defer root.Close()
	if p.known, err = p.know(root.FS()); err != nil {
		return nil, err
	}
	slug := ""
	if !p.all {
		var sentence string
		if slug, sentence = p.known.area(p.area); sentence != "" {
			return nil, fmt.Errorf("--area: %s", sentence)
		}
	}
	var pages []model.Page
	for _, page := range site.Pages(p.known.directory) {
		if slices.Contains(kinds, page.Kind) && (p.all || page.Area == slug) {
			pages = append(pages, page)
		}
	}
	if len(pages) == 0 {
		return nil, fmt.Errorf("--area: %q has no papers on %s", p.area, p.asAt.Words())
	}
	return pages, nil
}

// findBrowser is the path of Chromium.
func findBrowser() (string, error) {
	for _, name := range browsers {
		if found, err := exec.LookPath(name); err == nil {
			return found, nil
		}
	}
	return "", fmt.Errorf("leaflets needs Chromium to make PDF files, and finds none of %s; install it, or print the pages from any browser", strings.Join(browsers, ", "))
}

// print makes the pages in memory, serves them on this machine while it takes,
// and has Chromium print one after another.
func (p *printer) print(ctx context.Context, chromium string, pages []model.Page, stderr io.Writer) error {
	var addresses []string
	for _, page := range pages {
		addresses = append(addresses, page.Address)
	}
	files, err := site.Some(ctx, p.known.directory, p.siteOptions("", p.known.problems), addresses)
	if err != nil {
		return err
	}
	host, err := p.lend(files)
	if err != nil {
		return err
	}
	defer host.Close()
	if err := os.MkdirAll(p.to, 0o755); err != nil {
		return err
	}
	scratch, err := os.MkdirTemp("", "signpost-leaflets-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(scratch)
	bar := newProgress(stderr)
	defer bar.end()
	for i, page := range pages {
		pdf, err := printPage(ctx, chromium, scratch, host.base+page.Address[1:])
		if err != nil {
			return fmt.Errorf("printing %s: %w", page.Address, err)
		}
		if err := os.WriteFile(filepath.Join(p.to, pdfName(page)), pdf, 0o644); err != nil {
			return err
		}
		bar.step(i+1, len(pages))
	}
	return nil
}

// pdfName is leeds-leaflet-young-people.pdf.
func pdfName(page model.Page) string {
	name := strings.TrimPrefix(page.Address, model.AreasAddress)
	return strings.ReplaceAll(strings.Trim(name, "/"), "/", "-") + ".pdf"
}

// A lending serves pages on this machine.
type lending struct {
	net.Listener
	base string // where the site begins, with a slash at its end
}

// lend serves files below the path of the site's own address.
func (p *printer) lend(files map[string][]byte) (*lending, error) {
	own, err := url.Parse(strings.TrimRight(cmp.Or(p.baseURL, p.known.directory.Settings.BaseURL), "/") + "/")
	if err != nil {
		return nil, err
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	go func() {
		_ = http.Serve(listener, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { // ends when it is closed
			name := site.FileOf("/" + strings.TrimPrefix(r.URL.Path, own.Path))
			if files[name] == nil {
				http.NotFound(w, r)
				return
			}
			w.Header().Set("Content-Type", mime.TypeByExtension(path.Ext(name)))
			_, _ = w.Write(files[name])
		}))
	}()
	return &lending{listener, "http://" + listener.Addr().String() + own.Path}, nil
}

// printPage has Chromium print a page, with a profile of its own that knows
// nothing and is thrown away.
func printPage(ctx context.Context, chromium, scratch, address string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, printing)
	defer cancel()
	file := filepath.Join(scratch, "page.pdf")
	args := []string{"--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir=" + filepath.Join(scratch, "profile"), "--no-pdf-header-footer", "--print-to-pdf=" + file, address}
	if os.Geteuid() == 0 {
		args = append([]string{"--no-sandbox"}, args...) // as root it has none
	}
	command := exec.CommandContext(ctx, chromium, args...)
	command.WaitDelay = time.Second
	said, err := command.CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s: %w: %s", chromium, err, bytes.TrimSpace(said[max(0, len(said)-200):]))
	}
	pdf, err := os.ReadFile(file)
	if err == nil && !bytes.HasPrefix(pdf, []byte("%PDF-")) {
		err = fmt.Errorf("%s wrote no PDF", chromium)
	}
	return pdf, errors.Join(err, os.Remove(file))
}
