package main

import (
	"bytes"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"signpost/generator/model"
)

// Every area can be asked in one go: each e-mail is one that a mail program
// reads, no letter names a number that is withheld, and no line is too long.
func TestInviteEveryone(t *testing.T) {
	to := filepath.Join(t.TempDir(), "letters")
	if err := runInvite(t.Context(), []string{"--all", "--root", "..", "--as-at", "2026-11-22", "--to", to}, io.Discard, io.Discard); err != nil {
		t.Fatal(err)
	}
	letters, err := filepath.Glob(filepath.Join(to, "*.txt"))
	if err != nil || len(letters) < 100 {
		t.Fatalf("%d letters, %v", len(letters), err)
	}
	for _, file := range letters {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(text), model.WithheldWords) || !strings.Contains(string(text), "FIVE QUESTIONS") {
			t.Errorf("%s:\n%s", file, text)
		}
		for line := range strings.SplitSeq(string(text), "\n") {
			if len([]rune(line)) > column && strings.Contains(strings.TrimLeft(line, " *"), " ") && !strings.Contains(line, "/") {
				t.Errorf("%s: the line %q is too long", file, line)
			}
		}
	}
	mails, _ := filepath.Glob(filepath.Join(to, "*.eml"))
	for _, file := range mails {
		readMail(t, file)
	}
}

func readMail(t *testing.T, file string) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(text))
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, name := range []string{"From", "To"} {
		if list, err := m.Header.AddressList(name); err != nil || len(list) != 1 {
			t.Errorf("%s: %s is %v, %v", file, name, list, err)
		}
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(m.Header.Get("Subject"))
	if err != nil || !strings.HasPrefix(subject, "Is this right?") {
		t.Errorf("%s: the subject is %q, %v", file, subject, err)
	}
	if _, err := m.Header.Date(); err != nil {
		t.Errorf("%s: %v", file, err)
	}
	body, err := io.ReadAll(quotedprintable.NewReader(m.Body))
	if err != nil || !strings.Contains(string(body), "Reply to this e-mail.") {
		t.Errorf("%s: %v\n%s", file, err, body)
	}
}

// A name can put nothing into the head of an e-mail.
func TestInviteHeader(t *testing.T) {
	i := invitation{name: "Northam\r\nBcc: everyone@northam.example.org\n\nÄ " + strings.Repeat("long ", 500), to: "a@northam.example.org", from: "b@northam.example.org", Site: "Sign\r\npost"}
	text, err := i.mail(model.Date{Year: 2026, Month: 11, Day: 22})
	if err != nil {
		t.Fatal(err)
	}
	m, err := mail.ReadMessage(bytes.NewReader(text))
	if err != nil || m.Header.Get("Bcc") != "" || len(m.Header) != 8 {
		t.Errorf("%v, %v", m.Header, err)
	}
}

func TestWrap(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, test := range []struct {
		line string
		want []string
	}{
		{"", []string{""}},
		{"short", []string{"short"}},
		{long, []string{long}},
		{"* " + long, []string{"* " + long}},
		{"a " + long + " b", []string{"a", long, "b"}},
		{"1. " + strings.Repeat("word ", 16) + "end", []string{"1. " + strings.TrimSpace(strings.Repeat("word ", 14)), "   word word end"}},
		{"  " + strings.Repeat("é ", 40), []string{"  " + strings.TrimSpace(strings.Repeat("é ", 37)), "  é é é "}},
	} {
		if got := wrap(test.line); strings.Join(got, "|") != strings.Join(test.want, "|") {
			t.Errorf("%q\nbecomes %q\nwant    %q", test.line, got, test.want)
		}
	}
}
