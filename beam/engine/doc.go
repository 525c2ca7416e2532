// Package engine lays the steps of a search for reuse out as a pipeline of Apache
// Beam, so that an engine shares them among machines: Prism, which runs in the
// process, for one machine and for tests; Flink, Spark or Dataflow beyond. Which
// records go where is told in package flow.
//
// Limits: an input is read by one worker from beginning to end, and must lie where
// each worker can open it.
//
// Reading order: engine.go, read.go, write.go, register.go.
package engine
