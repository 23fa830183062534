import { expect, test } from 'vitest';
import { lasts } from './lasts';

test('what is left of a review is said in hours, minutes or seconds', () => {
  expect([-1, 0.4, 59, 60, 3600, 83_401].map(lasts)).toEqual(['a moment', '1 s', '59 s', '1 min', '1 h', '23 h 11 min']);
});
