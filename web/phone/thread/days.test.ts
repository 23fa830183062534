import { expect, test } from 'vitest';
import type { PhoneMessage } from '../api/types';
import { dayLabel, shortWhen, withDays } from './days';

const at = (day: number, hour: number, minute = 0): number => new Date(2026, 2, day, hour, minute).getTime() / 1000;
const now = at(20, 12);
const said = (id: string, when: number, from_me = false) => ({
  key: id,
  message: { id, from_me, type: 'text', text: id, status: 'read', at: when } satisfies PhoneMessage,
});

test('days are named from today backwards', () => {
  expect([at(20, 1), at(19, 23), at(17, 9), at(2, 9)].map((when) => dayLabel(when, now))).toEqual([
    'Today',
    'Yesterday',
    'Tuesday',
    'Monday 2 March',
  ]);
});

test('the chat list shows the time only for today', () => {
  expect([shortWhen(at(20, 9, 5), now), shortWhen(at(19, 9, 5), now)]).toEqual(['09:05', 'Yesterday']);
});

test('a separator stands before the first message of each day', () => {
  const rows = withDays([said('a', at(19, 23, 59)), said('b', at(20, 0, 1)), said('c', at(20, 0, 2))], now);
  expect(rows.map((row) => (row.kind === 'day' ? row.label : row.key))).toEqual(['Yesterday', 'a', 'Today', 'b', 'c']);
});

test('in a group another sender, or news, begins anew', () => {
  const by = (id: string, wa_id: string) => ({ key: id, message: { ...said(id, at(20, 9)).message, sender: { wa_id, name: wa_id } } });
  const news = { key: 'n', message: { ...said('n', at(20, 9)).message, type: 'news' } };
  const rows = withDays([by('a', '1'), by('b', '2'), by('c', '2'), news, by('d', '2')], now);
  expect(rows.flatMap((row) => (row.kind === 'message' ? [row.opensGroup] : []))).toEqual([true, true, false, true, true]);
});

test('messages of one side within five minutes are one group', () => {
  const rows = withDays([said('a', at(20, 9)), said('b', at(20, 9, 4)), said('c', at(20, 9, 4), true), said('d', at(20, 9, 20), true)], now);
  expect(rows.flatMap((row) => (row.kind === 'message' ? [row.opensGroup] : []))).toEqual([true, false, true, true]);
});
