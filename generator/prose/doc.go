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
// its author began with. What comes out of [HTML] and [GuideHTML] is what a
// template may print unescaped; nothing else is.
package prose
