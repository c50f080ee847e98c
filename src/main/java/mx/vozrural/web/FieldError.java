package mx.vozrural.web;

/**
 * What is wrong with a field of a form.
 *
 * @param field its name, which is also its id on the page
 * @param message Spanish, what to do ("Escriba qué necesita")
 */
public record FieldError(String field, String message) {}
