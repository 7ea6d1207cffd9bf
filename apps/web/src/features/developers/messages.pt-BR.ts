import type { developers as english } from "./messages.en.js";

/** The playground and the page for developers. */
export const developers: Record<keyof typeof english, string> = {
  "developers.lead":
    "Tudo neste aplicativo está em um só grafo. Outros serviços leem e gravam nele por GraphQL, com as mesmas regras e permissões das pessoas.",
  "developers.endpoint": "Endpoint",
  "developers.copyEndpoint": "Copiar endpoint",
  "developers.copyHeader": "Copiar cabeçalho",
  "developers.authentication": "Autenticação",
  "developers.authenticationHint":
    "Uma chave de API age no lugar de uma pessoa. Guarde-a no ambiente, nunca no código.",
  "developers.manageKeys": "Criar e revogar chaves",
  "developers.idempotency": "Pode repetir",
  "developers.idempotencyHint":
    "Uma mutação com este cabeçalho é executada uma só vez, não importa quantas vezes seja enviada.",
  "developers.openPlayground": "Abrir playground",
  "developers.examples": "Exemplos",
  "developers.examplesReal": "Funcionam como estão: os ids são de um cliente seu.",
  "developers.examplesMade":
    "Os ids são inventados; adicione um cliente e eles passam a ser os de um cliente real.",
  "developers.try": "Testar no playground",
  "developers.loading": "Carregando o playground…",
  "developers.snippet": "Como código",
  "developers.snippetEmpty": "Escreva uma operação e ela aparece aqui como programa.",
  "developers.viewAs": "Ver como",
  "developers.viewAsYourself": "Como você",
  "developers.viewAsRole": "Ver como {role}",
  "developers.viewingAs":
    "Estas são as respostas que o perfil {role} recebe. Só é possível ler, e cada requisição fica registrada.",
  "developers.cost": "Custo: {requested} de {limit} registros",
  "developers.costOver":
    "Custo: {requested} registros, mais que os {limit} que são respondidos. Peça páginas menores.",
  "developers.costUnknown": "Custo: conhecido quando a operação estiver completa",
  "developers.costs": "Custo",
  "developers.costsHint":
    "Cada resposta diz quanto a operação custou: cerca dos registros que ela pode ler. O playground mostra isso enquanto você digita.",
  "developers.example.list": "Listar clientes",
  "developers.exampleHint.list": "Com filtro e ordem, página por página.",
  "developers.example.profile": "Um perfil com tudo",
  "developers.exampleHint.profile":
    "Um cliente, seus números e seus registros em uma só requisição.",
  "developers.example.byTaxId": "Encontrar pelo CNPJ ou CPF",
  "developers.exampleHint.byTaxId": "Por uma chave que o seu sistema conhece, em qualquer notação.",
  "developers.example.create": "Adicionar um cliente",
  "developers.exampleHint.create": "Com o id que ele tem no seu sistema.",
  "developers.example.upsert": "Manter clientes em dia",
  "developers.exampleHint.upsert": "Cria ou altera pelos ids do seu sistema, até 1.000 de uma vez.",
  "developers.example.import": "Importar uma planilha",
  "developers.exampleHint.import": "Envie o arquivo; as colunas são reconhecidas e verificadas.",
};
