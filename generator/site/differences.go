package site

import (
	"bytes"
	"encoding/csv"
	"strings"

	"signpost/generator/model"
)

// differences is the list of what sources say that is not printed, and the
// rule by which it lost: for those who keep the data, never for families.
// Mobile and doubtful numbers of registers are withheld here too.
func (v *views) differences() ([]byte, error) {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write([]string{"service", "areas", "facts", "printed", "printed_from", "printed_on", "not_printed", "from", "on", "because"})
	for _, s := range v.d.Services {
		v.differencesOf(w, s)
	}
	for _, a := range v.d.Areas {
		if a.LocalOffer != nil {
			v.differencesOf(w, a.LocalOffer)
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

func (v *views) differencesOf(w *csv.Writer, s *model.Service) {
	for _, f := range s.Findings() {
		differ(w, s, f)
	}
}

// differ writes a row for each value of a fact that lost.
func differ(w *csv.Writer, s *model.Service, f model.Finding) {
	for _, o := range f.Others {
		text := o.Text
		if withheld(f.About, o) {
			text = "(withheld)"
		}
		cells := []string{s.ID, strings.Join(s.Areas, ";"), string(f.About), f.Value.String(), from(f.Origin), f.Origin.Date().String(), text, from(o.Origin), o.Origin.Date().String(), o.Because}
		for i := range cells {
			cells[i] = harmless(cells[i])
		}
		_ = w.Write(cells) // errors are kept for w.Error
	}
}

// withheld reports whether a number or address of a register is not even
// listed: a mobile, and what is doubtful or history, might be rung all the same.
func withheld(g model.Group, o model.Other) bool {
	contact := g == model.Group(model.Phone) || g == model.Group(model.Text) || g == model.Group(model.WhatsApp) || g == model.Group(model.Email)
	doubtful := strings.HasPrefix(o.Because, "is doubtful") || o.Because == "is history"
	return contact && !o.Origin.Told() && (doubtful || holdsMobile(o.Text))
}

// holdsMobile reports whether one of the channels, as a Fact prints them,
// is a mobile number.
func holdsMobile(channels string) bool {
	for _, c := range strings.Split(channels, "; ") {
		number, _, _ := strings.Cut(c, " · ")
		if model.IsMobile(number) {
			return true
		}
	}
	return false
}

// from names where a value is from: the page where it was seen, else its source.
func from(o model.Origin) string {
	switch {
	case o.Record == nil:
		return ""
	case o.Record.Page != "":
		return o.Record.Page
	}
	return o.Record.Source.Name
}
