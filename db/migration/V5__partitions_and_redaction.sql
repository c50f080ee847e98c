-- What only the owner may do, offered to the application as functions that run with the owner's rights.

-- A month's partitions of the tables that grow with every text. A default partition takes what no month was made for, so that
-- no text is ever refused for want of a partition; a month whose rows lie there already stays there.
CREATE TABLE history_other PARTITION OF history DEFAULT;
CREATE TABLE message_other PARTITION OF message DEFAULT;
CREATE TABLE audit_other PARTITION OF audit DEFAULT;

CREATE FUNCTION make_partitions(since date, months integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
DECLARE
  made integer := 0;
  first date;
  parent text;
  child text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('${schema}.make_partitions'));
  FOR i IN 0 .. least(months, 60) - 1 LOOP
    first := (date_trunc('month', since) + make_interval(months => i))::date;
    FOREACH parent IN ARRAY ARRAY['history', 'message', 'audit'] LOOP
      child := format('%s_%s', parent, to_char(first, 'YYYY_MM'));
      CONTINUE WHEN to_regclass(format('%I.%I', '${schema}', child)) IS NOT NULL;
      BEGIN
        EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', child, parent,
          first::timestamp AT TIME ZONE 'UTC', (first + interval '1 month')::timestamp AT TIME ZONE 'UTC');
        made := made + 1;
      EXCEPTION WHEN check_violation THEN
        RAISE NOTICE 'rows of % stay in the default partition', child;
      END;
    END LOOP;
  END LOOP;
  RETURN made;
END $$;

SELECT make_partitions((now() - interval '1 month')::date, 14);

-- Empties what somebody said or wrote, and says so in the report's history. Words go, the fact that they were there stays.
CREATE FUNCTION redact_words(words_id bigint, of_folio bigint, by_staff bigint, why text, line bigint, moment timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
BEGIN
  UPDATE words SET body = NULL, redacted_at = moment WHERE id = words_id AND body IS NOT NULL;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO history (folio, id, at, event, actor_kind, actor, reason, words)
  VALUES (of_folio, line, moment, 'redacted', CASE WHEN by_staff IS NULL THEN 'system' ELSE 'staff' END, by_staff, why, words_id);
  RETURN true;
END $$;

CREATE FUNCTION redact_message(message_id bigint, sent_at timestamptz, of_folio bigint, by_staff bigint, why text, line bigint, moment timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ${schema}, pg_temp AS $$
BEGIN
  UPDATE message SET body = '' WHERE id = message_id AND at = sent_at AND body <> '';
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO history (folio, id, at, event, actor_kind, actor, reason, detail)
  VALUES (of_folio, line, moment, 'redacted', CASE WHEN by_staff IS NULL THEN 'system' ELSE 'staff' END, by_staff, why,
    jsonb_build_object('message', message_id));
  RETURN true;
END $$;
