import type { Messages } from "../../platform/graph/messages.js";

/** What is said of promises to pay where something is wrong. */
export const promiseMessages: Messages = {
  before_it_was_promised: {
    en: "is before the day on which it was promised",
    pt: "é anterior ao dia em que foi prometido",
  },
  not_to_be_promised: {
    en: "is no authorised sales invoice of this customer in {currency}",
    pt: "não é uma fatura de venda autorizada deste cliente em {currency}",
  },
};
