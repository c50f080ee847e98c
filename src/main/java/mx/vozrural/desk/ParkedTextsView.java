package mx.vozrural.desk;

import java.util.List;
import mx.vozrural.outbox.ParkedTexts.Parked;

/** Texts to residents that wait for a person to decide. */
public record ParkedTextsView(DeskFrame frame, List<Parked> texts) {}
