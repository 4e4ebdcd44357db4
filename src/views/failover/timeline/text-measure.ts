/** Widths of bold texts as the element would show them; about right where there is no canvas to ask. */
const ABOUT = 0.56;

export function boldTextMeasure(element: HTMLElement): (text: string) => number {
  const ctx = document.createElement('canvas').getContext('2d');
  return (text) => {
    const { fontSize, fontFamily } = getComputedStyle(element);
    if (ctx === null) return text.length * (Number.parseFloat(fontSize) || 12) * ABOUT;
    ctx.font = `600 ${fontSize} ${fontFamily}`;
    return ctx.measureText(text).width;
  };
}
