// The files and records of the kinds that belong to customers: what an export of another system has of them.
import { cellsAt, cnpjOf, copied, writtenCnpj } from "./importFiles.mjs";

const PEOPLE = ["Ana Souza", "Bruno Lima", "Carla Dias", "Duarte Reis", "Eva Nunes", "Fábio Melo"];
const dayOf = (at, further = 0) =>
  new Date(Date.UTC(2020, 0, 1 + (at % 2_000) + further)).toISOString().slice(0, 10);
const numberOf = (at) => `C-${String(at + 1).padStart(6, "0")}`;
const amountOf = (at) => `${100 + (at % 9_000)}.${String(at % 100).padStart(2, "0")}`;
const nameOf = (at) => cellsAt(at)[0];

/**
 * By kind: the headers of its files, the cells of the record at a place (which belongs to the customer at that place;
 * a changed one says something else), its table, and the columns of that with their values; of documents also the table
 * of their lines, with its foreign key.
 */
export const RELATED = {
  contacts: {
    recordType: "CONTACT",
    headers: [
      "CNPJ",
      "Cliente",
      "Nome da pessoa",
      "Cargo",
      "E-mail da pessoa",
      "Telefone da pessoa",
      "Contato principal",
      "Observações",
    ],
    cellsAt: (at, customer, changed) => [
      writtenCnpj(cnpjOf(customer)),
      nameOf(customer),
      `${PEOPLE[at % PEOPLE.length]} ${at}`,
      changed ? "Diretoria" : "Financeiro",
      `pessoa${at}@empresa${customer % 977}.com.br`,
      `(11) 9${String(80_000_000 + (at % 9_000_000)).replace(/(....)$/, "-$1")}`,
      "",
      at % 7 === 0 ? `Ligar "antes" de visitar (${at})` : "",
    ],
    table: "contacts",
    columns: ["name", "job_title", "email", "phone", "notes"],
    valuesOf: ([, , name, job, email, phone, , notes]) => [
      name,
      job,
      email,
      `+55${phone.replace(/\D/g, "")}`,
      notes,
    ],
  },
  projects: {
    recordType: "PROJECT",
    headers: [
      "Cliente",
      "Nome do projeto",
      "Descrição",
      "Situação",
      "Início",
      "Prazo",
      "Orçamento (minutos)",
    ],
    cellsAt: (at, customer, changed) => [
      nameOf(customer),
      `Site novo ${at}`,
      `Loja virtual com pagamento, etapa ${at % 12}`,
      changed ? "Concluído" : "Ativo",
      dayOf(at),
      dayOf(at, 90),
      String(60 * (1 + (at % 400))),
    ],
    table: "projects",
    columns: ["name", "description", "status", "starts_on", "due_on", "budget_minutes"],
    valuesOf: ([, name, description, , starts, due, budget]) => [
      name,
      description,
      "ACTIVE",
      starts,
      due,
      budget,
    ],
  },
  orders: {
    recordType: "ORDER",
    headers: [
      "Número do cliente",
      "Número do pedido",
      "Referência do cliente",
      "Situação",
      "Data do pedido",
      "Moeda",
      "Valor total",
      "Observações",
    ],
    cellsAt: (at, customer, changed) => [
      numberOf(customer),
      `P-${at}`,
      `OC ${changed ? at + 1 : at}`,
      "Aberto",
      dayOf(at),
      "BRL",
      amountOf(at),
      at % 7 === 0 ? `Entregar pela manhã (${at})` : "",
    ],
    table: "orders",
    lines: { table: "order_lines", owner: "order_id" },
    columns: ["number", "reference", "status", "ordered_on", "currency", "total", "notes"],
    valuesOf: ([, number, reference, , day, currency, total, notes]) => [
      number,
      reference,
      "OPEN",
      day,
      currency,
      total,
      notes,
    ],
  },
  invoices: {
    recordType: "INVOICE",
    headers: [
      "CNPJ",
      "Cliente",
      "Número da fatura",
      "Tipo",
      "Situação",
      "Data de emissão",
      "Vencimento",
      "Moeda",
      "Valor total",
      "Observações",
    ],
    cellsAt: (at, customer, changed) => [
      writtenCnpj(cnpjOf(customer)),
      nameOf(customer),
      `NF ${at}`,
      "Venda",
      "Autorizada",
      dayOf(at),
      dayOf(at, changed ? 60 : 30),
      "BRL",
      amountOf(at),
      at % 7 === 0 ? `Boleto por e-mail (${at})` : "",
    ],
    table: "invoices",
    lines: { table: "invoice_lines", owner: "invoice_id" },
    columns: ["number", "kind", "status", "issued_on", "due_on", "currency", "total", "notes"],
    valuesOf: ([, , number, , , issued, due, currency, total, notes]) => [
      number,
      "SALES",
      "AUTHORIZED",
      issued,
      due,
      currency,
      total,
      notes,
    ],
  },
};

// Rows of one customer are spread over the file.
const customerAt = (at, known) => (at * 7_919) % known;

/** The rows of a case: the first half of the known records changed and as many new ones, or new ones only. */
export function* relatedRowsOf({ cellsAt }, kind, count, known) {
  const row = (at, changed) => cellsAt(at, customerAt(at, known), changed);
  for (let place = 0; place < count; place += 1)
    yield kind === "half" && place % 2 === 0 ? row((place / 2) % known, true) : row(known + place);
}

/** The record at a place as a line of COPY into its table; `customers` are the ids of those that are known. */
export const relatedLine = ({ valuesOf }, cells, at, customers) =>
  copied([customers[customerAt(at, customers.length)], ...valuesOf(cells)]);

/** The known record at a place, as such a line. */
export const knownLine = (related, at, customers) =>
  relatedLine(related, related.cellsAt(at, customerAt(at, customers.length)), at, customers);
