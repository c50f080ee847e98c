-- Each text leaves several rows behind as it moves on, and each claim walks over those that were never swept: 100 took 23 ms at first and 60 after 32,000
-- where the usual fifth of the table is waited for. So the outbox is swept after every few thousand, at full speed.
ALTER TABLE outbox SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0);
