/** The one door for texts: a batch in, decisions, one transaction, answers out. */
@NullMarked
package mx.vozrural.intake;

import org.jspecify.annotations.NullMarked;
