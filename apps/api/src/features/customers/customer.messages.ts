import type { Messages } from "../../platform/graph/messages.js";

/** What is said of customers where something is wrong. */
export const customerMessages: Messages = {
  ids_or_filter: {
    en: "must be given either as ids or by search and filter, not both",
    pt: "devem ser informados por ids ou por busca e filtro, não por ambos",
  },
  count_changed: {
    en: "was {expected}, but {found} match now; check the list again",
    pt: "era {expected}, mas agora são {found}; confira a lista de novo",
    "pt-PT": "era {expected}, mas agora são {found}; verifique a lista de novo",
  },
  tax_id_taken: {
    en: "is the tax ID of {legalName} ({number})",
    pt: "é o CNPJ, CPF ou NIF de {legalName} ({number})",
    "pt-PT": "é o NIF de {legalName} ({number})",
  },
  first_missing: {
    en: "needs a first tax ID: enter that one too, or this one in its place",
    pt: "exige um primeiro documento fiscal: informe-o também, ou este no lugar dele",
    "pt-PT": "exige um primeiro número fiscal: indique-o também, ou este no lugar dele",
  },
  second_left: {
    en: "cannot be removed while there is a second tax ID; remove or move that one as well",
    pt: "não pode ser removido enquanto houver um segundo documento fiscal; remova ou mova esse também",
    "pt-PT":
      "não pode ser removido enquanto houver um segundo número fiscal; remova ou mova esse também",
  },
  second_becomes_first: {
    en: "becomes the first tax ID, as the row has no other",
    pt: "passa a ser o primeiro documento fiscal, pois a linha não tem outro",
    "pt-PT": "passa a ser o primeiro número fiscal, pois a linha não tem outro",
  },
  same_kind: {
    en: "must be of another kind than the first tax ID ({kind})",
    pt: "deve ser de outro tipo que o primeiro ({kind})",
    "pt-PT": "tem de ser de outro tipo que o primeiro ({kind})",
  },
  tax_id_in_file: {
    en: "is also in line {line}, which does not have the other tax ID of this line; correct one of the two lines",
    pt: "está também na linha {line}, que não tem o outro CNPJ/CPF desta linha; corrija uma das duas linhas",
    "pt-PT":
      "está também na linha {line}, que não tem o outro NIF desta linha; corrija uma das duas linhas",
  },
  parent_circle: {
    en: "belongs to this customer itself; two companies cannot belong to each other",
    pt: "pertence a este mesmo cliente; duas empresas não podem pertencer uma à outra",
  },
  archive_instead: {
    en: "is set by archiving; use archiveCustomers",
    pt: "é definido ao arquivar; use archiveCustomers",
  },
  not_first: {
    en: "must be the first of the {list} given next to it",
    pt: "deve ser o primeiro da lista {list} informada junto",
    "pt-PT": "tem de ser o primeiro da lista {list} indicada com ele",
  },
  exactly_one: { en: "needs exactly one key", pt: "precisa de exatamente uma chave" },
  taken_by: {
    en: "already belongs to {name}; correct it, or update that record",
    pt: "já pertence a {name}; corrija, ou atualize esse registro",
    "pt-PT": "já pertence a {name}; corrija, ou atualize esse registo",
  },
  taken_in_trash: {
    en: "belongs to {name} in the trash; restore that record, or enter another value",
    pt: "pertence a {name}, na lixeira; restaure esse registro ou informe outro valor",
    "pt-PT": "pertence a {name}, no lixo; restaure esse registo ou indique outro valor",
  },
  unknown_owner: {
    en: "is not a user who can sign in; the owner is not changed",
    pt: "não é um usuário com acesso; o responsável não é alterado",
    "pt-PT": "não é um utilizador com acesso; o responsável não é alterado",
  },
  tax_id_padded: {
    en: "lost leading zeros in the spreadsheet and is read as {padded}",
    pt: "perdeu zeros à esquerda na planilha e é lido como {padded}",
    "pt-PT": "perdeu zeros à esquerda na folha de cálculo e é lido como {padded}",
  },
  tax_id_placeholder: {
    en: "is a placeholder and is left blank",
    pt: "é um valor fictício e fica em branco",
  },
  tax_id_unverified: {
    en: "has no known country and could not be verified",
    pt: "não tem país conhecido e não pôde ser verificado",
  },
  address_incomplete: {
    en: "needs a street, a city or a postal code in addition to the country",
    pt: "precisa de rua, cidade ou código postal, além do país",
  },
  address_missing: {
    en: "address missing: there is no street, city or postal code",
    pt: "sem endereço: não há rua, cidade nem CEP ou código postal",
    "pt-PT": "sem morada: não há rua, localidade nem código postal",
  },
  phone_not_full: {
    en: "is not a complete phone number in its country and is kept as written; add the area code",
    pt: "não é um número completo do país e fica como está escrito; acrescente o DDD ou indicativo",
    "pt-PT": "não é um número completo do país e fica como está escrito; acrescente o indicativo",
  },
  phone_code_unused: {
    en: "belongs to no phone number of the row and is not kept",
    pt: "não pertence a nenhum telefone da linha e não é guardado",
  },
  address_split: {
    en: "is split into: {parts}",
    pt: "é separado em partes: {parts}",
  },
  address_not_split: {
    en: "could not be split with certainty and is kept whole in the street; put its parts into separate cells",
    pt: "não pôde ser separado com certeza e fica inteiro na rua; ponha as partes em células separadas",
  },
  address_repeated: {
    en: "repeats other cells of the row and is read as {text}",
    pt: "repete outras células da linha e é lido como {text}",
  },
  has_kept_records: {
    en: "{legalName} ({number}) has records that must be kept; archive it instead",
    pt: "{legalName} ({number}) tem registros que precisam ser mantidos; arquive em vez de excluir",
    "pt-PT":
      "{legalName} ({number}) tem registos que têm de ser mantidos; arquive em vez de eliminar",
  },
  main_address: {
    en: "is the main address, which is edited on the customer",
    pt: "é o endereço principal, que é editado no cliente",
    "pt-PT": "é a morada principal, que é editada no cliente",
  },
};
