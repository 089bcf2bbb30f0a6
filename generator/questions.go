package main

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"signpost/generator/model"
	"signpost/generator/source"
)

// A question asks for one thing. fits puts the answer right, or says in a
// sentence why it does not do.
type question struct {
	words   string
	flag    string
	into    *string
	usual   func() string // the answer of who only presses Enter; nil for none
	fits    func(answer string) (fit, sentence string)
	without func() bool // whether it need not be answered
	or      string      // the flag that may stand in its place, asked for next
	second  bool        // whether it is that flag
}

// entryQuestions are the five that make an entry; each holds what belongs
// together.
func (d *entryDraft) entryQuestions() []question {
	iass := func() string { return string(model.IASS) }
	return []question{
		{words: "1. Which area is the service for?", flag: "area", into: &d.area, fits: d.known.area},
		{words: "2. What is the service called?", flag: "name", into: &d.name},
		{words: "3. What sort of service is it? " + d.known.kinds(), flag: "kind", into: &d.kind, usual: iass, fits: d.known.kind},
		{words: "4. Which number do families ring? (press Enter if there is none)", flag: "phone", into: &d.phone, fits: fitsPhone, without: func() bool { return d.website != "" }, or: "or --website"},
		{words: "   And which website does it have? (press Enter if there is none)", flag: "website", into: &d.website, second: true, fits: fitsWebsite, without: func() bool { return d.phone != "" }},
		{words: "5. Who says so? A role, as service manager; never a person's name.", flag: "by", into: &d.by},
		{words: "   And how did they say it: phone, email, website, meeting or letter?", flag: "how", into: &d.how, fits: fitsHow},
		{words: "Its address will be /services/…/ for good. Which word may stand there?", flag: "id", into: &d.id, usual: d.suggestID, fits: d.fitsID},
	}
}

// councilQuestions are those that make a council.yaml.
func (d *entryDraft) councilQuestions() []question {
	d.area = d.council
	return []question{
		{words: "1. Which area is it for?", flag: "council", into: &d.area, fits: d.known.area},
		{words: "2. Which service do families ring first? Write its id. (press Enter if you do not know)", flag: "first", into: &d.first, usual: d.firstContact, fits: d.known.service, without: func() bool { return true }},
		{words: "3. Which website is the council's local offer? (press Enter if you do not know)", flag: "website", into: &d.website, fits: fitsWebsite, without: func() bool { return true }},
		{words: "4. Who at the council says so? A role, never a person's name.", flag: "by", into: &d.by},
		{words: "   And how did they say it: phone, email, website, meeting or letter?", flag: "how", into: &d.how, fits: fitsHow},
	}
}

// answer fills in what the flags did not say: by asking where there is
// somebody to ask, else with what is usual. It fails with the flags that are
// missing.
func (d *entryDraft) answer(questions []question) error {
	missing := missingFlags(questions)
	if len(missing) > 0 && d.ask == nil {
		return fmt.Errorf("these flags are missing: %s; on a terminal, new asks for what is missing", strings.Join(missing, ", "))
	}
	for _, q := range questions {
		switch {
		case *q.into != "":
			fit, sentence := q.try(*q.into)
			if sentence != "" {
				return fmt.Errorf("--%s: %s", q.flag, sentence)
			}
			*q.into = fit
		case len(missing) > 0:
			if err := d.ask.until(q); err != nil {
				return err
			}
		case q.usual != nil:
			if *q.into = q.usual(); *q.into == "" && q.without == nil {
				return fmt.Errorf("--%s is missing: nothing can be made of the rest", q.flag)
			}
		}
	}
	return nil
}

// missingFlags are those that have to be given, and were not.
func missingFlags(questions []question) []string {
	var missing []string
	for _, q := range questions {
		if *q.into == "" && q.usual == nil && !q.second && (q.without == nil || !q.without()) {
			missing = append(missing, strings.TrimSpace("--"+q.flag+" "+q.or))
		}
	}
	return missing
}

func (q question) try(answer string) (fit, sentence string) {
	answer = strings.TrimSpace(answer)
	if q.fits == nil {
		return answer, ""
	}
	return q.fits(answer)
}

// An asker puts questions to somebody at a terminal.
type asker struct {
	in  *bufio.Scanner
	out io.Writer
}

// until asks a question until its answer fits.
func (a *asker) until(q question) error {
	for {
		usual := ""
		if q.usual != nil {
			usual = q.usual()
		}
		if fmt.Fprintln(a.out, q.words); usual != "" {
			fmt.Fprintf(a.out, "   (press Enter for %s)\n", usual)
		}
		fmt.Fprint(a.out, "   > ")
		if !a.in.Scan() {
			return fmt.Errorf("the questions were not all answered; nothing was written")
		}
		answer := strings.TrimSpace(a.in.Text())
		if answer == "" {
			answer = usual
		}
		if answer == "" {
			if q.or != "" || q.without != nil && q.without() {
				return nil
			}
			fmt.Fprintln(a.out, "   This one is needed.")
			continue
		}
		fit, sentence := q.try(answer)
		if sentence == "" {
			*q.into = fit
			return nil
		}
		fmt.Fprintf(a.out, "   %s\n", sentence)
	}
}

func fitsPhone(answer string) (string, string) { return answer, model.CheckPhone(answer) }

// fitsWebsite puts https:// before an address that people write without it.
func fitsWebsite(answer string) (string, string) {
	if !strings.Contains(answer, "://") {
		answer = "https://" + answer
	}
	if u, err := url.Parse(answer); err != nil || !strings.Contains(u.Hostname(), ".") {
		return "", fmt.Sprintf("%q is not a web address; copy it from the browser's address line", answer)
	}
	return answer, ""
}

func fitsHow(answer string) (string, string) {
	for _, h := range model.Hows {
		if strings.EqualFold(answer, h.Word) {
			return h.Word, ""
		}
	}
	return "", fmt.Sprintf("%q is not one of phone, email, website, meeting and letter", answer)
}

// kinds lists what a service can be.
func (k knowledge) kinds() string {
	var words strings.Builder
	for _, term := range k.reading.Vocabulary["kinds"] {
		if term.ID != string(model.LocalOfferSite) {
			fmt.Fprintf(&words, "\n     %-22s %s", term.ID, term.Label)
		}
	}
	return words.String()
}

func (k knowledge) kind(answer string) (string, string) {
	ids := k.reading.Vocabulary["kinds"].IDs()
	if slices.Contains(ids, strings.ToLower(answer)) {
		return strings.ToLower(answer), ""
	}
	return "", fmt.Sprintf("%q is not a kind of service%s", answer, orDidYouMean(answer, ids))
}

// service makes sure that a service has the id.
func (k knowledge) service(answer string) (string, string) {
	if k.directory.Service(answer) != nil {
		return answer, ""
	}
	var ids []string
	for _, s := range k.directory.Services {
		ids = append(ids, s.ID)
	}
	return "", fmt.Sprintf("no service has the id %q%s", answer, orDidYouMean(answer, ids))
}

// firstContact is the id of the service that the area starts with today.
func (d *entryDraft) firstContact() string {
	area := d.known.directory.Area(d.area)
	if area == nil {
		return ""
	}
	if s := area.FirstFor(model.Everyone).Service; s != nil {
		return s.ID
	}
	return ""
}

// suggestID is an id without anybody's name: that of the one service of the
// kind that is known of the area, so that its address stays; else area and
// kind; else the service's own name, where the area has several of a kind.
func (d *entryDraft) suggestID() string {
	var known []string
	if area := d.known.directory.Area(d.area); area != nil {
		for _, s := range area.Services {
			if string(s.Kind) == d.kind {
				known = append(known, s.ID)
			}
		}
	}
	short := d.area + "-" + d.kind
	name := slugOf(d.name)
	if !strings.HasPrefix(name, d.area+"-") && d.area != model.England {
		name = d.area + "-" + name
	}
	candidates := []string{short, name, short + "-2", short + "-3"}
	if len(known) == 1 {
		candidates = slices.Insert(candidates, 0, known[0])
	}
	if d.area == model.England {
		candidates = []string{name}
	}
	for _, id := range candidates {
		if _, sentence := d.fitsID(id); sentence == "" {
			return id
		}
	}
	return ""
}

func (d *entryDraft) fitsID(id string) (string, string) {
	if !source.IsID(id) {
		return "", fmt.Sprintf("%q cannot be an id: ids are lower-case letters, digits and hyphens", id)
	}
	if file := d.known.takenBy(id); file != "" {
		return "", fmt.Sprintf("the id %q is taken by %s", id, file)
	}
	if other := d.known.otherService(id, d.area, d.kind); other != "" {
		return "", fmt.Sprintf("the id %q is that of another service, %s", id, other)
	}
	return id, ""
}

var notOfID = regexp.MustCompile(`[^a-z0-9]+`)

// slugOf is a name as a part of an address.
func slugOf(name string) string {
	return strings.Trim(notOfID.ReplaceAllString(strings.ToLower(name), "-"), "-")
}

func orDidYouMean(written string, words []string) string {
	if near := source.Nearest(written, words); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

func keysOf(m map[string]string) []string { return slices.Sorted(maps.Keys(m)) }
