package mx.vozrural.interpreter;

import org.jspecify.annotations.Nullable;

/**
 * Words that staff pinned to a place: a landmark, a nickname, a misspelling that no rule reaches.
 *
 * @param words as they stand in texts
 * @param section code
 * @param community id in the gazetteer, null where they mean the section alone
 */
public record PlaceAlias(String words, String section, @Nullable Integer community) {}
