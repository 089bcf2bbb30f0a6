package check

import (
	"testing"

	"signpost/generator/model"
)

// TestUrgent: every number that every page prints has a source with a date.
func TestUrgent(t *testing.T) {
	dated := func(id string, c model.ChannelType, number string) *model.Service {
		s := line(id, model.Urgent, c, number, model.Date{})
		s.Channels[0].Origin.Record.Seen = day
		return s
	}
	danger, crisis, text := dated("danger", model.Phone, "999"), dated("crisis", model.Phone, "111"), dated("text", model.Text, "85258")
	for _, test := range []struct {
		why      string
		services []*model.Service
		want     string
	}{
		{"all of them", []*model.Service{crisis, danger, text}, ""},
		{"told, not seen", []*model.Service{crisis, line("danger", model.Urgent, model.Phone, "999", day), text}, ""},
		{"no date", []*model.Service{crisis, line("danger", model.Urgent, model.Phone, "999", model.Date{}), text}, "urgent-undated"},
		{"no date of the text route", []*model.Service{crisis, danger, line("text", model.Urgent, model.Text, "85258", model.Date{})}, "urgent-undated"},
		{"no source", []*model.Service{danger, text}, "urgent-unsourced"},
	} {
		d := directory(test.services...)
		d.Settings.UrgentText = "text"
		if got := rules(urgent(d)); got != test.want {
			t.Errorf("%s: %q; want %q", test.why, got, test.want)
		}
	}
}

// TestMedia: a clip without its words is a warning.
func TestMedia(t *testing.T) {
	rec := &model.Record{Media: model.Media{{Kind: "bsl", Title: "a", Transcript: "words"}, {Kind: "bsl", Title: "b"}, {Kind: "audio", Title: "c"}}}
	got := media(&model.Reading{Records: []*model.Record{rec}})
	if rules(got) != "no-transcript no-transcript" || got[0].Severity == model.Error || got[1].Sentence != `the recording "c" has no transcript` {
		t.Errorf("%v", got)
	}
}
