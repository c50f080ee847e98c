-- The ledger and the tries that failed on the way; what the gateway refuses for a reason that only staff can mend.

-- Each try that failed has a price of its own: the ledger finds it by its text.
CREATE INDEX given_up_message ON given_up (message);

ALTER TABLE charge ADD COLUMN priced_at timestamptz;
COMMENT ON COLUMN charge.priced_at IS 'when its price was known, or was known never to come: the gateway charges nothing for some failures';
UPDATE charge SET priced_at = at WHERE price IS NOT NULL;

-- One row for each error: how often staff must hear of the same one is no question of how many texts met it.
CREATE TABLE refusal (
  code       integer PRIMARY KEY,
  reason     text NOT NULL,
  at         timestamptz NOT NULL
);
COMMENT ON TABLE refusal IS 'errors for which the gateway refused texts and which only staff can mend: when each last happened';
