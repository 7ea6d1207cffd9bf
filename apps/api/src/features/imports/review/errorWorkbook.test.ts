import { read, utils, type WorkBook, write } from "xlsx";
import { type Caller, startServer, type TestServer } from "../../../../test/server.js";
import { importUntil, planned, ran } from "../import.factory.js";

let server: TestServer;
let admin: Caller;
beforeAll(async () => {
  server = await startServer();
  admin = await server.signIn("admin");
});
afterAll(() => server.close());

async function errorsOf(id: string, language = "en"): Promise<WorkBook> {
  const { data } = await admin.ask<{ import: { errorFileUrl: string } }>(
    "query ($id: ID!) { import(id: $id) { errorFileUrl } }",
    { id },
  );
  const response = await admin.fetch(data.import.errorFileUrl, {
    headers: { "accept-language": language },
  });
  expect(response.headers.get("content-disposition")).toContain("-errors.xlsx");
  return read(new Uint8Array(await response.arrayBuffer()), { cellStyles: true });
}

const sheetOf = (book: WorkBook) => {
  const sheet = book.Sheets[book.SheetNames[0] ?? ""];
  if (!sheet) throw new Error("the workbook has no sheet");
  return sheet;
};

const FILE = [
  "Razão social;CNPJ;E-mail;Cidade;Prazo de pagamento (dias)",
  "Boa;;boa@exemplo.com;Recife;30",
  '"\'=cmd()|x";11.222.333/0001-82;ninguém;São Paulo;trinta',
  "_x000D_;;#REF!;;1",
  ";;x@y.com;;",
].join("\n");

test("the error file holds the bad rows as they are, says why, and marks the cells", async () => {
  const plan = await planned(admin, "clientes.csv", FILE);
  const sheet = sheetOf(await errorsOf(plan.id, "pt-BR"));
  const rows = utils.sheet_to_json<string[]>(sheet, { header: 1 });
  expect(rows[0]).toEqual([
    "Razão social",
    "CNPJ",
    "E-mail",
    "Cidade",
    "Prazo de pagamento (dias)",
    "O que fazer",
  ]);
  expect(rows).toHaveLength(4);
  expect(rows[1]?.slice(0, 5)).toEqual([
    "=cmd()|x",
    "11.222.333/0001-82",
    "ninguém",
    "São Paulo",
    "trinta",
  ]);
  expect(rows[1]?.[5]).toMatch(/^CNPJ: .+\nE-mail: .+\nPrazo de pagamento \(dias\): .+$/);
  expect(rows[2]?.[0]).toBe("_x000D_");
  expect(rows[3]?.[5]).toMatch(/^Razão social: /);
  const marked = (cell: string) => sheet[cell]?.s?.fgColor?.rgb === "FFC7CE";
  expect(["A2", "B2", "C2", "D2", "E2", "C3", "A4"].map(marked)).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    true,
  ]);
});

test("corrected and uploaded again it needs no new match, and what was not corrected is reported again", async () => {
  const first = await planned(
    admin,
    "outro.csv",
    "Empresa X;Doc Y;Correio Z\nPadaria;1.234.567/0001-95;a@b\nMercado;;#N/A\n",
  );
  await admin.ask(
    `mutation ($id: ID!) { updateImport(input: { id: $id, columns: [
      { index: 0, field: "legalName" }, { index: 1, field: "tradeName" }, { index: 2, field: "email", rule: FILL_BLANKS }] }) { import { id } } }`,
    { id: first.id },
  );
  await importUntil(admin, first.id, ["READY"]);
  const { counts } = await ran(admin, first.id);
  expect(counts).toMatchObject({ total: 2, error: 2 });

  const book = await errorsOf(first.id);
  sheetOf(book).C2 = { t: "s", v: "a@b.com" };
  const again = await planned(
    admin,
    "outro-errors.xlsx",
    write(book, { type: "buffer", bookType: "xlsx" }),
  );
  expect(again.columns.map(({ field }) => field)).toEqual([
    "legalName",
    "tradeName",
    "email",
    null,
  ]);
  expect(again.counts).toMatchObject({ total: 2, new: 1, error: 1 });
});

test("numbers stay numbers, so that a lost zero is found again", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ["Name", "CNPJ", "Country", "Email"],
      ["Zero", 1234567000195, "BR", "nobody"],
      ["Good", null, "BR", "good@example.com"],
    ]),
  );
  const plan = await planned(admin, "n.xlsx", write(book, { type: "buffer", bookType: "xlsx" }));
  const errors = await errorsOf(plan.id);
  expect(sheetOf(errors).B2).toMatchObject({ t: "n", v: 1234567000195 });
  expect(sheetOf(errors).B2.s?.fgColor?.rgb).toBeUndefined();
});

test("a file that is all bad has all its rows in the error file", async () => {
  const rows = Array.from({ length: 5_000 }, (_, at) => `,place ${at}`);
  const plan = await planned(admin, "bad.csv", `Name,City\n${rows.join("\n")}\n`);
  expect(plan.counts).toMatchObject({ total: 5_000, error: 5_000 });
  const failed = utils.sheet_to_json<string[]>(sheetOf(await errorsOf(plan.id)), { header: 1 });
  expect(failed).toHaveLength(5_001);
  expect(failed.at(-1)?.[1]).toBe("place 4999");
});
