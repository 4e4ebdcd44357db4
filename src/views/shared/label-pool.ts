/** Texts and boxes over the canvas that move with the axis: kept by key, written only where something changed. */
export interface Label {
  key: string;
  className: string;
  x: number;
  y: number;
  text: string;
  width?: number;
  height?: number;
}

export class LabelPool {
  private readonly host: HTMLElement;
  private readonly shown = new Map<string, { element: HTMLElement; label: Label }>();

  constructor(host: HTMLElement) {
    this.host = host;
  }

  show(labels: readonly Label[]): void {
    const keep = new Set<string>();
    let before: HTMLElement | null = null;
    for (const label of labels) {
      keep.add(label.key);
      const known = this.shown.get(label.key);
      if (known === undefined) {
        const element = document.createElement('span');
        // In order, so that what lies over what does not depend on what was shown first.
        if (before === null) this.host.prepend(element);
        else before.after(element);
        write(element, label, null);
        this.shown.set(label.key, { element, label });
        before = element;
      } else {
        write(known.element, label, known.label);
        known.label = label;
        before = known.element;
      }
    }
    for (const [key, { element }] of this.shown) {
      if (keep.has(key)) continue;
      element.remove();
      this.shown.delete(key);
    }
  }
}

function write(element: HTMLElement, next: Label, old: Label | null): void {
  const { style } = element;
  if (next.x !== old?.x || next.y !== old.y) style.transform = `translate(${next.x}px, ${next.y}px)`;
  if (next.width !== old?.width) style.width = next.width === undefined ? '' : `${next.width}px`;
  if (next.height !== old?.height) style.height = next.height === undefined ? '' : `${next.height}px`;
  if (next.text !== old?.text) element.textContent = next.text;
  if (next.className !== old?.className) element.className = next.className;
}
