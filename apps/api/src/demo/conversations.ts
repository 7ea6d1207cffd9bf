import type { Calendar } from "./calendar.js";
import type { DemoCustomer } from "./customers.js";
import { usersOf } from "./people.js";
import type { Kind, Row, Story } from "./story.js";

const CONVERSATION: Kind = { table: "conversations", type: "Conversation" };

const MAX_CONVERSATIONS = 10;

const TALKS: Readonly<
  Record<string, readonly (readonly [subject: string, text: string, outcome: string | null])[]>
> = {
  CALL: [
    [
      "Segunda via do boleto",
      "Pediram a segunda via do boleto e confirmaram o pagamento.",
      "Pagam na sexta-feira",
    ],
    ["Prazo de entrega", "Perguntaram se a entrega pode ser antecipada em uma semana.", null],
    ["Retorno da proposta", "Ainda comparam com outro fornecedor.", "Ligar de novo em dez dias"],
  ],
  MEETING: [
    [
      "Revisão do projeto",
      "Passamos pelo cronograma e pelos próximos marcos.",
      "Cronograma aprovado",
    ],
    ["Apresentação de serviços", "Mostramos os novos planos de suporte.", "Querem uma proposta"],
  ],
  EMAIL: [
    ["Tabela de preços atualizada", "Bom dia,\n\nsegue a tabela de preços deste trimestre.", null],
    [
      "Dúvida sobre a fatura",
      "Olá,\n\na última fatura veio com o endereço antigo. Podem corrigir?",
      null,
    ],
  ],
  MESSAGE: [
    ["Confirmação da visita", "Confirmado para as 14h, obrigado!", null],
    ["Foto do material", "Mandaram a foto do material que chegou com defeito.", "Troca combinada"],
  ],
};

/** Calls, meetings, e-mails and messages with customers, more with busy ones. */
export function makeConversations(
  customers: readonly DemoCustomer[],
  story: Story,
  calendar: Calendar,
): void {
  const contacts = Map.groupBy(story.rows.get("contacts") ?? [], ({ customerId }) => customerId);
  for (const customer of customers) {
    const random = customer.random.fork("conversations");
    const people: readonly Row[] = contacts.get(customer.id) ?? [];
    const count = Math.min(MAX_CONVERSATIONS, random.around(0.8 + 8 * customer.busyness));
    for (let number = 0; number < count; number += 1) {
      const day = -random.int(0, Math.min(customer.age - 1, 180));
      const by = random.pick([customer.owner, ...usersOf("sales")]);
      const at = calendar.instant(day, random);
      const kind = random.weighted({ CALL: 45, MEETING: 15, EMAIL: 25, MESSAGE: 15 });
      const [subject, text, outcome] = random.pick(TALKS[kind] ?? []);
      story.create(
        CONVERSATION,
        { at, by },
        {
          customerId: customer.id,
          kind,
          occurredAt: at,
          subject,
          text,
          outcome,
          contactIds: people.length > 0 ? [String(random.pick(people).id)] : [],
          createdById: by.id,
        },
      );
    }
  }
}
