/** The database: where it runs, how it is migrated, its keys, and the one way to talk to it. */
@NullMarked
package mx.vozrural.database;

import org.jspecify.annotations.NullMarked;
