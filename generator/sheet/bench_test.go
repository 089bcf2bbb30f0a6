package sheet

import (
	"fmt"
	"testing"
)

// BenchmarkOpen reads a workbook of 10,000 rows of 20 columns.
func BenchmarkOpen(b *testing.B) {
	table := Table{Name: "services", Header: []string{"id", "name", "phone"}}
	for i := range 17 {
		table.Header = append(table.Header, fmt.Sprint("column ", i))
	}
	for range 10_000 {
		r := Row{}
		for i := range table.Header {
			r.Cells = append(r.Cells, fmt.Sprint("some words ", i))
		}
		table.Rows = append(table.Rows, r)
	}
	for _, name := range []string{"x.csv", "x.xlsx"} {
		data := written(b, name, table)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				one(b, name, data)
			}
		})
	}
}
