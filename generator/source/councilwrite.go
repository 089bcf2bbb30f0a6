package source

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"slices"

	"signpost/generator/model"
)

// CouncilTables writes what a council says of its services as services.csv and
// channels.csv of its folder: by id, in the columns of the schema, without
// those that nobody uses. The check of a row is that of most of its groups;
// the others have columns of their own. channels is nil if there are none.
func CouncilTables(area string, records []*model.Record) (services, channels []byte, err error) {
	records = slices.Clone(records)
	slices.SortFunc(records, func(a, b *model.Record) int { return cmp.Compare(a.ID, b.ID) })
	var rows, channelRows []map[string]string
	for _, r := range records {
		rows = append(rows, councilRow(area, r))
		for _, c := range r.Channels {
			channelRows = append(channelRows, councilChannel(r, c))
		}
	}
	columns := []string{idColumn}
	for _, f := range model.Fields {
		if !f.Rows {
			columns = append(columns, f.Name)
		}
	}
	columns = append(append(columns, descriptionColumn), checkedColumns...)
	for _, g := range model.Groups {
		columns = append(columns, checkedColumn+"_"+string(g))
	}
	if services, err = table(columns, rows, false); err != nil || len(channelRows) == 0 {
		return services, nil, err
	}
	channels, err = table(slices.Concat([]string{serviceColumn}, model.ChannelFields, checkedColumns), channelRows, true)
	return services, channels, err
}

// councilRow is one row of services.csv.
func councilRow(area string, r *model.Record) map[string]string {
	row := map[string]string{idColumn: r.ID, descriptionColumn: r.Offer.Description}
	for _, f := range model.Fields {
		if !f.Rows && (f.Name != "areas" || !slices.Equal(r.Areas, []string{area})) {
			row[f.Name] = FieldText(f, r)
		}
	}
	main := mostChecked(r)
	checkCells(row, main)
	for _, g := range model.Groups {
		if c := r.Checked[g]; c != main && !c.On.IsZero() && !isChannel(g) && !r.Value(g).Blank() {
			row[checkedColumn+"_"+string(g)] = CheckText(c)
		}
	}
	return row
}

func councilChannel(r *model.Record, c model.Channel) map[string]string {
	row := map[string]string{serviceColumn: r.ID}
	for i, v := range channelWordsOf(c) {
		row[model.ChannelFields[i]] = v
	}
	checkCells(row, r.Checked[model.Group(c.Type)])
	return row
}

// channelWordsOf are the values of a channel, in the order of
// [model.ChannelFields].
func channelWordsOf(c model.Channel) []string {
	return []string{string(c.Type), c.Value, c.Hours, c.Note, c.ContactOf, c.AskFor, c.For}
}

func checkCells(row map[string]string, c model.Checked) {
	row["checked_on"], row["checked_by"], row["checked_how"] = c.On.String(), c.By, c.How
}

// mostChecked is the check of most groups that the row says something of; of
// two with as many the newer. Channels have checks of their own.
func mostChecked(r *model.Record) model.Checked {
	count := map[model.Checked]int{}
	best := model.Checked{}
	for _, channels := range []bool{false, true} {
		for _, g := range model.Groups {
			c := r.Checked[g]
			if isChannel(g) != channels || r.Value(g).Blank() || c.On.IsZero() {
				continue
			}
			count[c]++
			if count[c] > count[best] || count[c] == count[best] && older(best, c) == best {
				best = c
			}
		}
		if best != (model.Checked{}) {
			return best
		}
	}
	for _, g := range model.Groups {
		best = cmp.Or(best, r.Checked[g])
	}
	return best
}

// FieldText is what a record says under the name of a field, as a table has it.
func FieldText(f model.Field, r *model.Record) string {
	return cell{field: f, values: f.Values(r)}.text()
}

// table writes the rows of a table of our own, with the columns that any row
// has something in; all of them where every row is to look alike.
func table(columns []string, rows []map[string]string, all bool) ([]byte, error) {
	if !all {
		columns = slices.DeleteFunc(slices.Clone(columns), func(c string) bool {
			return !slices.ContainsFunc(rows, func(r map[string]string) bool { return r[c] != "" })
		})
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(columns) // errors are kept for w.Error
	for _, r := range rows {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = r[c]
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return out.Bytes(), w.Error()
}
