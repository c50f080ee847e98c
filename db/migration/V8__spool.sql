-- Texts that came while the database was away lie encrypted on the instance's disk, under a key of their own.
ALTER TABLE data_key DROP CONSTRAINT data_key_purpose_check;
ALTER TABLE data_key ADD CONSTRAINT data_key_purpose_check CHECK (purpose IN ('phone', 'phone_index', 'folio', 'web', 'spool'));

-- Phones from which violence at home was reported stay unanswered while the database is away too, so each instance keeps them in memory.
CREATE INDEX report_unspoken ON report (resident) WHERE violence_at_home;

-- The silence alarm asks each minute what came in since it last asked; intake pays next to nothing for it.
CREATE INDEX inbound_time ON inbound USING brin (message_at);

-- One text for each alarm in six hours, whichever instance finds it.
CREATE TABLE alarm_told (
  alarm      text PRIMARY KEY,
  at         timestamptz NOT NULL
);
