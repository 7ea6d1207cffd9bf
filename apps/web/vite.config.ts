import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defaultClientConditions, defineConfig } from "vite";
import { compiledMessages } from "./build/compiledMessages.js";
import { graphqlDocuments } from "./build/graphqlDocuments.js";
import { precompressed } from "./build/precompressed.js";
import { preloads } from "./build/preloads.js";

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const api = { target: process.env.API_URL ?? "http://127.0.0.1:4000", changeOrigin: false };

export default defineConfig({
  plugins: [
    graphqlDocuments(folder("./src/gql")),
    compiledMessages(folder("./src")),
    react(),
    preloads({ frame: "src/app/shell/ShellRoute.tsx", unframed: "src/app/entry" }),
    precompressed(),
  ],
  resolve: { conditions: ["source", ...defaultClientConditions] },
  // Its imports end in `?worker`, which the bundler of dependencies in development does not know.
  optimizeDeps: { exclude: ["@graphiql/react/setup-workers/vite"] },
  server: {
    port: Number(process.env.PORT ?? 5173),
    strictPort: true,
    proxy: {
      "/graphql": { ...api, ws: true },
      "/api": api,
      "/files": api,
      "/exports": api,
      "^/imports/[^/]+/errors": api,
      "^/customers/[^/]+/export\\.zip$": api,
      "^/documents/[^/]+\\.pdf$": api,
    },
  },
  build: {
    target: "es2023",
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: "react",
              test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/,
              priority: 3,
            },
            { name: "router", test: /node_modules[\\/]react-router[\\/]/, priority: 2 },
          ],
        },
      },
    },
  },
});
