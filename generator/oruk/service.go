package oruk

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"signpost/generator/model"
	"signpost/generator/sheet"
)

// An object is a JSON object whose values are read when they are asked for.
type object map[string]json.RawMessage

// A service is one service of a feed, on its way into a row.
type service struct {
	*feed
	object
	cells map[string]string
	bad   map[string]bool // columns whose value was reported
}

// statuses are those of the profile, and what we call them. Of a service that
// is active nothing is said: a feed says so of nearly all, for years.
var statuses = map[string]string{"active": "", "inactive": "closed", "defunct": "ended", "temporarily closed": "closed"}

// service makes a row of one service.
func (f *feed) service(o object) {
	s := &service{f, o, map[string]string{}, map[string]bool{}}
	s.identity()
	s.contact()
	s.standing()
	s.reach()
	s.money()
	row := sheet.Row{Line: f.line, Cells: make([]string, len(header)), Kinds: make([]sheet.Kind, len(header))}
	for i, column := range header {
		row.Cells[i] = s.cells[column]
		if s.bad[column] {
			row.Cells[i], row.Kinds[i] = "", sheet.Unread
		}
	}
	f.table.Rows = append(f.table.Rows, row)
}

func (s *service) identity() {
	s.cells["id"] = strings.ToLower(s.text("id"))
	if s.cells["id"] == "" && !s.bad["id"] {
		s.warn("missing-field", "id", "ask the publisher to give each service an id: without one it is told by its name", "the service has no id")
	}
	s.cells["name"] = plain(s.text("name"))
	if s.cells["name"] == "" && !s.bad["name"] {
		s.bad["name"] = true
		s.wrong("missing-field", "name", "every service has a name", "the service has no name")
	}
	s.cells["alternate_name"] = strings.ReplaceAll(plain(s.text("alternate_name")), ";", `\;`)
	s.cells["description"] = Markdown(Text(s.text("description")))
	if o := s.child("organization", "organization.name"); o != nil {
		s.cells["organization.name"] = plain(s.textAt(o, "name", "organization.name", "organization.name"))
	}
}

// contact takes the first number and address; the other numbers go into the
// notes, so that nobody loses them and no page prints two that differ.
func (s *service) contact() {
	s.cells["url"] = webAddress(s.text("url"))
	s.cells["email"] = strings.TrimPrefix(s.text("email"), "mailto:")
	numbers := s.numbers(s.object, "phones")
	for i, c := range s.list("contacts", "phones[0].number") {
		numbers = append(numbers, s.numbers(c, fmt.Sprintf("contacts[%d].phones", i))...)
		if s.cells["email"] == "" {
			s.cells["email"] = s.textAt(c, "email", fmt.Sprintf("contacts[%d].email", i), "email")
		}
	}
	if len(numbers) == 0 {
		return
	}
	s.cells["phones[0].number"] = numbers[0]
	var others []string
	for _, n := range numbers[1:] {
		if model.PhoneDigits(n) != model.PhoneDigits(numbers[0]) {
			others = append(others, n)
		}
	}
	if len(others) > 0 {
		s.cells["notes"] = "the feed also has " + strings.Join(others, ", ")
	}
}

// numbers are those of the phones of an object.
func (s *service) numbers(o object, at string) []string {
	var numbers []string
	for i, p := range s.listOf(o, "phones", at, "phones[0].number") {
		if n := s.textAt(p, "number", fmt.Sprintf("%s[%d].number", at, i), "phones[0].number"); n != "" {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func (s *service) standing() {
	given := strings.ToLower(s.text("status"))
	status, known := statuses[given]
	switch {
	case known:
		s.cells["status"] = status
	case given != "":
		s.warn("unknown-id", "status", "it is one of active, inactive, defunct and temporarily closed", "status is %q", clip(given))
	}
	s.cells["alert"] = plain(s.text("alert"))
	s.cells["assured_date"] = day(s.text("assured_date"))
}

// dateTime is a day with a time behind it.
var dateTime = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2})[T ].*`)

func day(s string) string { return dateTime.ReplaceAllString(s, "$1") }

var codeInAddress = regexp.MustCompile(`\bE\d{8}\b`)

// reach is whom the service is for: areas, ages, languages.
func (s *service) reach() {
	var areas []string
	for i, a := range s.list("service_areas", "service_areas") {
		at := fmt.Sprintf("service_areas[%d].", i)
		words := []string{codeInAddress.FindString(s.textAt(a, "uri", at+"uri", "")), s.textAt(a, "name", at+"name", ""), s.textAt(a, "service_area", at+"service_area", "")}
		for _, w := range words {
			if slug := s.o.Area(w); w != "" && slug != "" {
				areas = append(areas, slug)
				break
			}
		}
	}
	s.cells["service_areas"] = strings.Join(areas, ";")
	low, high := s.number("minimum_age"), s.number("maximum_age")
	if low != "" && high != "" {
		s.cells["minimum_age"] = low + "-" + high
	}
	s.cells["eligibility_description"] = plain(s.text("eligibility_description"))
	s.cells["application_process"] = plain(s.text("application_process"))
	s.languages()
	s.cells["schedules"] = s.hours()
}

func (s *service) languages() {
	var ids, words []string
	for i, l := range s.list("languages", "languages") {
		at := fmt.Sprintf("languages[%d].", i)
		name, code := s.textAt(l, "name", at+"name", ""), s.textAt(l, "code", at+"code", "")
		switch id := s.o.Language(name); {
		case id != "" && name != "":
			ids = append(ids, id)
		case code != "" && s.o.Language(code) != "":
			ids = append(ids, s.o.Language(code))
		case name != "":
			words = append(words, name)
		}
	}
	s.cells["languages"] = strings.Join(ids, ";")
	if given := plain(s.text("interpretation_services")); given != "" {
		s.cells["interpretation_services"] = "yes"
		words = append(words, given)
	}
	s.cells["languages[].name"] = strings.Join(words, ", ")
}

func (s *service) money() {
	var costs []string
	for i, c := range s.list("cost_options", "cost_options") {
		at := fmt.Sprintf("cost_options[%d].", i)
		option, about := s.textAt(c, "option", at+"option", ""), s.textAt(c, "amount_description", at+"amount_description", "")
		amount := s.scalar(c["amount"], at+"amount", "")
		switch {
		case about != "":
		case amount == "0" && option == "":
			about = "Free"
		case amount != "0" && amount != "":
			about = "£" + amount
		}
		if cost := strings.TrimSpace(option + " " + about); cost != "" {
			costs = append(costs, cost)
		}
	}
	if len(costs) == 0 {
		for _, name := range []string{"fees_description", "fees"} {
			if fees := plain(s.textAt(s.object, name, name, "cost_options")); fees != "" {
				costs = []string{fees}
				break
			}
		}
	}
	s.cells["cost_options"] = strings.Join(costs, "; ")
	for i, f := range s.list("funding", "funding[0].source") {
		if i == 0 {
			s.cells["funding[0].source"] = plain(s.textAt(f, "source", "funding[0].source", "funding[0].source"))
		}
	}
}

// webAddress is an address with the scheme that people leave out.
func webAddress(s string) string {
	if strings.HasPrefix(strings.ToLower(s), "www.") {
		return "https://" + s
	}
	return s
}

// plain is a text on one line.
func plain(s string) string { return strings.Join(strings.Fields(Text(s)), " ") }
