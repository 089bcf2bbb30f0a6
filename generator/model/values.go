package model

// Values returns what the record says under the field's name, as it is written
// in a file: nil if it says nothing. For every field of an entry, [Field.Set]
// on another record with these values says the same.
func (f Field) Values(r *Record) []string {
	if list, ok := lists[f.Name]; ok {
		return list(r)
	}
	if word, ok := words[f.Name]; ok {
		if v := word(r); v != "" {
			return []string{v}
		}
		return nil
	}
	var values []string
	if f.Form == ChannelForm {
		for _, c := range r.ChannelsOf(ChannelType(f.Name)) {
			values = append(values, c.Value)
		}
	}
	return values
}

// lists are the fields that hold several values.
var lists = map[string]func(*Record) []string{
	"also":         func(r *Record) []string { return r.Name.Also },
	"former_names": func(r *Record) []string { return r.Name.Former },
	"areas":        func(r *Record) []string { return r.Areas },
	"was":          func(r *Record) []string { return r.Was },
	"routes":       func(r *Record) []string { return r.Access.Routes },
	"audience":     func(r *Record) []string { return r.Audience.IDs },
	"communities":  func(r *Record) []string { return r.Communities.IDs },
	"languages":    func(r *Record) []string { return r.Languages.IDs },
	"partners":     func(r *Record) []string { return r.Delivery.Partners },
	"support":      func(r *Record) []string { return r.Offer.Support },
	"needs":        func(r *Record) []string { return r.Offer.Needs },
	"moments":      func(r *Record) []string { return r.Offer.Moments },
	"ask_instead":  func(r *Record) []string { return r.Offer.AskInstead },
	"inferred":     func(r *Record) []string { return r.Inferred },
}

// words are the fields that hold one value. What a table says of a phone
// (hours, contact_of, ask_for) and of the row itself is not among them.
var words = map[string]func(*Record) string{
	"name":            func(r *Record) string { return r.Name.Name },
	"kind":            func(r *Record) string { return string(r.Kind) },
	"default_route":   func(r *Record) string { return r.Access.Default },
	"route_words":     func(r *Record) string { return r.Access.Words },
	"eligible":        func(r *Record) string { return r.Access.Eligible },
	"cost":            func(r *Record) string { return r.Access.Cost },
	"first_call":      func(r *Record) string { return r.Access.FirstCall },
	"reply":           func(r *Record) string { return r.Access.Reply },
	"keeps":           func(r *Record) string { return r.Access.Keeps },
	"worker":          func(r *Record) string { return r.Access.Worker },
	"ages":            func(r *Record) string { return r.Audience.Ages.String() },
	"audience_words":  func(r *Record) string { return r.Audience.Words },
	"community_words": func(r *Record) string { return r.Communities.Words },
	"interpreter":     func(r *Record) string { return r.Languages.Interpreter },
	"language_words":  func(r *Record) string { return r.Languages.Words },
	"paid_by":         func(r *Record) string { return r.Independence.PaidBy },
	"arms_length":     func(r *Record) string { return r.Independence.ArmsLength },
	"fairness":        func(r *Record) string { return r.Independence.Fairness },
	"complaints":      func(r *Record) string { return r.Independence.Complaints },
	"run_by":          func(r *Record) string { return r.Delivery.RunBy },
	"delivery":        func(r *Record) string { return r.Delivery.Model },
	"staffing":        func(r *Record) string { return r.Delivery.Staffing },
	"contract_from":   func(r *Record) string { return r.Delivery.From.String() },
	"contract_until":  func(r *Record) string { return r.Delivery.Until.String() },
	"purpose":         func(r *Record) string { return r.Offer.Purpose },
	"does_not":        func(r *Record) string { return r.Offer.DoesNot },
	"status":          func(r *Record) string { return r.Status.ID },
	"status_until":    func(r *Record) string { return r.Status.Until.String() },
	"status_note":     func(r *Record) string { return r.Status.Note },
	"replaced_by":     func(r *Record) string { return r.Status.ReplacedBy },
	"alert":           func(r *Record) string { return r.Alert.Text },
	"alert_until":     func(r *Record) string { return r.Alert.Until.String() },
	"page":            func(r *Record) string { return r.Page },
	"seen":            func(r *Record) string { return r.Seen.String() },
	"notes":           func(r *Record) string { return r.Notes },
}
