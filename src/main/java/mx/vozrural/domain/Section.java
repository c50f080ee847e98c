package mx.vozrural.domain;

/**
 * A rural section of the municipality.
 *
 * @param outside true for the bucket of rural places that belong to no section
 */
public record Section(String code, String name, int position, boolean outside) {}
