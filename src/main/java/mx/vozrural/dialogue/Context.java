package mx.vozrural.dialogue;

import java.util.List;
import java.util.Map;
import mx.vozrural.domain.Catalogue;

/**
 * What is known when a text is judged.
 *
 * @param nextFolio the folio that a report filed from this text gets
 * @param stopped this phone said ALTO
 * @param blockedByTwilio this phone said STOP: Twilio blocks it
 * @param looping this phone and ours were answering each other: it is a machine, whatever it says
 * @param own the reports of this phone that are open or were closed in the last 60 days, newest
 *     first; for a merged one the one that it went into
 * @param named the reports that the text names, by the digits in the text; a folio that is nobody's
 *     is absent
 */
public record Context(
    String nextFolio,
    boolean stopped,
    boolean blockedByTwilio,
    boolean looping,
    Conversation conversation,
    List<KnownReport> own,
    Map<String, KnownReport> named,
    Catalogue catalogue) {}
