import type { developers as english } from "./messages.en.js";

/** The playground and the page for developers. */
export const developers: Record<keyof typeof english, string> = {
  "developers.lead":
    "Tudo neste aplicativo está disponível em uma só API GraphQL. Outros serviços leem e gravam os mesmos dados, com as mesmas regras e permissões das pessoas.",
  "developers.endpoint": "Endpoint",
  "developers.copyEndpoint": "Copiar endpoint",
  "developers.copyHeader": "Copiar cabeçalho",
  "developers.authentication": "Autenticação",
  "developers.authenticationHint":
    "Programas se autenticam com uma chave de API. Guarde-a em uma variável de ambiente, nunca no código.",
  "developers.manageKeys": "Gerenciar chaves de API",
  "developers.idempotency": "Idempotência",
  "developers.idempotencyHint":
    "Uma mutação enviada com este cabeçalho é executada uma só vez: ao repetir, você recebe a primeira resposta.",
  "developers.openPlayground": "Abrir playground",
  "developers.examples": "Exemplos",
  "developers.examplesReal": "Funcionam como estão: os IDs são de um dos seus clientes.",
  "developers.examplesMade":
    "Os IDs são fictícios; depois que você adicionar um cliente, aparecem IDs reais.",
  "developers.try": "Testar no playground",
  "developers.loading": "Carregando o playground…",
  "developers.snippet": "Código",
  "developers.snippetEmpty": "Escreva uma operação para vê-la como código.",
  "developers.viewAs": "Ver como",
  "developers.viewAsYourself": "Como você",
  "developers.viewAsRole": "Ver como {role}",
  "developers.viewingAs":
    "Você vê o que o perfil {role} receberia. O acesso é somente de leitura, e cada requisição fica registrada.",
  "developers.viewingLimited.OWN":
    "Este perfil vê só os clientes de cada responsável: você vê os seus.",
  "developers.viewingLimited.TEAM":
    "Este perfil vê só os clientes das equipes de cada pessoa: você vê os das suas equipes.",
  "developers.cost": "Custo: {requested} de {limit} registros",
  "developers.costOver":
    "Custo: {requested} registros, acima do limite de {limit}. Peça páginas menores.",
  "developers.costUnknown": "Custo: aparece quando a operação estiver completa",
  "developers.costs": "Custo",
  "developers.costsHint":
    "Cada resposta inclui o custo da operação: aproximadamente o número de registros que ela pode ler. O playground o mostra enquanto você digita.",
  "developers.example.list": "Listar clientes",
  "developers.exampleHint.list": "Filtrados, ordenados, página por página.",
  "developers.example.profile": "Um perfil completo",
  "developers.exampleHint.profile":
    "Um cliente, seus números e seus registros em uma só requisição.",
  "developers.example.byTaxId": "Encontrar pelo CNPJ/CPF",
  "developers.exampleHint.byTaxId":
    "Por um identificador que o seu sistema conhece, em qualquer formato.",
  "developers.example.create": "Adicionar um cliente",
  "developers.exampleHint.create": "Com o ID dele no seu sistema.",
  "developers.example.upsert": "Sincronizar clientes",
  "developers.exampleHint.upsert":
    "Cria ou atualiza pelos IDs do seu sistema, até 1.000 de uma vez.",
  "developers.example.import": "Importar uma planilha",
  "developers.exampleHint.import": "Envie o arquivo; as colunas são reconhecidas e verificadas.",
};
