import { expect, test } from 'vitest';
import { plain, toneOf } from './words';

test('words of the platform are said as people say them', () => {
  expect(plain('PENDING_DELETION')).toBe('Pending deletion');
  expect(plain('TIER_250')).toBe('250 people a day');
  expect(plain('TIER_10K')).toBe('10,000 people a day');
  expect(plain('TIER_UNLIMITED')).toBe('Unlimited');
  expect(plain('RESTRICTED_ADD_PHONE_NUMBER_ACTION')).toBe('May not add numbers');
});

test('what nobody named is neither good nor bad', () => {
  expect(toneOf('RED')).toBe('bad');
  expect(toneOf('SOMETHING_NEW')).toBe('quiet');
});
