package model

import "cmp"

// A Fact is a group of values that belong together, with where they come
// from and what other sources say instead.
type Fact[V Value] struct {
	About  Group
	Value  V
	Origin Origin
	Others []Other // what lost and differs: for the report, never printed as true
	// Conflict says that two sources that nobody ranks differ. Value is then
	// blank: neither is printed as the one.
	Conflict bool
}

// Known reports whether there is a value to print.
func (f Fact[V]) Known() bool { return !f.Value.Blank() }

// A Finding is a Fact whose kind of value does not matter: for reports.
type Finding struct {
	About    Group
	Value    Value
	Origin   Origin
	Others   []Other
	Conflict bool
}

// Finding is the fact without its kind of value.
func (f Fact[V]) Finding() Finding { return Finding{f.About, f.Value, f.Origin, f.Others, f.Conflict} }

// Known reports whether there is a value to print.
func (f Finding) Known() bool { return !f.Value.Blank() }

// Band says how much the value can be relied on, on the day.
func (f Finding) Band(day Date) Band {
	if !f.Origin.Told() {
		return OnlySeen
	}
	return f.Origin.Checked.Band(day)
}

// An Other is a value that lost, and the rule by which it did.
type Other struct {
	Text    string
	Origin  Origin
	Because string
}

// An Origin says which record a value comes from, and how it came to be known.
// A told value has Checked; a seen one Page and perhaps Seen.
type Origin struct {
	Record  *Record
	Checked Checked
}

// Told reports whether the service or its council told us.
func (o Origin) Told() bool { return o.Record != nil && o.Record.Source.Told() }

// Date is when the value was checked or seen, as far as that is known.
func (o Origin) Date() Date {
	switch {
	case o.Record == nil:
		return Date{}
	case o.Told():
		return o.Checked.On
	}
	return o.Record.Seen
}

// From names where the value is from: the page where it was seen, else its
// source.
func (o Origin) From() string {
	if o.Record == nil {
		return ""
	}
	return cmp.Or(o.Record.Page, o.Record.Source.Name)
}

// Checked is one person's word that a group of facts is right.
type Checked struct {
	On  Date
	By  string // a role, never a person's name
	How string // phone, email, website, meeting
}

// Days after which a told fact is treated differently. Open Referral UK advises
// that a service is assured every three months (compliance guidance, 3.0).
const (
	ReviewDays = 90  // a check is called a confirmation for so long
	StaleDays  = 365 // after so long the page asks families to make sure
)

// A Band is how much a told fact can be relied on by its age.
type Band string

const (
	Confirmed  Band = "confirmed"  // checked in the last 90 days
	ToldBefore Band = "told"       // checked in the last twelve months
	RingFirst  Band = "ring-first" // older: still shown, with the advice to make sure
	OnlySeen   Band = "seen"       // nobody who knows has told us
)

// Band says how much the check can be relied on, on the day.
func (c Checked) Band(day Date) Band {
	switch {
	case c.On.Within(ReviewDays, day):
		return Confirmed
	case c.On.Within(StaleDays, day):
		return ToldBefore
	}
	return RingFirst
}

// Due is the day by which the fact should be confirmed again.
func (c Checked) Due() Date {
	if c.On.IsZero() {
		return Date{}
	}
	return DateOf(c.On.Time().AddDate(0, 0, ReviewDays))
}

// Fresh reports whether the check lies within twelve months before the day.
func (c Checked) Fresh(day Date) bool { return c.On.Within(StaleDays, day) }

// StatusHolds is the last day on which a status is read as true: its own last
// day, and no more than 90 days after it was told or seen. It is zero where
// nobody said anything, or nobody knows when.
func StatusHolds(f Fact[Status]) Date {
	on := f.Origin.Date()
	if !f.Known() || on.IsZero() {
		return Date{}
	}
	holds := DateOf(on.Time().AddDate(0, 0, ReviewDays))
	if until := f.Value.Until.LastDay(); !until.IsZero() && holds.After(until) {
		return until
	}
	return holds
}
