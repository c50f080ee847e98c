package mx.vozrural.outbox;

/** Whoever carries a text to a phone. */
public interface SmsGateway {

  /**
   * Hands one text over, once: a second try is the outbox's to decide. Blocks until there is an
   * answer or a time limit has passed, so it is called on a virtual thread. What the gateway or the
   * network does wrong is a result; an exception is a bug, after which nobody knows whether the
   * text was taken.
   */
  SendResult send(OutgoingText text);
}
