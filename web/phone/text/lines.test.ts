import { expect, test } from 'vitest';
import { linesOf } from './lines';

test('quotations and items of a list are lines of their own, and what stands between stays together', () => {
  expect(linesOf('We have:\n- tea\n* cups\n1. first\n> you said\n> two things\nBye\nnow')).toEqual([
    { kind: 'plain', text: 'We have:' },
    { kind: 'item', mark: '•', text: 'tea' },
    { kind: 'item', mark: '•', text: 'cups' },
    { kind: 'item', mark: '1.', text: 'first' },
    { kind: 'quote', text: 'you said\ntwo things' },
    { kind: 'plain', text: 'Bye\nnow' },
  ]);
});

test('bold words, sums and code are no lists', () => {
  expect(linesOf('*bold* words\n2024. was\n-5 degrees')).toEqual([{ kind: 'plain', text: '*bold* words\n2024. was\n-5 degrees' }]);
  expect(linesOf('```\n- a\n```')).toEqual([{ kind: 'plain', text: '```\n- a\n```' }]);
});
