package mx.vozrural.interpreter;

/**
 * Digits in a text that stand for a folio.
 *
 * @param digits digits only, spaces and dashes taken out
 * @param valid whether the length and the check digit are a folio's
 */
public record FolioMention(String digits, boolean valid) {}
