import { expect, test } from 'vitest';
import type { Me, Message, ThreadEvent } from '../api/types';
import { asLocal, mergeThread, threadDays } from './merge';

const me = { account_id: 'a', name: 'Amara' } as Me;
const at = (day: number, hour: number, minute = 0): string => new Date(2026, 2, day, hour, minute).toISOString();
const stored = (id: string, when: string, more: Partial<Message> = {}): Message => ({
  ...asLocal({ type: 'text', body: id }, { key: id, me, ownerVersion: 1, replyTo: null, at: Date.parse(when) }).message,
  message_id: id,
  status: 'delivered',
  ...more,
});
const local = (key: string, when: string) =>
  asLocal({ type: 'text', body: 'Hello' }, { key, me, ownerVersion: 1, replyTo: null, at: Date.parse(when) });

test('a message on its way comes last', () => {
  const items = mergeThread([stored('1', at(20, 9))], [local('k', at(20, 8))]);
  expect(items.map(({ key, message }) => [key, message.status])).toEqual([
    ['1', 'delivered'],
    ['k', 'queued'],
  ]);
});

test('its bubble keeps its key when the service has it, and is not shown twice', () => {
  const sent = { ...local('k', at(20, 9)), message: stored('7', at(20, 9)) };
  expect(mergeThread([], [sent]).map(({ key }) => key)).toEqual(['k']);
  const items = mergeThread([stored('7', at(20, 9))], [sent]);
  expect(items.map(({ key, local: ours }) => [key, ours])).toEqual([['k', undefined]]);
});

test('one that arrived without an answer stands once, as the service has it', () => {
  const unsure = { ...local('k', at(20, 9)), error: 'Perhaps not sent.' };
  const items = mergeThread([stored('7', at(20, 9), { client_key: 'k' })], [unsure]);
  expect(items.map(({ key, message, local: ours }) => [key, message.message_id, ours])).toEqual([['k', '7', undefined]]);
});

test('one that could not be sent stays where it was tried', () => {
  const failed = { ...local('k', at(20, 10)), error: 'No answer.' };
  const items = mergeThread([stored('1', at(20, 9)), stored('2', at(20, 11))], [failed]);
  expect(items.map(({ key }) => key)).toEqual(['1', 'k', '2']);
});

test('events stand between the messages, and days apart', () => {
  const event: ThreadEvent = { event_id: 4, kind: 'close', actor: { kind: 'agent', account_id: 'a', name: 'Amara' }, data: {}, at: at(20, 9, 30) };
  const items = mergeThread([stored('1', at(19, 23)), stored('2', at(20, 9)), stored('3', at(20, 10))], []);
  const days = threadDays(items, [event]);
  expect(days.map(({ rows }) => rows.map(({ key }) => key))).toEqual([['1'], ['2', 'event:4', '3']]);
});

test('messages of one author within five minutes are one group', () => {
  const items = mergeThread([stored('1', at(20, 9)), stored('2', at(20, 9, 4)), stored('3', at(20, 9, 10))], []);
  const rows = threadDays(items, []).flatMap((day) => day.rows);
  expect(rows.map((row) => row.kind === 'message' && row.opensGroup)).toEqual([true, false, true]);
});
