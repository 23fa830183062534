import { expect, test } from 'vitest';
import type { WaitingReply } from '../api/types';
import { asMessage, fitsComposer, whyStopped } from './waitingReply';

const until = '2026-03-09T10:00:00Z';
const reply: WaitingReply = {
  reply_id: 'r1',
  content: { type: 'text', body: 'It is here.' },
  text: 'It is here.',
  media: null,
  reply_to: null,
  author: { kind: 'agent', account_id: 'a1', name: 'Amara' },
  written_at: '2026-03-02T10:00:00Z',
  until,
  stopped: null,
};

test('it waits until its time is over, to the second', () => {
  expect(whyStopped(reply, Date.parse(until) - 1000)).toBe('');
  expect(whyStopped(reply, Date.parse(until))).toContain('seven days');
});

test('why the service stopped it comes first', () => {
  const stopped = { why: 'closed', clause: '', sentence: 'The conversation was resolved.', next_sentence: '' } as const;
  expect(whyStopped({ ...reply, stopped }, Date.parse(until))).toBe('The conversation was resolved.');
});

test('it is shown as the message that it will be', () => {
  expect(asMessage(reply)).toMatchObject({ message_id: 'r1', direction: 'out', text: 'It is here.', at: reply.written_at });
});

test('what only a program can write does not fit into the composer', () => {
  expect(fitsComposer(reply)).toBe(true);
  expect(fitsComposer({ ...reply, content: { type: 'location', latitude: 1, longitude: 2 } })).toBe(false);
});
