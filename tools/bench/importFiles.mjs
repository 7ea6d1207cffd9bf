// The files and customers that the bench of imports is made of: 15 columns, all of it plausible.
import { createWriteStream } from "node:fs";
import { Writable } from "node:stream";

/** The headers of the files. */
export const HEADERS = [
  "Razão social",
  "Nome fantasia",
  "CNPJ",
  "E-mail",
  "Telefone",
  "Site",
  "Endereço",
  "Número",
  "Bairro",
  "Cidade",
  "UF",
  "CEP",
  "País",
  "Prazo de pagamento (dias)",
  "Observações",
];

const NAMES = ["Padaria", "Mercado", "Oficina", "Farmácia", "Construtora", "Livraria", "Clínica"];
const SAINTS = ["São João", "Santa Rita", "Bom Jesus", "Nova Aliança", "Três Irmãos", "Primavera"];
const CITIES = [
  ["São Paulo", "SP"],
  ["Curitiba", "PR"],
  ["Recife", "PE"],
  ["Belém", "PA"],
  ["Florianópolis", "SC"],
];

function digitsOf(base) {
  const digit = (text) => {
    let weight = text.length - 7;
    let sum = 0;
    for (const char of text) {
      sum += Number(char) * weight;
      weight = weight === 2 ? 9 : weight - 1;
    }
    const rest = sum % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  const first = digit(base);
  return `${base}${first}${digit(`${base}${first}`)}`;
}

/** The CNPJ of the customer at a place, its check digits right. */
export function cnpjOf(at) {
  return digitsOf(`${String(10_000_000 + at)}0001`);
}

/** A CNPJ as people write it. */
export const writtenCnpj = (cnpj) => cnpj.replace(/(..)(...)(...)(....)(..)/, "$1.$2.$3/$4-$5");

const phoneOf = (at, changed) => {
  const digits = String(10_000_000 + (at % 89_000_000));
  return `(11) 9${changed ? 8 : 9}${digits.slice(1, 4)}-${digits.slice(4)}`;
};

/** The customer at a place, as cells of a file; a changed one has moved and has another phone. */
export function cellsAt(at, changed = false) {
  const name = `${NAMES[at % NAMES.length]} ${SAINTS[at % SAINTS.length]} ${at}`;
  const [city, region] = CITIES[(changed ? at + 1 : at) % CITIES.length];
  return [
    `${name} Ltda`,
    name,
    writtenCnpj(cnpjOf(at)),
    `contato${at}@empresa${at % 977}.com.br`,
    phoneOf(at, changed),
    `https://empresa${at}.com.br`,
    `Rua das Acácias ${at % 400}`,
    String(at % 2_000),
    `Centro ${at % 40}`,
    city,
    region,
    `${String(10_000 + (at % 89_000))}-${String(at % 1_000).padStart(3, "0")}`,
    "Brasil",
    String(at % 90),
    at % 7 === 0 ? `Entregar pela manhã; falar com "Ana" (${at})` : "",
  ];
}

/** The columns of `customers` that `columnsAt` gives values for. */
export const COLUMNS = [
  "legal_name",
  "trade_name",
  "tax_id_country",
  "tax_id_kind",
  "tax_id_value",
  "email",
  "phone",
  "website",
  "street",
  "street_number",
  "district",
  "city",
  "region",
  "postal_code",
  "country",
  "payment_term_days",
  "notes",
];

/** Cells of a file as a line of COPY into `COLUMNS`. */
export function copyLine(cells) {
  const [
    legal,
    trade,
    cnpj,
    email,
    phone,
    site,
    street,
    number,
    district,
    city,
    region,
    postal,
    ,
    term,
    notes,
  ] = cells;
  const values = [
    legal,
    trade,
    "BR",
    "CNPJ",
    cnpj.replace(/\D/g, ""),
    email,
    `+55${phone.replace(/\D/g, "")}`,
    site,
    street,
    number,
    district,
    city,
    region,
    postal,
    "BR",
    term,
    notes,
  ];
  return copied(values);
}

/** Values as a line of COPY. */
export const copied = (values) =>
  `${values.map((value) => (value === "" ? "\\N" : value.replace(/[\\\t\n\r]/g, "\\$&"))).join("\t")}\n`;

/** The rows of a case: the first half of the known customers changed and as many new ones, or new ones only. */
export function* rowsOf(kind, count, known) {
  for (let row = 0; row < count; row += 1) {
    if (kind === "half" && row % 2 === 0) yield cellsAt((row / 2) % known, true);
    else yield cellsAt(known + row);
  }
}

/** Writes rows as a CSV file. */
export async function writeCsv(path, rows, headers = HEADERS) {
  const out = createWriteStream(path);
  const quote = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  out.write(`${headers.join(",")}\r\n`);
  for (const cells of rows) {
    if (!out.write(`${cells.map(quote).join(",")}\r\n`))
      await new Promise((go) => out.once("drain", go));
  }
  await new Promise((go) => out.end(go));
}

/** Writes rows as a workbook. */
export async function writeXlsx(path, rows, hucre) {
  const { writeXlsxStream } = await import(hucre);
  async function* all() {
    yield HEADERS;
    for (const cells of rows)
      yield cells.map((cell, column) => (column === 13 ? Number(cell) : cell));
  }
  await writeXlsxStream(all(), { name: "Clientes" }).pipeTo(
    Writable.toWeb(createWriteStream(path)),
  );
}
