import { expect, test } from 'vitest';
import { firstName, lookersWords } from './lookersWords';

const looker = (name: string, is_writing = false) => ({ account_id: name, name, is_writing });

test.each([
  [[], ''],
  [[looker('Ann Hill')], 'Ann Hill is looking too'],
  [[looker('Ann Hill'), looker('Bob')], 'Ann Hill and Bob are looking too'],
  [[looker('Ann Hill'), looker('Bob'), looker('Sue')], 'Ann Hill and 2 others are looking too'],
  [[looker('Ann Hill'), looker('Bob', true)], 'Bob is writing'],
])('%j', (lookers, words) => {
  expect(lookersWords(lookers)).toBe(words);
});

test('where room is short by first names', () => {
  expect(lookersWords([looker('Ann Hill'), looker('Bob')], firstName)).toBe('Ann and Bob are looking too');
});
