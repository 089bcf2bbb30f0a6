package site

import (
	"bytes"
	"encoding/csv"

	"signpost/generator/sheet"
)

// Table writes rows, the heading first, as a file for spreadsheets. No cell of
// it is run as a formula.
func Table(rows [][]string) ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = sheet.Guard(cell)
		}
		_ = w.Write(cells) // errors are kept for w.Error
	}
	w.Flush()
	return out.Bytes(), w.Error()
}
