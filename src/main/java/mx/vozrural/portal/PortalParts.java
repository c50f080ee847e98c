package mx.vozrural.portal;

import java.time.InstantSource;
import mx.vozrural.commitments.Plans;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.reports.Figures;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reporter;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.WebReports;
import mx.vozrural.web.ClientAddress;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Limits;
import mx.vozrural.web.Pages;

/**
 * What the public pages work with.
 *
 * @param filings reports an address files before they are marked as a flood
 * @param misses folios that an address asks for in vain
 */
public record PortalParts(
    Pages pages,
    Catalogue catalogue,
    WebReports webReports,
    Reports reports,
    ReportReader reader,
    Reporter reporter,
    Figures figures,
    Plans plans,
    Csrf csrf,
    ClientAddress addresses,
    Limits filings,
    Limits misses,
    InstantSource clock) {}
