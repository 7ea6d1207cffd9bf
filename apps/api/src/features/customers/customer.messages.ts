import type { Messages } from "../../platform/graph/messages.js";

/** What is said of customers where something is wrong. */
export const customerMessages: Messages = {
  ids_or_filter: {
    en: "are given either as ids or by search and filter",
    pt: "são informados ou por ids, ou por busca e filtro",
  },
  count_changed: {
    en: "was {expected}, but {found} match by now; look at the list again",
    pt: "era {expected}, mas agora são {found}; veja a lista de novo",
  },
  tax_id_taken: {
    en: "is the tax ID of {legalName} ({number})",
    pt: "é o CNPJ, CPF ou NIF de {legalName} ({number})",
  },
  archive_instead: {
    en: "is set by archiving; use archiveCustomers",
    pt: "é definido ao arquivar; use archiveCustomers",
  },
  exactly_one: { en: "needs exactly one key", pt: "precisa de exatamente uma chave" },
  taken_by: {
    en: "belongs to {name} already; correct it, or update that one",
    pt: "já pertence a {name}; corrija, ou atualize esse registro",
  },
  taken_in_trash: {
    en: "belongs to {name} in the trash; restore that one, or give another",
    pt: "pertence a {name}, na lixeira; restaure esse registro, ou informe outro",
  },
  unknown_owner: {
    en: "is nobody who can sign in; the owner is left as it is",
    pt: "não é ninguém com acesso; o responsável fica como está",
  },
  tax_id_padded: {
    en: "lost leading zeros in the spreadsheet and is read as {padded}",
    pt: "perdeu zeros à esquerda na planilha e é lido como {padded}",
  },
  tax_id_placeholder: {
    en: "says that there is none, and stays empty",
    pt: "diz que não há, e fica vazio",
  },
  tax_id_unverified: {
    en: "has no known country and could not be verified",
    pt: "não tem país conhecido e não pôde ser verificado",
  },
  address_incomplete: {
    en: "needs a street, a city or a postal code beside the country",
    pt: "precisa de rua, cidade ou código postal, além do país",
  },
  address_missing: {
    en: "address missing: neither street nor city nor postal code is known",
    pt: "endereço em falta: não há rua, cidade nem código postal",
  },
  phone_not_full: {
    en: "is not a full number of its country and is kept as it is written; add the area code",
    pt: "não é um número completo do país e fica como está escrito; acrescente o DDD ou indicativo",
  },
  address_split: {
    en: "is taken apart: {parts}",
    pt: "é separado em partes: {parts}",
  },
  address_not_split: {
    en: "could not be taken apart for sure and stands whole in the street; write its parts into cells of their own",
    pt: "não pôde ser separado com certeza e fica inteiro na rua; escreva as partes em células próprias",
  },
  address_repeated: {
    en: "repeats what other cells of the row say and is read as {text}",
    pt: "repete o que outras células da linha dizem e é lido como {text}",
  },
  has_kept_records: {
    en: "{legalName} ({number}) has records that must be kept; archive it instead",
    pt: "{legalName} ({number}) tem registros que precisam ser mantidos; arquive em vez de excluir",
  },
  main_address: {
    en: "is the main address, which is changed with its customer",
    pt: "é o endereço principal, que é alterado com o cliente",
  },
};
