package main

import (
	"math"
	"testing"
)

// TestNDCG: the best order gains all, any other less, nothing nothing.
func TestNDCG(t *testing.T) {
	grades := map[string]int{"a": 3, "b": 2, "c": 1}
	for _, test := range []struct {
		results []string
		want    float64
	}{
		{[]string{"a", "b", "c"}, 1},
		{[]string{"c", "b", "a"}, (1 + 3/math.Log2(3) + 7/2.) / (7 + 3/math.Log2(3) + 1/2.)},
		{[]string{"x", "a"}, 7 / math.Log2(3) / (7 + 3/math.Log2(3) + 1/2.)},
		{nil, 0},
	} {
		if got := ndcg(test.results, grades); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%q: %v, want %v", test.results, got, test.want)
		}
	}
}

// TestQuestions: there are enough of them, half with a place.
func TestQuestions(t *testing.T) {
	list, err := questions()
	if err != nil {
		t.Fatal(err)
	}
	placed := 0
	for _, q := range list {
		if q.area != "" {
			placed++
		}
	}
	if len(list) < 30 || placed != len(list)/2 {
		t.Errorf("%d questions, %d with a place", len(list), placed)
	}
}
