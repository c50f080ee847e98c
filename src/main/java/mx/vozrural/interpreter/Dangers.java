package mx.vozrural.interpreter;

/**
 * Whether a need can wait: danger to life, danger to health or property, no drinking water for long
 * or for those who can't do without, livestock dying or a disease to be notified.
 */
final class Dangers {

  private static final int BEYOND_DOUBT = 4;

  private final int life;
  private final int now;
  private final int noWater;
  private final int waterBack;
  private final int vulnerable;
  private final int device;
  private final int stock;
  private final int notifiable;
  private final int over;
  private final int home;
  private final int power;
  private final Durations durations;

  Dangers(RuleBook book) {
    life = book.signal("danger life");
    now = book.signal("danger now");
    noWater = book.signal("danger nowater");
    waterBack = book.signal("danger waterback");
    vulnerable = book.signal("danger vulnerable");
    device = book.signal("danger device");
    stock = book.signal("danger stock");
    notifiable = book.signal("danger notifiable");
    over = book.signal("danger over");
    home = book.signal("danger home");
    power = book.signal("need LUZ");
    durations = new Durations(book);
  }

  /**
   * What was found.
   *
   * @param words the words that tell it
   * @param atHome violence at home
   */
  record Found(boolean urgent, boolean life, boolean atHome, String words) {
    static final Found NONE = new Found(false, false, false, "");

    /** The same, of people's lives where it is of people. */
    Found of(boolean people) {
      return new Found(urgent, life || (urgent && people), atHome, words);
    }
  }

  /** Which signals tell a danger that words around them may take back. */
  static boolean[] supposable(RuleBook book) {
    boolean[] danger = new boolean[book.signalCount()];
    for (String name : new String[] {"life", "now", "stock", "notifiable", "nowater"}) {
      danger[book.signal("danger " + name)] = true;
    }
    return danger;
  }

  Found find(Words words, Findings findings) {
    boolean isOver = findings.has(over);
    boolean dry = dry(words, findings);
    boolean treatment = findings.has(device) && (stated(findings, power) || findings.has(noWater));
    boolean atHome = findings.has(home);
    boolean lifeNow = findings.weight(life) >= (isOver ? BEYOND_DOUBT : 1);
    if (lifeNow || treatment || atHome) {
      int told = lifeNow ? life : treatment ? device : home;
      return new Found(true, true, atHome, findings.words(told, words));
    }
    int told = first(findings, isOver);
    if (told >= 0 || dry) {
      return new Found(true, false, false, findings.words(told >= 0 ? told : noWater, words));
    }
    return Found.NONE;
  }

  private static boolean stated(Findings findings, int signal) {
    return findings.weight(signal) >= 3;
  }

  private int first(Findings findings, boolean isOver) {
    if (findings.weight(notifiable) >= (isOver ? BEYOND_DOUBT : 1)) {
      return notifiable;
    }
    if (!isOver && findings.has(now)) {
      return now;
    }
    return !isOver && findings.has(stock) ? stock : -1;
  }

  private boolean dry(Words words, Findings findings) {
    if (!findings.has(noWater) || findings.has(waterBack)) {
      return false;
    }
    return findings.has(vulnerable) || durations.longOutage(words);
  }
}
