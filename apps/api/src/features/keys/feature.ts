import type { Feature } from "../../platform/feature.js";
import { ApiKey } from "./apiKey.entity.js";
import { apiKeyById } from "./apiKey.loaders.js";
import { apiKeyMessages } from "./apiKey.messages.js";
import { ApiKeyResolver, ViewerApiKey } from "./apiKey.resolver.js";

/** The keys with which programs call. */
export const keys: Feature = {
  name: "keys",
  entities: [ApiKey],
  resolvers: [ApiKeyResolver, ViewerApiKey],
  messages: apiKeyMessages,
  nodes: [{ type: ApiKey, table: "api_keys", permission: "keys:read", byId: apiKeyById }],
};
