import { createSpotlight } from "@mantine/spotlight";

const [store, handlers] = createSpotlight();

/** The palette's own open and closed state. */
export const paletteStore = { store, open: handlers.open, close: handlers.close };
