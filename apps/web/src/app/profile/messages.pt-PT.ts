import type { profile as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const profile: Partial<Record<keyof typeof english, string>> = {
  "profile.copyTaxId": "Copiar NIF",
  "profile.gone": "Este cliente não existe ou foi eliminado.",
  "profile.loading": "A carregar o cliente…",
  "profile.contact": "Contacto",
  "profile.legalNameMissing": "Indique a denominação social.",
  "profile.next": "Cliente seguinte",
  "profile.tab.details": "Dados de contacto",
  "profile.tab.documents": "Encomendas e faturas",
  "profile.tab.deals": "Oportunidades e orçamentos",
  "profile.tab.files": "Ficheiros",
  "profile.copyLink": "Copiar ligação",
  "profile.linkCopied": "Ligação copiada.",
  "profile.tabs": "Secções do perfil",
  "profile.termInvalid": "Indique um número de dias de 0 a 3650.",
  "profile.secondTaxId": "Segundo NIF",
  "profile.sameRoot": "{name} tem a mesma raiz de número fiscal.",
  "profile.creditLimitInvalid": "Introduza um valor acima de 0 ou deixe em branco.",
};
