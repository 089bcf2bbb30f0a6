package quality

import (
	"fmt"
	"io"
	"strings"
)

// WriteText prints the report of areas for a terminal.
func WriteText(w io.Writer, areas []Area) error {
	var text strings.Builder
	for _, a := range areas {
		a.write(&text)
	}
	_, err := fmt.Fprintf(w, "%s%s\n", text.String(), NoLeague)
	return err
}

func (a Area) write(text *strings.Builder) {
	fmt.Fprintf(text, "%s (%s)\n", a.Name, a.Slug)
	for _, s := range a.Services {
		s.write(text)
	}
	for _, d := range a.Doubts {
		fmt.Fprintf(text, "  in doubt: %s: %s [%s]\n", d.Where, d.Says, d.Rule)
	}
	for _, c := range a.Changes {
		fmt.Fprintf(text, "  %s %s: %s\n", c.On, c.Service, c.says())
	}
	text.WriteString("\n")
}

func (s Service) write(text *strings.Builder) {
	fmt.Fprintf(text, "  %s: %s, %s\n", s.ID, nameless(s.Name), s.KindName)
	if !s.Ended.IsZero() {
		fmt.Fprintf(text, "    ended %s\n", s.Ended)
	}
	for _, f := range s.Facts {
		fmt.Fprintf(text, "    %-13s %s\n", f.Group, f.says())
		for _, o := range f.Others {
			fmt.Fprintf(text, "    %-13s   not %q (%s, %s): %s\n", "", o.Value, o.From, undated(o.On.String()), o.Why())
		}
	}
	if len(s.Missing) > 0 {
		var missing []string
		for _, m := range s.Missing {
			missing = append(missing, string(m.Group))
		}
		fmt.Fprintf(text, "    missing       %s\n", strings.Join(missing, ", "))
	}
	if r := s.Richness; r != nil {
		fmt.Fprintf(text, "    %d of %d points%s\n", r.Points, r.Of, lacks(r.Lacks))
	}
	fmt.Fprintf(text, "    to confirm    ask %s\n", s.Ask)
}

func lacks(list []Counted) string {
	var parts []string
	for _, c := range list {
		parts = append(parts, fmt.Sprintf("%s %d", c.ID, c.Points))
	}
	if len(parts) == 0 {
		return ""
	}
	return "; without " + strings.Join(parts, ", ")
}

func nameless(name string) string {
	if name == "" {
		return "(no name)"
	}
	return name
}

func undated(date string) string {
	if date == "" {
		return "without a date"
	}
	return date
}

// says is the fact on one line: what, how known, how old.
func (f Fact) says() string {
	switch {
	case f.Conflict:
		return "two pages differ: neither is printed"
	case f.Known == Unknown:
		return "not known"
	case f.Known == Seen:
		return fmt.Sprintf("%s · seen on %s, %s", f.Value, f.From, undated(f.On.String()))
	}
	if f.On.IsZero() {
		return f.Value + " · told, nobody wrote down when"
	}
	says := fmt.Sprintf("%s · told %s by %s (%s), %d days ago", f.Value, f.On, f.By, f.How, f.Age)
	switch {
	case f.Overdue:
		return says + ", overdue since " + f.Due.String()
	case f.Due.IsZero():
		return says
	}
	return says + ", due " + f.Due.String()
}

// says is the change on one line.
func (c Change) says() string {
	switch {
	case c.Still:
		return fmt.Sprintf("%s is still right: %q", c.Group, c.Is)
	case c.Was == "":
		return fmt.Sprintf("%s is now known: %q", c.Group, c.Is)
	}
	return fmt.Sprintf("%s was %q and is %q", c.Group, c.Was, c.Is)
}
