import type { entry as english } from "./messages.en.js";

/** Where Portugal says it otherwise than Brazil. */
export const entry: Partial<Record<keyof typeof english, string>> = {
  "entry.signIn": "Iniciar sessão",
  "entry.password": "Palavra-passe",
  "entry.showPassword": "Mostrar ou ocultar a palavra-passe",
  "entry.signInFailed": "E-mail ou palavra-passe incorretos.",
  "entry.tooManyTries":
    "Demasiadas tentativas. Aguarde {seconds, plural, one {# segundo} other {# segundos}} e tente novamente.",
  "entry.tooManyTriesMinutes":
    "Demasiadas tentativas a partir desta rede. Aguarde {minutes, plural, one {# minuto} other {# minutos}} ou use um navegador em que já tenha iniciado sessão.",
  "entry.tooManyTriesHours":
    "Demasiadas tentativas a partir desta rede. Aguarde {hours, plural, one {# hora} other {# horas}} ou use um navegador em que já tenha iniciado sessão.",
  "entry.serverUnreachable":
    "Não foi possível contactar o servidor. Verifique a sua ligação e tente novamente.",
  "entry.serverFailed": "Algo correu mal no servidor. Tente novamente dentro de momentos.",
  "entry.emailMissing": "Indique o seu e-mail.",
  "entry.passwordMissing": "Indique a sua palavra-passe.",
  "entry.nameMissing": "Indique o seu nome.",
  "entry.passwordRule": "Pelo menos 8 carateres, e difícil de adivinhar.",
  "entry.passwordShort": "Use pelo menos 8 carateres.",
  "entry.passwordLong": "Use no máximo 128 carateres.",
  "entry.join": "Escolha a sua palavra-passe",
  "entry.joinHint": "Vai iniciar sessão com o seu e-mail e esta palavra-passe.",
  "entry.joinButton": "Guardar e entrar",
  "entry.joinIncomplete":
    "Esta ligação está incompleta. Abra-a novamente a partir da mensagem que recebeu.",
  "entry.joinExpired": "Esta ligação expirou ou já foi usada. Peça uma nova a um administrador.",
  "entry.forgot": "Esqueceu-se da palavra-passe? Peça a um administrador uma ligação para a repor.",
  "entry.tokenMissing": "Abra a ligação que o servidor mostrou ao arrancar pela primeira vez.",
  "entry.tokenUsed": "Esta ligação já foi usada. Inicie sessão com a conta criada por ela.",
  "entry.firstAdminDue":
    "Ainda não há nenhuma conta. Abra a ligação mostrada no terminal (ou no registo) do servidor para criar a primeira. Se não a encontrar, pare o servidor com Ctrl-C e execute npm start novamente para obter outra.",
  "entry.start": "Como quer começar?",
  "entry.startDemoHint":
    "Clientes, projetos, encomendas e faturas para conhecer o sistema. Pode removê-los depois.",
  "entry.startEmptyHint": "Adicione o seu primeiro cliente ou importe uma folha de cálculo.",
  "entry.notFoundHint": "Verifique o endereço. A página pode ter sido eliminada.",
  "entry.notLoadedHint": "Abre sozinha quando a ligação voltar. O que escreveu continua guardado.",
  "entry.broken": "Algo correu mal nesta página",
  "entry.brokenHint":
    "O que guardou está seguro. Recarregue a página; se voltar a acontecer, avise o administrador.",
  "entry.codeTitle": "Mais um passo",
  "entry.codeHint":
    "Indique o código de seis algarismos da sua aplicação de autenticação ou um dos seus códigos de reserva.",
  "entry.codeMissing": "Indique o código.",
  "entry.stepExpired": "O tempo acabou. Indique novamente a palavra-passe.",
  "entry.signInWith": "Iniciar sessão com {name}",
  "entry.sso.unverified":
    "O seu fornecedor não verificou o seu endereço de e-mail. Verifique-o lá e tente novamente.",
  "entry.sso.disabled": "A sua conta está desativada. Fale com um administrador.",
  "entry.sso.failed": "Não foi possível iniciar sessão com o seu fornecedor. Tente novamente.",
  "entry.sso.unknown": "Não há nenhuma conta com o seu e-mail. Peça um convite a um administrador.",
  "entry.firstAdmin":
    "Crie a primeira conta. Será de administrador e poderá convidar as outras pessoas.",
  "entry.emailInvalid": "Indique um e-mail válido.",
  "entry.demoLoading": "A carregar os dados de exemplo. Pode demorar até um minuto.",
};
