import type { entry as english } from "./messages.en.js";

/** What is shown before a person is signed in, and when something breaks. */
export const entry: Record<keyof typeof english, string> = {
  "entry.product": "Clientela",
  "entry.signIn": "Entrar",
  "entry.email": "E-mail",
  "entry.password": "Senha",
  "entry.showPassword": "Mostrar ou ocultar a senha",
  "entry.signInFailed": "E-mail ou senha incorretos.",
  "entry.or": "ou",
  "entry.signInWith": "Entrar com {name}",
  "entry.sso.unknown": "Ninguém aqui tem o seu endereço. Peça um convite a um administrador.",
  "entry.sso.unverified":
    "Seu provedor não verificou seu endereço de e-mail. Verifique-o lá e tente de novo.",
  "entry.sso.disabled": "Seu acesso foi desativado. Fale com um administrador.",
  "entry.sso.failed": "Não foi possível usar a resposta do seu provedor. Tente de novo.",
  "entry.codeTitle": "Mais um passo",
  "entry.code": "Código",
  "entry.codeHint":
    "Os seis dígitos do seu aplicativo autenticador ou um dos seus códigos reserva.",
  "entry.codeMissing": "Informe o código.",
  "entry.codeWrong": "O código não está certo, expirou ou já foi usado.",
  "entry.stepExpired": "Demorou demais. Volte e informe a senha de novo.",
  "entry.back": "Voltar à senha",
  "entry.tooManyTries":
    "Muitas tentativas. Aguarde {seconds, plural, one {# segundo} other {# segundos}} e tente de novo.",
  "entry.tooManyTriesMinutes":
    "Muitas tentativas a partir daqui. Aguarde {minutes, plural, one {# minuto} other {# minutos}}, ou use um navegador em que você já entrou antes.",
  "entry.tooManyTriesHours":
    "Muitas tentativas a partir daqui. Aguarde {hours, plural, one {# hora} other {# horas}}, ou use um navegador em que você já entrou antes.",
  "entry.serverUnreachable":
    "Não foi possível falar com o servidor. Verifique a conexão e tente de novo.",
  "entry.serverFailed": "O servidor não conseguiu fazer isso. Tente de novo em instantes.",
  "entry.emailMissing": "Informe seu e-mail.",
  "entry.passwordMissing": "Informe sua senha.",
  "entry.language": "Idioma",
  "entry.welcome": "Boas-vindas ao Clientela",
  "entry.firstAdmin": "Crie a primeira conta. Ela pode fazer tudo e convidar as outras pessoas.",
  "entry.firstAdminDue":
    "Ainda ninguém tem conta aqui. Abra o link exibido no terminal (ou no log) do servidor: ele cria a primeira conta. Se não o encontrar, pare o servidor com Ctrl-C e execute npm start de novo, que exibe outro.",
  "entry.name": "Nome",
  "entry.nameMissing": "Informe seu nome.",
  "entry.emailInvalid": "Este não é um endereço de e-mail.",
  "entry.passwordRule": "Pelo menos 8 caracteres, e difícil de adivinhar.",
  "entry.passwordShort": "A senha precisa ter pelo menos 8 caracteres.",
  "entry.passwordLong": "A senha pode ter no máximo 128 caracteres.",
  "entry.join": "Escolha sua senha",
  "entry.joinHint": "Com ela e o seu e-mail você entra daqui em diante.",
  "entry.joinButton": "Salvar e entrar",
  "entry.joinIncomplete": "Este link está incompleto. Abra-o de novo na mensagem em que veio.",
  "entry.joinExpired": "Este link expirou ou já foi usado. Peça um novo a um administrador.",
  "entry.forgot": "Esqueceu a senha? Um administrador pode lhe dar um link para escolher outra.",
  "entry.createAccount": "Criar conta",
  "entry.tokenMissing":
    "Esta página precisa do link que o servidor mostrou ao iniciar pela primeira vez. Abra esse link.",
  "entry.tokenUsed": "Este link já foi usado. Entre com a conta que foi criada.",
  "entry.start": "Como você quer começar?",
  "entry.startDemo": "Com dados de exemplo",
  "entry.startDemoHint":
    "Clientes, projetos, pedidos e faturas para conhecer o sistema. Você pode removê-los depois.",
  "entry.startEmpty": "Do zero",
  "entry.startEmptyHint": "Adicione seu primeiro cliente ou importe uma planilha.",
  "entry.demoLoading": "Carregando os dados de exemplo. Leva até um minuto.",
  "entry.demoFailed": "Não foi possível carregar os dados de exemplo.",
  "entry.goToCustomers": "Ir para clientes",
  "entry.notFound": "Esta página não existe",
  "entry.notFoundHint": "O endereço pode estar errado, ou o que estava aqui foi excluído.",
  "entry.broken": "Algo quebrou nesta página",
  "entry.brokenHint":
    "O que você salvou está seguro. Carregue a página de novo; se quebrar outra vez, avise quem administra.",
  "entry.reload": "Carregar de novo",
};
