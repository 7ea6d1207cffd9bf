import { fileURLToPath } from "node:url";

const inWeb = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The half of the journeys that this run is of: `first`, `second`, or `all` of them. */
export const half = process.env.E2E_HALF ?? "all";

/** The folder of the repository. */
export const repository = inWeb("../..");

/** The built server. */
export const builtServer = inWeb("../api/dist/main.js");

/** Where the first journey keeps the session of the admin for the others. */
export const signedInState = inWeb(`e2e/.state/signed-in-${half}.json`);
