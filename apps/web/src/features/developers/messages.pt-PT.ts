import type { developers as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const developers: Partial<Record<keyof typeof english, string>> = {
  "developers.lead":
    "Tudo nesta aplicação está disponível numa só API GraphQL. Outros serviços leem e escrevem os mesmos dados, com as mesmas regras e permissões das pessoas.",
  "developers.examplesReal": "Funcionam tal como estão: os IDs são de um dos seus clientes.",
  "developers.try": "Experimentar no playground",
  "developers.loading": "A carregar o playground…",
  "developers.exampleHint.profile": "Um cliente, os seus números e os seus registos num só pedido.",
  "developers.example.byTaxId": "Encontrar pelo NIF",
  "developers.example.import": "Importar uma folha de cálculo",
  "developers.exampleHint.import": "Envie o ficheiro; as colunas são reconhecidas e verificadas.",
  "developers.viewAsYourself": "Com o seu perfil",
  "developers.viewingAs":
    "Vê o que o perfil {role} receberia. O acesso é só de leitura, e cada pedido fica registado.",
  "developers.viewingLimited.OWN":
    "Este perfil vê só os clientes de cada responsável: aqui aparecem os seus.",
  "developers.viewingLimited.TEAM":
    "Este perfil vê só os clientes das equipas de cada pessoa: aqui aparecem os das suas equipas.",
  "developers.cost": "Custo: {requested} de {limit} registos",
  "developers.costOver":
    "Custo: {requested} registos, acima do limite de {limit}. Peça páginas mais pequenas.",
  "developers.costsHint":
    "Cada resposta inclui o custo da operação: aproximadamente o número de registos que pode ler. O playground mostra-o enquanto escreve.",
  "developers.authenticationHint":
    "Os programas autenticam-se com uma chave de API. Guarde-a numa variável de ambiente, nunca no código.",
  "developers.manageKeys": "Gerir chaves de API",
  "developers.examplesMade":
    "Os IDs são fictícios; depois de adicionar um cliente, aparecem IDs reais.",
  "developers.snippetEmpty": "Escreva uma operação para a ver como código.",
  "developers.exampleHint.create": "Com o respetivo ID no seu sistema.",
  "developers.exampleHint.upsert":
    "Cria ou atualiza pelos IDs do seu sistema, até 1000 de uma vez.",
  "developers.idempotencyHint":
    "Uma mutação enviada com este cabeçalho é executada uma só vez: ao repetir, recebe a primeira resposta.",
};
