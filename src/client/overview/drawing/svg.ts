/** What a drawing is made of: marks, and the height that they take. */
export interface Drawing {
  marks: string;
  height: number;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
/** Everything that XML 1.0 has no place for, lone halves of surrogate pairs among it. */
const notInXml = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** A text as the content of an element or of an attribute. */
export const xmlText = (text: string) =>
  text.replace(notInXml, '\uFFFD').replace(/[&<>"]/g, (sign) => entities[sign]!);

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; its content is markup. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${xmlText(String(value))}"`],
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
}

interface TextLook {
  fill: string;
  size?: number;
  anchor?: 'start' | 'middle' | 'end';
  weight?: number | undefined;
}

/** A line of text; `y` is its base line. */
export const textAt = (
  x: number,
  y: number,
  text: string,
  { fill, size = 12, anchor = 'start', weight }: TextLook,
) =>
  element(
    'text',
    { x, y, fill, 'font-size': size, 'text-anchor': anchor, 'font-weight': weight },
    xmlText(text),
  );

/** The length of a text in letters that fit, shortened in the middle: SVG cuts no text. */
export const lettersIn = (width: number, size = 12) =>
  Math.max(4, Math.floor(width / (0.56 * size)));
