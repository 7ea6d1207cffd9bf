import type { Feature } from "../../platform/feature.js";
import { SearchResolver } from "./search.resolver.js";

/** Finds records of all kinds by text. */
export const search: Feature = { name: "search", resolvers: [SearchResolver] };
