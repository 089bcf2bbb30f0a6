package source

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// ExportTables are the tables services and channels of what is told of an
// area, or of all where area is "". With seen they also show what registers
// say, with the register in told_by. [Tables] reads them again and finds
// nothing new.
func ExportTables(known *model.Reading, area string, seen bool) []sheet.Table {
	services := sheet.Table{Name: "services", Line: 1, Header: slices.Clone(ServiceColumns)}
	channels := sheet.Table{Name: "channels", Line: 1, Header: slices.Clone(ChannelColumns)}
	if seen {
		services.Header = append(services.Header, seenColumns...)
	}
	for _, r := range exported(known, area, seen) {
		cells := serviceCells(r)
		if seen {
			seenCells(cells, r)
		}
		services.Rows = append(services.Rows, tableRow(services, cells))
		for i, c := range r.Channels {
			channels.Rows = append(channels.Rows, tableRow(channels, channelCells(r, i, c)))
		}
	}
	return []sheet.Table{services, channels}
}

// seenColumns are the fields that only registers have.
var seenColumns = func() []string {
	var columns []string
	for _, f := range model.Fields {
		if f.Rows && f.Group == "" {
			columns = append(columns, f.Name)
		}
	}
	return columns
}()

// exported are the records to show, by area, id and who told them. What a
// council says of its own web pages stands in council.yaml and is no row.
func exported(known *model.Reading, area string, seen bool) []*model.Record {
	var all []*model.Record
	for _, r := range known.Records {
		in := area == "" || slices.Contains(r.Areas, area)
		offer := r.Source.Told() && r.Kind == model.LocalOfferSite
		if in && !offer && (seen || r.Source.Told()) {
			all = append(all, r)
		}
	}
	slices.SortStableFunc(all, func(a, b *model.Record) int {
		return cmp.Or(cmp.Compare(areaOf(a), areaOf(b)), cmp.Compare(a.ID, b.ID), cmp.Compare(b.Source.Rank, a.Source.Rank), a.Where.Compare(b.Where))
	})
	return all
}

func areaOf(r *model.Record) string {
	if r.Source.Told() {
		return folderOf(r)
	}
	return r.Areas[0]
}

func toldBy(r *model.Record) string {
	switch r.Source.Rank {
	case model.Entry:
		return "entry"
	case model.Council:
		return "council"
	}
	return r.Source.ID
}

func serviceCells(r *model.Record) map[string]string {
	cells := map[string]string{toldByColumn: toldBy(r), areaColumn: areaOf(r), idColumn: r.ID, descriptionColumn: strings.Trim(r.Offer.Description, "\r\n")}
	for _, f := range model.Fields {
		if f.Form != model.ChannelForm && (f.Name != "areas" || !slices.Equal(r.Areas, []string{areaOf(r)})) {
			cells[f.Name] = FieldText(f, r)
		}
	}
	for _, g := range model.Groups {
		if !isChannel(g) && !r.Value(g).Blank() {
			cells[checkedColumn+"_"+string(g)] = CheckText(r.Checked[g])
		}
	}
	return cells
}

// seenCells are what a register says of the row itself.
func seenCells(cells map[string]string, r *model.Record) {
	if r.Source.Told() {
		return
	}
	cells["confidence"] = map[model.Confidence]string{model.Low: "low", model.Medium: "medium", model.High: "high"}[r.Confidence]
	if r.Former {
		cells["former"] = "yes"
	}
	for _, c := range r.ChannelsOf(model.Website) {
		cells["link_opened"] = c.Opened.String()
	}
}

func channelCells(r *model.Record, i int, c model.Channel) map[string]string {
	cells := map[string]string{serviceColumn: r.ID, toldByColumn: toldBy(r), areaColumn: areaOf(r), positionColumn: strconv.Itoa(i + 1), checkedColumn: CheckText(r.Checked[model.Group(c.Type)])}
	for i, v := range channelWordsOf(c) {
		cells[model.ChannelFields[i]] = v
	}
	return cells
}

func tableRow(t sheet.Table, cells map[string]string) sheet.Row {
	r := sheet.Row{Line: len(t.Rows) + 2, Cells: make([]string, len(t.Header))}
	for i, column := range t.Header {
		r.Cells[i] = cells[column]
	}
	return r
}
