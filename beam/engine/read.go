package engine

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/log"

	"stemma/internal/flow"
	"stemma/internal/ingest"
	"stemma/internal/pipeline"
)

// readFn reads the reports of an input. What could not be read is logged, with
// its reason, as the ledger has it.
type readFn struct{}

func (readFn) ProcessElement(ctx context.Context, input string, emit func(flow.Reports)) error {
	read := func(_ int, all []pipeline.Article) error {
		var some flow.Reports
		for _, a := range all {
			some.Of = append(some.Of, flow.Report{
				Doc:  a.Doc(),
				Text: bytes.Clone(a.Text), // which is valid until read returns
			})
		}
		emit(some)
		return nil
	}
	ledger, err := pipeline.Articles(ctx, []string{input}, ingest.Options{Jobs: 1}, read)
	if err != nil {
		return fmt.Errorf("flow: %s: %w", input, err)
	}
	for _, row := range ledger {
		log.Warnf(ctx, "%s: %s", row.Input, row.Reason)
	}
	return nil
}
