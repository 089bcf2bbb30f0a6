// Package prose turns Markdown that people wrote into safe HTML, and into
// plain text. It is the only door of goldmark.
//
// Entries come from hundreds of services, so nothing in them may reach beyond
// their own words. What is kept: paragraphs, headings, lists, emphasis,
// quotations, code, tables, and links that lead to a web page, an e-mail
// address or a phone number. What is dropped:
//
//	raw HTML            gone, tags and all
//	images              their text stays
//	other links         javascript:, data:, //host, /page: their text stays;
//	                    a guide may link to the site's own pages
//	ids, classes, style there is no syntax for them
//
// Headings are fitted below those of the page around a text, whatever level
// its author began with. What comes out of [HTML], [GuideHTML] and
// [Linker.HTML] is what a template may print unescaped; nothing else is.
//
// A [Glossary] links the terms of the field where a page first uses them, and
// [Plain] says how hard a text is to read:
//
//	terms := prose.NewGlossary(list, address)
//	page := terms.Page()           // one for each page
//	page.Spans(summary)            // plain words, in the order of the page
//	page.HTML(body, 2, own)        // Markdown
//	prose.Plain(body, terms).Faults()
//
// A finished page is read the same way, by [PageBlocks] and [PlainBlocks]: all
// of its main part, whoever wrote it. What is not ours to make plain is marked
// there: names, and the words of others.
package prose
