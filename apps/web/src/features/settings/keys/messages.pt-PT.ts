import type { keySettings as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const keySettings: Partial<Record<keyof typeof english, string>> = {
  "settings.keysHint":
    "Os programas chamam o grafo com uma chave. Uma chave nunca pode mais do que a pessoa que a criou.",
  "settings.keysExamples": "Exemplos para programadores",
  "settings.keysNotForYou": "As chaves de API são dos administradores. Peça-lhes uma.",
  "settings.keyNameMissing": "Indique para que serve a chave.",
  "settings.expiry": "Válida por",
  "settings.expiresNever": "Funciona até alguém a revogar.",
  "settings.scopesMissing": "Escolha pelo menos uma coisa que a chave possa fazer.",
  "settings.verb.billing": "Alterar dados de faturação",
  "settings.keyOnce":
    "Copie a chave agora. Só é mostrada aqui; quem a tiver pode fazer o que ela permite.",
  "settings.lastUsed": "Última utilização",
  "settings.revokeText":
    "Os programas que usam esta chave são recusados de imediato. Não há volta atrás; crie outra chave em vez desta.",
};
