package mx.vozrural.desk;

import java.util.List;
import java.util.function.Supplier;
import mx.vozrural.access.Access;
import mx.vozrural.commitments.Broadcasts;
import mx.vozrural.commitments.Plans;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.outbox.Ledger;
import mx.vozrural.outbox.ParkedTexts;
import mx.vozrural.outbox.SpendingSettings;
import mx.vozrural.outbox.Texts;
import mx.vozrural.readings.Readings;
import mx.vozrural.reports.Duty;
import mx.vozrural.reports.KeptTexts;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.SilenceSettings;
import mx.vozrural.reports.Triage;
import mx.vozrural.residents.Residents;
import mx.vozrural.web.ClientAddress;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Pages;

/**
 * What the desk works with.
 *
 * @param alarms what is wrong with the service now, in words
 * @param secure whether people reach it by https, so that cookies go nowhere else
 */
public record DeskParts(
    Pages pages,
    Access access,
    Catalogue catalogue,
    ReportReader reader,
    Reports reports,
    Triage triage,
    KeptTexts keptTexts,
    ParkedTexts parkedTexts,
    Residents residents,
    Ledger ledger,
    SpendingSettings spending,
    Texts texts,
    Broadcasts broadcasts,
    Plans plans,
    Duty duty,
    SilenceSettings silence,
    Readings readings,
    Csrf csrf,
    ClientAddress addresses,
    Supplier<List<String>> alarms,
    boolean secure) {}
