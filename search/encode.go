package search

import "encoding/binary"

// number appends a number in base 128, the lowest digit first, each but the
// last with its high bit set.
func number(b []byte, n int) []byte { return binary.AppendUvarint(b, uint64(n)) }

// text appends the length of a text in bytes, and the text.
func text(b []byte, s string) []byte { return append(number(b, len(s)), s...) }

// gaps appends increasing numbers as the distances between them: the first
// from zero, each further one less one, as none is repeated.
func gaps(b []byte, numbers []int) []byte {
	next := 0
	for _, n := range numbers {
		b = number(b, n-next)
		next = n + 1
	}
	return b
}

// A fronted writer appends sorted texts, each as the number of bytes that it
// shares with the one before, and the rest.
type fronted struct{ last string }

func (f *fronted) append(b []byte, s string) []byte {
	n := 0
	for n < len(s) && n < len(f.last) && s[n] == f.last[n] {
		n++
	}
	f.last = s
	return text(number(b, n), s[n:])
}

// columns appends postings column by column, which compresses better than one
// by one: documents, frequencies less one, and lengths if they are wanted.
func columns(b []byte, postings []posting, lengths bool) []byte {
	b = gaps(b, documentsOf(postings))
	for _, p := range postings {
		b = number(b, p.frequency-1)
	}
	if lengths {
		for _, p := range postings {
			b = number(b, p.length)
		}
	}
	return b
}

func documentsOf(postings []posting) []int {
	documents := make([]int, len(postings))
	for i, p := range postings {
		documents[i] = p.document
	}
	return documents
}

// A value of a tag, and the documents that have it.
type value struct {
	name      string
	documents []int
}

// values appends the values of a tag: their number, each with the number of
// its documents, then the documents of each.
func values(b []byte, list []value) []byte {
	b = number(b, len(list))
	for _, v := range list {
		b = number(text(b, v.name), len(v.documents))
	}
	for _, v := range list {
		b = gaps(b, v.documents)
	}
	return b
}
