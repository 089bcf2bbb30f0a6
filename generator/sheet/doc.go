// Package sheet reads tables as people send them, and writes tables as people
// can open them: CSV and XLSX. It is the door of the library of workbooks, and
// knows nothing of what the tables mean.
//
//	a file  ──Open──▶  Book: Tables of strings + Faults   ──CSV, XLSX──▶  a file
//
// Every value is the string that was written, or that the program which made
// the workbook shows; nothing is made a number. [Row.Kinds] says what a cell
// of a workbook really holds, so that the reader can see a lost 0.
//
// # What is accepted
//
// CSV in UTF-8, in UTF-16 with its mark, or in Windows-1252; with commas,
// semicolons or tabs between the cells. XLSX without a password, macros, links
// to other workbooks and formulas. Lines above the heading (a title, a date)
// are skipped, and so are blank rows and columns behind the last value.
//
// # What is refused
//
// A fault has its sheet, row and column, and says what to do. Faults of single
// rows and cells leave the rest of the table to be read, so that one run finds
// them all. The limits keep a small hostile file from filling the memory: see
// limits.go.
package sheet
