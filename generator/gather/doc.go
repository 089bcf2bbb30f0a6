// Package gather puts parts of other pages of the site into a page: the signs of
// two areas side by side, the cards of three. A page has a plain GET form and
// empty slots; what is typed into the form names areas, and each slot gets the
// elements of a class from each area's own page. So nothing about an area is
// said in two places.
//
// It is the half for browsers without script, behind the local server. The
// browser's half, themes/signpost/components/gather/gather.ts, makes the same of
// the same page; there the values stand after the # of the address, and nothing
// typed leaves the device. A test compares the two.
//
// # What a page marks
//
//	<form data-gather-form method="get">
//	                       its inputs are filled in again with what was asked:
//	                       an area by its name
//	<div data-gather="from" data-page="/areas/{}/" data-take="sp-sign">
//	                       a slot: for each value of the key "from" a heading
//	                       that leads to that area's page, and the page's
//	                       elements of the class. data-level="3" is the level of
//	                       the heading, 2 if there is none; headings among the
//	                       elements stand below it. data-but="to" leaves out
//	                       areas that the key "to" has
//	data-gather-when="from-ask"
//	                       shown while one of these states holds, else hidden
//	data-gather-unless="from"       the other way round
//	data-gather-words="from-typed"  its text
//	data-gather-links="from"        a list, with a link for each area to choose
//	data-gather-here     the first of these that is shown has the focus after
//	                     the form was sent, in the browser
//
// # States, for a key "from"
//
//	from          something stands in one of its slots
//	from-same     data-but left an area out
//	from-ask      a value may be several areas; the links choose one of them
//	from-unknown  a value names no place that we know
//	from-nation   a value lies in another nation, whose name are the words
//	from-failed   a page could not be fetched (in the browser only)
//
// The words from-typed are the value that is asked about: the first that is not
// one area. A key may have several values; the slot has them in their order,
// each area once.
//
// # What is never done
//
// An address is only made of a slug, and only that of an area that Meant knows
// or that the site has a page of. No script, style or form of another page is
// taken. Ids are made unique by a prefix, and the links of the site's pages are
// whole paths already.
package gather
