-- Which commitments of the plan answer a report, and broadcasts in the language of who gets them.

-- Who reported, and who joined, hears what is texted about the commitment. What was linked and unlinked, when and by whom, stands in history.
CREATE TABLE report_commitment (
  folio      bigint NOT NULL REFERENCES report,
  commitment text NOT NULL REFERENCES commitment,
  since      timestamptz NOT NULL,
  staff      bigint NOT NULL REFERENCES staff,
  PRIMARY KEY (folio, commitment)
);
CREATE INDEX report_commitment_of ON report_commitment (commitment, folio);

ALTER TABLE resident ADD COLUMN language text CHECK (language IN ('es', 'en'));
COMMENT ON COLUMN resident.language IS 'of the last sentence that was texted; null: none told it yet';

ALTER TABLE broadcast
  ADD COLUMN body_en text CHECK (body_en <> ''),
  ADD COLUMN segments_en smallint CHECK (segments_en > 0),
  ADD COLUMN audience_en integer CHECK (audience_en >= 0),
  ADD CONSTRAINT broadcast_english CHECK ((body_en IS NULL) = (segments_en IS NULL) AND (body_en IS NULL) = (audience_en IS NULL));
COMMENT ON COLUMN broadcast.body_en IS 'for recipients who write in English; null: all get the body';
COMMENT ON COLUMN broadcast.audience_en IS 'how many of the audience get the English text';

ALTER TABLE broadcast_recipient ADD COLUMN language text CHECK (language = 'en');
COMMENT ON COLUMN broadcast_recipient.language IS 'null: the language of the body';
