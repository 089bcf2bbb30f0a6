package sheet

import (
	"archive/zip"
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"
)

// CSV writes a table as UTF-8 with its mark, so that Excel reads the letters
// right. Every cell is guarded.
func CSV(t Table) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString("\uFEFF")
	w := csv.NewWriter(&out)
	_ = w.Write(guarded(t.Header)) // errors are kept for w.Error
	for _, r := range t.Rows {
		_ = w.Write(guarded(r.Cells))
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func guarded(cells []string) []string {
	out := make([]string, len(cells))
	for i, c := range cells {
		out[i] = Guard(c)
	}
	return out
}

// textFormat is that of a cell which stays as it was typed ("@").
const textFormat = 49

// XLSX writes a workbook with one sheet a table. All columns are formatted as
// text, those that are still empty too, so that the 0 of a number survives
// what people type. The same tables give the same bytes.
func XLSX(tables []Table) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	text, err := f.NewStyle(&excelize.Style{NumFmt: textFormat})
	if err != nil {
		return nil, err
	}
	heading, err := f.NewStyle(&excelize.Style{NumFmt: textFormat, Font: &excelize.Font{Bold: true}})
	if err != nil {
		return nil, err
	}
	for i, t := range tables {
		if i == 0 {
			err = f.SetSheetName("Sheet1", t.Name)
		} else {
			_, err = f.NewSheet(t.Name)
		}
		if err == nil {
			err = writeSheet(f, t, text, heading)
		}
		if err != nil {
			return nil, fmt.Errorf("the sheet %q: %w", t.Name, err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return inOrder(out.Bytes())
}

func writeSheet(f *excelize.File, t Table, text, heading int) error {
	w, err := f.NewStreamWriter(t.Name)
	if err != nil {
		return err
	}
	if err := w.SetColStyle(1, max(len(t.Header), 1), text); err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	if err := writeRow(w, 1, t.Header, heading); err != nil {
		return err
	}
	for i, r := range t.Rows {
		if err := writeRow(w, i+2, r.Cells, text); err != nil {
			return err
		}
	}
	return w.Flush()
}

// writeRow writes the cells that hold something.
func writeRow(w *excelize.StreamWriter, line int, cells []string, style int) error {
	values := make([]any, len(cells))
	for i, c := range cells {
		if c != "" {
			values[i] = excelize.Cell{StyleID: style, Value: Guard(c)}
		}
	}
	return w.SetRow(fmt.Sprintf("A%d", line), values)
}

// inOrder puts the parts of a workbook into the order of their names: the
// library writes some of them in that of a map.
func inOrder(data []byte) ([]byte, error) {
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, err
	}
	slices.SortFunc(r.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, part := range r.File {
		if err := w.Copy(part); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
