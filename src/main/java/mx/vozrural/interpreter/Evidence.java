package mx.vozrural.interpreter;

/**
 * Why a field of a reading has its value.
 *
 * @param field the field: intent, category, section, urgent, life_danger, language, folio
 * @param value the value that the words led to
 * @param words the words of the text, normalised
 */
public record Evidence(String field, String value, String words) {}
