import { expect, test } from 'vitest';
import { dataOf, filled, missing, partsOf, type Scope } from './model';

const scope: Scope = {
  data: { city: 'Oslo', days: [{ id: '1', title: 'Monday' }] },
  form: { name: 'Ada', wants: ['a', 'b'] },
  screens: { FIRST: { mail: 'ada@example.org' } },
};

test('references become what they point at, lists as lists', () => {
  const payload = { name: '${form.name}', wants: '${form.wants}', mail: '${screen.FIRST.form.mail}', fixed: 'x' };
  expect(filled(payload, scope)).toEqual({ name: 'Ada', wants: ['a', 'b'], mail: 'ada@example.org', fixed: 'x' });
  expect(filled('${data.days}', scope)).toEqual(scope.data.days);
});

test('references within a sentence become words', () => {
  expect(filled('Hello ${form.name} in ${data.city}, ${data.nothing}', scope)).toBe('Hello Ada in Oslo, ');
});

test('the frame around the questions is opened', () => {
  const name = { type: 'TextInput', name: 'name', required: true };
  const screen = { id: 'A', layout: { children: [{ type: 'TextHeading' }, { type: 'Form', children: [name] }] } };
  expect(partsOf(screen).map(({ type }) => type)).toEqual(['TextHeading', 'TextInput']);
  expect(missing(partsOf(screen), {})).toEqual(['name']);
  expect(missing(partsOf(screen), { name: 'Ada' })).toEqual([]);
});

test('what a screen is given goes before the examples', () => {
  const screen = { id: 'A', data: { city: { __example__: 'Rome' }, day: { __example__: 'Friday' } } };
  expect(dataOf(screen, { city: 'Oslo' })).toEqual({ city: 'Oslo', day: 'Friday' });
});
