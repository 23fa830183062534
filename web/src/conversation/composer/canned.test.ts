import { expect, test } from 'vitest';
import { cannedQuery, fillCanned, filterCanned } from './canned';

const replies = [
  { shortcut: 'hello', text: 'Hello {name}, this is {agent}.' },
  { shortcut: 'card-arrival', text: 'Your card arrives soon.' },
  { shortcut: 'new-card', text: 'A new one is on its way.' },
  { shortcut: 'closing', text: 'Anything else about your card?' },
];

test('a slash at the very beginning looks for a reply', () => {
  expect(['/', '/Car', 'and/or', '/two words', ' /x'].map(cannedQuery)).toEqual(['', 'car', null, null, null]);
});

test('shortcuts that begin with it come before those that hold it, texts after them', () => {
  expect(filterCanned(replies, 'card').map(({ shortcut }) => shortcut)).toEqual(['card-arrival', 'new-card', 'closing']);
});

test('names are put in, other braces stay', () => {
  expect(fillCanned('Hello {name}, {agent} here. {other}', { name: 'Lena', agent: 'Amara' })).toBe('Hello Lena, Amara here. {other}');
});
