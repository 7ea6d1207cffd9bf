import type { webhooks as english } from "./messages.en.js";

/** Settings > Webhooks. */
export const webhooks: Record<keyof typeof english, string> = {
  "webhooks.hint":
    "Um webhook envia o que se faz aqui a um endereço seu, em ordem, assinado como definem os Standard Webhooks.",
  "webhooks.failed": "Não foi possível carregar os webhooks.",
  "webhooks.none":
    "Ainda não há webhook. Um programa que acompanha o que se faz aqui precisa de um.",
  "webhooks.new": "Novo webhook",
  "webhooks.edit": "Editar webhook",
  "webhooks.url": "Endereço",
  "webhooks.urlHint": "Para onde os eventos são enviados; começa com https://.",
  "webhooks.urlMissing": "Diga para onde os eventos são enviados.",
  "webhooks.description": "Para que serve?",
  "webhooks.purpose": "Finalidade",
  "webhooks.events": "Eventos",
  "webhooks.eventsHint":
    "Escolha, ou escreva: customer.created, invoice.* para tudo de um registro, * para tudo.",
  "webhooks.eventsMissing": "Informe ao menos um evento.",
  "webhooks.state.on": "Ativo",
  "webhooks.state.failing": "Falhando",
  "webhooks.state.off": "Desativado",
  "webhooks.switchedOff": "Desativado em",
  "webhooks.failingSince": "Falha desde",
  "webhooks.retryAt": "Próxima tentativa",
  "webhooks.switchOn": "Ativar",
  "webhooks.switchOff": "Desativar",
  "webhooks.newSecret": "Novo segredo",
  "webhooks.newSecretTitle": "Criar um novo segredo?",
  "webhooks.newSecretText":
    "Durante 24 horas os eventos também são assinados com o segredo antigo, para que seu programa possa trocar.",
  "webhooks.deleteTitle": "Excluir o webhook?",
  "webhooks.deleteText": "Nada mais é enviado a {url}, e o que foi enviado é esquecido.",
  "webhooks.secret": "Segredo",
  "webhooks.secretReady": "O segredo está pronto",
  "webhooks.secretOnce":
    "Copie o segredo agora. Ele só é mostrado aqui; com ele seu programa confere se os eventos são nossos.",
  "webhooks.deliveries": "Últimos envios",
  "webhooks.noDeliveries": "Nada foi enviado ainda.",
  "webhooks.status.PENDING": "Aguardando",
  "webhooks.status.DELIVERED": "Recebido",
  "webhooks.status.FAILED": "Abandonado",
  "webhooks.attempts": "{count, plural, one {# tentativa} other {# tentativas}}",
  "webhooks.sendAgain": "Enviar de novo",
  "webhooks.sendAgainOf": "Enviar {event} de novo",
  "webhooks.sentAgain": "Está sendo enviado de novo.",
};
