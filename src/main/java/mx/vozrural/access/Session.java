package mx.vozrural.access;

/**
 * Somebody signed in.
 *
 * @param csrf stands in each of the desk's forms
 */
public record Session(Staff staff, String csrf) {}
