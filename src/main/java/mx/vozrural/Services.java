package mx.vozrural;

import io.vertx.sqlclient.Pool;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import mx.vozrural.access.Access;
import mx.vozrural.access.Staff;
import mx.vozrural.audit.Audit;
import mx.vozrural.commitments.Broadcasts;
import mx.vozrural.commitments.Plans;
import mx.vozrural.commitments.SendingHours;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.database.Keyring;
import mx.vozrural.database.Keyring.Purpose;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.FolioCipher;
import mx.vozrural.domain.PhoneFormat;
import mx.vozrural.intake.IntakeParts;
import mx.vozrural.intake.Spool;
import mx.vozrural.outbox.Deliveries;
import mx.vozrural.outbox.Ledger;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.outbox.ParkedTexts;
import mx.vozrural.outbox.QuietHours;
import mx.vozrural.outbox.SpendingSettings;
import mx.vozrural.outbox.Texts;
import mx.vozrural.readings.Aliases;
import mx.vozrural.readings.Corrections;
import mx.vozrural.readings.Models;
import mx.vozrural.readings.Readings;
import mx.vozrural.readings.RunningInterpreter;
import mx.vozrural.reports.CatalogueStore;
import mx.vozrural.reports.Deadlines;
import mx.vozrural.reports.Duty;
import mx.vozrural.reports.DutyAlerts;
import mx.vozrural.reports.Figures;
import mx.vozrural.reports.Folios;
import mx.vozrural.reports.FrontDesk;
import mx.vozrural.reports.KeptTexts;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reporter;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.SilenceSettings;
import mx.vozrural.reports.Triage;
import mx.vozrural.reports.Waiting;
import mx.vozrural.reports.WebReports;
import mx.vozrural.residents.PhoneVault;
import mx.vozrural.residents.Residents;
import mx.vozrural.sms.Templates;
import mx.vozrural.twilio.TwilioSettings;

/** What every door works with, put together over one schema. */
final class Services {
  final Settings settings;
  final InstantSource clock;
  final Database database;
  final Keyring keys;
  final CatalogueStore.Municipality municipality;
  final Catalogue catalogue;
  final Deadlines deadlines;
  final RunningInterpreter interpreter;
  final Corrections corrections;
  final Readings readings;
  final Access access;
  final Residents residents;
  final Outbox outbox;
  final Deliveries deliveries;
  final FrontDesk frontDesk;
  final Reports reports;
  final Reporter reporter;
  final ReportReader reader;
  final Triage triage;
  final Waiting waiting;
  final WebReports webReports;
  final KeptTexts keptTexts;
  final Duty duty;
  final DutyAlerts dutyAlerts;
  final SilenceSettings silence;
  final Figures figures;
  final Plans plans;
  final SpendingSettings spending;
  final Ledger ledger;
  final ParkedTexts parkedTexts;
  final Broadcasts.Parts broadcastParts;
  final Broadcasts broadcasts;
  private final Ids ids;

  Services(Settings settings, Storage storage) {
    this.settings = settings;
    clock = settings.clock();
    database = storage.database();
    keys = storage.keys();
    Pool pool = database.pool();
    municipality = CatalogueStore.municipality(pool);
    catalogue = CatalogueStore.catalogue(pool);
    deadlines = new Deadlines(CatalogueStore.calendar(pool), municipality.zone());
    interpreter = new RunningInterpreter(pool, catalogue);
    corrections = new Corrections(clock, municipality.zone());
    ids = new Ids(pool);
    Audit audit = new Audit(ids, clock);
    readings =
        new Readings(
            pool,
            interpreter,
            corrections,
            new Models(database, ids, clock),
            new Aliases(database, ids, clock, audit, interpreter));
    access = new Access(database, ids, audit, clock);
    residents = new Residents(ids, new PhoneVault(keys), pool);
    outbox = new Outbox(ids, clock, texts(), quietHours());
    deliveries = new Deliveries(pool, residents::blockedByTwilio);
    Folios folios =
        new Folios(new FolioCipher(keys.key(Purpose.FOLIO, keys.newest(Purpose.FOLIO))));
    dutyAlerts = new DutyAlerts(outbox);
    frontDesk =
        new FrontDesk(database, ids, clock, folios, catalogue, deadlines, residents, dutyAlerts);
    reports = new Reports(database, ids, clock, deadlines, residents, outbox);
    reporter = new Reporter(database, ids, clock, reports);
    reader = new ReportReader(database, reports, outbox, () -> access.names(pool));
    triage =
        new Triage(
            database,
            reports,
            catalogue,
            email -> access.staff(email).filter(s -> s.role().worksQueue()).map(Staff::id),
            corrections);
    waiting = new Waiting(database, clock, quietHours(), reports);
    webReports = new WebReports(interpreter, frontDesk);
    keptTexts = new KeptTexts(database, ids, clock, interpreter, frontDesk, residents, corrections);
    duty = new Duty(database, ids, clock, residents, audit);
    silence = new SilenceSettings(database, audit, clock);
    figures = new Figures(pool, deadlines);
    plans = new Plans(pool);
    spending = new SpendingSettings(database, audit, clock);
    ledger = new Ledger(pool, spending, clock, municipality.zone());
    broadcastParts =
        new Broadcasts.Parts(
            database,
            ids,
            clock,
            audit,
            outbox.texts(),
            new SendingHours(settings.sms().rate(), quietHours()),
            catalogue,
            plans,
            ledger);
    broadcasts = new Broadcasts(broadcastParts);
    parkedTexts = new ParkedTexts(database, audit, clock);
  }

  private Texts texts() {
    return new Texts(
        Templates.defaults(), municipality.smsName(), PhoneFormat.spoken(settings.sms().number()));
  }

  /** The number that residents text, and the one that texts them where it is another. */
  private Set<String> ourNumbers() {
    Set<String> numbers = new HashSet<>(Set.of(settings.sms().number().value()));
    settings.sms().twilio().map(TwilioSettings::from).ifPresent(numbers::add);
    return Set.copyOf(numbers);
  }

  QuietHours quietHours() {
    return settings
        .sms()
        .quietHours()
        .map(hours -> new QuietHours(hours.from(), hours.to(), municipality.zone()))
        .orElseGet(() -> QuietHours.off(municipality.zone()));
  }

  Spool.Parts spoolParts() {
    return new Spool.Parts(
        keys,
        clock,
        interpreter,
        catalogue,
        outbox.texts(),
        residents.vault(),
        residents.stopList(),
        ourNumbers());
  }

  /** What a writer of texts works with. */
  IntakeParts intakeParts(Pool pool) {
    return new IntakeParts(
        pool,
        ids,
        clock,
        catalogue,
        interpreter,
        frontDesk,
        reports,
        residents,
        outbox,
        ourNumbers());
  }
}
