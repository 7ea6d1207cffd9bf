import type { Messages } from "../../platform/graph/messages.js";

/** What is said of quotes, orders and invoices where something is wrong. */
export const documentMessages: Messages = {
  total_of_lines: {
    en: "is {old}, which comes from the record's lines; change the lines instead",
    pt: "é {old}, que vem dos itens do registro; altere os itens",
    "pt-PT": "é {old}, que vem dos itens do registo; altere os itens",
  },
  number_repeated: {
    en: "is also in line {line} of the file, which says otherwise; correct one of them, or skip the row",
    pt: "também está na linha {line} do arquivo, que diz outra coisa; corrija uma delas ou ignore a linha",
    "pt-PT":
      "também está na linha {line} do ficheiro, que diz outra coisa; corrija uma delas ou ignore a linha",
  },
  another_currency: {
    en: "is in {other}, but the document is in {currency}; correct one of them",
    pt: "está em {other}, mas o documento está em {currency}; corrija um dos dois",
  },
  negative_total: { en: "add up to less than 0", pt: "somam menos que 0" },
  total_missing: {
    en: "no total: it is imported as 0.00",
    pt: "sem total: é importado como 0,00",
  },
  lines_not_total: {
    en: "differs from what its lines come to with tax, {lines}; correct one of them, for example with a tax rate, a discount or a line for the rest",
    pt: "não é a soma dos itens com imposto, {lines}; corrija um deles, por exemplo com uma alíquota, um desconto ou um item para a diferença",
  },
  line_with_mistake: {
    en: "has a line with an error, in row {line}; correct it, or skip that row",
    pt: "tem um item com erro, na linha {line}; corrija-o ou ignore essa linha",
  },
  line_repriced: {
    en: "is not {said}; the line is read as {read}",
    pt: "não é {said}; o item é lido como {read}",
  },
  line_total_net: {
    en: "is read as the net amount of the line; {rate}% of tax is added",
    pt: "é lido como o valor líquido do item; somam-se {rate}% de imposto",
    "pt-PT": "é lido como o valor líquido da linha; acrescem {rate}% de imposto",
  },
  too_many_lines: {
    en: "has more than {max} lines; split it",
    pt: "tem mais de {max} itens; divida-o",
  },
  transition_not_allowed: {
    en: "cannot change from {from} to {to}; possible from there: {allowed}",
    pt: "não pode passar de {from} para {to}; possíveis a partir daí: {allowed}",
  },
  locked_by_status: {
    en: "can no longer change in status {from}, only in {allowed}",
    pt: "não pode mais mudar na situação {from}, só em {allowed}",
    "pt-PT": "já não pode mudar no estado {from}, só em {allowed}",
  },
};
