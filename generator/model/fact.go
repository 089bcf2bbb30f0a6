package model

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

// Checked is one person's word that a group of facts is right.
type Checked struct {
	On  Date
	By  string // a role, never a person's name
	How string // phone, email, website, meeting
}

// Fresh reports whether the check lies within twelve months before the day.
func (c Checked) Fresh(day Date) bool { return c.On.Within(365, day) }
