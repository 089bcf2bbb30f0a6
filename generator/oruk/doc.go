// Package oruk reads services as councils' directories publish them: Open
// Referral UK 3.0, JSON of the UK profile with the fields of HSDS 3.0 beside
// them (phones, eligibility_description and so on, which the profile has no
// place for and directories need).
//
//	a list page, an array, one service, or a folder  ──Read──▶  a table + Problems
//
// The table has a row a service, and columns named as in the JSON; [Columns]
// says which of our fields each one holds. A directory publishes what somebody
// once typed: its rows are a register's, seen and never told.
//
//	id                        id
//	name, alternate_name      name, also
//	description               description, as text
//	url, email, phones        website, email, phone (the first; others in the notes)
//	status, alert             status, status_note
//	assured_date              seen
//	organization.name         run_by
//	service_areas             areas, where the code or the name is one of ours
//	minimum_age, maximum_age  ages
//	languages                 languages, language_words for those without an id
//	cost_options, fees        cost
//	schedules                 hours
//	eligibility_description   eligible
//	application_process       route_words
//	interpretation_services   interpreter
//	funding                   paid_by
//
// Source of the fields: the UK profile's schemas as of 10 October 2024
// (github.com/OpenReferralUK/uk-profile) and HSDS 3.0 as of 16 May 2024
// (github.com/openreferral/specification).
//
// Services are read one at a time, so a feed of 10,000 needs no more memory
// than its table. A value of a wrong type, a service without a name, a status
// that is none: each is a Problem with its path in the JSON.
package oruk
