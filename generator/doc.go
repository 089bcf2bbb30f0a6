/*
Signpost makes a public, static directory of England's support for children and
young people with special educational needs or disabilities (SEND). It merges
what services, councils and registers say of each local authority into one
Directory, and writes it as a site with a prebuilt search index.

# The line

	content/ data/  →  source  →  merge  →  model.Directory  →  check  →  site + search  →  public/
	(what people     Records     one        what the           Problems    Hugo     Bleve
	 write)          + Problems  Directory  program is

The file build.go reads like that line. The verb check is the line without the
writing; serve is the line run again when the watcher says so.

# The rooms

	main.go                       the verbs; the only os.Args, os.Exit and os.Stdout
	verbs.go, serve.go            what each verb does
	check.go                      what is wrong, what is known, what is due
	plain.go, plainreport.go      how plain the pages for families are
	options.go, report.go         the shared flags; Problems on the terminal
	build.go                      the line
	editing.go, remarks.go        the line again after an edit: its pages at once, then the rest
	documents.go, places.go       the directory as what can be found
	finding.go, ask.go            the index and its exports; a question on the terminal
	areas.go, postcodes.go        the tables of data/areas, from public registers
	model/                        the nouns, the fields, the addresses of pages
	new.go, confirm.go, fmt.go    entries from answers, checks, and the one form of files
	invite.go, invitation.go      letters to services: is this right?
	leaflets.go                   papers of areas as PDF files, by Chromium
	writing.go, overlay.go        files all at once; the tree as it is about to be
	import*.go, export.go         tables that people send, and those that they get
	source/                       files → Records, and back. Door of YAML and CSV
	sheet/                        CSV and XLSX as people send them ⇄ tables. Door of excelize
	oruk/                         Open Referral UK → a table
	merge/                        Records → one Directory: who wins, and why
	check/                        a Directory → Problems
	schema/                       the fields, for editors of files, the form, tables and readers
	quality/                      what is known, how old it is, what is missing
	prose/                        Markdown → safe HTML and plain text. Door of goldmark
	calendar/                     the last days that the law's limits give, counted in Go and in the browser
	site/                         a Directory → pages. Door of Hugo
	output/                       the published folder, exchanged in one step
	serve/                        the local server: reload, Problems at their place, what changed
	dates/                        the forms that ask for a day, answered for browsers without script
	gather/                       parts of other pages in a page: two areas side by side
	watch/                        "these paths changed", when it is quiet. Door of fsnotify
	../search/                    Documents → a Bleve index and its export. Door of Bleve
	../search/place/              postcodes and names of places
	../search/answer/             a question → an answer, and the page that shows it
	../search/markup/             the marked places of a page, read and filled
	../search/function/           the same on a host that runs functions. Door of its library
	../search/reader/             the browser's half of these, in TypeScript
	../search/corpus/             invented entries, to measure with
	../search/bench/              the search beside two others on a slow line
	../themes/signpost/           templates, components, tokens

# Who may know whom

	main ──▶ source  merge  check  site  serve  output  watch  prose
	  │        │       │      │      │      │ │
	  │        │       │      ├──────┤      │ │    check and site know prose
	  │        ▼       ▼      ▼      ▼      ▼ │
	  │      model ◀───────────────────────── │    everyone here may know the nouns
	  ▼                                       ▼
	search ◀── search/answer ──▶ search/place      search/function knows answer alone

The rooms model, output and watch know none of ours; source, merge, check and
site know model and prose and never each other; sheet knows none of ours, and
source, site and oruk know its tables; site prints what quality says of the model.
Pages are filled for browsers without script by dates, gather and search/answer:
each knows search/markup, and dates the calendar too. All under search know nothing
of generator: main turns nouns into Documents and names. One big dependency has
one door. The test in imports_test.go holds both.

# Errors and Problems

A [signpost/generator/model.Problem] is something wrong in what people wrote:
it has a file, a line, what was found in quotes, and what to do. All are
collected and reported, and one of severity Error keeps build from writing. An
error is a failure of the machine; it stops the work and is wrapped with what
was being done.

# The published folder

	public/         the site: pages, style, scripts, sitemap, headers, redirects
	public/search/  the exports from which browsers answer, named by their content
	public.index/   the search index of the same build; never published

The same inputs and --as-at date give a byte-identical public/, whatever the
machine, folder, home, time zone or order of files.
*/
package main
