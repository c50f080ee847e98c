-- What the application's role may do. Nothing lets it alter the schema; history, audit, messages, words and consents only grow.
-- Runs again whenever it changes or another role is named.
-- Where the owner itself serves (it may not make a role), there is nothing to grant.

DO $$
BEGIN
  IF '${app}' = current_user THEN
    RETURN;
  END IF;

  REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
  GRANT USAGE ON SCHEMA ${schema} TO ${app};
  REVOKE ALL ON ALL TABLES IN SCHEMA ${schema} FROM ${app};
  REVOKE ALL ON ALL FUNCTIONS IN SCHEMA ${schema} FROM PUBLIC;

  GRANT SELECT ON municipality, section, community, category, holiday_rule, holiday, plan, commitment, commitment_action TO ${app};
  GRANT INSERT, UPDATE ON section, community, category, holiday_rule, holiday TO ${app};

  GRANT SELECT, INSERT ON sms_wording, consent, words, history, message, message_also, inbound, audit, secret_key, data_key,
    idempotency, simulated, setting TO ${app};
  GRANT UPDATE (reply) ON inbound TO ${app};

  GRANT SELECT, INSERT, UPDATE ON staff, staff_session, resident, report, kept, privacy_case, outbox, watermark, duty, alarm_told,
    broadcast, broadcast_recipient TO ${app};
  GRANT SELECT, INSERT, UPDATE ON charge, refusal TO ${app};
  GRANT SELECT, INSERT, DELETE ON staff_token, stop_list, subscription, sign_in_failure, neighbour, report_commitment TO ${app};
  GRANT SELECT, INSERT, UPDATE, DELETE ON setup_token TO ${app};
  GRANT DELETE ON staff_session, idempotency TO ${app};
  GRANT SELECT, UPDATE ON send_pace TO ${app};
  GRANT SELECT, INSERT, UPDATE ON send_pause TO ${app};
  GRANT UPDATE (since) ON stop_list TO ${app};
  GRANT SELECT, INSERT ON given_up, unfiled, model, model_in_use TO ${app};
  GRANT SELECT, INSERT, UPDATE ON correction TO ${app};
  GRANT SELECT, INSERT, UPDATE (undone_at, undone_by) ON place_alias TO ${app};

  GRANT USAGE ON SEQUENCE id_block, report_number TO ${app};
  GRANT EXECUTE ON FUNCTION make_partitions(date, integer) TO ${app};
  GRANT EXECUTE ON FUNCTION redact_words(bigint, bigint, bigint, text, bigint, timestamptz),
    redact_message(bigint, timestamptz, bigint, bigint, text, bigint, timestamptz) TO ${app};
END $$;
