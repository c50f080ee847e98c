-- Answers that were never traced pile up, where no gateway traces them for ever: they are not read on the way to what is uncertain.
CREATE INDEX outbox_uncertain ON outbox (due_at) WHERE state = 'uncertain';
CREATE INDEX outbox_answered ON outbox (due_at) WHERE state = 'answered';
DROP INDEX outbox_look;
