package source

import (
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"signpost/generator/model"
)

// maxValue is the longest value of one field, in bytes; a description has no
// limit of its own.
const maxValue = 2000

// a cell is a named value on its way into a record.
type cell struct {
	field  model.Field
	values []string
	at     model.Where
}

// fill sets the cells of a record, in the order of model.Fields, whatever
// their order in the file: hours need their phone first.
func (t *tree) fill(r *model.Record, cells []cell) {
	if r.Lines == nil {
		r.Lines = map[model.Group]int{}
	}
	slices.SortStableFunc(cells, func(a, b cell) int { return fieldOrder(a.field) - fieldOrder(b.field) })
	for _, c := range cells {
		if len(c.values) == 0 || !t.fits(c) {
			continue
		}
		if c.field.Form == model.ServiceForm {
			t.mention(c.field.Name, c.values, c.at)
		}
		c.field.Set(r, c.values)
		if _, ok := r.Lines[c.field.Group]; !ok {
			r.Lines[c.field.Group] = c.at.Line
		}
	}
	t.wholeFacts(r)
}

// mention remembers services that are named by their ids, until all are known.
func (t *tree) mention(field string, ids []string, at model.Where) {
	for _, id := range ids {
		t.mentions = append(t.mentions, mention{id, field, at})
	}
}

func fieldOrder(f model.Field) int {
	return slices.IndexFunc(model.Fields, func(g model.Field) bool { return g.Name == f.Name })
}

// fits checks the values of a cell against the form of its field.
func (t *tree) fits(c cell) bool {
	if len(c.values) > 1 && !c.field.List {
		t.wrong("one-value", c.at, "keep one", "%s has %d values where one is meant", c.field.Name, len(c.values))
		return false
	}
	ok := true
	for _, v := range c.values {
		ok = t.fitsForm(c, v) && ok
	}
	return ok
}

func (t *tree) fitsForm(c cell, v string) bool {
	mark := len(t.problems)
	name := c.field.Name
	switch {
	case len(v) > maxValue:
		t.wrong("too-long", c.at, "say the rest in the description", "%s is longer than %d characters", name, maxValue)
	case c.field.Form == model.IDForm:
		t.fitsVocabulary(c, v)
	case c.field.Form == model.SlugForm && !t.slugs[v] && !t.alone:
		t.wrong("unknown-area", c.at, didYouMean(v, t.slugs), "%s names %q, which is not an area of data/areas/authorities.csv", name, v)
	case c.field.Form == model.DateForm:
		if _, err := model.ParseDate(v); err != nil {
			t.wrong("bad-date", c.at, "", "%s: %v", name, err)
		}
	case c.field.Form == model.AgesForm:
		if _, ok := model.ParseAges(v); !ok {
			t.wrong("bad-ages", c.at, "write the youngest and the oldest, as 0-25", "%s %q is not a range of ages", name, v)
		}
	case c.field.Form == model.YesNoForm && v != "yes" && v != "no":
		t.wrong("yes-or-no", c.at, "write yes or no, or leave it out if you do not know", "%s is %q", name, v)
	case c.field.Form == model.SecureForm:
		t.fitsSecure(name, v, c.at)
	case c.field.Form == model.ChoiceForm && name == "kind":
		t.fitsClipKind(v, c.at)
	case c.field.Form == model.LinkForm:
		t.fitsLink(name, v, c.at)
	case c.field.Form == model.ChannelForm:
		t.fitsChannel(model.ChannelType(name), v, c.at)
	case name == "confidence" && !model.IsConfidence(v):
		t.wrong("confidence", c.at, "write low, medium or high", "confidence is %q", v)
	case name == "was" && !IsID(v):
		t.wrong("bad-id", c.at, "ids are lower-case letters, digits and hyphens", "was names %q", v)
	case name == "inferred":
		if _, ok := model.FieldNamed(v); !ok {
			t.wrong("unknown-field", c.at, didYouMean(v, fieldNames), "inferred names the field %q, which does not exist", v)
		}
	}
	return !t.brokenSince(mark)
}

// fitsVocabulary checks an id against the vocabulary of its field.
func (t *tree) fitsVocabulary(c cell, v string) {
	terms := t.reading.Vocabulary[c.field.Vocabulary]
	if t.alone {
		return
	}
	if _, ok := terms.Find(v); ok || c.field.Vocabulary == "kinds" && model.Kind(v) == model.LocalOfferSite {
		return
	}
	t.wrong("unknown-id", c.at, didYouMean(v, setOf(terms.IDs())), "%s names %q, which is not in data/vocabulary/%s.csv", c.field.Name, v, c.field.Vocabulary)
}

// fitsChannel checks a number or address against the type of its channel.
func (t *tree) fitsChannel(kind model.ChannelType, v string, at model.Where) {
	switch kind {
	case model.Phone, model.WhatsApp:
		if wrong := model.CheckPhone(v); wrong != "" {
			t.wrong("phone-digits", at, "write the number as it is dialled in the UK", "%s", wrong)
		}
	case model.Text:
		// Short codes for texts have five digits (Ofcom, National Telephone Numbering Plan).
		if d := model.PhoneDigits(v); len(d) != 5 && model.CheckPhone(v) != "" {
			t.wrong("phone-digits", at, "write the number as it is dialled in the UK", "text %q is neither a number nor a short code", v)
		}
	case model.Email:
		t.fitsEmail(v, at)
	case model.Website, model.WebForm, model.Chat, model.Video, model.BSLRelay:
		t.fitsLink(string(kind), v, at)
	}
}

func (t *tree) fitsEmail(v string, at model.Where) {
	a, err := mail.ParseAddress(v)
	_, domain, _ := strings.Cut(v, "@")
	if err != nil || a.Address != v || !knownHost(domain) {
		t.wrong("bad-email", at, "look at it letter by letter", "email %q cannot be an e-mail address", v)
	}
}

// fitsLink allows web addresses alone: anything else could run in the
// reader's browser or lead nowhere.
func (t *tree) fitsLink(name, v string, at model.Where) {
	u, err := url.Parse(v)
	switch {
	case err != nil:
		t.wrong("bad-address", at, "copy it from the browser's address line", "%s %q is not a web address", name, v)
	case u.Scheme != "http" && u.Scheme != "https":
		t.wrong("unsafe-link", at, "begin it with https://", "%s %q is not an http or https address", name, v)
	case u.User != nil || strings.ContainsAny(v, " \\<>\"") || !knownHost(u.Hostname()):
		t.wrong("bad-address", at, "copy it from the browser's address line", "%s %q cannot be a web address", name, v)
	}
}

var hostForm = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+([a-z]{2,24}|xn--[a-z0-9-]+)$`)

// misspeltEndings are ends of domains that exist nowhere and that people
// write for .org.uk, .co.uk and .gov.uk. The first was met in a council's own
// directory.
var misspeltEndings = []string{".rog.uk", ".ogr.uk", ".co.ku", ".og.uk", ".c.uk", ".gov.ku", ".go.uk", ".org.ku"}

func knownHost(host string) bool {
	host = strings.ToLower(host)
	return hostForm.MatchString(host) && !slices.ContainsFunc(misspeltEndings, func(end string) bool { return strings.HasSuffix(host, end) })
}

var fieldNames = func() map[string]bool {
	names := map[string]bool{}
	for _, f := range model.Fields {
		names[f.Name] = true
	}
	return names
}()
