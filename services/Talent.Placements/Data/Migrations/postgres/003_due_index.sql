-- What is overdue, and how much of it in which stage.
CREATE INDEX ix_placements_next_due_at_next_code_stage ON placements (next_due_at, next_code, stage);
