import { expect, test } from 'vitest';
import { windowOpen, windowSentence, windowState, windowWord } from './window';

const now = Date.parse('2026-03-20T12:00:00Z');
const after = (minutes: number): string => new Date(now + minutes * 60_000).toISOString();

test('the window turns amber two hours before it closes', () => {
  expect([after(121), after(119), after(0), null].map((at) => windowState(at, now))).toEqual(['open', 'closing', 'closed', 'none']);
});

test('the last instant of the window is outside it, as at the gate', () => {
  expect(windowOpen(after(0), now)).toBe(false);
  expect(windowOpen(after(0), now - 1)).toBe(true);
});

test('the last ten minutes are counted by the second', () => {
  expect(windowSentence(after(9.7), now)).toBe('closes in 9:42');
  expect(windowSentence(after(80), now)).toBe('closes in 1 h 20 min');
  expect(windowSentence(after(-180), now)).toBe('closed 3 h ago');
});

test('a row of the list says it in a word or two', () => {
  expect([after(1420), after(102), after(29), after(-5), null].map((at) => windowWord(at, now))).toEqual([
    '23 h',
    '1 h 42 min',
    '29 min',
    'Closed',
    'No window',
  ]);
});
