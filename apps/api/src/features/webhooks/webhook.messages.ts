import type { Messages } from "../../platform/graph/messages.js";

/** What is said of webhooks where something is wrong. */
export const webhookMessages: Messages = {
  url_with_password: {
    en: "must not hold a user name or password",
    pt: "não pode conter nome de usuário nem senha",
  },
  https_required: { en: "must begin with https://", pt: "deve começar com https://" },
  private_address: {
    en: "leads into a private network, where webhooks are not sent",
    pt: "leva a uma rede privada, para a qual webhooks não são enviados",
  },
  unknown_event: {
    en: "is no event; there are {known}",
    pt: "não é um evento; há {known}",
  },
  webhook_off: {
    en: "is of a webhook that is switched off; switch it on first",
    pt: "é de um webhook desativado; ative-o primeiro",
  },
};
