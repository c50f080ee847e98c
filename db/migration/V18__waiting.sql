-- How long a report waits for the person's word.

ALTER TABLE report
  ADD COLUMN waits_until date,
  ADD COLUMN silence text CHECK (silence IN ('reminded', 'confirmed'));
COMMENT ON COLUMN report.waits_until IS 'asked, resolved: the day on which silence has its consequence; of other states it says nothing';
COMMENT ON COLUMN report.silence IS 'reminded: once, since it was resolved; confirmed: nobody said yes or no; null: neither';

CREATE INDEX report_waits ON report (waits_until, folio) WHERE status IN ('asked', 'resolved');

-- Until now nothing came of silence: what waits already, waits from today.
UPDATE report SET waits_until = current_date + 14 WHERE status IN ('asked', 'resolved');
