-- Texts of the gateway's list that could not be filed, whatever was tried: their names, none of their words, for the alarm and for who
-- looks into the gateway's own log.
CREATE TABLE unfiled (
  sid text PRIMARY KEY,
  sent_at timestamptz NOT NULL,
  given_up_at timestamptz NOT NULL
);
