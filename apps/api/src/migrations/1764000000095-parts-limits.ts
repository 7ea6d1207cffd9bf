import type { MigrationInterface, QueryRunner } from "typeorm";

// What the lists of the graph hold that have no pages: the table, the column that points at the owner, which rows count,
// how many there may be, and what the graph calls them. The main address is one of the addresses.
const limits = [
  ["contacts", "customer_id", "deleted_at IS NULL", 500, "contacts"],
  ["addresses", "customer_id", "deleted_at IS NULL", 499, "addresses"],
  ["customer_external_ids", "customer_id", "true", 500, "externalIds"],
  ["customer_merges", "survivor_id", "true", 500, "merges"],
] as const;

/** Refuses to give a record more parts than its lists can show, whichever way they come. */
export class PartsLimits1764000000095 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- For owners who have more rows by a statement than before it. Simultaneous writers of long lists take turns.
      CREATE FUNCTION refuse_too_many_parts() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE
        owner_column text := TG_ARGV[0];
        counted text := TG_ARGV[1];
        most integer := TG_ARGV[2];
        went text := 'SELECT NULL::uuid AS owner, 0 AS many';
        owner uuid;
        parts integer;
      BEGIN
        IF TG_OP = 'UPDATE' THEN
          went := format('SELECT %1$I AS owner, count(*) AS many FROM old_rows WHERE %2$s GROUP BY 1', owner_column, counted);
        END IF;
        FOR owner IN EXECUTE format($q$
          SELECT came.owner
          FROM (SELECT %1$I AS owner, count(*) AS many FROM new_rows WHERE %2$s GROUP BY 1) came
          LEFT JOIN (%3$s) went ON went.owner = came.owner
          CROSS JOIN LATERAL (
            SELECT count(*) AS many FROM (SELECT FROM %4$s p WHERE p.%1$I = came.owner AND %2$s LIMIT 101) counted
          ) found
          WHERE came.many > coalesce(went.many, 0) AND found.many > 100 ORDER BY 1 $q$,
          owner_column, counted, went, TG_RELID::regclass)
        LOOP
          PERFORM pg_advisory_xact_lock(hashtextextended(owner::text, 0));
          EXECUTE format('SELECT count(*) FROM %s WHERE %I = $1 AND %s', TG_RELID::regclass, owner_column, counted)
            INTO parts USING owner;
          IF parts > most THEN
            RAISE EXCEPTION 'a record has at most % of %', most, TG_ARGV[3]
              USING ERRCODE = 'check_violation', CONSTRAINT = 'most_parts:' || TG_ARGV[3];
          END IF;
        END LOOP;
        RETURN NULL;
      END $$`);
    for (const [table, ...given] of limits) {
      const call = `refuse_too_many_parts(${given.map((one) => `'${one}'`).join(", ")})`;
      await runner.query(`
        CREATE TRIGGER most_parts_made AFTER INSERT ON ${table} REFERENCING NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION ${call};
        CREATE TRIGGER most_parts_moved AFTER UPDATE ON ${table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT EXECUTE FUNCTION ${call}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of limits) {
      await runner.query(
        `DROP TRIGGER most_parts_made ON ${table}; DROP TRIGGER most_parts_moved ON ${table}`,
      );
    }
    await runner.query("DROP FUNCTION refuse_too_many_parts()");
  }
}
