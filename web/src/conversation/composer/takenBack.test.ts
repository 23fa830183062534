import { expect, test } from 'vitest';
import { takenBack } from './takenBack';

const text = (body: string) => ({ type: 'text', body }) as const;

test('refused words come back in front of what was typed since', () => {
  expect(takenBack(text('First'), '')).toBe('First');
  expect(takenBack(text('First'), 'Second')).toBe('First\nSecond');
  expect(takenBack(text('First'), 'First')).toBe('First');
});
