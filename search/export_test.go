package search

// BuildInBatches is Build with batches of another size, for the tests that
// show that the export does not depend on it.
var BuildInBatches = build
