package source

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"slices"

	"signpost/generator/model"
)

// AppendChanges adds lines to the text of [ChangesFile], in the order of its
// columns; a text that is empty gets its heading first. No byte that was there
// changes. Of long values, such as a service's whole description, the file
// keeps the beginning and the length, so that it stays small for years; numbers
// and addresses are kept whole, because they are compared.
func AppendChanges(text []byte, changes []model.Change) []byte {
	mark, rest := cutBOM(text)
	header, err := csv.NewReader(bytes.NewReader(rest)).Read()
	all := bytes.NewBuffer(append(mark, rest...))
	w := csv.NewWriter(all)
	w.UseCRLF = bytes.Contains(rest, []byte("\r\n"))
	if err != nil {
		header = ChangesColumns
		_ = w.Write(header) // a buffer takes everything
	} else if !bytes.HasSuffix(rest, []byte("\n")) {
		all.WriteString("\n")
	}
	for _, c := range changes {
		cells := map[string]string{"on": c.On.String(), "area": c.Area, "service": c.Service, "group": string(c.Group),
			"was": brief(c.Group, c.Was), "is": brief(c.Group, c.Is), "source": c.Source, "by": c.By, "how": c.How}
		row := make([]string, len(header))
		for i, column := range header {
			row[i] = cells[column]
		}
		_ = w.Write(row)
	}
	w.Flush()
	return all.Bytes()
}

const (
	briefRunes = 200 // what is kept of a long value
	longRunes  = 240 // with the words about its length: a brief value is not cut again
)

func brief(g model.Group, value string) string {
	runes := []rune(value)
	if len(runes) <= longRunes || slices.Contains(model.ChannelTypes, model.ChannelType(g)) {
		return value
	}
	return fmt.Sprintf("%s… (%d letters)", string(runes[:briefRunes]), len(runes))
}
