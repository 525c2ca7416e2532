package pipeline

import (
	"cmp"
	"sync"
	"sync/atomic"

	"stemma/internal/name"
)

// outletKeys gives the names of one outlet one key, so that what it repeats in its own reports
// is told from reuse however its name is written. It is safe for concurrent use.
type outletKeys struct {
	names *name.Registry
	known sync.Map // a name as it is written, to its key
	held  atomic.Int64
}

// mostOutlets is how many names are remembered: no archive has as many outlets, and what is no
// outlet's name is another one in each record.
const mostOutlets = 1 << 16

// of is the key of a name or an address; "" of "".
func (o *outletKeys) of(written string) string {
	if key, ok := o.known.Load(written); ok {
		return key.(string)
	}
	key := cmp.Or(o.names.Outlet(written).Key(), written)
	if o.held.Add(1) <= mostOutlets {
		o.known.Store(written, key)
	}
	return key
}
