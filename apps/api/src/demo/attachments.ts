import { createHash } from "node:crypto";
import type { Calendar } from "./calendar.js";
import { CUSTOMER, type DemoCustomer } from "./customers.js";
import { pdfOf, pngOf } from "./paper.js";
import { usersOf } from "./people.js";
import type { Random } from "./random.js";
import type { Kind, Story } from "./story.js";

const FILE: Kind = { table: "files", type: "File" };
const NOTE: Kind = { table: "notes", type: "Note" };

/** The bytes of a file of the demo. */
export interface DemoFile {
  id: string;
  bytes: Buffer;
}

interface Sheet {
  name: string;
  mediaType: string;
  bytes: Buffer;
}

const NOTES = [
  "Falei com o financeiro: pagamento confirmado para sexta-feira.",
  "Cliente pediu revisão dos preços para o próximo trimestre.",
  "Reunião muito boa. Querem ampliar o contrato de suporte.",
  "Reclamaram do atraso na última entrega; ofereci frete grátis no próximo pedido.",
  "Mudança de endereço prevista para o segundo semestre.",
  "Novo responsável por compras, atualizar os contatos.",
  "Aguardando aprovação da diretoria.",
  "Enviado o catálogo atualizado por e-mail.",
];

function sheetFor(customer: DemoCustomer, date: string, random: Random): Sheet {
  const name = String(customer.row.legalName);
  switch (random.weighted({ contract: 30, proposal: 30, picture: 20, minutes: 12, prices: 8 })) {
    case "contract":
      return {
        name: `Contrato ${random.digits("20##-###")}.pdf`,
        mediaType: "application/pdf",
        bytes: pdfOf("Contrato de prestação de serviços", [
          `Contratante: ${name}`,
          `Data: ${date}`,
          "Vigência: 12 meses, renovável por igual período.",
        ]),
      };
    case "proposal":
      return {
        name: `Proposta comercial ${date}.pdf`,
        mediaType: "application/pdf",
        bytes: pdfOf("Proposta comercial", [
          `Para: ${name}`,
          `Data: ${date}`,
          "Condições e prazos conforme conversado.",
        ]),
      };
    case "picture":
      return {
        name: random.pick(["Logotipo.png", "Fachada da loja.png", "Planta baixa.png"]),
        mediaType: "image/png",
        bytes: pngOf(random.int(0, 255)),
      };
    case "minutes":
      return {
        name: `Ata da reunião ${date}.txt`,
        mediaType: "text/plain",
        bytes: Buffer.from(
          `Ata da reunião\nCliente: ${name}\nData: ${date}\n\n- Prazos revisados\n- Próxima reunião em 15 dias\n`,
        ),
      };
    default:
      return {
        name: "Tabela de preços.csv",
        mediaType: "text/csv",
        bytes: Buffer.from(
          "produto;preço\nHora de consultoria;210,00\nSuporte mensal;980,00\nFrete;120,00\n",
        ),
      };
  }
}

/** Notes about customers, and files with small real bytes; answers those bytes. */
export function makeAttachments(
  customers: readonly DemoCustomer[],
  story: Story,
  calendar: Calendar,
): DemoFile[] {
  return customers.flatMap((customer) => {
    const random = customer.random.fork("attachments");
    const notes = random.around(1.2 + 12 * customer.busyness);
    for (let number = 0; number < notes; number += 1) {
      const day = -random.int(0, Math.min(customer.age - 1, 240));
      const moment = { at: calendar.instant(day, random), by: random.pick(usersOf("sales")) };
      const text = random.pick(NOTES);
      story.create(NOTE, moment, {
        customerId: customer.id,
        text,
        pinned: false,
        mentionIds: [],
        createdById: moment.by.id,
      });
      story.note(CUSTOMER, moment, customer.row, text);
    }
    return Array.from({ length: Math.min(12, random.around(0.35 + 4 * customer.busyness)) }, () => {
      const day = -random.int(0, Math.min(customer.age - 1, 365));
      const by = random.pick([customer.owner, ...usersOf("projects")]);
      const { bytes, ...sheet } = sheetFor(customer, calendar.day(day), random);
      const file = story.create(
        FILE,
        { at: calendar.instant(day, random), by },
        {
          customerId: customer.id,
          ...sheet,
          size: bytes.length,
          sha256: createHash("sha256").update(bytes).digest("hex"),
          uploadedById: by.id,
        },
      );
      return { id: String(file.id), bytes };
    });
  });
}
