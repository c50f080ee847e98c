package mx.vozrural;

public final class Main {
  private Main() {}

  public static void main(String[] args) {}
}
