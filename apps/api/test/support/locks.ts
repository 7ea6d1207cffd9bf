/**
 * The locks on customers that somebody waits for, for a statement `SELECT … FROM`. Of this database alone: all of them are
 * copies of one, so that their tables have the same number.
 */
export const WAITING_FOR_CUSTOMERS = `pg_locks WHERE relation = 'customers'::regclass AND NOT granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
