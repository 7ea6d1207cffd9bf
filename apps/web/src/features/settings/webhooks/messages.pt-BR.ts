import type { webhooks as english } from "./messages.en.js";

/** Settings > Webhooks. */
export const webhooks: Record<keyof typeof english, string> = {
  "webhooks.hint":
    "Um webhook envia eventos a uma URL sua, em ordem, assinados conforme a especificação Standard Webhooks.",
  "webhooks.failed": "Não foi possível carregar os webhooks.",
  "webhooks.none": "Nenhum webhook ainda. Adicione um para manter outro programa atualizado.",
  "webhooks.new": "Novo webhook",
  "webhooks.edit": "Editar webhook",
  "webhooks.url": "URL",
  "webhooks.urlHint": "Para onde os eventos são enviados. Deve começar com https://.",
  "webhooks.urlMissing": "Informe a URL que recebe os eventos.",
  "webhooks.description": "Para que serve?",
  "webhooks.purpose": "Finalidade",
  "webhooks.events": "Eventos",
  "webhooks.eventsHint":
    "Escolha eventos ou digite um padrão: customer.created, invoice.* para um tipo de registro, * para tudo.",
  "webhooks.eventsMissing": "Escolha ao menos um evento.",
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
    "Durante 24 horas, os eventos também são assinados com o segredo antigo, para que você possa atualizar seu programa.",
  "webhooks.deleteTitle": "Excluir o webhook?",
  "webhooks.deleteText": "Nada mais será enviado a {url}, e o histórico de envios será excluído.",
  "webhooks.secret": "Segredo",
  "webhooks.secretReady": "O segredo está pronto",
  "webhooks.secretOnce":
    "Copie o segredo agora: ele só é mostrado uma vez. Seu programa o usa para verificar que os eventos são nossos.",
  "webhooks.deliveries": "Envios recentes",
  "webhooks.noDeliveries": "Nenhum envio ainda.",
  "webhooks.status.PENDING": "Pendente",
  "webhooks.status.DELIVERED": "Entregue",
  "webhooks.status.FAILED": "Falhou",
  "webhooks.attempts": "{count, plural, one {# tentativa} other {# tentativas}}",
  "webhooks.sendAgain": "Reenviar",
  "webhooks.sendAgainOf": "Reenviar {event}",
  "webhooks.sentAgain": "O evento está sendo reenviado.",
};
