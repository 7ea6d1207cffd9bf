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
  "entry.sso.unknown": "Não há conta com o seu e-mail. Peça um convite a um administrador.",
  "entry.sso.unverified":
    "Seu provedor não verificou seu endereço de e-mail. Verifique-o lá e tente de novo.",
  "entry.sso.disabled": "Sua conta está desativada. Fale com um administrador.",
  "entry.sso.failed": "Não foi possível entrar com o seu provedor. Tente de novo.",
  "entry.codeTitle": "Mais uma etapa",
  "entry.code": "Código",
  "entry.codeHint":
    "Informe o código de seis dígitos do seu aplicativo autenticador ou um dos seus códigos reserva.",
  "entry.codeMissing": "Informe o código.",
  "entry.codeWrong": "O código está incorreto, expirou ou já foi usado.",
  "entry.stepExpired": "O tempo acabou. Informe a senha de novo.",
  "entry.back": "Voltar",
  "entry.tooManyTries":
    "Muitas tentativas. Aguarde {seconds, plural, one {# segundo} other {# segundos}} e tente de novo.",
  "entry.tooManyTriesMinutes":
    "Muitas tentativas a partir desta rede. Aguarde {minutes, plural, one {# minuto} other {# minutos}} ou use um navegador em que você já entrou antes.",
  "entry.tooManyTriesHours":
    "Muitas tentativas a partir desta rede. Aguarde {hours, plural, one {# hora} other {# horas}} ou use um navegador em que você já entrou antes.",
  "entry.serverUnreachable":
    "Não foi possível conectar ao servidor. Verifique sua conexão e tente de novo.",
  "entry.serverFailed": "Algo deu errado no servidor. Tente de novo em instantes.",
  "entry.emailMissing": "Informe seu e-mail.",
  "entry.passwordMissing": "Informe sua senha.",
  "entry.language": "Idioma",
  "entry.welcome": "Boas-vindas ao Clientela",
  "entry.firstAdmin":
    "Crie a primeira conta. Ela será de administrador e poderá convidar as outras pessoas.",
  "entry.firstAdminDue":
    "Ainda não há nenhuma conta. Abra o link exibido no terminal (ou no log) do servidor para criar a primeira. Se não o encontrar, pare o servidor com Ctrl-C e execute npm start de novo para obter outro.",
  "entry.name": "Nome",
  "entry.nameMissing": "Informe seu nome.",
  "entry.emailInvalid": "Informe um e-mail válido.",
  "entry.passwordRule": "Pelo menos 8 caracteres, e difícil de adivinhar.",
  "entry.passwordShort": "Use pelo menos 8 caracteres.",
  "entry.passwordLong": "Use no máximo 128 caracteres.",
  "entry.join": "Escolha sua senha",
  "entry.joinHint": "Você vai entrar com o seu e-mail e esta senha.",
  "entry.joinButton": "Salvar e entrar",
  "entry.joinIncomplete":
    "Este link está incompleto. Abra-o de novo a partir da mensagem que você recebeu.",
  "entry.joinExpired": "Este link expirou ou já foi usado. Peça um novo a um administrador.",
  "entry.forgot": "Esqueceu a senha? Peça a um administrador um link para redefini-la.",
  "entry.createAccount": "Criar conta",
  "entry.tokenMissing": "Abra o link que o servidor exibiu ao iniciar pela primeira vez.",
  "entry.tokenUsed": "Este link já foi usado. Entre com a conta criada por ele.",
  "entry.start": "Como você quer começar?",
  "entry.startDemo": "Com dados de exemplo",
  "entry.startDemoHint":
    "Clientes, projetos, pedidos e faturas para conhecer o sistema. Você pode removê-los depois.",
  "entry.startEmpty": "Do zero",
  "entry.startEmptyHint": "Adicione seu primeiro cliente ou importe uma planilha.",
  "entry.demoLoading": "Carregando os dados de exemplo. Pode levar até um minuto.",
  "entry.demoFailed": "Não foi possível carregar os dados de exemplo.",
  "entry.goToCustomers": "Ir para clientes",
  "entry.notFound": "Esta página não existe",
  "entry.notFoundHint": "Confira o endereço. A página pode ter sido excluída.",
  "entry.broken": "Algo deu errado nesta página",
  "entry.brokenHint":
    "O que você salvou está seguro. Recarregue a página; se acontecer de novo, avise o administrador.",
  "entry.notLoaded": "Não foi possível carregar esta página",
  "entry.notLoadedHint":
    "Ela abre sozinha quando a conexão voltar. O que você digitou continua guardado.",
  "entry.reload": "Recarregar",
};
