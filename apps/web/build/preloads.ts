import type { Plugin, Rolldown } from "vite";

interface PreloadsOptions {
  /** The module, relative to the project, that is loaded with every page that it frames. */
  frame: string;
  /** The folder of the pages without the frame. */
  unframed: string;
}

/**
 * Keeps a dynamic import from preloading what is loaded already: what the importing chunk itself imports, the entry, and
 * the frame around a page. Those names would otherwise be a fifth of the code of the entry and of the larger pages.
 */
export function preloads({ frame, unframed }: PreloadsOptions): Plugin {
  let chunks = new Map<string, Rolldown.OutputChunk>();

  /** The files that come with a chunk: its static imports, and theirs. */
  function filesWith(file: string, found = new Set<string>()): Set<string> {
    if (found.has(file)) return found;
    found.add(file);
    for (const imported of chunks.get(file)?.imports ?? []) filesWith(imported, found);
    return found;
  }

  const fileOf = (ending: string) =>
    [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith(ending))?.fileName;

  return {
    name: "preloads",
    apply: "build",
    enforce: "pre",
    config: () => ({
      build: {
        modulePreload: {
          resolveDependencies(file, dependencies, { hostId, hostType }) {
            if (hostType === "html") return dependencies;
            const loaded = filesWith(hostId);
            filesWith(fileOf("/index.html") ?? "", loaded);
            const framed = !chunks.get(file)?.facadeModuleId?.includes(`/${unframed}/`);
            if (framed) filesWith(fileOf(`/${frame}`) ?? "", loaded);
            return dependencies.filter(
              (dependency) => dependency === file || !loaded.has(dependency),
            );
          },
        },
      },
    }),
    generateBundle(_options, bundle) {
      chunks = new Map(
        Object.values(bundle).flatMap((output) =>
          output.type === "chunk" ? [[output.fileName, output] as const] : [],
        ),
      );
    },
  };
}
