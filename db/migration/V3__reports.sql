-- Reports, what was said about them, and what became of them.

-- Running numbers of reports; the folio is their keyed permutation.
CREATE SEQUENCE report_number MINVALUE 0 START 0;

CREATE TABLE report (
  folio            bigint PRIMARY KEY CHECK (folio >= 1000000),
  kind             text NOT NULL CHECK (kind IN ('need', 'question', 'complaint')),
  channel          text NOT NULL CHECK (channel IN ('sms', 'web', 'api', 'desk')),
  status           text NOT NULL CHECK (status IN ('received', 'asked', 'accepted', 'referred', 'scheduled', 'in_progress',
                     'resolved', 'confirmed', 'reopened', 'rejected', 'merged')),
  status_before    text,
  open             boolean NOT NULL GENERATED ALWAYS AS (status NOT IN ('resolved', 'confirmed', 'rejected', 'merged')) STORED,
  section          text REFERENCES section,
  community        integer REFERENCES community,
  category         text NOT NULL REFERENCES category,
  categories       text[] NOT NULL,
  urgent           boolean NOT NULL,
  life_danger      boolean NOT NULL,
  restricted       boolean NOT NULL,
  violence_at_home boolean NOT NULL,
  unclear          boolean NOT NULL,
  flooding         boolean NOT NULL DEFAULT false,
  priority         smallint NOT NULL,
  received_at      timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  due_on           date NOT NULL,
  paused_on        date,
  scheduled_on     date,
  agency           text,
  merged_into      bigint REFERENCES report,
  resident         bigint REFERENCES resident,
  language         text NOT NULL CHECK (language IN ('es', 'en')),
  assignee         bigint REFERENCES staff,
  message          bigint NOT NULL,
  message_at       timestamptz NOT NULL,
  secret           bytea,
  lat              double precision,
  lon              double precision,
  media            smallint NOT NULL DEFAULT 0,
  neighbours       integer NOT NULL DEFAULT 0,
  version          integer NOT NULL DEFAULT 1,
  CHECK (category = categories[1]),
  CHECK (urgent OR NOT life_danger),
  CHECK (restricted OR NOT violence_at_home),
  CHECK ((status = 'asked') = (paused_on IS NOT NULL)),
  CHECK (status <> 'scheduled' OR scheduled_on IS NOT NULL),
  CHECK (status <> 'referred' OR agency IS NOT NULL),
  CHECK ((status = 'merged') = (merged_into IS NOT NULL)),
  CHECK (status NOT IN ('asked', 'merged') OR status_before IS NOT NULL)
);
COMMENT ON COLUMN report.priority IS 'smaller is more urgent, so that a page of the queue is one index condition';
COMMENT ON COLUMN report.secret IS 'digest of the words with which a report without a phone is opened';

-- The queue, by each filter: what is open is a small part of the table.
CREATE INDEX report_queue ON report (priority, due_on, received_at, folio) WHERE open;
CREATE INDEX report_queue_section ON report (section, priority, due_on, received_at, folio) WHERE open;
CREATE INDEX report_queue_category ON report (category, priority, due_on, received_at, folio) WHERE open;
CREATE INDEX report_queue_both ON report (section, category, priority, due_on, received_at, folio) WHERE open;
CREATE INDEX report_queue_status ON report (status, priority, due_on, received_at, folio);
CREATE INDEX report_resident ON report (resident, received_at DESC) WHERE resident IS NOT NULL;
CREATE INDEX report_assignee ON report (assignee, priority, due_on, received_at, folio) WHERE open AND assignee IS NOT NULL;

CREATE TABLE neighbour (
  folio      bigint NOT NULL REFERENCES report,
  resident   bigint NOT NULL REFERENCES resident,
  since      timestamptz NOT NULL,
  PRIMARY KEY (folio, resident)
);

-- Free words of staff: reasons and notes. Only redact_words empties a row.
CREATE TABLE words (
  id         bigint PRIMARY KEY,
  at         timestamptz NOT NULL,
  body       text,
  redacted_at timestamptz,
  CHECK ((body IS NULL) = (redacted_at IS NOT NULL))
);

-- What happened to a report: codes, ids and times only. Append-only; the present state can be rebuilt from it.
-- No foreign keys on the three tables of the intake's hot path that only grow: their ids come from the same statement.
CREATE TABLE history (
  folio      bigint NOT NULL,
  id         bigint NOT NULL,
  at         timestamptz NOT NULL,
  event      text NOT NULL CHECK (event IN ('received', 'moved', 'classified', 'assigned', 'completed', 'raised', 'restricted',
               'joined', 'noted', 'added', 'neighbour_word', 'read', 'message', 'redacted')),
  actor_kind text NOT NULL CHECK (actor_kind IN ('resident', 'neighbour', 'staff', 'system')),
  actor      bigint,
  reason     text,
  words      bigint,
  detail     jsonb,
  PRIMARY KEY (folio, id, at)
) PARTITION BY RANGE (at);
COMMENT ON COLUMN history.detail IS 'the fields that changed, with their new values: codes, dates and ids';

-- Every text in either direction, and what comes by the forms.
CREATE TABLE message (
  id         bigint NOT NULL,
  at         timestamptz NOT NULL,
  direction  text NOT NULL CHECK (direction IN ('in', 'out')),
  channel    text NOT NULL CHECK (channel IN ('sms', 'web', 'api', 'desk')),
  resident   bigint,
  folio      bigint,
  body       text NOT NULL,
  template   text,
  language   text,
  segments   smallint NOT NULL DEFAULT 0,
  media      smallint NOT NULL DEFAULT 0,
  staff      bigint,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE INDEX message_folio ON message (folio, id) WHERE folio IS NOT NULL;
CREATE INDEX message_resident ON message (resident, id) WHERE resident IS NOT NULL;

-- A text that names several reports belongs to the first by its own column, to the others by these rows.
CREATE TABLE message_also (
  folio      bigint NOT NULL,
  message    bigint NOT NULL,
  message_at timestamptz NOT NULL,
  PRIMARY KEY (folio, message)
);

-- One MessageSid, one effect, the same answer.
CREATE TABLE inbound (
  sid        text PRIMARY KEY,
  message    bigint NOT NULL,
  message_at timestamptz NOT NULL,
  reply      bigint
);

-- Texts that made no report, until a person has looked.
CREATE TABLE kept (
  message    bigint PRIMARY KEY,
  message_at timestamptz NOT NULL,
  reason     text NOT NULL,
  handled_at timestamptz,
  handled_by bigint REFERENCES staff,
  folio      bigint
);
CREATE INDEX kept_waiting ON kept (message DESC) WHERE handled_at IS NULL;

CREATE TABLE privacy_case (
  id         bigint PRIMARY KEY,
  resident   bigint NOT NULL REFERENCES resident,
  opened_at  timestamptz NOT NULL,
  due_on     date NOT NULL,
  message    bigint NOT NULL,
  message_at timestamptz NOT NULL,
  closed_at  timestamptz
);

CREATE TABLE idempotency (
  key        bytea PRIMARY KEY,
  body       bytea NOT NULL,
  folio      bigint NOT NULL,
  at         timestamptz NOT NULL
);

-- Every text that we send. A reply that travels in the answer to Twilio is here too, so that its fate can be followed.
CREATE TABLE outbox (
  message    bigint PRIMARY KEY,
  message_at timestamptz NOT NULL,
  resident   bigint NOT NULL,
  state      text NOT NULL CHECK (state IN ('answered', 'pending', 'leased', 'accepted', 'delivered', 'failed', 'parked',
               'cancelled', 'expired')),
  priority   smallint NOT NULL,
  due_at     timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  attempts   smallint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  sid        text,
  error      integer,
  note       text,
  updated_at timestamptz NOT NULL,
  CHECK ((state = 'leased') = (leased_until IS NOT NULL))
);
CREATE INDEX outbox_pending ON outbox (priority, message) WHERE state = 'pending';
CREATE INDEX outbox_leased ON outbox (leased_until) WHERE state = 'leased';
CREATE INDEX outbox_parked ON outbox (message) WHERE state = 'parked';
CREATE INDEX outbox_resident ON outbox (resident) WHERE state = 'pending';
CREATE UNIQUE INDEX outbox_sid ON outbox (sid) WHERE sid IS NOT NULL;

-- What the simulated phone network took: once per message, like a gateway that never repeats.
CREATE TABLE simulated (
  message    bigint PRIMARY KEY,
  sid        text NOT NULL,
  at         timestamptz NOT NULL
);

-- The moment from which the next text may leave, over all instances together.
CREATE TABLE send_pace (
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  next_at    timestamptz NOT NULL
);
INSERT INTO send_pace VALUES (true, '2000-01-01T00:00:00Z');

-- Who did what beside reports: sign-ins, users, tokens, readings of restricted reports. Codes, ids and times only.
CREATE TABLE audit (
  id         bigint NOT NULL,
  at         timestamptz NOT NULL,
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'system', 'command')),
  actor      bigint,
  action     text NOT NULL,
  subject    bigint,
  detail     jsonb,
  PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
