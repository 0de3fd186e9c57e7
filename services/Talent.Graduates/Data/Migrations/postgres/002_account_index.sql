-- Most profiles have no account: an index that holds them all is what the planner takes for "account_id IS NULL".
DROP INDEX ix_profiles_account_id;
CREATE UNIQUE INDEX ix_profiles_account_id ON profiles (account_id) WHERE account_id IS NOT NULL;
