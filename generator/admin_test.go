package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"signpost/generator/source"
)

// folderPicker stands in for the window in which people choose the folder with
// their files: it gives a folder of the browser's own, with the files of %s. All
// that the form does with it, it does with a folder on the disk.
const folderPicker = `(() => {
const files = %s;
const at = async (folder, name, create) => {
	const parts = name.split("/"), last = parts.pop();
	for (const part of parts) folder = await folder.getDirectoryHandle(part, {create});
	return folder.getFileHandle(last, {create});
};
const root = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("copy", {create: true});
window.showDirectoryPicker = async () => {
	const folder = await root();
	await folder.getDirectoryHandle(".git", {create: true});
	for (const [name, text] of Object.entries(files)) {
		const out = await (await at(folder, name, true)).createWritable();
		await out.write(text);
		await out.close();
	}
	return folder;
};
window.button = (words) => [...document.querySelectorAll("button")].find(b => b.textContent.trim().endsWith(words));
window.option = (words) => [...document.querySelectorAll("[role=option]")].find(o => o.textContent.trim() === words);
window.scrolled = (field) => { // parts of a form far down are made when they come into view
	const parts = [...document.querySelectorAll("[data-key-path]")], part = parts.find(p => p.dataset.keyPath === field) || parts.pop();
	part?.scrollIntoView();
	return part?.dataset.keyPath === field;
};
window.chosen = (value) => {
	const box = [...document.querySelectorAll("input, textarea")].find(i => i.value === value);
	box?.focus();
	box?.select();
	return box !== undefined && document.activeElement === box;
};
const fileText = async (name) => (await (await at(await root(), name, false)).getFile()).text();
window.saved = async (name, words) => { // the text of a file, once it holds the words
	for (const end = Date.now() + 30000; Date.now() < end; await new Promise(done => setTimeout(done, 50))) {
		const text = await fileText(name).catch(() => ""); // it is being written
		if (text.includes(words)) return text;
	}
	return "never saved: " + document.body.innerText.slice(0, 500);
};
})()`

// remark is a line for those who read the file.
var remark = regexp.MustCompile(`(?m)\A# .*\n`)

// formFiles are the files of the example that the form may change.
func formFiles(t *testing.T) map[string]string {
	t.Helper()
	files := map[string]string{}
	example := os.DirFS("testdata/example")
	for _, folder := range []string{"content", "data/councils"} {
		err := fs.WalkDir(example, folder, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := fs.ReadFile(example, name)
			files[name] = remark.ReplaceAllString(string(text), "") // the form keeps none
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// TestEditInTheForm: somebody opens the form, works with a folder of their own,
// changes one value of an entry, of a council's file and of a help page, saves,
// and adds a service. After fmt that value alone is another one in the file.
// Nothing is asked of another host.
func TestEditInTheForm(t *testing.T) {
	host := serveSite(t, exampleSite)
	tab := browser(t)
	files := formFiles(t)
	seed, err := json.Marshal(files)
	if err != nil {
		t.Fatal(err)
	}
	inject(t, tab, fmt.Sprintf(folderPicker, seed))
	edits := []struct{ entry, field, was, is, file string }{
		{"services/entries/northam/northam-advice", "channels", "01632 960 123", "01632 960 199", "content/services/northam/northam-advice.md"},
		{"councils/entries/northam/council", "local_offer", "Monday to Friday, 9am to 4.30pm", "Monday to Friday, 9am to 1pm", "data/councils/northam/council.yaml"},
		{"guides/entries/draft-plan", "title", "I have a draft plan", "I have got a draft plan", "content/guides/draft-plan.md"},
	}
	meet(t, tab, looks[0], host+"/admin/#/collections/"+edits[0].entry)
	until(t, tab, `button("Local Repository") !== undefined`)
	evaluate[bool](t, tab, `(button("Local Repository").click(), true)`)
	for _, e := range edits {
		evaluate[bool](t, tab, `(location.hash = "#/collections/`+e.entry+`", true)`)
		until(t, tab, `scrolled("`+e.field+`")`)
		until(t, tab, `chosen("`+e.was+`")`)
		if err := chromedp.Do(tab, chromedp.KeyEvent(e.is)); err != nil {
			t.Fatal(err)
		}
		until(t, tab, `button("Save") && !button("Save").disabled && (button("Save").click(), true)`)
		saved := evaluate[string](t, tab, `saved("`+e.file+`", "`+e.is+`")`)
		until(t, tab, `!location.hash.includes("/entries/")`) // back at the list
		want := formatted(t, e.file, strings.Replace(files[e.file], e.was, e.is, 1))
		if got := formatted(t, e.file, saved); got != want {
			t.Errorf("%s: after fmt more differs than the value: %s", e.file, firstDifference(want, got))
		}
	}
	evaluate[bool](t, tab, `(location.hash = "#/collections/services/new?path=northam", true)`)
	until(t, tab, `scrolled("name") && (document.querySelector("[data-key-path=name] input").focus(), true)`)
	if err := chromedp.Do(tab, chromedp.KeyEvent("Northam Saturday Club")); err != nil {
		t.Fatal(err)
	}
	until(t, tab, `document.querySelector("[data-key-path=kind] [role=combobox]") && (document.querySelector("[data-key-path=kind] [role=combobox]").click(), true)`)
	until(t, tab, `option("Parent group") && (option("Parent group").click(), true)`)
	until(t, tab, `button("Save") && !button("Save").disabled && (button("Save").click(), true)`)
	const added = "content/services/northam/northam-saturday-club.md"
	if got := formatted(t, added, evaluate[string](t, tab, `saved("`+added+`", "kind")`)); got != "---\nname: Northam Saturday Club\nkind: peer-group\n---\n" {
		t.Errorf("the new entry is\n%s", got)
	}
	if others := evaluate[[]string](t, tab, `performance.getEntriesByType("resource").map(e => e.name).filter(name => /^http/.test(name) && new URL(name).origin !== location.origin)`); len(others) > 0 {
		t.Errorf("the form asked other hosts: %v", others)
	}
}

func formatted(t *testing.T, file, text string) string {
	t.Helper()
	out, problems := source.Format([]byte(text), file)
	if len(problems) > 0 {
		t.Fatalf("%s: %v\n%s", file, problems, text)
	}
	return string(out)
}
