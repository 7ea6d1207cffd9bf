import type { webhooks as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const webhooks: Partial<Record<keyof typeof english, string>> = {
  "webhooks.urlMissing": "Indique para onde os eventos são enviados.",
  "webhooks.eventsMissing": "Indique pelo menos um evento.",
  "webhooks.state.failing": "A falhar",
  "webhooks.newSecretText":
    "Durante 24 horas os eventos também são assinados com o segredo antigo, para que o seu programa possa trocar.",
  "webhooks.deleteTitle": "Eliminar o webhook?",
  "webhooks.secretOnce":
    "Copie o segredo agora. Só é mostrado aqui; com ele o seu programa confirma que os eventos são nossos.",
  "webhooks.status.PENDING": "A aguardar",
  "webhooks.sentAgain": "Está a ser enviado de novo.",
};
