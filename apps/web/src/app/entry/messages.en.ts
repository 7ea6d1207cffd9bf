/** What is shown before a person is signed in, and when something breaks. */
export const entry = {
  "entry.product": "Clientela",
  "entry.signIn": "Sign in",
  "entry.email": "E-mail",
  "entry.password": "Password",
  "entry.showPassword": "Show or hide the password",
  "entry.signInFailed": "Incorrect e-mail or password.",
  "entry.or": "or",
  "entry.signInWith": "Sign in with {name}",
  "entry.sso.unknown":
    "There is no account for your e-mail address. Ask an administrator to invite you.",
  "entry.sso.unverified":
    "Your provider has not verified your e-mail address. Verify it there, then try again.",
  "entry.sso.disabled": "Your account is disabled. Contact an administrator.",
  "entry.sso.failed": "Signing in with your provider failed. Try again.",
  "entry.codeTitle": "One more step",
  "entry.code": "Code",
  "entry.codeHint":
    "Enter the six-digit code from your authenticator app, or one of your backup codes.",
  "entry.codeMissing": "Enter the code.",
  "entry.codeWrong": "The code is incorrect, has expired or has already been used.",
  "entry.stepExpired": "This took too long. Enter your password again.",
  "entry.back": "Back",
  "entry.tooManyTries":
    "Too many attempts. Wait {seconds, plural, one {# second} other {# seconds}} and try again.",
  "entry.tooManyTriesMinutes":
    "Too many attempts from this network. Wait {minutes, plural, one {# minute} other {# minutes}}, or use a browser you have signed in with before.",
  "entry.tooManyTriesHours":
    "Too many attempts from this network. Wait {hours, plural, one {# hour} other {# hours}}, or use a browser you have signed in with before.",
  "entry.serverUnreachable": "The server cannot be reached. Check your connection and try again.",
  "entry.serverFailed": "Something went wrong on the server. Try again in a moment.",
  "entry.emailMissing": "Enter your e-mail.",
  "entry.passwordMissing": "Enter your password.",
  "entry.language": "Language",
  "entry.welcome": "Welcome to Clientela",
  "entry.firstAdmin":
    "Create the first account. It is an administrator and can invite everyone else.",
  "entry.firstAdminDue":
    "There are no accounts yet. Open the link shown in the server’s terminal (or log) to create the first one. If you cannot find it, stop the server with Ctrl-C and run npm start again to get a new one.",
  "entry.name": "Name",
  "entry.nameMissing": "Enter your name.",
  "entry.emailInvalid": "Enter a valid e-mail address.",
  "entry.passwordRule": "At least 8 characters, and hard to guess.",
  "entry.passwordShort": "Use at least 8 characters.",
  "entry.passwordLong": "Use at most 128 characters.",
  "entry.join": "Choose your password",
  "entry.joinHint": "You will sign in with your e-mail and this password.",
  "entry.joinButton": "Save and sign in",
  "entry.joinIncomplete": "This link is incomplete. Open it again from the message you received.",
  "entry.joinExpired":
    "This link has expired or has already been used. Ask an administrator for a new one.",
  "entry.forgot": "Forgot your password? Ask an administrator for a link to reset it.",
  "entry.createAccount": "Create account",
  "entry.tokenMissing": "Open the link that the server printed when it first started.",
  "entry.tokenUsed": "This link has already been used. Sign in with the account it created.",
  "entry.start": "How do you want to start?",
  "entry.startDemo": "With example data",
  "entry.startDemoHint":
    "Customers, projects, orders and invoices to explore. You can remove them later.",
  "entry.startEmpty": "From scratch",
  "entry.startEmptyHint": "Add your first customer or import a spreadsheet.",
  "entry.demoLoading": "Loading the example data. This can take up to a minute.",
  "entry.demoFailed": "The example data could not be loaded.",
  "entry.goToCustomers": "Go to customers",
  "entry.notFound": "This page does not exist",
  "entry.notFoundHint": "Check the address. The page may have been deleted.",
  "entry.broken": "Something went wrong on this page",
  "entry.brokenHint":
    "What you saved is safe. Reload the page; if it happens again, tell your administrator.",
  "entry.notLoaded": "This page could not be loaded",
  "entry.notLoadedHint":
    "It opens by itself when you are online again. What you typed has been kept.",
  "entry.reload": "Reload",
} as const;
