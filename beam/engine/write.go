package engine

import (
	"bytes"
	"context"
	"fmt"

	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local" // paths without a scheme

	"stemma/internal/flow"
	"stemma/internal/render"
)

// orderFn writes the passages whose first report is in a range of reports, in
// order, as a file of its own: the files one after the other are the whole. A
// bundle that is run again writes the same bytes.
type orderFn struct {
	flow.Share
	Output string
}

func (o *orderFn) ProcessElement(
	ctx context.Context, part int, passages func(*flow.Passages) bool, roster flow.Roster,
) error {
	all, doc := o.Order(passages, roster)
	var out bytes.Buffer
	lines := render.NewPassageLines(&out)
	for _, p := range all {
		lines.Passage(
			render.Stretch{Report: doc(p.A).Name, Start: int(p.A0), End: int(p.A1)},
			render.Stretch{Report: doc(p.B).Name, Start: int(p.B0), End: int(p.B1)},
			p.Kind(), p.Identity())
	}
	_ = lines.Flush() // a buffer takes everything
	name := PartName(o.Output, part, o.Shards)
	files, err := filesystem.New(ctx, name)
	if err != nil {
		return fmt.Errorf("flow: %w", err)
	}
	defer files.Close()
	if err := filesystem.Write(ctx, files, name, out.Bytes()); err != nil {
		return fmt.Errorf("flow: %w", err)
	}
	return nil
}

// PartName is the name of a file of the result. A range of reports without
// passages has no file.
func PartName(output string, part, of int) string {
	return fmt.Sprintf("%s-%05d-of-%05d.jsonl", output, part, of)
}
