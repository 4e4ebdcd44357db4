/** Widths of texts as a class shows them, with its tabular digits; about right where nothing is laid out. */
const ABOUT_PX = 6.5;

export class TextMeasure {
  private readonly host: HTMLElement;
  private readonly className: string;
  private readonly known = new Map<string, number>();

  constructor(host: HTMLElement, className: string) {
    this.host = host;
    this.className = className;
  }

  /** After a change of the font or its size. */
  forget(): void {
    this.known.clear();
  }

  of(text: string): number {
    // All digits are equally wide, so that a number that counts is measured once.
    const pattern = text.replaceAll(/\d/g, '0');
    const known = this.known.get(pattern);
    if (known !== undefined) return known;
    const probe = document.createElement('span');
    probe.className = this.className;
    probe.style.visibility = 'hidden';
    probe.textContent = pattern;
    this.host.append(probe);
    const width = probe.getBoundingClientRect().width || pattern.length * ABOUT_PX;
    probe.remove();
    this.known.set(pattern, width);
    return width;
  }
}
