-- What the machine read, what staff found instead, and what it reads with.

ALTER TABLE message ADD COLUMN reading jsonb;
COMMENT ON COLUMN message.reading IS
  'what was read in a text that came in, how surely and by which model: codes and numbers, none of its words';

-- A text that staff read otherwise than the machine, or as the machine did after another correction: codes only. Its words stand
-- in the message alone, and go with them.
CREATE TABLE correction (
  message    bigint PRIMARY KEY,
  message_at timestamptz NOT NULL,
  folio      bigint NOT NULL REFERENCES report,
  at         timestamptz NOT NULL,
  staff      bigint NOT NULL REFERENCES staff,
  model      text NOT NULL,
  intent     text NOT NULL,
  categories text[] NOT NULL,
  section    text,
  urgent     boolean NOT NULL,
  life       boolean NOT NULL,
  wrong      text[] NOT NULL
);
COMMENT ON COLUMN correction.wrong IS 'the fields that the machine had read otherwise';
CREATE INDEX correction_month ON correction (message_at, message);
CREATE INDEX correction_folio ON correction (folio);

-- What staff have looked at, by the month in which it came: beside it the corrections are a share.
CREATE INDEX report_looked_at ON report (received_at) WHERE channel = 'sms' AND status <> 'received';

-- Models that were learned here, and which one reads since when. The newest line of model_in_use holds.
CREATE TABLE model (
  version    text PRIMARY KEY,
  made_at    timestamptz NOT NULL,
  texts      integer NOT NULL,
  corrected  integer NOT NULL,
  bytes      bytea NOT NULL
);
CREATE TABLE model_in_use (
  id         bigint PRIMARY KEY,
  since      timestamptz NOT NULL,
  version    text REFERENCES model,
  actor_kind text NOT NULL CHECK (actor_kind IN ('staff', 'system', 'command')),
  actor      bigint REFERENCES staff
);
COMMENT ON COLUMN model_in_use.version IS 'null: the one that came with the software';

-- Words that staff know for a place. What was undone stays, with who and when.
CREATE TABLE place_alias (
  id         bigint PRIMARY KEY,
  words      text NOT NULL CHECK (words <> ''),
  section    text NOT NULL REFERENCES section,
  community  integer REFERENCES community,
  folio      bigint REFERENCES report,
  since      timestamptz NOT NULL,
  by_staff   bigint NOT NULL REFERENCES staff,
  undone_at  timestamptz,
  undone_by  bigint REFERENCES staff,
  CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);
CREATE UNIQUE INDEX place_alias_words ON place_alias (words) WHERE undone_at IS NULL;
CREATE INDEX place_alias_folio ON place_alias (folio) WHERE folio IS NOT NULL;
