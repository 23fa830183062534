import { expect, test } from 'vitest';
import { snoozePresets } from './snoozePresets';

const labels = (year: number, month: number, day: number, hour: number): string[] =>
  snoozePresets(new Date(year, month, day, hour).getTime()).map(({ label }) => label);

test('this afternoon is offered only while there is one', () => {
  expect(labels(2026, 2, 18, 10)).toContain('This afternoon');
  expect(labels(2026, 2, 18, 16)).not.toContain('This afternoon');
});

test('Monday is not offered on Sunday, when it is tomorrow', () => {
  expect(labels(2026, 2, 22, 10)).not.toContain('Monday morning');
  const friday = snoozePresets(new Date(2026, 2, 20, 10).getTime()).at(-1);
  expect(friday?.until).toEqual(new Date(2026, 2, 23, 9));
});
