export interface Line {
  kind: 'plain' | 'quote' | 'item';
  text: string;
  /** What stands before an item: a dot, or its number. */
  mark?: string;
}

const QUOTE = /^> ?(.*)$/;
const BULLET = /^[-*] (.*)$/;
const NUMBERED = /^(\d{1,2}\.) (.*)$/;

/** A text cut where a line is a quotation or an item of a list; what stands between stays in one piece. */
export function linesOf(text: string): Line[] {
  if (text.includes('```')) return [{ kind: 'plain', text }];
  const lines: Line[] = [];
  for (const line of text.split('\n').map(lineOf)) {
    const before = lines.at(-1);
    if (before && line.kind === before.kind && line.kind !== 'item') before.text += `\n${line.text}`;
    else lines.push(line);
  }
  return lines;
}

function lineOf(text: string): Line {
  const quote = QUOTE.exec(text)?.[1];
  if (quote !== undefined) return { kind: 'quote', text: quote };
  const bullet = BULLET.exec(text)?.[1];
  if (bullet !== undefined) return { kind: 'item', mark: '•', text: bullet };
  const [, mark, rest] = NUMBERED.exec(text) ?? [];
  return mark !== undefined && rest !== undefined ? { kind: 'item', mark, text: rest } : { kind: 'plain', text };
}
