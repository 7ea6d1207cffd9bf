import { pdfProgram } from "../../src/features/document-pdf/pdfRenderer.js";
import { childProgram } from "../../src/features/spreadsheets/readSheet.js";

/** A program that `globalSetup` has built from the sources, as `worker.js`. */
export const builtProgram = (name: string): URL => new URL(`../../dist/${name}`, import.meta.url);

childProgram.entry = builtProgram("features/spreadsheets/child.js");
pdfProgram.entry = builtProgram("features/document-pdf/pdfThread.js");
