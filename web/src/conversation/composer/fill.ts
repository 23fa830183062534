import type { Template, TemplateContent, TemplateParameter, TemplatePart } from '../../api/types';
import { headOf, isHeaded, type Head } from './head';
import { placesOf } from './places';

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
  for (const place of placesOf(text)) {
    if (place.start > end) pieces.push({ text: text.slice(end, place.start) });
    const value = values[slot({ part, index: place.index })]?.trim();
    const example = parameters.find((each) => each.part === part && each.index === place.index)?.example;
    pieces.push(value ? { text: value, slot: 'filled' } : { text: example || text.slice(place.start, place.end), slot: 'open' });
    end = place.end;
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

export const isComplete = ({ parameters, header_kind }: Template, values: Values, head: Head): boolean =>
  isHeaded(header_kind, head) && parameters.every((parameter) => !troubleWith(values[slot(parameter)] ?? ''));

/** The filled template as the message to send; the service adds category and rendered text. */
export function asContent({ name, language, parameters }: Template, values: Values, head: Head): TemplateContent {
  const valueOf = (parameter: TemplateParameter): string => (values[slot(parameter)] ?? '').trim();
  const valuesOf = (part: TemplatePart): string[] =>
    parameters
      .filter((each) => each.part === part)
      .sort((a, b) => a.index - b.index)
      .map(valueOf);
  const taps = parameters
    .filter(({ part }) => part === 'code')
    .map((each) => ({ kind: 'copy_code', index: each.button ?? 0, value: valueOf(each) }));
  const texts = { header: valuesOf('header'), body: valuesOf('body'), buttons: valuesOf('button') };
  return { type: 'template', name, language, ...texts, ...(taps.length > 0 && { taps }), ...headOf(head) };
}

export const isApproved = ({ status }: Template): boolean => status.toUpperCase() === 'APPROVED';

/** Why a template can not be sent from this desk; '' where it can. */
export function hindrance(template: Template): string {
  if (!isApproved(template)) return `WhatsApp has this template as ${template.status.toLowerCase()}; only approved ones can be sent`;
  if (template.cards) return 'Each of its cards is chosen by a program, so it is not sent from here';
  return template.offer ? 'A program says when its offer ends, so it is not sent from here' : '';
}

/** Approved ones that hold all the words, those in the customer's language first; then the others, not sendable. */
export function findTemplates(templates: Template[], words: string, language: string): Template[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const speaks = (template: Template): boolean => template.language.slice(0, 2) === language.slice(0, 2);
  const rank = (template: Template): number => (hindrance(template) ? 2 : 0) + (speaks(template) ? 0 : 1);
  return templates
    .filter(({ name, body, category }) => {
      const text = `${name.replaceAll('_', ' ')} ${name} ${category} ${body}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || a.language.localeCompare(b.language));
}
