package pipeline

import "fmt"

// guard turns a panic into an error, so that a report that the program cannot
// cope with is one row of the ledger and not the end of the run.
func guard(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("a fault of the program: %v", r)
		}
	}()
	return do()
}
