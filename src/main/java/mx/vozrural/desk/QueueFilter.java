package mx.vozrural.desk;

/** What the queue is narrowed to; "" and false: not narrowed. Codes, as the address has them. */
public record QueueFilter(
    String section, String category, String status, boolean urgent, String words) {
  public static final QueueFilter ALL = new QueueFilter("", "", "", false, "");

  public boolean isAll() {
    return equals(ALL);
  }

  @Override
  public String toString() {
    return "QueueFilter";
  }
}
