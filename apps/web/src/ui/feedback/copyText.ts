/** Puts a text into the clipboard; rejects where the browser does not let it. */
export async function copyText(text: string): Promise<void> {
  // Over plain http from another machine there is no clipboard but the old one.
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.style.position = "fixed";
  area.style.opacity = "0";
  const before = document.activeElement;
  // Next to the button, since a dialog takes the focus back from anywhere outside of it.
  (before?.parentElement ?? document.body).append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  if (!copied) throw new Error("the browser did not copy");
}
