import sql from "sql-template-tag";
import type { Feature } from "../../platform/feature.js";
import { rowsById } from "../../platform/records/byId.js";
import { ApiKey } from "./apiKey.entity.js";
import { apiKeyMessages } from "./apiKey.messages.js";
import { ApiKeyResolver } from "./apiKey.resolver.js";

/** The keys with which programs call. */
export const keys: Feature = {
  name: "keys",
  entities: [ApiKey],
  resolvers: [ApiKeyResolver],
  messages: apiKeyMessages,
  nodes: [
    {
      type: ApiKey,
      table: "api_keys",
      permission: "keys:read",
      byId: rowsById(ApiKey, [sql`true`]),
    },
  ],
};
