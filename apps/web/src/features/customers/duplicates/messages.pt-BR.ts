import type { duplicates as english } from "./messages.en.js";

/** Customers that may be there twice. */
export const duplicates: Record<keyof typeof english, string> = {
  "duplicates.title": "Possíveis duplicados",
  "duplicates.hint":
    "Clientes que talvez estejam cadastrados duas vezes, os mais prováveis primeiro. O que você separa não é proposto de novo.",
  "duplicates.comparing": "Os clientes estão sendo comparados; pode haver mais pares.",
  "duplicates.one": "Cliente",
  "duplicates.other": "Pode ser o mesmo que",
  "duplicates.reasons": "Motivo",
  "duplicates.score": "Semelhança",
  "duplicates.failed": "Não foi possível carregar os possíveis duplicados.",
  "duplicates.none": "Não há dois clientes que pareçam ser o mesmo.",
  "duplicates.back": "Ir para os clientes",
  "duplicates.tellApart": "Não é duplicado",
  "duplicates.dismissed": "“{one}” e “{other}” não são o mesmo cliente.",
  "duplicates.reason.SAME_TAX_ID": "Mesmo documento",
  "duplicates.reason.SAME_EMAIL": "Mesmo e-mail",
  "duplicates.reason.SAME_PHONE": "Mesmo telefone",
  "duplicates.reason.SAME_DOMAIN": "Mesmo domínio",
  "duplicates.reason.SIMILAR_NAME": "Nome parecido",
};
