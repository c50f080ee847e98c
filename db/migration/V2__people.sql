-- Keys, staff, residents. A telephone number stands in one column only, encrypted; it is found by a keyed blind index.

-- Blocks of 10,000 ids for every table whose rows the application numbers, so that a batch of texts is one statement.
CREATE SEQUENCE id_block MINVALUE 1;

CREATE TABLE secret_key (
  only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  fingerprint bytea NOT NULL
);

CREATE TABLE data_key (
  purpose    text NOT NULL CHECK (purpose IN ('phone', 'phone_index', 'folio', 'web')),
  version    smallint NOT NULL CHECK (version > 0),
  wrapped    bytea NOT NULL,
  made_at    timestamptz NOT NULL,
  PRIMARY KEY (purpose, version)
);

CREATE TABLE staff (
  id         bigint PRIMARY KEY,
  email      text NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '%_@_%'),
  password   text NOT NULL,
  role       text NOT NULL CHECK (role IN ('triager', 'section', 'coordinator', 'agency', 'monitor', 'admin')),
  section    text REFERENCES section,
  agency     text,
  restricted boolean NOT NULL DEFAULT false,
  active     boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  CHECK ((role = 'section') = (section IS NOT NULL))
);

CREATE TABLE staff_session (
  token      bytea PRIMARY KEY,
  staff      bigint NOT NULL REFERENCES staff,
  csrf       text NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at    timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL
);
CREATE INDEX staff_session_end ON staff_session (ends_at);

CREATE TABLE staff_token (
  token      bytea PRIMARY KEY,
  staff      bigint NOT NULL REFERENCES staff,
  created_at timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL
);

-- The one-time address under which the first administrator is made.
CREATE TABLE setup_token (
  only_one   boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  token      bytea NOT NULL,
  ends_at    timestamptz NOT NULL
);

-- Sign-ins that failed, by account and by address, kept as digests.
CREATE TABLE sign_in_failure (
  subject    bytea NOT NULL,
  at         timestamptz NOT NULL
);
CREATE INDEX sign_in_failure_recent ON sign_in_failure (subject, at);

CREATE TABLE resident (
  id           bigint PRIMARY KEY,
  phone_index  bytea NOT NULL UNIQUE,
  phone        bytea NOT NULL,
  phone_kind   text NOT NULL CHECK (phone_kind IN ('number', 'short_code', 'name')),
  created_at   timestamptz NOT NULL,
  -- Grows with each text that was judged: who judged an older state judges again.
  version      integer NOT NULL DEFAULT 1,
  conversation jsonb NOT NULL DEFAULT '{}'
);
COMMENT ON COLUMN resident.phone IS 'AES-GCM: key version, nonce, ciphertext and tag';
COMMENT ON COLUMN resident.phone_index IS 'HMAC-SHA256 of the E.164 number, 16 bytes';

-- Who gets nothing: all = ALTO, notices = BAJA AVISOS, twilio = STOP, which Twilio blocks by itself.
CREATE TABLE stop_list (
  resident   bigint NOT NULL REFERENCES resident,
  stream     text NOT NULL CHECK (stream IN ('all', 'notices', 'twilio')),
  since      timestamptz NOT NULL,
  PRIMARY KEY (resident, stream)
);

CREATE TABLE subscription (
  resident   bigint NOT NULL REFERENCES resident,
  section    text REFERENCES section,
  since      timestamptz NOT NULL
);
CREATE UNIQUE INDEX subscription_one ON subscription (resident, coalesce(section, ''));

-- Proof of each consent and withdrawal: when, and by which text. Append-only.
CREATE TABLE consent (
  id         bigint PRIMARY KEY,
  at         timestamptz NOT NULL,
  resident   bigint NOT NULL REFERENCES resident,
  event      text NOT NULL CHECK (event IN ('stop_all', 'stop_notices', 'stop_twilio', 'start', 'subscribe', 'web_consent')),
  section    text REFERENCES section,
  message    bigint
);
CREATE INDEX consent_resident ON consent (resident, id);
