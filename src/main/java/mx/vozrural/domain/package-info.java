/** The nouns of the trade, as records read from the municipality's own data; pure. */
@NullMarked
package mx.vozrural.domain;

import org.jspecify.annotations.NullMarked;
