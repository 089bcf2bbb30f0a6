// Package merge makes one Directory of everything that was read: who wins,
// and why.
//
//	Records ──join──▶ one cluster a service ──decide──▶ one Fact a group ──▶ areas
//
// # Joining
//
// Records whose areas meet and that mean the same service are one: by id; else
// by kind and (normalised name, or for the kinds in [model.Kind.JoinsByContact]
// phone number or web domain, where no other kind or area uses that domain). All
// of an area's register rows of kind iass are one service, unless a row's id
// says otherwise. One source that gives two ids means two services. What fits
// two services, or might fit one, is a warning and joined to none.
//
// # Deciding
//
// Each group of facts on its own. A blank never wins.
//
//	told   checked in the last twelve months: the highest rank, then the newest check
//	       else the newest check, then the highest rank
//	seen   (only where nothing was told) the service's own site, the council's,
//	       then others; then the newest date; then the page's address.
//	       A web site that a link check opened in the last twelve months
//	       stands before one that nobody opened
//
// A claim that is not fit cannot win: a low-confidence row (it gives at most a
// name), a mobile number in a register, a number that is somebody else's, a
// guess, history, a contract that has ended. What was checked or seen after
// the as-at date is not known yet. Two seen phone numbers that differ are a
// Conflict: neither is the number. What lost and differs is kept in
// [model.Fact.Others], with the rule that decided.
//
// # A worked example
//
//	content/services/northam/advice.md        phone 01632 960 123, checked 3 November 2026
//	data/councils/northam/services.csv        phone 01632 960 999, checked 1 March 2025
//	data/registers/iass.csv                   phone 01632 960 777, seen 2024
//
// All three name "Northam SEND Advice" in Northam, kind iass: one service. As
// at 21 November 2026 the entry wins the phone (told, fresh, rank 3); the
// council's is an Other ("told less recently"), the register's another ("was
// only seen"). As at 1 June 2025 the entry's number is not known yet and the
// council's wins. The register's website still stands if nobody told us one.
//
// # Leading
//
// Exactly one first contact an area and audience, always of kind iass: see
// first.go. Provision is computed from what was told: provision.go.
package merge
