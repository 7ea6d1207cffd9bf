import { fileURLToPath } from "node:url";

const inWeb = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The folder of the repository. */
export const repository = inWeb("../..");

/** The built server. */
export const builtServer = inWeb("../api/dist/main.js");

/** Where the first journey keeps the session of the admin for the others. */
export const signedInState = inWeb("e2e/.state/signed-in.json");
