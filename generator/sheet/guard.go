package sheet

import "strings"

// risky are the first letters by which a spreadsheet takes a cell for a
// formula and runs it (OWASP, "CSV Injection").
const risky = "=+-@\t\r"

// Guard keeps a spreadsheet from running a cell as a formula: an apostrophe
// stands before what would begin one. [Unguard] takes exactly that off again,
// so an apostrophe that was there before is guarded as well.
func Guard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != "" && strings.ContainsRune(risky, rune(rest[0])) {
		return "'" + cell
	}
	return cell
}

// Unguard is the cell without the apostrophe of [Guard].
func Unguard(cell string) string {
	if rest := strings.TrimLeft(cell, "'"); rest != cell && rest != "" && strings.ContainsRune(risky, rune(rest[0])) {
		return cell[1:]
	}
	return cell
}
