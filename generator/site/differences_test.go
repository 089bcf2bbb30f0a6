package site

import "testing"

func TestHoldsMobile(t *testing.T) {
	for channels, want := range map[string]bool{
		"07700 900 123": true, "01632 960 001; 07700 900 123 · hours: 9am to 5pm": true, "+44 7700 900123 · contact of: the chair": true,
		"01632 960 001 · hours: 9am to 5pm": false, "Northam SENDIASS": false, "": false,
	} {
		if got := holdsMobile(channels); got != want {
			t.Errorf("holdsMobile(%q) = %t", channels, got)
		}
	}
}
