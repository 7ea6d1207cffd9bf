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
    "Demasiadas tentativas a partir daqui. Aguarde {minutes, plural, one {# minuto} other {# minutos}}, ou use um navegador em que já tenha iniciado sessão.",
  "entry.tooManyTriesHours":
    "Demasiadas tentativas a partir daqui. Aguarde {hours, plural, one {# hora} other {# horas}}, ou use um navegador em que já tenha iniciado sessão.",
  "entry.serverUnreachable":
    "Não foi possível contactar o servidor. Verifique a ligação e tente novamente.",
  "entry.serverFailed": "O servidor não conseguiu fazer isto. Tente novamente dentro de momentos.",
  "entry.emailMissing": "Indique o seu e-mail.",
  "entry.passwordMissing": "Indique a sua palavra-passe.",
  "entry.nameMissing": "Indique o seu nome.",
  "entry.passwordRule": "Pelo menos 8 carateres, e difícil de adivinhar.",
  "entry.passwordShort": "A palavra-passe precisa de ter pelo menos 8 carateres.",
  "entry.passwordLong": "A palavra-passe pode ter no máximo 128 carateres.",
  "entry.join": "Escolha a sua palavra-passe",
  "entry.joinHint": "Com ela e o seu e-mail entra a partir de agora.",
  "entry.joinButton": "Guardar e entrar",
  "entry.joinIncomplete": "Esta ligação está incompleta. Abra-a novamente na mensagem em que veio.",
  "entry.joinExpired": "Esta ligação expirou ou já foi usada. Peça uma nova a um administrador.",
  "entry.forgot":
    "Esqueceu-se da palavra-passe? Um administrador pode dar-lhe uma ligação para escolher outra.",
  "entry.tokenMissing":
    "Esta página precisa da ligação que o servidor mostrou ao arrancar pela primeira vez. Abra essa ligação.",
  "entry.tokenUsed": "Esta ligação já foi usada. Inicie sessão com a conta que foi criada.",
  "entry.firstAdminDue":
    "Ainda ninguém tem conta aqui. Abra a ligação mostrada no terminal (ou no registo) do servidor: ela cria a primeira conta. Se não a encontrar, pare o servidor com Ctrl-C e execute npm start de novo, que mostra outra.",
  "entry.start": "Como quer começar?",
  "entry.startDemoHint":
    "Clientes, projetos, encomendas e faturas para conhecer o sistema. Pode removê-los depois.",
  "entry.startEmptyHint": "Adicione o seu primeiro cliente ou importe uma folha de cálculo.",
  "entry.notFoundHint": "O endereço pode estar errado, ou o que estava aqui foi eliminado.",
  "entry.broken": "Algo falhou nesta página",
  "entry.brokenHint":
    "O que guardou está seguro. Carregue a página de novo; se falhar outra vez, avise quem administra.",
  "entry.codeTitle": "Mais um passo",
  "entry.codeHint":
    "Os seis algarismos da sua aplicação de autenticação ou um dos seus códigos de reserva.",
  "entry.codeMissing": "Indique o código.",
  "entry.codeWrong": "O código está errado, expirou ou já foi usado.",
  "entry.stepExpired": "Demorou demasiado. Volte atrás e indique de novo a palavra-passe.",
  "entry.back": "Voltar à palavra-passe",
  "entry.signInWith": "Iniciar sessão com {name}",
  "entry.sso.unverified":
    "O seu fornecedor não verificou o seu endereço de e-mail. Verifique-o lá e tente de novo.",
  "entry.sso.disabled": "O seu acesso foi desativado. Fale com um administrador.",
  "entry.sso.failed": "Não foi possível usar a resposta do seu fornecedor. Tente de novo.",
};
