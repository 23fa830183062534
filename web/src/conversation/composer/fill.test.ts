import { expect, test } from 'vitest';
import type { Template, TemplateParameter } from '../../api/types';
import { asContent, fillPart, findTemplates, hindrance, isComplete, slot, troubleWith } from './fill';
import { around, labelOf } from './labels';

const template: Template = {
  name: 'card_dispatched',
  language: 'en',
  category: 'utility',
  status: 'APPROVED',
  header: 'For {{1}}',
  body: 'Your card ending in {{1}} arrives by {{2}}.',
  footer: '',
  buttons: [],
  parameters: [
    { part: 'body', index: 2, example: 'Friday', name: '', button: null },
    { part: 'body', index: 1, example: '1111', name: '', button: null },
    { part: 'header', index: 1, example: 'Lena', name: '', button: null },
  ],
  header_kind: 'text',
  cards: false,
  offer: false,
};

test('what is missing shows its example, marked as open', () => {
  expect(fillPart(template.body, 'body', template.parameters, { 'body:1': '4242' })).toEqual([
    { text: 'Your card ending in ' },
    { text: '4242', slot: 'filled' },
    { text: ' arrives by ' },
    { text: 'Friday', slot: 'open' },
    { text: '.' },
  ]);
});

test('the values are sent in the order of their places', () => {
  const values = { 'body:2': 'Monday', 'body:1': '4242', 'header:1': 'Omar' };
  expect(asContent(template, values, null)).toMatchObject({ header: ['Omar'], body: ['4242', 'Monday'], buttons: [] });
  expect(isComplete(template, values, null)).toBe(true);
  expect(isComplete(template, { ...values, 'body:2': ' ' }, null)).toBe(false);
});

test('a value keeps the platform’s rules', () => {
  expect(['', 'a\nb', 'a     b', 'fine'].map((value) => troubleWith(value) === '')).toEqual([false, false, false, true]);
});

test('approved templates in the customer’s language come first, those not approved last', () => {
  const all = [
    { ...template, name: 'a_paused', status: 'PAUSED' },
    { ...template, name: 'b_french', language: 'fr' },
    { ...template, name: 'c_english' },
  ];
  expect(findTemplates(all, '', 'en').map(({ name }) => name)).toEqual(['c_english', 'b_french', 'a_paused']);
  expect(findTemplates(all, 'card FRENCH', 'en').map(({ name }) => name)).toEqual(['b_french']);
});

test('a code to copy goes to its button, and a picture at the head is needed', () => {
  const code = { part: 'code' as const, index: 1, example: 'SPRING25', name: '', button: 2 };
  const sale: Template = { ...template, header: '', header_kind: 'image', parameters: [code] };
  const picture = { type: 'media' as const, kind: 'image' as const, media_id: 'm1', mime_type: 'image/png' };
  expect(asContent(sale, { [slot(code)]: 'SUN7' }, picture)).toMatchObject({
    taps: [{ kind: 'copy_code', index: 2, value: 'SUN7' }],
    header_media: picture,
  });
  expect([isComplete(sale, { [slot(code)]: 'SUN7' }, null), isComplete(sale, { [slot(code)]: 'SUN7' }, picture)]).toEqual([false, true]);
});

test('a field is called as the template calls it, and shows the words around it', () => {
  const [friday, digits, lena] = template.parameters as [TemplateParameter, TemplateParameter, TemplateParameter];
  expect([friday, digits, lena].map((each) => labelOf(each, template))).toEqual(['Text 2', 'Text 1', 'Header']);
  expect(labelOf({ ...digits, name: 'first_name' }, template)).toBe('First name');
  expect(around(digits, template)).toBe('Your card ending in ____ arrives by ….');
  expect(around(friday, template)).toBe('… in … arrives by ____.');
  expect(around(lena, { ...template, header: '{{1}}' })).toBe('');
  const button = { ...lena, part: 'button' as const, button: 0 };
  expect(labelOf(button, { ...template, buttons: [{ type: 'url', text: 'Track' }] })).toBe('End of the link “Track”');
});

test('what a program fills in is shown with the reason, after all others', () => {
  const cards = { ...template, name: 'a_cards', cards: true };
  expect(hindrance(template)).toBe('');
  expect(hindrance(cards)).toContain('chosen by a program');
  expect(hindrance({ ...template, status: 'PAUSED' })).toContain('paused');
  expect(findTemplates([cards, template], '', 'en').map(({ name }) => name)).toEqual(['card_dispatched', 'a_cards']);
});
