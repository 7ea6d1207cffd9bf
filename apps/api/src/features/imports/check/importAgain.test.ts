import { utils, write } from "xlsx";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { importUntil, planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

const ENDS = ["READY", "MATCHING", "FAILED"];

async function change(id: string, input: object) {
  const { errors } = await admin.ask(
    "mutation ($input: UpdateImportInput!) { updateImport(input: $input) { import { id } } }",
    { input: { id, ...input } },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return importUntil(admin, id, ENDS);
}

async function seen(id: string) {
  const { data } = await admin.ask<{
    import: {
      sheets: string[];
      sheetChoices: { name: string; hidden: boolean }[];
      counts: { total: number };
      problemCode: string | null;
      preview: { line: number; cells: string[] }[];
      rows: { nodes: { issues: { code: string; severity: string }[] }[] };
    };
  }>(
    `query ($id: ID!) { import(id: $id) { sheets sheetChoices { name hidden } counts { total } problemCode preview { line cells }
      rows { nodes { issues { code severity } } } } }`,
    { id },
  );
  return data.import;
}

test("a workbook whose first sheet holds no rows fails, shows its sheets, and goes on with another one", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Name", "City"]]), "Template");
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([["Report"], [], ["Name", "City"], ["Ana", "Recife"]]),
    "Data",
  );
  const failed = await planned(admin, "b.xlsx", write(book, { type: "buffer", bookType: "xlsx" }));
  expect(failed.status).toBe("FAILED");
  expect(await seen(failed.id)).toMatchObject({
    problemCode: "headerOnly",
    sheets: ["Template", "Data"],
    sheetChoices: [
      { name: "Template", hidden: false },
      { name: "Data", hidden: false },
    ],
    counts: { total: 0 },
    preview: [{ line: 1, cells: ["Name", "City"] }],
  });

  const wrong = await change(failed.id, { sheet: "Data", headerRow: 2 });
  expect(wrong.status).toBe("FAILED");
  expect(await seen(failed.id)).toMatchObject({
    problemCode: "headerRowNotFound",
    preview: [{ line: 1 }, { line: 3 }, { line: 4 }],
  });

  const right = await change(failed.id, { headerRow: 3 });
  expect(right).toMatchObject({ status: "READY", problem: null, counts: { new: 1 } });
  expect((await ran(admin, right.id)).result).toMatchObject({ created: 1 });
});

test("a lost character stops the import; once accepted, its cells are imported with a warning", async () => {
  const file = "Name;City\nJos\ufffd;São Paulo\nBia;Recife\n";
  const waits = await planned(admin, "lost.csv", file);
  expect(waits.status).toBe("MATCHING");
  expect(waits.problem).toContain("2");
  expect((await seen(waits.id)).problemCode).toBe("replacementCharacter");

  const accepted = await change(waits.id, { acceptReplacement: true });
  expect(accepted).toMatchObject({ status: "READY", counts: { total: 2, new: 2, error: 0 } });
  expect((await seen(waits.id)).rows.nodes.map(({ issues }) => issues)).toEqual([
    [{ code: "replacementCharacter", severity: "warning" }],
    [],
  ]);
  // Another encoding is another question.
  expect(await change(waits.id, { encoding: "utf-8" })).toMatchObject({ status: "MATCHING" });
});

test("another encoding resolves what the first one could not", async () => {
  const file = Buffer.concat([
    Buffer.from("Name;City\nJosé;São Paulo\n"),
    Buffer.from("Jos\xe9;Recife\n", "latin1"),
  ]);
  const waits = await planned(admin, "mixed.csv", file);
  expect(waits.status).toBe("MATCHING");
  expect((await seen(waits.id)).problemCode).toBe("encodingUnsure");
  expect(await change(waits.id, { encoding: "windows-1252" })).toMatchObject({
    status: "READY",
    counts: { new: 2 },
  });
});

test("what failed after it wrote rows can be undone, and not be read again", async () => {
  const plan = await planned(admin, "w.csv", "Name\nOne\nTwo\n");
  await ran(admin, plan.id);
  await server.app.database.pool.query("UPDATE imports SET status = 'FAILED' WHERE id = $1", [
    plan.id,
  ]);
  await expect(change(plan.id, { headerRow: 1 })).rejects.toThrow("FAILED");
});

test("ambiguous formats wait for a person: the order of day and month, and the decimal mark", async () => {
  await ran(admin, (await planned(admin, "c.csv", "Name\nBuyer\n")).id);
  const file = (day: string, total: string) =>
    `Customer;Order number;Order date;Total\nBuyer;${day.replace(/\D/g, "")};${day};${total}\n`;
  const waits = await planned(admin, "o.csv", file("03/04/2026", "1.234"), "ORDER");
  expect(waits.status).toBe("MATCHING");
  expect((await seen(waits.id)).problemCode).toBe("chooseDateOrder");
  expect(waits.problem).toContain("Order date");

  const dated = await change(waits.id, { columns: [{ index: 2, dateOrder: "MDY" }] });
  expect(dated.status).toBe("MATCHING");
  expect((await seen(waits.id)).problemCode).toBe("chooseDecimalMark");
  const ready = await change(waits.id, { columns: [{ index: 3, decimalMark: "COMMA" }] });
  expect(ready).toMatchObject({ status: "READY", counts: { new: 1 } });
  await ran(admin, waits.id);
  const { rows } = await server.app.database.pool.query("SELECT ordered_on, total FROM orders");
  expect(rows).toEqual([{ ordered_on: "2026-03-04", total: "1234.0000" }]);

  const sure = await planned(
    admin,
    "s.csv",
    `${file("13/04/2026", "1.234,50")}Buyer;2;03/04/2026;1.234\n`,
    "ORDER",
  );
  expect(sure).toMatchObject({ status: "READY", counts: { new: 2 } });

  // The answers are kept with the match, for the next file with the same headers.
  const again = await planned(admin, "again.csv", file("05/06/2026", "2.345"), "ORDER");
  expect(again).toMatchObject({ status: "READY", counts: { new: 1 } });
  const { data } = await admin.ask<{ import: { columns: object[] } }>(
    "query ($id: ID!) { import(id: $id) { columns { dateOrder decimalMark } } }",
    { id: again.id },
  );
  expect(data.import.columns.slice(2)).toMatchObject([
    { dateOrder: "MDY" },
    { decimalMark: "COMMA" },
  ]);
});
