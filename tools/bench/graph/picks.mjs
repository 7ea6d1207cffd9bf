const PICKS = 2_000;

/**
 * What the requests of a bench are about, drawn from its database: drawn once, so that all who are compared are asked the
 * same. `ask` sends a query to a server on that database.
 */
export async function drawPicks(stage, ask) {
  const { viewer } = await ask("{ viewer { today } }");
  const { rows } = await stage.withClient("bench", (client) =>
    client.query(
      `SELECT c.id, c.name_key AS name FROM customers c ORDER BY random() LIMIT ${PICKS}`,
    ),
  );
  const { rows: heavy } = await stage.withClient("bench", (client) =>
    client.query(
      "SELECT customer_id AS id FROM invoices GROUP BY 1 ORDER BY count(*) DESC LIMIT 20",
    ),
  );
  const wordOf = (name) => name.split(" ")[0];
  return rows.map(({ id, name }, at) => {
    const length = 3 + (at % 4);
    const from = Math.min(1 + (at % 2), Math.max(0, wordOf(name).length - length));
    return {
      today: viewer.today,
      id,
      heavyId: heavy[at % heavy.length].id,
      letters: wordOf(name).slice(from, from + length),
      cursor: {
        name,
        id,
        after: Buffer.from(JSON.stringify(["LEGAL_NAME", "ASC", name, id])).toString("base64url"),
      },
    };
  });
}
