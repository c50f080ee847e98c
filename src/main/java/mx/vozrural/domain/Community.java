package mx.vozrural.domain;

import org.jspecify.annotations.Nullable;

/**
 * A place with a name in the gazetteer.
 *
 * @param section null where the place is known but nobody has verified its section
 */
public record Community(int id, String name, @Nullable String section) {}
