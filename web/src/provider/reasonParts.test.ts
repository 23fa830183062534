import { expect, test } from 'vitest';
import { reasonParts } from './reasonParts';

test('a reason is told in its parts, without the title', () => {
  const reason = 'No card numbers.\n\nWhy: a chat is kept.\n\nAllowed: “the card ending in 1111”.\nDenied: a full one.';
  expect(reasonParts(reason, 'No card numbers.')).toEqual([
    { name: 'Why', text: 'A chat is kept.' },
    { name: 'Allowed', text: '“the card ending in 1111”.' },
    { name: 'Denied', text: 'A full one.' },
  ]);
});

test('a reason without parts stays whole', () => {
  expect(reasonParts('people block senders.', 'Title')).toEqual([{ name: '', text: 'People block senders.' }]);
});
