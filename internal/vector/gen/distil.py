"""Writes a word vector a line, from a sentence encoder: what gen/main.go packs.

    python distil.py MODEL.onnx TOKENIZER.json WORDS.txt DIMENSIONS > vectors.txt

Each word goes through the model by itself. The outputs over its pieces are
averaged and given length 1; the mean over all words, which tells nothing, is
taken off; and of the rest the principal components are kept. WORDS has the most
frequent word first, and so has the output: the word, then its components, with
blanks between. Needs numpy, onnxruntime, tokenizers. NOTICE.md names the sources.
"""
import sys

import numpy
import onnxruntime
import tokenizers

BATCH = 256


def main(model, tokenizer, words, dimensions):
    with open(words, encoding="utf-8") as f:
        words = f.read().split()
    reduced = components(encode(onnxruntime.InferenceSession(model), tokenizers.Tokenizer.from_file(tokenizer), words), int(dimensions))
    for word, row in zip(words, reduced):
        print(word, *(f"{x:.7g}" for x in row))


def encode(session, tokenizer, words):
    tokenizer.no_padding()
    tokenizer.no_truncation()
    pieces = [e.ids for e in tokenizer.encode_batch(words)]
    hidden = session.get_outputs()[2].name
    rows = None
    by_length = sorted(range(len(words)), key=lambda i: len(pieces[i]))
    for start in range(0, len(words), BATCH):
        some = by_length[start:start + BATCH]
        ids = numpy.zeros((len(some), max(len(pieces[i]) for i in some)), numpy.int64)
        for row, i in zip(ids, some):
            row[:len(pieces[i])] = pieces[i]
        mask = (ids != 0).astype(numpy.int64)
        outputs = session.run([hidden], {"input_ids": ids, "attention_mask": mask})[0]
        means = (outputs * mask[:, :, None]).sum(1) / mask.sum(1, keepdims=True)
        if rows is None:
            rows = numpy.zeros((len(words), means.shape[1]), numpy.float32)
        rows[some] = means
    return rows / numpy.linalg.norm(rows, axis=1, keepdims=True)


def components(rows, dimensions):
    """The first principal components; their signs are fixed, so that each run gives the same."""
    centred = (rows - rows.mean(0)).astype(numpy.float64)
    _, axes = numpy.linalg.eigh(centred.T @ centred)
    axes = axes[:, ::-1][:, :dimensions]
    axes = axes * numpy.sign(axes[numpy.abs(axes).argmax(0), numpy.arange(dimensions)])
    return centred @ axes


if __name__ == "__main__":
    main(*sys.argv[1:])
