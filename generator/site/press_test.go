package site

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

// printAgain writes a site with a press that has written before, and holds it
// against one that is written anew.
func printAgain(t *testing.T, p *Press, d *model.Directory, o Options, before string) (changed []string, out string) {
	t.Helper()
	o.Out = t.TempDir()
	changed, err := p.Write(context.Background(), d, o, before)
	if err != nil {
		t.Fatal(err)
	}
	anew := o
	anew.Out = t.TempDir()
	if err := Write(context.Background(), d, anew); err != nil {
		t.Fatal(err)
	}
	got, want := tree(t, o.Out), tree(t, anew.Out)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s is not as it would be anew", name)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%d files; anew there would be %d", len(got), len(want))
	}
	return changed, o.Out
}

// wideDirectory has more services than there are kinds of pages.
func wideDirectory(t *testing.T) (d *model.Directory, advice *model.Service) {
	d = whole(t)
	a := d.Areas[slices.IndexFunc(d.Areas, func(a *model.Area) bool { return a.Slug == "northam" })]
	for _, id := range strings.Fields("one two three four five six seven eight nine ten eleven twelve") {
		s := toldService("2026-11-03")
		s.ID, s.Kind = "group-"+id, model.PeerGroup
		s.Name.Value.Name = "Group " + id
		a.Services, d.Services = append(a.Services, s), append(d.Services, s)
	}
	sortServices(d)
	return d, d.Service("group-seven")
}

// TestPress: what a press writes after an edit is what would be written anew,
// and only what the edit touches is made.
func TestPress(t *testing.T) {
	d, group := wideDirectory(t)
	o := Options{Theme: theme, Preview: true}
	var p Press
	changed, first := printAgain(t, &p, d, o, "")
	if all := len(Pages(d)); len(changed) > 0 || p.Printed != all {
		t.Errorf("the first time, %q changed, and %d of %d pages were made", changed, p.Printed, all)
	}
	if len(p.assets) == 0 {
		t.Error("no style and no scripts came with the pages")
	}

	changed, second := printAgain(t, &p, d, o, first)
	few := p.Printed
	if len(changed) > 0 || few > len(model.PageKinds) {
		t.Errorf("nothing was edited, and %q changed, %d pages were made", changed, few)
	}

	group.Name.Value.Name = "Group of seven"
	changed, third := printAgain(t, &p, d, o, second)
	if page := model.ServiceAddress(group.ID); !slices.Contains(changed, page) || slices.Contains(changed, model.ServiceAddress("group-six")) {
		t.Errorf("%s was edited, and %q changed", page, changed)
	}
	if p.Printed > few+10+len(d.Languages) { // the area's page names it in every language
		t.Errorf("one service was edited, and %d pages were made", p.Printed)
	}

	d.Services = slices.DeleteFunc(d.Services, func(s *model.Service) bool { return s == group })
	for _, a := range d.Areas {
		a.Services = slices.DeleteFunc(a.Services, func(s *model.Service) bool { return s == group })
	}
	if changed, _ = printAgain(t, &p, d, o, third); !slices.Contains(changed, model.ServiceAddress(group.ID)) {
		t.Errorf("a service is gone, and %q changed", changed)
	}
}

// TestPressTrustsNobody: a page that somebody has touched, or that another
// theme made, is made anew.
func TestPressTrustsNobody(t *testing.T) {
	d, group := wideDirectory(t)
	o := Options{Theme: copyTheme(t), Preview: true}
	var p Press
	_, first := printAgain(t, &p, d, o, "")
	page := filepath.Join(first, filepath.FromSlash(FileOf(model.ServiceAddress(group.ID))))
	if err := os.WriteFile(page, []byte("touched"), 0o644); err != nil {
		t.Fatal(err)
	}
	_, second := printAgain(t, &p, d, o, first)

	layout := filepath.Join(o.Theme, "layouts", "service.html")
	text, err := os.ReadFile(layout)
	if err == nil {
		err = os.WriteFile(layout, []byte(strings.Replace(string(text), "<h1>", `<h1 class="another">`, 1)), 0o644)
	}
	if err != nil {
		t.Fatal(err)
	}
	changed, _ := printAgain(t, &p, d, o, second)
	if p.Printed != len(Pages(d)) || !slices.Contains(changed, model.ServiceAddress(group.ID)) || slices.Contains(changed, model.AreaAddress("northam")) {
		t.Errorf("the template of services is another; %d pages were made, and %q changed", p.Printed, changed)
	}
}

// TestPressStops: a write that nobody waits for any more ends soon, and does not
// spoil the next one.
func TestPressStops(t *testing.T) {
	d, _ := wideDirectory(t)
	var p Press
	ctx, cancel := context.WithCancel(context.Background())
	o := Options{Theme: theme, Out: t.TempDir(), Progress: func(done, total int) { cancel() }}
	if _, err := p.Write(ctx, d, o, ""); !errors.Is(err, context.Canceled) {
		t.Errorf("a write that was stopped ends with %v", err)
	}
	o.Progress = nil
	printAgain(t, &p, d, o, "")
}

// TestSome: pages that are made alone are those of the whole site.
func TestSome(t *testing.T) {
	d, group := wideDirectory(t)
	o := Options{Preview: true}
	all := tree(t, write(t, d, o))
	o.Theme = theme
	addresses := []string{model.ServiceAddress(group.ID), model.AreaAddress("northam"), model.MissingAddress, "/services/nobody/"}
	files, err := Some(context.Background(), d, o, addresses)
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if text != nil && all[name] != string(text) {
			t.Errorf("%s differs", name)
		}
	}
	for _, address := range addresses[:3] {
		if files[FileOf(address)] == nil {
			t.Errorf("%s was not made", address)
		}
	}
	if text, told := files["services/nobody/index.html"]; !told || text != nil {
		t.Error("a page that does not exist is not told from one that was not asked for")
	}
}
