//go:build race

package pipeline

// slowness scales sizes down under the race detector.
const slowness = 10
