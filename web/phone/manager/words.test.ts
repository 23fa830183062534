import { expect, test } from 'vitest';
import { lasts, plain, toneOf } from './words';

test('words of the platform are said as people say them', () => {
  expect(plain('PENDING_DELETION')).toBe('Pending deletion');
  expect(plain('TIER_250')).toBe('250 people a day');
  expect(plain('TIER_10K')).toBe('10,000 people a day');
  expect(plain('TIER_UNLIMITED')).toBe('Unlimited');
  expect(plain('RESTRICTED_ADD_PHONE_NUMBER_ACTION')).toBe('May not add numbers');
});

test('what is left of a review is said in hours, minutes or seconds', () => {
  expect([-1, 0.4, 59, 60, 3600, 83_401].map(lasts)).toEqual(['a moment', '1 s', '59 s', '1 min', '1 h', '23 h 11 min']);
});

test('what nobody named is neither good nor bad', () => {
  expect(toneOf('RED')).toBe('bad');
  expect(toneOf('SOMETHING_NEW')).toBe('quiet');
});
