declare global {
  // The object that zod reads its settings from, in whichever chunk it is loaded; it is zod's name.
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

/**
 * Forbids zod to make code from text, which it would try for speed and the content security policy refuses. `config` of
 * zod would do the same, and bring zod into the first load, where nothing else needs it.
 */
export function forbidZodCode(): void {
  globalThis.__zod_globalConfig = { ...globalThis.__zod_globalConfig, jitless: true };
}
