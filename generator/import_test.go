package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/generator/schema"
	"signpost/generator/sheet"
)

// TestTemplateIsRead: the table that people fill in, sent back with its example
// row as it is, has no fault.
func TestTemplateIsRead(t *testing.T) {
	var tables []sheet.Table
	for _, table := range schema.Tables() {
		tables = append(tables, sheet.Table{Name: table.Name, Header: table.Header, Rows: []sheet.Row{{Cells: table.Example}}})
	}
	data, err := sheet.XLSX(tables)
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "template.xlsx")
	if err := os.WriteFile(file, data, 0o644); err != nil {
		t.Fatal(err)
	}
	for _, as := range []string{"entries", "council"} {
		var out strings.Builder
		_ = run(context.Background(), []string{"import", file, "--root", "testdata/example", "--as", as, "--as-at", dayOfTests, "--by", "service manager", "--how", "phone"}, &out, io.Discard)
		if strings.Contains(out.String(), "template.xlsx") || !strings.Contains(out.String(), "changed: northam-advice") {
			t.Errorf("as %s:\n%s", as, out.String())
		}
	}
}

// manyAreas are areas of the example.
var manyAreas = []string{"easthaven", "fenmarsh", "kingsmoor", "northam", "oldshire", "southmere", "thornbeck", "westbury-vale"}

// manyServices is a table of invented services whose numbers begin alike.
func manyServices(n int, prefix string) sheet.Table {
	t := sheet.Table{Name: "services", Header: strings.Split("id,name,kind,area,phone,email,website,hours,routes,cost,ages,run_by,support,purpose,description,checked_on,checked_by,checked_how", ",")}
	for i := range n {
		t.Rows = append(t.Rows, sheet.Row{Cells: []string{fmt.Sprintf("service-%d", i), fmt.Sprintf("Service %d", i), "local-offer", manyAreas[i%len(manyAreas)],
			fmt.Sprintf("%s%03d", prefix, i%1000), fmt.Sprintf("a%d@northam.example.org", i), fmt.Sprintf("https://s%d.example.org/", i), "Monday to Friday, 10am to 2pm",
			"self-phone;drop-in", "Free", "0-25", fmt.Sprintf("Charity %d", i), "information;advice", "We help you understand.", "Ring us. We listen.", "03/11/2026", "service manager", "phone"}})
	}
	return t
}

// BenchmarkImport shows what a file of 10,000 rows, of which each changes a
// number, would change in a tree of 10,000 entries: the budget is 5 seconds.
func BenchmarkImport(b *testing.B) {
	root := b.TempDir()
	if err := os.CopyFS(root, os.DirFS("testdata/example")); err != nil {
		b.Fatal(err)
	}
	importing := func(b *testing.B, name string, table sheet.Table, more ...string) {
		data, err := sheet.CSV(table)
		if strings.HasSuffix(name, ".xlsx") {
			data, err = sheet.XLSX([]sheet.Table{table})
		}
		if err != nil {
			b.Fatal(err)
		}
		file := filepath.Join(root, name)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		err = run(context.Background(), append([]string{"import", file, "--root", root, "--as", "entries", "--as-at", "2026-11-21"}, more...), io.Discard, io.Discard)
		b.StopTimer()
		if err != nil {
			b.Fatal(err)
		}
	}
	b.StopTimer()
	importing(b, "services.csv", manyServices(10_000, "01632 960 "), "--write")
	for _, name := range []string{"changed.csv", "changed.xlsx"} {
		b.Run(filepath.Ext(name), func(b *testing.B) {
			b.StopTimer()
			for range b.N {
				importing(b, name, manyServices(10_000, "07700 900 "), "--by", "service manager", "--how", "phone", "--on", "2026-11-20")
			}
		})
	}
}
