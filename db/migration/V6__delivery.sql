-- Delivery: what the outbox must know so that no text is lost or repeated, what broadcasts and the ledger stand on, who is on duty.

-- waiting: its moment is still to come. pending: it may leave. leased: in a sender's hands. uncertain: the gateway may or may not have
-- it, and is asked before anything else. answered: it travelled in the answer to an inbound text, and no trace of it was seen yet.
ALTER TABLE outbox DROP CONSTRAINT outbox_state_check;
ALTER TABLE outbox
  ADD CONSTRAINT outbox_state_check CHECK (state IN ('answered', 'waiting', 'pending', 'leased', 'uncertain', 'accepted', 'sent',
    'delivered', 'failed', 'parked', 'cancelled', 'expired')),
  ADD COLUMN stream text NOT NULL DEFAULT 'report' CHECK (stream IN ('answer', 'report', 'notice', 'code', 'duty')),
  ADD COLUMN any_hour boolean NOT NULL DEFAULT false,
  ADD COLUMN broadcast bigint,
  ADD COLUMN looks smallint NOT NULL DEFAULT 0,
  ADD COLUMN tried_at timestamptz,
  ADD COLUMN sid_from text CHECK (sid_from IN ('answer', 'callback', 'list')),
  ADD COLUMN charged_segments smallint,
  ADD COLUMN price numeric(12,5),
  ADD COLUMN price_unit text,
  ADD COLUMN priced_at timestamptz;
COMMENT ON COLUMN outbox.any_hour IS 'leaves in quiet hours too: direct answers, danger to life, codes, alerts to staff on duty';
COMMENT ON COLUMN outbox.tried_at IS 'when the newest try began: from then on the gateway''s list is searched';
COMMENT ON COLUMN outbox.looks IS 'how often the gateway''s list was searched for the newest try and did not show it';
COMMENT ON COLUMN outbox.sid_from IS 'who told the gateway''s name of this text; what was found in a list may be another text of the same words';
COMMENT ON COLUMN outbox.charged_segments IS 'as the gateway charged it; message.segments is what we counted before';

-- What waits for its moment is found by the moment, what may leave by its rank: neither walks over the other.
CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';
-- Here due_at is the next look at the gateway's list.
CREATE INDEX outbox_look ON outbox (due_at) WHERE state IN ('uncertain', 'answered');
CREATE INDEX outbox_expiring ON outbox (expires_at) WHERE state IN ('waiting', 'pending');
-- A text waits for the earlier ones to the same phone.
CREATE INDEX outbox_unsettled ON outbox (resident, message) WHERE state IN ('waiting', 'pending', 'leased', 'uncertain');
DROP INDEX outbox_resident;
CREATE INDEX outbox_unpriced ON outbox (updated_at) WHERE priced_at IS NULL AND state IN ('accepted', 'sent', 'delivered', 'failed');
CREATE INDEX outbox_broadcast ON outbox (broadcast, message) WHERE broadcast IS NOT NULL;

-- What staff set: budget caps, price of a segment, hours of the silence alarm. The newest row of a key holds; older ones are the record.
CREATE TABLE setting (
  key        text NOT NULL,
  at         timestamptz NOT NULL,
  value      jsonb NOT NULL,
  staff      bigint REFERENCES staff,
  PRIMARY KEY (key, at)
);

-- How far a job that reads the gateway's lists has come.
CREATE TABLE watermark (
  name       text PRIMARY KEY,
  at         timestamptz NOT NULL
);

-- Who is texted when life is in danger or the service stands still. Their telephone is a row of resident, like every number.
CREATE TABLE duty (
  id         bigint PRIMARY KEY,
  task       text NOT NULL CHECK (task IN ('on_duty', 'supervisor')),
  section    text REFERENCES section,
  name       text NOT NULL CHECK (name <> ''),
  resident   bigint NOT NULL REFERENCES resident,
  since      timestamptz NOT NULL,
  set_by     bigint NOT NULL REFERENCES staff,
  ended_at   timestamptz,
  ended_by   bigint REFERENCES staff,
  CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
COMMENT ON COLUMN duty.section IS 'null: all sections';
CREATE INDEX duty_now ON duty (task, section) WHERE ended_at IS NULL;

-- A text to many. Its recipients are written down once, by one statement; the feeder then moves them to the outbox a few at a time, so
-- that pausing and cancelling hold at once and a budget can end it midway.
CREATE TABLE broadcast (
  id         bigint PRIMARY KEY,
  state      text NOT NULL CHECK (state IN ('proposed', 'sending', 'paused', 'cancelled', 'done')),
  body       text NOT NULL CHECK (body <> ''),
  language   text NOT NULL DEFAULT 'es' CHECK (language IN ('es', 'en')),
  audience_of jsonb NOT NULL,
  audience   integer NOT NULL CHECK (audience > 0),
  segments   smallint NOT NULL CHECK (segments > 0),
  cost       numeric(12,2) NOT NULL,
  made_by    bigint NOT NULL REFERENCES staff,
  made_at    timestamptz NOT NULL,
  approved_by bigint REFERENCES staff,
  approved_at timestamptz,
  ends_at    timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  why        text,
  version    integer NOT NULL DEFAULT 1,
  CHECK ((approved_by IS NULL) = (approved_at IS NULL)),
  CHECK (approved_by <> made_by),
  CHECK (state IN ('proposed', 'cancelled') OR approved_by IS NOT NULL)
);
COMMENT ON COLUMN broadcast.audience_of IS 'sections, categories, commitment or list, as asked for';
COMMENT ON COLUMN broadcast.segments IS 'of one text, the number to text included';
CREATE INDEX broadcast_newest ON broadcast (id DESC);
CREATE INDEX broadcast_sending ON broadcast (id) WHERE state = 'sending';

CREATE TABLE broadcast_recipient (
  broadcast  bigint NOT NULL REFERENCES broadcast,
  resident   bigint NOT NULL REFERENCES resident,
  message    bigint,
  skipped    text,
  PRIMARY KEY (broadcast, resident),
  CHECK (message IS NULL OR skipped IS NULL)
);
COMMENT ON COLUMN broadcast_recipient.skipped IS 'a code for why this one gets nothing';
CREATE INDEX broadcast_recipient_waiting ON broadcast_recipient (broadcast, resident) WHERE message IS NULL AND skipped IS NULL;
CREATE INDEX broadcast_recipient_of ON broadcast_recipient (resident, broadcast) WHERE message IS NOT NULL;

-- The ledger reads whole months; rows lie in the order of their time, so that a few bytes find them and intake pays nothing.
CREATE INDEX outbox_month ON outbox USING brin (message_at);
