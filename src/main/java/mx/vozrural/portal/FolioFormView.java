package mx.vozrural.portal;

import mx.vozrural.web.FormErrors;

/**
 * Where one asks for a report by its folio.
 *
 * @param typed the folio as it was typed; "" at first
 */
public record FolioFormView(String typed, FormErrors errors) {}
