import type { webhooks as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const webhooks: Partial<Record<keyof typeof english, string>> = {
  "webhooks.urlMissing": "Indique o URL que recebe os eventos.",
  "webhooks.eventsMissing": "Escolha pelo menos um evento.",
  "webhooks.state.failing": "A falhar",
  "webhooks.newSecretText":
    "Durante 24 horas, os eventos também são assinados com o segredo antigo, para que possa atualizar o seu programa.",
  "webhooks.deleteTitle": "Eliminar o webhook?",
  "webhooks.secretOnce":
    "Copie o segredo agora: só é mostrado uma vez. O seu programa usa-o para verificar que os eventos são nossos.",
  "webhooks.sentAgain": "O evento está a ser reenviado.",
  "webhooks.hint":
    "Um webhook envia eventos para um URL seu, por ordem, assinados segundo a especificação Standard Webhooks.",
  "webhooks.none": "Ainda não há webhooks. Adicione um para manter outro programa atualizado.",
  "webhooks.eventsHint":
    "Escolha eventos ou escreva um padrão: customer.created, invoice.* para um tipo de registo, * para tudo.",
  "webhooks.deleteText":
    "Nada mais será enviado para {url}, e o histórico de envios será eliminado.",
  "webhooks.noDeliveries": "Ainda não há envios.",
};
