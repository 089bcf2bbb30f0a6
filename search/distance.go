package search

// distance is the number of edits that turn a into b: a letter added, left
// out or changed, or two neighbours swapped, no letter edited twice (optimal
// string alignment). Above most it is most+1.
//
//	       n  o  r  t  a  m   <- a
//	    0  1  2  3  4  5  6
//	n   1  0  1  2  3  4  5
//	o   2  1  0  1  2  3  4      each cell: the fewest edits from the
//	r   3  2  1  0  1  2  3      beginning of a to the beginning of b
//	t   4  3  2  1  0  1  2
//	h   5  4  3  2  1  1  2
//	…
func distance(a, b []rune, most int) int {
	if len(a)-len(b) > most || len(b)-len(a) > most {
		return most + 1
	}
	before, last, row := make([]int, len(a)+1), make([]int, len(a)+1), make([]int, len(a)+1)
	for i := range last {
		last[i] = i
	}
	for j := 1; j <= len(b); j++ {
		row[0] = j
		least := j
		for i := 1; i <= len(a); i++ {
			changed := last[i-1]
			if a[i-1] != b[j-1] {
				changed++
			}
			row[i] = min(last[i]+1, row[i-1]+1, changed)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[i] = min(row[i], before[i-2]+1)
			}
			least = min(least, row[i])
		}
		if least > most {
			return most + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(a)], most+1)
}
