/** A clipboard, or what was dropped; a part of `DataTransfer`. */
interface Pasted {
  files: ArrayLike<File>;
  getData(format: "text/plain"): string;
}

/**
 * What was pasted as a file to import: a copied file, or cells copied from a spreadsheet as a
 * tab-separated file of that name. Nothing where a single cell or plain words were pasted.
 */
export function pastedFile(pasted: Pasted, name: string): File | undefined {
  const [file] = Array.from(pasted.files);
  if (file) return file;
  const text = pasted.getData("text/plain");
  const isTable = text.includes("\t") || /\S[^\S\n]*\r?\n[^\S\n]*\S/.test(text);
  return isTable ? new File([text], name, { type: "text/tab-separated-values" }) : undefined;
}
