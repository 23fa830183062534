import { expect, test } from 'vitest';
import type { Template } from '../../api/types';
import { asContent, fillPart, findTemplates, isComplete, troubleWith } from './fill';

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
    { part: 'body', index: 2, example: 'Friday' },
    { part: 'body', index: 1, example: '1111' },
    { part: 'header', index: 1, example: 'Lena' },
  ],
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
  expect(asContent(template, values)).toMatchObject({ header: ['Omar'], body: ['4242', 'Monday'], buttons: [] });
  expect(isComplete(template, values)).toBe(true);
  expect(isComplete(template, { ...values, 'body:2': ' ' })).toBe(false);
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
