package prose

import (
	"strings"
	"testing"
)

// TestPageBlocks: a page is read as a family reads it. A label is marked with
// #, and the words of others stand after |.
func TestPageBlocks(t *testing.T) {
	isName := func(href string) bool { return href == "/services/x/" }
	for _, test := range []struct{ name, main, want string }{
		{"paragraphs and headings", "<h1>Waiting</h1><p>Ring us. We help.</p>", "#Waiting; Ring us. We help."},
		{"words in a line", "<p>Ring <strong>us</strong> <a href='/help/'>now</a>.</p>", "Ring us now."},
		{"rows", "<ul><li>One</li><li>Two <em>words</em></li></ul>", "One; Two words"},
		{"words beside a block", "<li>Before <p>Within.</p> after</li>", "Before; Within.; after"},
		{"a link alone is a label", "<li><a href='/help/waiting/'>I am waiting</a></li>", "#I am waiting"},
		{"a label and what it labels", "<li><span>Phone</span> <span>Monday to Friday</span></li>", "Phone; Monday to Friday"},
		{"answers", "<dl><dt>What it costs</dt><dd>It is free.</dd></dl>", "#What it costs; It is free."},
		{"a table", "<table><tr><th>Day</th></tr><tr><td>3 May</td><td>Ring them.</td></tr></table>", "#Day; #3 May; Ring them."},
		{"a form", "<label>Your town <input></label><button>Find</button>", "#Your town; #Find"},
		{"what nobody reads", "<p hidden>No.</p><script>no</script><p>Yes <code>no</code></p><template><p>No.</p></template>", "Yes"},
		{"a line's end", "<p>One<br>two</p>", "One two"},
		{"names", "<p>Ring <a href='/services/x/'>SENDIASS of the County Council</a> or <a href='https://e.org'>their page</a>.</p>", "Ring This or This ."},
		{"a marked name", "<p>Here: <span data-own='name'>Blaby, Melton</span>.</p>", "Here: This ."},
		{"words of others", "<p>In their words: <span data-own='words'>“Ask the LSCB.”</span></p>", "In their words: This. |“Ask the LSCB.”"},
		{"a text of others", "<div data-own='words'><p>Ask the LSCB.</p><ul><li>Soon</li></ul></div>", "#|Ask the LSCB.; #|Soon"},
		{"a number", "<p>Ring <a href='tel:999'><bdi>999</bdi></a>.</p>", "Ring This ."},
	} {
		blocks, err := PageBlocks([]byte("<!doctype html><header><p>Head</p></header><main>"+test.main+"</main><footer><p>Foot</p></footer>"), isName)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range blocks {
			says := strings.TrimSpace(squeeze(b.Text))
			if b.Label {
				says = "#" + says
			}
			if b.Their != "" {
				says += " |" + strings.TrimSpace(b.Their)
			}
			got = append(got, strings.ReplaceAll(says, "# |", "#|"))
		}
		if all := strings.Join(got, "; "); all != test.want {
			t.Errorf("%s: got %q, want %q", test.name, all, test.want)
		}
	}
}

// TestWordsOfOthers: how others write is theirs, but their short forms have to
// be explained.
func TestWordsOfOthers(t *testing.T) {
	long := strings.Repeat("incomprehensibility ", 40)
	r := PlainBlocks([]Block{{Text: "This. We help.", Their: long + "LSCB"}}, nil)
	if r.Longest.Words != 2 || r.LongWords != nil || strings.Join(r.Acronyms, " ") != "LSCB" {
		t.Errorf("%+v", r)
	}
	r = PlainBlocks([]Block{{Text: "This. A local safe children board is a group.", Their: "LSCB"}}, nil)
	if r.Acronyms != nil {
		t.Errorf("%+v", r)
	}
}
