import type { Template, TemplateParameter } from '../../api/types';
import { sentenceCase } from '../../ui/words';
import { placesOf, withoutPlaces } from './places';

const NEAR = 4;

/** What a field is called: the name that the template gives it, else its number, or its button's words. */
export function labelOf({ part, index, name, button }: TemplateParameter, { parameters, buttons }: Template): string {
  if (name) return sentenceCase(name);
  if (part === 'code') return 'Code to copy';
  const words = button === null ? '' : (buttons[button]?.text ?? '');
  if (part === 'button') return words ? `End of the link “${words}”` : 'End of the link';
  const several = parameters.filter((each) => each.part === part).length > 1;
  const what = part === 'body' ? 'Text' : sentenceCase(part);
  return several || part === 'body' ? `${what} ${index}` : what;
}

/** The words around the field's place, on its line: "ending in ____ arrives by". '' where it stands alone. */
export function around({ part, index }: TemplateParameter, { header, body }: Template): string {
  const text = part === 'header' ? header : part === 'body' ? body : '';
  const place = placesOf(text).find((each) => each.index === index);
  if (!place) return '';
  const before = withoutPlaces(text.slice(0, place.start).split('\n').at(-1) ?? '');
  const after = withoutPlaces(text.slice(place.end).split('\n')[0] ?? '');
  const words = `${before}____${after}`.split(/\s+/).filter(Boolean);
  if (words.length === 1) return '';
  const at = words.findIndex((word) => word.includes('____'));
  const near = words.slice(Math.max(0, at - NEAR), at + NEAR + 1).join(' ');
  return `${at > NEAR ? '… ' : ''}${near}${at + NEAR + 1 < words.length ? ' …' : ''}`;
}
