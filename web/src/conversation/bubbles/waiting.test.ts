import { expect, test } from 'vitest';
import { waitingWords } from './waiting';

const AT = '2026-11-27T10:00:00Z';
const after = (seconds: number): number => Date.parse(AT) + seconds * 1000;

test('a message that waits as long as usual says nothing', () => {
  expect(waitingWords({ status: 'queued', direction: 'out', at: AT }, after(59))).toBe('');
  expect(waitingWords({ status: 'accepted', direction: 'out', at: AT }, after(299))).toBe('');
  expect(waitingWords({ status: 'delivered', direction: 'out', at: AT }, after(9000))).toBe('');
  expect(waitingWords({ status: 'queued', direction: 'note', at: AT }, after(9000))).toBe('');
});

test('one that waits longer says since when, and that it must not be written again', () => {
  expect(waitingWords({ status: 'queued', direction: 'out', at: AT }, after(150))).toBe('Not sent yet, for 2 min. It goes out by itself; do not write it again.');
  expect(waitingWords({ status: 'accepted', direction: 'out', at: AT }, after(3600))).toBe('WhatsApp took it 1 h ago and has not said what became of it.');
});
