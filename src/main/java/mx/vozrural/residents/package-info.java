/**
 * Phones and the people behind them: encrypted numbers, consent, subscriptions, who wants nothing.
 */
@NullMarked
package mx.vozrural.residents;

import org.jspecify.annotations.NullMarked;
