-- How long a report waits for the person's word.

ALTER TABLE report
  ADD COLUMN waits_until date,
  ADD COLUMN silence text CHECK (silence IN ('reminded', 'confirmed'));
COMMENT ON COLUMN report.waits_until IS 'asked, resolved: the day on which silence has its consequence, null until the first look; of other states it says nothing';
COMMENT ON COLUMN report.silence IS 'reminded: since it was resolved, once, or there was nobody to remind; confirmed: nobody said yes or no; null: neither';

CREATE INDEX report_waits ON report (coalesce(waits_until, date '0001-01-01'), folio) WHERE status IN ('asked', 'resolved');
