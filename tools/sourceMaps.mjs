// Loaded before the server: errors tell the lines of our own sources. The maps of every package would take 25 MB.
import module from "node:module";

if (module.setSourceMapsSupport) module.setSourceMapsSupport(true, { nodeModules: false });
else process.setSourceMapsEnabled(true);
