package mx.vozrural.web;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What all pages of one municipality share: its names, its number, its time.
 *
 * @param municipality as pages say it ("Municipio de Chihuahua")
 * @param office who answers ("Dirección de Desarrollo Rural")
 * @param smsNumber the number that residents text, as people write it
 * @param demonstration whether data or texts are a demonstration's, which every page then says
 * @param assets where style and icon are found
 */
public record Site(
    String municipality,
    String office,
    String smsNumber,
    boolean demonstration,
    ZoneId zone,
    InstantSource clock,
    Assets assets) {

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /** "lun 24 nov" */
  public String day(LocalDate day) {
    return Spanish.day(day, today());
  }

  /** "lun 24 nov", where it is that day in the municipality */
  public String day(Instant instant) {
    return day(LocalDate.ofInstant(instant, zone));
  }

  /** "lun 24 nov, 2:30 p. m." */
  public String moment(Instant instant) {
    return day(instant) + ", " + Spanish.time(instant.atZone(zone).toLocalTime());
  }

  /** "hace 2 días" */
  public String age(Instant since) {
    return Spanish.age(Duration.between(since, clock.instant()));
  }

  /** "vence hoy", "3 días tarde" */
  public String due(LocalDate due) {
    return Spanish.due(due, today());
  }

  public boolean late(LocalDate due) {
    return due.isBefore(today());
  }
}
