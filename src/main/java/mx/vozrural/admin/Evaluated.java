package mx.vozrural.admin;

import mx.vozrural.interpreter.Evaluation;

/**
 * A file of labelled texts as it was read.
 *
 * @param ours by the interpreter, in the order of the file's lines
 * @param keywords by the {@link KeywordMatcher}
 */
record Evaluated(LabelledFile file, Evaluation ours, Evaluation keywords) {}
