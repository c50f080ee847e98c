package mx.vozrural.desk;

import mx.vozrural.web.FormErrors;

/**
 * Where the first administrator is made, once.
 *
 * @param key of the one-time address, carried along
 * @param shortest password, in characters
 */
public record SetUpView(String csrf, String key, String email, int shortest, FormErrors errors) {}
