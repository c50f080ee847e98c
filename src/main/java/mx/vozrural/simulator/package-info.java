/** A telephone on the screen, for trying the conversation without a network. */
@NullMarked
package mx.vozrural.simulator;

import org.jspecify.annotations.NullMarked;
