/** Texts that we send: written with their cause, claimed, handed to a gateway, followed. */
@NullMarked
package mx.vozrural.outbox;

import org.jspecify.annotations.NullMarked;
