import type { developers as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const developers: Partial<Record<keyof typeof english, string>> = {
  "developers.lead":
    "Tudo nesta aplicação está num só grafo. Outros serviços leem e escrevem nele por GraphQL, com as mesmas regras e permissões das pessoas.",
  "developers.examplesReal": "Funcionam tal como estão: os ids são de um cliente seu.",
  "developers.try": "Experimentar no playground",
  "developers.loading": "A carregar o playground…",
  "developers.exampleHint.profile": "Um cliente, os seus números e os seus registos num só pedido.",
  "developers.example.byTaxId": "Encontrar pelo NIF ou NIPC",
  "developers.example.import": "Importar uma folha de cálculo",
  "developers.exampleHint.import": "Envie o ficheiro; as colunas são reconhecidas e verificadas.",
  "developers.viewAsYourself": "Com o seu perfil",
  "developers.viewingAs":
    "Estas são as respostas que o perfil {role} recebe. Só pode ler, e cada pedido fica registado.",
  "developers.cost": "Custo: {requested} de {limit} registos",
  "developers.costOver":
    "Custo: {requested} registos, mais do que os {limit} que são respondidos. Peça páginas mais pequenas.",
  "developers.costsHint":
    "Cada resposta diz quanto a operação custou: cerca dos registos que pode ler. O playground mostra-o enquanto escreve.",
};
