package site

import (
	"strings"

	"signpost/generator/model"
)

// differences is the list of what sources say that is not printed, and the
// rule by which it lost: for those who keep the data, never for families.
// Mobile and doubtful numbers of registers are withheld here too.
func (v *views) differences() ([]byte, error) {
	rows := [][]string{{"service", "areas", "facts", "printed", "printed_from", "printed_on", "not_printed", "from", "on", "because"}}
	for _, s := range v.d.Services {
		rows = append(rows, differencesOf(s)...)
	}
	for _, a := range v.d.Areas {
		if a.LocalOffer != nil {
			rows = append(rows, differencesOf(a.LocalOffer)...)
		}
	}
	return Table(rows)
}

// differencesOf has a row for each value of a fact that lost.
func differencesOf(s *model.Service) [][]string {
	var rows [][]string
	for _, f := range s.Findings() {
		for _, o := range f.Others {
			text := o.Text
			if o.Withheld(f.About) {
				text = model.WithheldWords
			}
			rows = append(rows, []string{s.ID, strings.Join(s.Areas, ";"), string(f.About), f.Value.String(), f.Origin.From(), f.Origin.Date().String(), text, o.Origin.From(), o.Origin.Date().String(), o.Because})
		}
	}
	return rows
}
