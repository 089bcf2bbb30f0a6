package sheet

// Limits on what is read: far above what a council or a register sends.
const (
	maxFile     = 16 << 20  // bytes of the file itself
	maxUnzipped = 128 << 20 // bytes of everything in a workbook
	maxParts    = 1000      // files in a workbook
	maxSheets   = 50
	maxRows     = 50_000
	maxColumns  = 200
	maxCell     = 32_767 // characters of one cell: the limit of the format
	maxFaults   = 1000   // of one file; whoever has more needs another file
	titleRows   = 10     // in which the heading is looked for
)
