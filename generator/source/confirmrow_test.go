package source

import (
	"slices"
	"strings"
	"testing"

	"signpost/generator/model"
)

const (
	rowsBefore = "id,name,\"kind\",cost,checked_on,checked_by,checked_how,checked_access\n" +
		"help,\"Help, \"\"Northam\"\"\nand more\",iass,Free,2026-01-02,officer,email,\"2026-01-03, chair, letter\"\n" +
		"\n" +
		"other,Other,iass,,2026-01-02, officer ,email,\n"
	channelsBefore = "service,type,value,checked_on,checked_by,checked_how\n" +
		"help,phone,01632 960 123,2026-01-02,officer,email\n" +
		"other,phone,01632 960 124,2026-01-02,officer,email\n" +
		"help,email,a@northam.example.org,2026-01-02,officer,email\n" +
		"help,phone,01632 960 125,2026-01-02,officer,email"
)

func TestConfirmRow(t *testing.T) {
	said := []model.Group{"name", "access"}
	for _, test := range []struct {
		name, file, id, before string
		groups                 []model.Group
		want                   []string // of the lines that change, the new ones
		done                   []model.Group
	}{
		{"a whole row", "services.csv", "help", rowsBefore, said, []string{"and more\",iass,Free,2026-11-21,service manager,phone,\"2026-11-21, service manager, phone\""}, said},
		{"a group with a column", "services.csv", "help", rowsBefore, said[1:], []string{"and more\",iass,Free,2026-01-02,officer,email,\"2026-11-21, service manager, phone\""}, said[1:]},
		{"a row whose column is empty", "services.csv", "other", rowsBefore, said, []string{"other,Other,iass,,2026-11-21,service manager,phone,"}, said},
		{"two numbers", "channels.csv", "help", channelsBefore, []model.Group{"phone"}, []string{"help,phone,01632 960 123,2026-11-21,service manager,phone", "help,phone,01632 960 125,2026-11-21,service manager,phone"}, []model.Group{"phone"}},
		{"nothing", "channels.csv", "help", channelsBefore, []model.Group{"text"}, nil, nil},
	} {
		for _, form := range []func(string) string{func(s string) string { return s }, func(s string) string { return "\uFEFF" + strings.ReplaceAll(s, "\n", "\r\n") }} {
			before := form(test.before)
			got, done, err := ConfirmRow([]byte(before), "data/councils/northam/"+test.file, test.id, test.groups, said, today)
			if err != nil || !slices.Equal(done, test.done) {
				t.Errorf("%s: %v, %v", test.name, done, err)
			}
			if changed := linesChanged(before, string(got)); !slices.Equal(changed, test.want) {
				t.Errorf("%s: the lines %q changed; want %q", test.name, changed, test.want)
			}
		}
	}
}

// linesChanged are the lines of a text that are not those of another, which
// has as many.
func linesChanged(before, after string) []string {
	old, now := strings.Split(before, "\n"), strings.Split(after, "\n")
	var changed []string
	for i := range now {
		if i >= len(old) || now[i] != old[i] {
			changed = append(changed, strings.TrimSuffix(now[i], "\r"))
		}
	}
	return changed
}

func TestConfirmRowRefuses(t *testing.T) {
	said := []model.Group{"name", "access"}
	for _, test := range []struct {
		name, text string
		groups     []model.Group
		check      model.Checked
		want       string
	}{
		{"a group without a column", rowsBefore, said[:1], today, "one check stands for all that the row of help says"},
		{"a later check", strings.Replace(rowsBefore, "2026-01-02", "2026-12-01", 1), said, today, "was already confirmed on 1 December 2026"},
		{"no role", rowsBefore, said, model.Checked{On: today.On, How: "phone"}, "who made it"},
		{"no columns for the check", "id,name\nhelp,Help\n", said, today, "there is no column"},
		{"a broken table", "id,name\n\"help,Help\n", said, today, "services.csv"},
		{"no table", "", said, today, "services.csv"},
	} {
		_, _, err := ConfirmRow([]byte(test.text), "services.csv", "help", test.groups, said, test.check)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v; want a refusal that says %q", test.name, err, test.want)
		}
	}
}
