/**
 * What the machine read in each text, what staff found instead, and what it reads with: the models
 * learned here and the words that staff pinned to places.
 */
@NullMarked
package mx.vozrural.readings;

import org.jspecify.annotations.NullMarked;
