import type { Feature } from "../../platform/feature.js";
import { ApiKey } from "./apiKey.entity.js";
import { apiKeyById } from "./apiKey.loaders.js";
import { apiKeyMessages } from "./apiKey.messages.js";
import { ApiKeyResolver, UserApiKeys, ViewerApiKeys } from "./apiKey.resolver.js";

/** The keys with which programs call. */
export const keys: Feature = {
  name: "keys",
  entities: [ApiKey],
  resolvers: [ApiKeyResolver, ViewerApiKeys, UserApiKeys],
  messages: apiKeyMessages,
  nodes: [{ type: ApiKey, table: "api_keys", permission: "keys:read", byId: apiKeyById }],
};
