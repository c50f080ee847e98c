-- Which open reports may tell of the same matter: the same section, a category in common, received within days of each other.
-- Most have one category; those with more are found by the others, too, through a small index of their own.
CREATE INDEX report_similar ON report (section, category, received_at) WHERE open AND NOT unclear AND section IS NOT NULL;
CREATE INDEX report_similar_further ON report (section, received_at) WHERE open AND NOT unclear AND cardinality(categories) > 1;

-- What went into a report.
CREATE INDEX report_merged_into ON report (merged_into) WHERE merged_into IS NOT NULL;
