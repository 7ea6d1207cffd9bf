// Features come together in the registries alone: no module keeps what other modules register in it, or is imported for
// its side effects. What a module may keep between calls is listed here.

/** Results of pure functions, facts about one process, and in the browser the state of one page; by file. */
const MODULE_STATE = {
  "apps/api/src/features/accounts/guessablePassword.ts": "word lists, loaded when first needed",
  "apps/api/src/features/accounts/sessions/openSession.ts": "marks on objects of one sign-in",
  "apps/api/src/features/activity/historyAccess.ts": "what follows from a registry, by registry",
  "apps/api/src/features/customers/list/customerOrder.ts":
    "what type-graphql builds an enum from, filled for each schema",
  "apps/api/src/features/imports/engine/undo.ts": "the foreign keys of a database, by App",
  "apps/api/src/platform/database/columns.ts": "the columns of a class",
  "apps/api/src/platform/database/databaseFailure.ts": "marks on errors",
  "apps/api/src/platform/database/db.ts": "the name of a statement's text",
  "apps/api/src/platform/graph/cost/queryCost.ts": "what a document costs",
  "apps/api/src/platform/graph/cost/queryShape.ts":
    "the shapes of the queries that this process saw, for its metrics",
  "apps/api/src/platform/graph/presentError.ts": "when a failure was logged last",
  "apps/api/src/platform/http/plainText.ts": "marks on documents",
  "apps/api/src/platform/http/responseBody.ts": "the text of a result",
  "apps/api/src/platform/lists/columnSelection.ts": "the columns of a class",
  "apps/api/src/platform/performance/inputInstances.ts": "the class of an input type",
  "apps/api/src/platform/performance/lookAhead.ts": "what a field of a document selects",
  "apps/api/src/platform/performance/plans.ts": "how many documents were planned",
  "apps/web/src/app/codeFailures.ts": "marks on errors",
  "apps/web/src/app/profile/useListOrigin.ts": "the list that the last profile was opened from",
  "apps/web/src/app/shell/palette/typeAhead.ts": "the last search of the command palette",
  "apps/web/src/cache/forgetLists.ts": "when a customer's records were last written",
  "apps/web/src/cache/writes.ts": "how many writes were sent",
  "apps/web/src/features/customers/list/bulk/useMarked.ts": "an empty set, never changed",
  "apps/web/src/features/customers/list/customerRows.ts": "the rows that were loaded, by client",
  "apps/web/src/features/files/uploads.ts": "the uploads that are running",
  "apps/web/src/i18n/useFormat.ts": "formats by language",
  "apps/web/src/i18n/usePhoneFormat.ts": "a library, loaded when first needed",
  "apps/web/src/locales/loadMessages.ts": "the areas of the catalogue in use",
  "apps/web/src/ui/conflict/conflicts.ts": "the conflict on screen",
  "apps/web/src/ui/documents/lineDrafts.ts": "the last key given to a line",
  "apps/web/src/ui/grid/window/gridMemory.ts": "where each list was scrolled to",
  "apps/web/src/ui/overlays/useFocusBack.ts": "what was focused before a dialog",
  "apps/web/src/ui/shortcuts/shortcuts.ts": "the shortcuts of what is on screen",
  "apps/web/src/ui/toasts/toasts.ts": "the notices on screen",
  "packages/shared/src/customers/taxIdForms.ts": "a table, parsed once",
  "packages/shared/src/matching/knownColumns.ts": "the columns of a sheet",
  "packages/shared/src/sheets/sheetValues.ts": "the choices of a column, by their words",
  "packages/shared/src/values/countryFromText.ts": "an index of names, built when first needed",
  "packages/shared/src/values/currencies.ts": "an index of names, built when first needed",
  "packages/shared/src/values/dates.ts": "formats by time zone",
};
/** Modules that only exist for what they do when they are loaded; so do style sheets. */
const LOADED_FOR_EFFECT = new Set([
  "@testing-library/jest-dom",
  "dayjs/locale/pt-br.js",
  "dayjs/locale/pt.js",
  "graphiql/setup-workers/vite",
  "reflect-metadata",
]);

const STATE =
  /^(?:export )?(?:let \w|const \w+[^=\n]*= (?:new (?:Map|Set|WeakMap|WeakSet|Array)(?:<.*>)?\(\)|Object\.create\(null\)|\[\]|\{\});?$)/m;
const EFFECT_IMPORT = /^import "([^"]+)"/gm;

/** What the text of a module keeps, or does when it is loaded, without being listed above; one sentence each. */
export function moduleStateProblems(file, text) {
  const problems = [];
  const keeps = STATE.test(text);
  if (keeps && !(file in MODULE_STATE))
    problems.push(
      `${file}: keeps something between calls; pass it with the App or the request (in the web app, by a prop or a context), or say in tools/moduleState.mjs what it is.`,
    );
  if (!keeps && file in MODULE_STATE)
    problems.push(`${file}: named in tools/moduleState.mjs, but keeps nothing.`);
  for (const [, module] of text.matchAll(EFFECT_IMPORT))
    if (!LOADED_FOR_EFFECT.has(module) && !module.endsWith(".css"))
      problems.push(
        `${file}: imports ${module} for its side effects; let a feature bring what it has.`,
      );
  return problems;
}

/** The files that are listed but are not among these. */
export const missingStateFiles = (files) =>
  Object.keys(MODULE_STATE).filter((file) => !files.includes(file));
