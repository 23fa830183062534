import type { Template, TemplateContent, TemplateParameter, TemplatePart } from '../../api/types';

/** What was filled in, by `part:index`. */
export type Values = Record<string, string>;

export const slot = ({ part, index }: Pick<TemplateParameter, 'part' | 'index'>): string => `${part}:${index}`;

export interface Piece {
  text: string;
  /** `filled`, or `open` where the example stands in for a value that is missing. */
  slot?: 'filled' | 'open';
}

/** A part's text in pieces, its parameters replaced by the values, or by their examples as long as there are none. */
export function fillPart(text: string, part: TemplatePart, parameters: TemplateParameter[], values: Values): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  let count = 0;
  for (const found of text.matchAll(/\{\{\s*([^{}]*?)\s*\}\}/g)) {
    count += 1;
    const index = /^\d+$/.test(found[1] ?? '') ? Number(found[1]) : count; // named ones count in order
    if (found.index > end) pieces.push({ text: text.slice(end, found.index) });
    const value = values[slot({ part, index })]?.trim();
    const example = parameters.find((each) => each.part === part && each.index === index)?.example;
    pieces.push(value ? { text: value, slot: 'filled' } : { text: example || found[0], slot: 'open' });
    end = found.index + found[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** What is wrong with a value, by the platform's rules; '' where nothing is. */
export function troubleWith(value: string): string {
  if (!value.trim()) return 'This is needed.';
  if (/[\n\t]/.test(value)) return 'No line breaks or tabs here.';
  return value.includes('     ') ? 'At most four spaces in a row.' : '';
}

export const isComplete = ({ parameters }: Template, values: Values): boolean =>
  parameters.every((parameter) => !troubleWith(values[slot(parameter)] ?? ''));

/** The filled template as the message to send; the service adds category and rendered text. */
export function asContent({ name, language, parameters }: Template, values: Values): TemplateContent {
  const valuesOf = (part: TemplatePart): string[] =>
    parameters
      .filter((each) => each.part === part)
      .sort((a, b) => a.index - b.index)
      .map((each) => (values[slot(each)] ?? '').trim());
  return { type: 'template', name, language, header: valuesOf('header'), body: valuesOf('body'), buttons: valuesOf('button') };
}

export const isApproved = ({ status }: Template): boolean => status.toUpperCase() === 'APPROVED';

/** Approved ones that hold all the words, those in the customer's language first; then the others, not sendable. */
export function findTemplates(templates: Template[], words: string, language: string): Template[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const speaks = (template: Template): boolean => template.language.slice(0, 2) === language.slice(0, 2);
  const rank = (template: Template): number => (isApproved(template) ? 0 : 2) + (speaks(template) ? 0 : 1);
  return templates
    .filter(({ name, body, category }) => {
      const text = `${name.replaceAll('_', ' ')} ${name} ${category} ${body}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}
