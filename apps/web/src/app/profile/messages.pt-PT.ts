import type { profile as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const profile: Partial<Record<keyof typeof english, string>> = {
  "profile.copyTaxId": "Copiar n.º fiscal",
  "profile.gone": "Este cliente não existe ou foi eliminado.",
  "profile.loading": "A carregar o cliente…",
  "profile.contact": "Contacto",
  "profile.legalNameMissing": "Um cliente precisa de nome legal.",
  "profile.openWebsite": "Abrir o sítio web",
  "profile.next": "Cliente seguinte",
  "profile.tab.details": "Dados de contacto",
  "profile.tab.documents": "Encomendas e faturas",
  "profile.tab.deals": "Propostas e orçamentos",
  "profile.tab.files": "Ficheiros",
  "profile.copyLink": "Copiar ligação",
  "profile.linkCopied": "Ligação copiada.",
  "profile.restore": "Recuperar",
  "profile.restored": "“{name}” foi recuperado.",
};
