-- What the senders of all instances share: how often a text failed, a stop for all, a pause for one phone.

ALTER TABLE outbox ADD COLUMN failures smallint NOT NULL DEFAULT 0;
COMMENT ON COLUMN outbox.failures IS 'how often in a row this text met the error that stands in its row: what is tried again has a limit for each error';

-- In the database, not in one sender's memory: an account that is suspended is suspended for all of them.
ALTER TABLE send_pace
  ADD COLUMN halted_until timestamptz NOT NULL DEFAULT '2000-01-01T00:00:00Z',
  ADD COLUMN halted_by integer;
COMMENT ON COLUMN send_pace.next_at IS 'the moment of the next text at an even pace, by the database''s clock, which is the same for all senders';
COMMENT ON COLUMN send_pace.halted_by IS 'the gateway''s error';

-- Two machines that answer each other: nothing leaves to that phone for a while.
CREATE TABLE send_pause (
  resident   bigint PRIMARY KEY REFERENCES resident,
  until      timestamptz NOT NULL
);

-- The gateway's names of tries that failed on the way to the phone, once the next try has begun: in its list they look like a text of the
-- same words, and must be taken for no other's.
CREATE TABLE given_up (
  sid        text PRIMARY KEY,
  message    bigint NOT NULL
);
