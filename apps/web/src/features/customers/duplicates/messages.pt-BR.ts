import type { duplicates as english } from "./messages.en.js";

/** Customers that may be there twice. */
export const duplicates: Record<keyof typeof english, string> = {
  "duplicates.title": "Possíveis duplicados",
  "duplicates.hint":
    "Clientes que podem ter sido cadastrados duas vezes, os mais prováveis primeiro. Os pares que você descartar não serão sugeridos de novo.",
  "duplicates.comparing": "Os clientes ainda estão sendo comparados; outros pares podem aparecer.",
  "duplicates.one": "Cliente",
  "duplicates.other": "Possível duplicado de",
  "duplicates.reasons": "Motivo",
  "duplicates.score": "Semelhança",
  "duplicates.failed": "Não foi possível carregar os possíveis duplicados.",
  "duplicates.none": "Nenhum duplicado encontrado.",
  "duplicates.back": "Voltar aos clientes",
  "duplicates.tellApart": "Não é duplicado",
  "duplicates.dismissed": "“{one}” e “{other}” não são duplicados.",
  "duplicates.reason.SAME_TAX_ID": "Mesmo CNPJ/CPF",
  "duplicates.reason.SAME_EMAIL": "Mesmo e-mail",
  "duplicates.reason.SAME_PHONE": "Mesmo telefone",
  "duplicates.reason.SAME_DOMAIN": "Mesmo domínio",
  "duplicates.reason.SIMILAR_NAME": "Nome parecido",
};
