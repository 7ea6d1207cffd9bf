/** Brings one of the links of a line that scrolls sideways to its middle, without moving the page up or down. */
export function scrollAcross(line: HTMLElement, link: HTMLElement): void {
  const margin = (line.offsetWidth - link.offsetWidth) / 2;
  line.scrollLeft = link.offsetLeft - line.offsetLeft - margin;
}
