/** The playground and the page for developers. */
export const developers = {
  "developers.lead":
    "Everything in this app is in one graph. Other services read and write it over GraphQL, with the same rules and rights as people.",
  "developers.endpoint": "Endpoint",
  "developers.copyEndpoint": "Copy endpoint",
  "developers.copyHeader": "Copy header",
  "developers.authentication": "Authentication",
  "developers.authenticationHint":
    "An API key takes the place of a person. Keep it in the environment, never in code.",
  "developers.manageKeys": "Make and revoke keys",
  "developers.idempotency": "Safe to repeat",
  "developers.idempotencyHint":
    "A mutation with this header is executed once, however often it is sent.",
  "developers.openPlayground": "Open playground",
  "developers.examples": "Examples",
  "developers.examplesReal": "They run as they stand: the ids are of a customer of yours.",
  "developers.examplesMade":
    "The ids are made up; add a customer and they become the ids of a real one.",
  "developers.try": "Try in the playground",
  "developers.loading": "Loading the playground…",
  "developers.snippet": "As code",
  "developers.snippetEmpty": "Write an operation, and it stands here as a program.",
  "developers.viewAs": "View as",
  "developers.viewAsYourself": "As yourself",
  "developers.viewAsRole": "View as {role}",
  "developers.viewingAs":
    "These are the answers that {role} gets. You can only read, and each request is logged.",
  "developers.cost": "Cost: {requested} of {limit} records",
  "developers.costOver":
    "Cost: {requested} records, more than the {limit} that are answered. Ask for shorter pages.",
  "developers.costUnknown": "Cost: known as soon as the operation is complete",
  "developers.costs": "Cost",
  "developers.costsHint":
    "Each answer says what its operation cost: about the records that it may read. The playground shows it while you type.",
  "developers.example.list": "List customers",
  "developers.exampleHint.list": "Filtered, sorted, page by page.",
  "developers.example.profile": "A profile with everything",
  "developers.exampleHint.profile": "One customer, its figures and its records in one request.",
  "developers.example.byTaxId": "Find by tax ID",
  "developers.exampleHint.byTaxId": "By a key that your system knows, in any notation.",
  "developers.example.create": "Add a customer",
  "developers.exampleHint.create": "With the id that it has in your system.",
  "developers.example.upsert": "Keep customers in step",
  "developers.exampleHint.upsert":
    "Makes or changes them by the ids of your system, 1,000 at once.",
  "developers.example.import": "Import a spreadsheet",
  "developers.exampleHint.import": "Upload the file, then let it be matched and checked.",
} as const;
