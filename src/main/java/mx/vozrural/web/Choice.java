package mx.vozrural.web;

/** An entry of a list to choose from: what is sent and what people read. */
public record Choice(String code, String label) {}
