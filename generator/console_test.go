package main

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
)

// console gathers what a tab writes to its console. The function it returns
// gives what was heard so far.
func console(tab context.Context) func() string {
	var mu sync.Mutex
	var heard []string
	go func() {
		for m, err := range chromedp.Console(tab) {
			if err != nil {
				return
			}
			mu.Lock()
			heard = append(heard, string(m.Type)+": "+m.Text+" at "+m.URL)
			mu.Unlock()
		}
	}()
	return func() string {
		time.Sleep(300 * time.Millisecond) // a message comes after the page's load event
		mu.Lock()
		defer mu.Unlock()
		return strings.Join(heard, "\n")
	}
}

// TestConsoleEmpty: no page breaks its own content security policy, asks for
// a file that is not there, or throws.
func TestConsoleEmpty(t *testing.T) {
	host := serveSite(t, exampleSite)
	tab := browser(t)
	heard := console(tab)
	for _, k := range kinds {
		if k.site == exampleSite && k.address != "/404.html" {
			meet(t, tab, looks[0], host+k.address)
		}
	}
	if said := heard(); said != "" {
		t.Errorf("the console says:\n%s", said)
	}
}
