import type { Messages } from "../../platform/graph/messages.js";

/** What is said of webhooks where something is wrong. */
export const webhookMessages: Messages = {
  url_with_password: {
    en: "must not contain a user name or password",
    pt: "não pode conter nome de usuário nem senha",
    "pt-PT": "não pode conter nome de utilizador nem palavra-passe",
  },
  https_required: { en: "must start with https://", pt: "deve começar com https://" },
  private_address: {
    en: "points to a private network, where webhooks are not sent",
    pt: "aponta para uma rede privada, para a qual webhooks não são enviados",
  },
  unknown_event: {
    en: "is not an event; the events are {known}",
    pt: "não é um evento; os eventos são {known}",
  },
  webhook_off: {
    en: "belongs to a webhook that is turned off; turn it on first",
    pt: "é de um webhook desativado; ative-o primeiro",
  },
};
