-- What the gateway charged for texts that are no rows of the outbox: those that came in, and those that nobody here owns.
CREATE TABLE charge (
  sid        text PRIMARY KEY,
  at         timestamptz NOT NULL,
  segments   smallint NOT NULL,
  price      numeric(12,5),
  price_unit text
);
COMMENT ON COLUMN charge.at IS 'when the gateway sent or got it';
CREATE INDEX charge_at ON charge (at);
