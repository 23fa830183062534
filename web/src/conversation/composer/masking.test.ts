import { expect, test } from 'vitest';
import { hasLongNumber, keepLastFour } from './masking';

test('a card number is cut to its last four digits', () => {
  expect(keepLastFour('It is 4111 1111 1111 1111, right?')).toBe('It is the one ending in 1111, right?');
  expect(keepLastFour('4111-1111-1111-1234.')).toBe('the one ending in 1234.');
});

test('so is an IBAN', () => {
  expect(keepLastFour('To GB33 BUKB 2020 1555 5555 55 please')).toBe('To the one ending in 5555 please');
});

test('telephone numbers, sums and dates stay', () => {
  expect(['+44 20 7946 0100', '£1,249.00 on 12.03.2026', 'case 2026-001234'].map(hasLongNumber)).toEqual([false, false, false]);
});
