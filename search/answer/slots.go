package answer

// Slots are what a page shows of an Answer: words by their names, and lists of
// rows, each with slots of its own. The page says everything else; a slot holds
// only what depends on the query. The browser's half fills the same page from
// equal Slots (fill.ts).
type Slots struct {
	Words map[string]string  `json:"words,omitempty"`
	Lists map[string][]Slots `json:"lists,omitempty"`
}

// has reports whether a slot of the name has anything to show.
func (s Slots) has(name string) bool { return s.Words[name] != "" || len(s.Lists[name]) > 0 }

// set gives a slot its words; none leave it empty.
func (s *Slots) set(name, words string) {
	if words == "" {
		return
	}
	if s.Words == nil {
		s.Words = map[string]string{}
	}
	s.Words[name] = words
}

// list gives a slot its rows; none leave it empty.
func (s *Slots) list(name string, rows []Slots) {
	if len(rows) == 0 {
		return
	}
	if s.Lists == nil {
		s.Lists = map[string][]Slots{}
	}
	s.Lists[name] = rows
}
